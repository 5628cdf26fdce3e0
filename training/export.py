"""One ONNX file of all parts: bytes in (as the product cuts them), calibrated likelihoods out; weights stored as 16-bit
floats.

Inputs, uint8 N x H x W x 4: ears (2: right, left), brows (2), eyes (1), mouth (1), crown (1). Outputs, float32:
ears_visible [2], ears_box [2, 4], brows_cover [2, 20, 28], eyes_kind [2] (worn, tinted), eyes_marks [3, 48, 96] (rim,
glare, rim across an eye), mouth_open [1], crown_worn [1], crown_cloth [8, 10]."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from fuse import fused
from losses import GLARE_WEIGHT
from nets import SIZES

COUNTS = {'ears': 2, 'brows': 2, 'eyes': 1, 'mouth': 1, 'crown': 1}
PART_OF = {'ears': 'ear', 'brows': 'brow', 'eyes': 'eyes', 'mouth': 'mouth', 'crown': 'crown'}
OUTPUTS = [
    'ears_visible',
    'ears_box',
    'brows_cover',
    'eyes_kind',
    'eyes_marks',
    'mouth_open',
    'crown_worn',
    'crown_cloth',
]


class Parts(nn.Module):
    """`calibration`: score -> (slope, offset) on the logit."""

    def __init__(self, nets: dict[str, nn.Module], calibration: dict[str, tuple[float, float]]):
        super().__init__()
        self.nets = nn.ModuleDict(nets)
        self.calibration = calibration

    def likelihood(self, name: str, logits: Tensor) -> Tensor:
        slope, offset = self.calibration.get(name, (1.0, 0.0))
        return torch.sigmoid(slope * logits + offset)

    def forward(self, ears: Tensor, brows: Tensor, eyes: Tensor, mouth: Tensor, crown: Tensor) -> tuple[Tensor, ...]:
        seen = lambda crops: crops.permute(0, 3, 1, 2).float() / 255
        visible, box = self.nets['ear'](seen(ears))
        cover = self.nets['brow'](seen(brows))
        kind, marks = self.nets['eyes'](seen(eyes))
        # Glare's odds as they are: a place is glare where that is likelier than not.
        marks = marks - torch.tensor([0.0, math.log(GLARE_WEIGHT), 0.0]).view(1, 3, 1, 1)
        opened = self.nets['mouth'](seen(mouth))
        worn, cloth = self.nets['crown'](seen(crown))
        return (
            self.likelihood('visible', visible[:, 0]),
            box,
            torch.sigmoid(cover[:, 0]),
            torch.cat([self.likelihood('worn', kind[0, :1]), self.likelihood('tinted', kind[0, 1:])]),
            torch.sigmoid(marks[0]),
            self.likelihood('open', opened[:, 0]),
            self.likelihood('covered', worn[:, 0]),
            torch.sigmoid(cloth[0, 0]),
        )


def export(nets: dict[str, nn.Module], calibration: dict[str, tuple[float, float]], path: Path) -> None:
    whole = Parts({part: fused(net) for part, net in nets.items()}, calibration).eval()
    inputs = tuple(torch.zeros(count, *SIZES[PART_OF[name]], 4, dtype=torch.uint8) for name, count in COUNTS.items())
    torch.onnx.export(
        whole,
        inputs,
        str(path),
        input_names=list(COUNTS),
        output_names=OUTPUTS,
        dynamo=True,
        external_data=False,
        optimize=True,
        verbose=False,
    )
    model = onnx.load(str(path))
    halve(model)
    for field in (model.graph.node, model.graph.value_info):
        for entry in field:
            entry.doc_string = ''
            if hasattr(entry, 'metadata_props'):
                del entry.metadata_props[:]
    del model.metadata_props[:]
    model.producer_name, model.doc_string = 'zhaojian training/export.py', ''
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString(deterministic=True))


def halve(model: onnx.ModelProto) -> None:
    """Weights as 16-bit floats with a cast behind each: the runtime folds the casts when it loads, so that only the
    file is smaller."""
    casts = []
    for weight in model.graph.initializer:
        if weight.data_type != TensorProto.FLOAT or np.prod(weight.dims) < 64:
            continue
        name = weight.name
        weight.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(weight).astype(np.float16), f'{name}_half'))
        casts.append(helper.make_node('Cast', [f'{name}_half'], [name], to=TensorProto.FLOAT))
    for cast in reversed(casts):
        model.graph.node.insert(0, cast)
