"""What each part's network is trained to."""
from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from data import reduced

#: Shares at which a pooled map is as likely a fault as not, and how quickly that turns; the rules use the same (src/rules). Thick
#: rims near an eye reach 0.1 of its opening on real wearers (us-pool, us-train).
BROW = (0.20, 0.05)
FRAME = (0.15, 0.03)
SHINE = (0.03, 0.01)


def bce(logits: Tensor, target: Tensor, weight: Tensor) -> Tensor:
    return (F.binary_cross_entropy_with_logits(logits, target, reduction="none") * weight).sum() / weight.sum().clamp(min=1e-6)


def pooled_share(logits: Tensor, where: Tensor) -> Tensor:
    """Mean probability of a map (N x h x w logits) over the places `where` (0..1)."""
    return (torch.sigmoid(logits) * where).sum((1, 2)) / where.sum((1, 2)).clamp(min=1e-3)


def of_ear(outputs, _maps, truth) -> Tensor:
    visible, box = outputs
    known = (truth["box"][:, :1] >= 0).float()
    apart = F.smooth_l1_loss(box, truth["box"], reduction="none", beta=0.05) * known
    return bce(visible[:, 0], truth["visible"], truth["weight"]) + 4 * apart.sum() / (4 * known.sum()).clamp(min=1)


def of_brow(outputs, maps, truth) -> Tensor:
    cover = outputs[:, 0]
    inside, covered, known = reduced(maps, outputs).unbind(1)
    places = bce(cover, covered, known * (1 + 2 * covered) + 1e-6)
    label = truth["label"]
    share = pooled_share(cover, inside)
    weight = (label >= 0).float() * (1 + 1.5 * (label > 0.5).float())
    return places + 0.5 * bce((share - BROW[0]) / BROW[1], label.clamp(min=0), weight)


def of_eyes(outputs, maps, truth) -> Tensor:
    kind, marks = outputs
    rim, glare, opening, area, faint = reduced(maps, marks).unbind(1)
    known = truth["known"].view(-1, 1, 1)
    worn, tinted = truth["glasses"], truth["tinted"]
    loss = bce(kind[:, 0], worn.clamp(min=0), (worn >= 0).float()) + 0.6 * bce(kind[:, 1], tinted.clamp(min=0), (tinted >= 0).float())
    loss = loss + 4 * bce(marks[:, 0], rim, known * (1 + 4 * rim)) + 4 * bce(marks[:, 1], glare, known * (1 + 4 * glare) * (1 - faint))
    # Of real glasses only the label is known: no rim over the eye, no reflection. Where every pixel is known the share is trained
    # gently: with more weight it would teach maps that are just bright enough to pass the limit, and nowhere sure.
    for logits, where, share, (middle, width), weight in ((marks[:, 0], opening, truth["frame"], FRAME, 0.5), (marks[:, 1], area, truth["shine"], SHINE, 0.1)):
        near = (share > middle * 0.5) & (share < middle * 1.6)
        sure = ((share >= 0) & ~near).float() * (1 + 2 * (share > middle).float())
        loss = loss + weight * bce((pooled_share(logits, where) - middle) / (3 * width), (share > middle).float(), sure)
    return loss


def of_mouth(outputs, _maps, truth) -> Tensor:
    label = truth["label"]
    return bce(outputs[:, 0], label.clamp(min=0), (label >= 0).float() * torch.where(label == 0, 2.5, 1.0))


def of_crown(outputs, maps, truth) -> Tensor:
    worn, cloth = outputs
    label = truth["label"]
    places = reduced(maps, cloth)[:, 0]
    return bce(worn[:, 0], label.clamp(min=0), (label >= 0).float() * torch.where(label > 0.5, 2.0, 1.0)) + 0.5 * bce(cloth[:, 0], places, truth["known"].view(-1, 1, 1).expand_as(places))


LOSSES = {"ear": of_ear, "brow": of_brow, "eyes": of_eyes, "mouth": of_mouth, "crown": of_crown}
