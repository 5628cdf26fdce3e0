"""The network as ONNX: the crop's bytes in (as the product cuts it), calibrated likelihoods out.

Input: face, uint8 1 x 64 x 64 x 4. Outputs: face_covered [1], face_cover [16, 16]."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).parent.parent))
from export import halve  # noqa: E402

from .net import SIZE, Covering, both_ways  # noqa: E402


class Product(nn.Module):
    def __init__(self, net: Covering, slope: float, offset: float):
        super().__init__()
        self.net, self.slope, self.offset = net, slope, offset

    def forward(self, face: Tensor) -> tuple[Tensor, Tensor]:
        covered, cover = both_ways(self.net, face[..., :3].permute(0, 3, 1, 2).float() / 255)
        return torch.sigmoid(self.slope * covered + self.offset), torch.sigmoid(cover[0])


def export(net: Covering, calibration: tuple[float, float], path: Path) -> None:
    # Newer versions of PyTorch export in another way unless told not to.
    older = {'dynamo': False} if 'dynamo' in inspect.signature(torch.onnx.export).parameters else {}
    torch.onnx.export(
        Product(net, *calibration).eval(),
        (torch.zeros(1, SIZE, SIZE, 4, dtype=torch.uint8),),
        str(path),
        input_names=['face'],
        output_names=['face_covered', 'face_cover'],
        opset_version=16,
        **older,
    )
    model = onnx.load(str(path))
    halve(model)
    for node in model.graph.node:
        node.doc_string = ''
    model.producer_name, model.doc_string = 'zhaojian training/covering', ''
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString(deterministic=True))
