"""One small convolutional network a part. Input N x 4 x H x W, 0..1: RGB and the person mask. Sizes as
src/lib/part-crops.ts."""

from __future__ import annotations

import torch
from torch import Tensor, nn

SIZES = {'ear': (96, 80), 'brow': (80, 112), 'eyes': (96, 192), 'mouth': (48, 72), 'crown': (64, 80)}


def block(inputs: int, outputs: int, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


class Body(nn.Module):
    """Features at 1/2, 1/4, 1/8 and 1/16 of the input."""

    def __init__(self, a: int, b: int, c: int, d: int):
        super().__init__()
        self.first = block(4, a, 2)
        self.quarter = nn.Sequential(block(a, b, 2), block(b, b))
        self.eighth = nn.Sequential(block(b, c, 2), block(c, c))
        self.sixteenth = nn.Sequential(block(c, d, 2), block(d, d))

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        half = self.first(image - 0.5)
        quarter = self.quarter(half)
        eighth = self.eighth(quarter)
        return half, quarter, eighth, self.sixteenth(eighth)


def pooled(features: Tensor) -> Tensor:
    """Mean and largest of each feature: something small in one place must not drown."""
    return torch.cat([features.mean((2, 3)), features.amax((2, 3))], 1)


class Rise(nn.Sequential):
    """A block over features grown to twice their size, with finer ones beside them."""

    def __init__(self, coarse: int, fine: int, outputs: int):
        super().__init__(*block(coarse + fine, outputs))
        self.coarse = coarse

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        return super().forward(torch.cat([nn.functional.interpolate(coarse, scale_factor=2, mode='nearest'), fine], 1))


class Ear(nn.Module):
    """-> visible: N x 1 logit of the visible share; box: N x 4, x0 y0 x1 y1 as shares of the crop."""

    def __init__(self):
        super().__init__()
        self.body = Body(20, 28, 44, 64)
        self.drop = nn.Dropout(0.2)
        # The place matters: an ear is where an ear is. Rows are kept apart.
        self.visible = nn.Linear(128 + 64 * 3, 1)
        self.box = nn.Linear(128 + 64 * 3, 4)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        last = self.body(image)[3]
        rows = torch.cat([part.mean((2, 3)) for part in last.split(2, 2)], 1)
        features = self.drop(torch.cat([pooled(last), rows], 1))
        return self.visible(features), torch.sigmoid(self.box(features))


class Brow(nn.Module):
    """-> cover: N x 1 x H/4 x W/4 logits, whether hair or cloth lies over a place."""

    def __init__(self):
        super().__init__()
        self.body = Body(20, 28, 44, 56)
        self.up8 = Rise(56, 44, 40)
        self.up4 = Rise(40, 28, 24)
        self.cover = nn.Conv2d(24, 1, 1)

    def forward(self, image: Tensor) -> Tensor:
        _, quarter, eighth, sixteenth = self.body(image)
        return self.cover(self.up4(self.up8(sixteenth, eighth), quarter))


class Eyes(nn.Module):
    """-> glasses: N x 2 logits (worn; tinted, if worn); marks: N x 3 x H/2 x W/2 logits of rim, of glare, and of rim
    where it crosses an eye."""

    def __init__(self):
        super().__init__()
        self.body = Body(16, 32, 48, 64)
        self.drop = nn.Dropout(0.2)
        self.glasses = nn.Linear(128 + 96, 2)
        self.up8 = Rise(64, 48, 32)
        self.up4 = Rise(32, 32, 20)
        self.up2 = Rise(20, 16, 12)
        self.marks = nn.Conv2d(12, 3, 1)
        # Off unless something speaks for it: with a bias near 0 "no feature at all" came to mean glare, and no place
        # was ever sure of it.
        nn.init.constant_(self.marks.bias, -4.0)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        half, quarter, eighth, sixteenth = self.body(image)
        glasses = self.glasses(self.drop(torch.cat([pooled(sixteenth), pooled(eighth)], 1)))
        return glasses, self.marks(self.up2(self.up4(self.up8(sixteenth, eighth), quarter), half))


class Mouth(nn.Module):
    """-> open: N x 1 logit, open or teeth seen."""

    def __init__(self):
        super().__init__()
        self.body = Body(12, 20, 32, 40)
        self.drop = nn.Dropout(0.2)
        self.open = nn.Linear(80 + 64, 1)

    def forward(self, image: Tensor) -> Tensor:
        _, _, eighth, sixteenth = self.body(image)
        return self.open(self.drop(torch.cat([pooled(sixteenth), pooled(eighth)], 1)))


class Crown(nn.Module):
    """-> worn: N x 1 logit of a covering; cloth: N x 1 x H/8 x W/8 logits, where it is."""

    def __init__(self):
        super().__init__()
        self.body = Body(20, 32, 48, 64)
        self.drop = nn.Dropout(0.2)
        self.worn = nn.Linear(128 + 96, 1)
        self.up8 = Rise(64, 48, 28)
        self.cloth = nn.Conv2d(28, 1, 1)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        _, _, eighth, sixteenth = self.body(image)
        cloth = self.cloth(self.up8(sixteenth, eighth))
        return self.worn(self.drop(torch.cat([pooled(sixteenth), pooled(eighth)], 1))), cloth


NETS = {'ear': Ear, 'brow': Brow, 'eyes': Eyes, 'mouth': Mouth, 'crown': Crown}
