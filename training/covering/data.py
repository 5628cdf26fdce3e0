"""The crops of draw.py as batches: shifted, turned, scaled, mirrored, in other light."""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from .draw import COVERED, FREE
from .net import CELLS, SIZE

FOLDS = 2
#: A network that judges portraits left out has not seen these kinds of covering, either.
KINDS_LEFT_OUT = {0: ('phone', 'cup', 'scarf'), 1: ('microphone', 'sheet', 'thing')}


def fold_of(head: str) -> int:
    return zlib.crc32(head.encode()) % FOLDS


class Crops:
    def __init__(self, work: Path):
        rounds = [np.load(path) for path in sorted(work.glob('covering.*.npz'))]
        whole = lambda name: np.concatenate([stored[name] for stored in rounds])
        self.crops = torch.from_numpy(whole('crops'))
        self.shares, self.kinds, self.names = whole('shares'), whole('kinds'), whole('names')
        self.folds = np.array([fold_of(name) for name in self.names])
        #: 1 covered, 0 free, -1 left open: a mask at the chin alone, too.
        self.truth = np.where(self.shares >= COVERED, 1, np.where(self.shares < FREE, 0, -1))
        self.truth[self.kinds == 'mask-chin'] = -1
        # What lies beside the face may touch its edge.
        self.truth[(self.kinds == 'free') & (self.shares >= FREE)] = -1
        #: Where marked by eye, it is not known where the covering is.
        self.mapped = ~(np.isin(self.kinds, ('real', 'free')) & (self.truth != 0))

    def chances(self, fold: int | None) -> Tensor:
        """How often each crop is shown: as many covered as free ones; the portraits themselves more often."""
        keep = np.ones(len(self.names), bool)
        if fold is not None:
            left_out = np.array([kind.startswith(KINDS_LEFT_OUT[fold]) for kind in self.kinds])
            keep = (self.folds != fold) & ~left_out
        weight = np.where(self.kinds == 'real', 2.5, 1.0) * keep
        weight[np.char.startswith(self.names, 'us-pool')] *= 0.5
        weight[self.truth == 1] *= weight[self.truth != 1].sum() / weight[self.truth == 1].sum()
        return torch.from_numpy(weight)

    def batch(self, rows: Tensor, chance: torch.Generator) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Images N x 3 x 64 x 64; covered N; map and its weight N x 16 x 16."""
        layers = self.crops[rows].permute(0, 3, 1, 2).float() / 255
        turned = turn(layers, chance)
        cover = functional.avg_pool2d(turned[:, 3], SIZE // CELLS)
        weight = functional.avg_pool2d(turned[:, 4], SIZE // CELLS) + 0.02
        weight = weight * torch.from_numpy(self.mapped[rows.numpy()]).view(-1, 1, 1)
        return relit(turned[:, :3], chance), torch.from_numpy(self.truth[rows.numpy()]), cover, weight


def turn(layers: Tensor, chance: torch.Generator) -> Tensor:
    """The middle of SIZE x SIZE of each, moved by up to a tenth: landmarks move under a mask."""
    count, larger = len(layers), layers.shape[-1]
    angle = 0.08 * torch.randn(count, generator=chance)
    scale = SIZE / larger * torch.exp(0.07 * torch.randn(count, generator=chance).clamp(-2, 2))
    mirror = torch.where(torch.rand(count, generator=chance) < 0.5, -1.0, 1.0)
    shift = 0.04 * torch.randn(count, 2, generator=chance).clamp(-2.5, 2.5)
    cos, sin = scale * torch.cos(angle), scale * torch.sin(angle)
    rows = [torch.stack([mirror * cos, -sin, shift[:, 0]], 1), torch.stack([mirror * sin, cos, shift[:, 1]], 1)]
    grid = functional.affine_grid(torch.stack(rows, 1), [count, 1, SIZE, SIZE], align_corners=False)
    return functional.grid_sample(layers, grid, align_corners=False)


def relit(images: Tensor, chance: torch.Generator) -> Tensor:
    """Other exposure, contrast and colour of light; some without colour."""
    count = len(images)
    some = lambda deviation, channels: deviation * torch.randn(count, channels, 1, 1, generator=chance)
    images = images * torch.exp(some(0.2, 1) + some(0.05, 3))
    images = 0.5 + (images - 0.5) * torch.exp(some(0.12, 1)) + some(0.03, 1)
    grey = images.mean(1, keepdim=True)
    images = torch.where(torch.rand(count, 1, 1, 1, generator=chance) < 0.06, grey.expand_as(images), images)
    return images.clamp(0, 1)
