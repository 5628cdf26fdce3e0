"""What each part's network is trained to."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from data import reduced

# : Shares at which a part is as likely at fault as not, and how quickly that turns; the rules use the same (src/rules).
# Of a brow, the share
# : of the place; of glare anywhere on the lenses, its size as a share of the eye areas: of 324 composites, labelled by
# eye twice (labels/reflections.csv),
# : reflections of 0.02 to 0.03 were called plain in 6 of 9 cases, smaller ones in 2 of 10, larger ones in 9 of 10; of a
# frame, the share of an eye's width that it crosses, as the map sees it: of composites left out, 5 % of
#: the sound ones have more than 0.32 (rims along a lid), 5 % of the faulty ones less than 0.65.
BROW = (0.20, 0.05)
FRAME = (0.50, 0.07)
SHINE = (0.02, 0.007)
# : True shares up to which the part is sound, and from which it is at fault; of what lies between a person could not
# tell either.
FRAME_LIMITS = (0.125, 0.4)
SHINE_LIMITS = (0.5 * SHINE[0], 1.6 * SHINE[0])

# : A place of glare weighs so much more than one without: its odds come out so much too high, which is taken back where
# they are read (export.py).
GLARE_WEIGHT = 5.0


def bce(logits: Tensor, target: Tensor, weight: Tensor) -> Tensor:
    return (F.binary_cross_entropy_with_logits(logits, target, reduction='none') * weight).sum() / weight.sum().clamp(
        min=1e-6
    )


def pooled_share(logits: Tensor, where: Tensor) -> Tensor:
    """Mean probability of a map (N x h x w logits) over the places `where` (0..1)."""
    return (torch.sigmoid(logits) * where).sum((1, 2)) / where.sum((1, 2)).clamp(min=1e-3)


def shining_share(logits: Tensor, area: Tensor) -> Tensor:
    """Size of what a map (N x h x w logits) shows, wherever it is, as a share of the eye areas (0..1)."""
    return torch.sigmoid(logits).sum((1, 2)) / area.sum((1, 2)).clamp(min=1)


def crossed_share(logits: Tensor, right: float, left: float) -> Tensor:
    """Share of an eye's width that a frame crosses, by a map (N x h x w logits) of where it does; `right` and `left`:
    those widths in cells of the map. Of the eye that is crossed more."""
    halves = torch.sigmoid(logits).amax(1).chunk(2, 1)
    return torch.maximum(halves[0].sum(1) / right, halves[1].sum(1) / left).clamp(max=1)


def of_ear(outputs, _maps, truth) -> Tensor:
    visible, box = outputs
    known = (truth['box'][:, :1] >= 0).float()
    apart = F.smooth_l1_loss(box, truth['box'], reduction='none', beta=0.05) * known
    return bce(visible[:, 0], truth['visible'], truth['weight']) + 4 * apart.sum() / (4 * known.sum()).clamp(min=1)


def of_brow(outputs, maps, truth) -> Tensor:
    cover = outputs[:, 0]
    inside, covered, known = reduced(maps, outputs).unbind(1)
    places = bce(cover, covered, known * (1 + 2 * covered) + 1e-6)
    label = truth['label']
    share = pooled_share(cover, inside)
    weight = (label >= 0).float() * (1 + 1.5 * (label > 0.5).float())
    return places + 0.5 * bce((share - BROW[0]) / BROW[1], label.clamp(min=0), weight)


def of_eyes(outputs, maps, truth) -> Tensor:
    kind, marks = outputs
    rim, glare, crossing, area, faint = reduced(maps, marks).unbind(1)
    known, glare_known = (truth[key].view(-1, 1, 1) for key in ('known', 'glare-known'))
    worn, tinted = truth['glasses'], truth['tinted']
    loss = bce(kind[:, 0], worn.clamp(min=0), (worn >= 0).float()) + 0.6 * bce(
        kind[:, 1], tinted.clamp(min=0), (tinted >= 0).float()
    )
    loss = (
        loss
        + 4 * bce(marks[:, 0], rim, known * (1 + 4 * rim))
        + 4 * bce(marks[:, 1], glare, glare_known * (1 + (GLARE_WEIGHT - 1) * glare) * (1 - faint))
    )
    # Real glasses that cross no eye do so nowhere.
    told = (truth['frame'] >= 0).float()
    loss = loss + 4 * bce(marks[:, 2], crossing, told.view(-1, 1, 1) * (1 + 8 * crossing))
    # And what the rule reads of it, the likeliest place in each column: of all places crossings are a thousandth, of
    # columns a tenth. A rim
    # one pixel thick fills half of a place.
    columns = (2 * crossing.amax(1)).clamp(max=1)
    loss = loss + 1.5 * bce(marks[:, 2].amax(1), columns, told.view(-1, 1).expand_as(columns) * (1 + columns))
    # Of reflections on real glasses only the label is known: their share is all that teaches. Where every pixel is
    # known it is trained gently:
    # with more weight it would teach maps that are just bright enough to pass the limit, and nowhere sure.
    middle, width = SHINE
    share = truth['shine']
    near = (share > SHINE_LIMITS[0]) & (share < SHINE_LIMITS[1])
    sure = ((share >= 0) & ~near).float() * (1 + 2 * (share > middle).float())
    logit, shines = (shining_share(marks[:, 1], area) - middle) / (3 * width), (share > middle).float()
    return (
        loss + 0.1 * bce(logit, shines, sure * truth['known']) + 0.3 * bce(logit, shines, sure * (1 - truth['known']))
    )


def of_mouth(outputs, _maps, truth) -> Tensor:
    label = truth['label']
    return bce(outputs[:, 0], label.clamp(min=0), (label >= 0).float() * torch.where(label == 0, 2.5, 1.0))


def of_crown(outputs, maps, truth) -> Tensor:
    worn, cloth = outputs
    label = truth['label']
    places = reduced(maps, cloth)[:, 0]
    return bce(worn[:, 0], label.clamp(min=0), (label >= 0).float() * torch.where(label > 0.5, 2.0, 1.0)) + 0.5 * bce(
        cloth[:, 0], places, truth['known'].view(-1, 1, 1).expand_as(places)
    )


LOSSES = {'ear': of_ear, 'brow': of_brow, 'eyes': of_eyes, 'mouth': of_mouth, 'crown': of_crown}
