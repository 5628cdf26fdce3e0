"""The network of coverings: one look at the whole face. Input N x 3 x 64 x 64, 0..1, RGB."""

from __future__ import annotations

import torch
from nets import Rise, block, pooled
from torch import Tensor, nn

SIZE = 64
CELLS = 16


class Covering(nn.Module):
    """-> covered: N logits that something lies over the face; cover: N x 16 x 16 logits, where."""

    def __init__(self):
        super().__init__()
        self.first = block(3, 12, 2)
        self.quarter = nn.Sequential(block(12, 20, 2), block(20, 20))
        self.eighth = nn.Sequential(block(20, 32, 2), block(32, 32))
        self.sixteenth = nn.Sequential(block(32, 40, 2), block(40, 40))
        self.up8 = Rise(40, 32, 20)
        self.up4 = Rise(20, 20, 16)
        self.cover = nn.Conv2d(16, 1, 1)
        self.drop = nn.Dropout(0.15)
        self.covered = nn.Linear(2 * (40 + 20 + 16), 1)
        nn.init.constant_(self.cover.bias, -2.0)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        quarter = self.quarter(self.first(image - 0.5))
        eighth = self.eighth(quarter)
        sixteenth = self.sixteenth(eighth)
        up8 = self.up8(sixteenth, eighth)
        up4 = self.up4(up8, quarter)
        features = torch.cat([pooled(sixteenth), pooled(up8), pooled(up4)], 1)
        return self.covered(self.drop(features))[:, 0], self.cover(up4)[:, 0]


def both_ways(net: Covering, image: Tensor) -> tuple[Tensor, Tensor]:
    """What the network says of a face and of its mirror image, averaged."""
    covered, cover = net(torch.cat([image, image.flip(3)]))
    count = len(image)
    return (covered[:count] + covered[count:]) / 2, (cover[:count] + cover[count:].flip(2)) / 2
