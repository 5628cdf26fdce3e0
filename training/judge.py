"""Scores of networks on crops exactly as the product cuts them."""
from __future__ import annotations

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from heads import Head
from losses import BROW, pooled_share
from maps import brow_map, cut

CROPS = {"ear": ("ear-right", "ear-left"), "brow": ("brow-right", "brow-left"), "eyes": ("eyes-both",), "mouth": ("mouth-both",), "crown": ("crown-both",)}


@torch.no_grad()
def scores(part: str, net: nn.Module, heads: list[Head]) -> list[dict]:
    """One row a crop: {head, crop, label, score}; the score is the likelihood of the fault."""
    rows = []
    for head in heads:
        for name in CROPS[part]:
            image = torch.from_numpy(head.product_crop(name)).permute(2, 0, 1)[None].float() / 255
            outputs = net(image)
            row = {"head": head, "crop": name}
            if part == "ear":
                label = head.labels.get(name)
                row |= {"label": None if label is None else int(label == "0"), "score": 1 - torch.sigmoid(outputs[0][0, 0]).item(), "box": outputs[1][0].numpy()}
            elif part == "brow":
                label = head.labels.get(name)
                inside = torch.from_numpy(cut(brow_map(head, name.split("-")[1]), head.crops[name], margin=1.0)).float()[None, None] / 255
                share = pooled_share(outputs[:, 0], F.adaptive_avg_pool2d(inside, outputs.shape[2:])[:, 0]).item()
                row |= {"label": None if label is None else int(label == "0"), "share": share, "score": 1 / (1 + np.exp(-(share - BROW[0]) / BROW[1]))}
            elif part == "eyes":
                label = head.labels.get("glasses")
                worn, tinted = torch.sigmoid(outputs[0][0]).tolist()
                row |= {"label": None if label is None else int(label != "0"), "score": worn, "tinted": tinted, "tinted_label": {"1": 0, "2": 1}.get(label)}
            elif part == "mouth":
                label = head.labels.get("mouth")
                row |= {"label": None if label is None else int(label), "score": torch.sigmoid(outputs[0, 0]).item()}
            else:
                label = head.labels.get("hat")
                row |= {"label": None if label is None else int(label), "score": torch.sigmoid(outputs[0][0, 0]).item()}
            rows.append(row)
    return rows
