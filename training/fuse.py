"""The same networks with less to do: rearranged for the export, to the same outputs."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from nets import Rise


class FusedRise(nn.Module):
    """A `Rise` without the grown features: where each of them stands four times, a kernel of 3 x 3 sees at most 2 x 2
    that differ.

    Convolving what was grown to twice its size is a transposed convolution of stride 2: 16 products a feature instead
    of 36, nothing to grow and nothing to lay beside. Along each axis the kernel w0 w1 w2 becomes w2, w1 + w2, w0 + w1,
    w0; zeros beyond the edge stay zeros."""

    def __init__(self, rise: Rise):
        super().__init__()
        conv = fuse_conv_bn_eval(rise[0], rise[1])
        fine = conv.in_channels - rise.coarse
        self.fine = nn.Conv2d(fine, conv.out_channels, 3, padding=1)
        self.coarse = nn.ConvTranspose2d(rise.coarse, conv.out_channels, 4, 2, 1, bias=False)
        spread = torch.tensor([[0.0, 0, 1], [0, 1, 1], [1, 1, 0], [1, 0, 0]])
        with torch.no_grad():
            self.fine.weight.copy_(conv.weight[:, rise.coarse :])
            self.fine.bias.copy_(conv.bias)
            self.coarse.weight.copy_(
                torch.einsum('yi,xj,ocij->ocyx', spread, spread, conv.weight[:, : rise.coarse]).transpose(0, 1)
            )

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        return torch.relu(self.coarse(coarse) + self.fine(fine))


# : Where maps are large it pays: 7 % of the time of all parts for 25 kB; of the coarser ones together it would be 3 %
# for 84 kB (`npm run bench:parts`).
PAYS = ('up4', 'up2')


def fused(net: nn.Module) -> nn.Module:
    """A copy of `net`, in evaluation, to be exported."""
    net = copy.deepcopy(net).eval()
    for name in PAYS:
        if hasattr(net, name):
            setattr(net, name, FusedRise(getattr(net, name)))
    return net
