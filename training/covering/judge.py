"""What networks say of crops: of those left out of their training, and of portraits that nothing is trained on."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import torch
from heads import read_heads

from .data import FOLDS, Crops
from .net import SIZE, Covering, both_ways

#: Sets that are measured only, and those of them whose labels name masks and what else lies over a face.
MEASURED = ('students', 'tw-dev', 'large')


def load(path: Path) -> Covering:
    net = Covering()
    net.load_state_dict(torch.load(path, map_location='cpu'))
    return net.eval()


def logits(net: Covering, crops: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of N x H x W x 3.. bytes, whose middle the network sees: N, and N x 16 x 16."""
    margin = (crops.shape[1] - SIZE) // 2
    middle = crops[:, margin : margin + SIZE, margin : margin + SIZE, :3]
    answers = []
    with torch.no_grad():
        for start in range(0, len(middle), 128):
            batch = torch.from_numpy(middle[start : start + 128].copy()).permute(0, 3, 1, 2).float() / 255
            answers.append([answer.numpy() for answer in both_ways(net, batch)])
    return tuple(np.concatenate(part) for part in zip(*answers))


def left_out(crops: Crops, work: Path) -> np.ndarray:
    """The logit of each crop by the network that has not seen its portrait."""
    answers = np.zeros(len(crops.names), np.float32)
    for fold in range(FOLDS):
        rows = np.flatnonzero(crops.folds == fold)
        answers[rows] = logits(load(work / f'covering.fold{fold}.weights'), crops.crops[rows].numpy())[0]
    return answers


def brightness(crops: np.ndarray) -> np.ndarray:
    """Luminance of the upper cheeks and the nose, 0..255: half of the portraits are darker than its median."""
    middle = crops.shape[1] // 2
    patch = crops[:, middle - 12 : middle - 2, middle - 12 : middle + 12, :3].astype(np.float32)
    return np.median(patch @ np.float32([0.2126, 0.7152, 0.0722]), axis=(1, 2))


def measured(work: Path, portraits: Path) -> dict:
    """Crops of portraits that are never trained on as the product cuts them, and whether they are covered: 1, 0 or -1
    where a label leaves it open."""
    crops, truth, names = [], [], []
    for name in MEASURED:
        look = read_column(portraits / name / 'labels-look.csv', 'occlusion')
        for head in read_heads(work / 'heads' / name, None):
            if head.file in look:
                crops.append(head.product_crop('face-both'))
                truth.append({'1': 1, '0': 0}.get(look[head.file], -1))
                names.append(head.name)
    return {'crops': np.stack(crops), 'truth': np.array(truth), 'names': np.array(names)}


def read_column(path: Path, column: str) -> dict[str, str]:
    with open(path, newline='', encoding='utf8') as file:
        return {row['file']: row[column] for row in csv.DictReader(file)}
