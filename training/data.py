"""Variants as tensors, how they are kept as files, and the random changes they go through each time they are seen."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from heads import MARGIN
from nets import SIZES

#: Truth maps of each part, in the order of their channels.
MAPS = {
    'ear': [],
    'brow': ['inside', 'cover', 'known'],
    'eyes': ['rim', 'glare', 'crossing', 'area', 'faint'],
    'mouth': [],
    'crown': ['cloth'],
}
#: Truth numbers of each part.
NUMBERS = {
    'ear': ['visible', 'weight'],
    'brow': ['label'],
    'eyes': ['glasses', 'tinted', 'known', 'glare-known', 'frame', 'shine', 'span-right', 'span-left'],
    'mouth': ['label'],
    'crown': ['label', 'known'],
}
#: Kept of every part, for setting thresholds.
CLEAN = 'clean'
#: A left part is a mirrored right one; these are seen mirrored as often as not.
SYMMETRIC = ('eyes', 'mouth', 'crown')


# : Quality of the kept crops: their mean error is 1.3 of 255, below the grain that training adds; a thirtieth of their
# size as tensors.
QUALITY = 90


def kept(part: str, crop: dict) -> dict:
    """A crop as it is kept: colours as WebP, the person mask and the truth maps in 16 levels."""
    planes = np.stack([crop['image'][..., 3], *(crop[key] for key in MAPS[part])])
    box = crop.get('box')
    return {
        'head': crop['head'],
        'colours': cv2.imencode(
            '.webp', np.ascontiguousarray(crop['image'][..., 2::-1]), [cv2.IMWRITE_WEBP_QUALITY, QUALITY]
        )[1].tobytes(),
        'planes': zlib.compress(((planes.astype(np.int16) + 8) // 17).astype(np.uint8).tobytes(), 9),
        'numbers': [float(crop[key]) for key in (*NUMBERS[part], CLEAN)],
        'box': [-1.0] * 4 if box is None else box.tolist(),
    }


class PartData:
    """All variants of one part; images N x 4 x H x W and maps N x M x H x W, bytes."""

    def __init__(self, part: str, rows: list[dict]):
        self.part = part
        self.heads = [row['head'] for row in rows]
        keys = (*NUMBERS[part], CLEAN)
        self.numbers = dict(zip(keys, torch.tensor([row['numbers'] for row in rows]).unbind(1)))
        self.boxes = torch.tensor([row['box'] for row in rows]) if part == 'ear' else None
        height, width = (round(size * MARGIN) for size in SIZES[part])
        images = np.empty((len(rows), 4, height, width), np.uint8)
        maps = np.empty((len(rows), len(MAPS[part]), height, width), np.uint8)

        def unpack(at: int) -> None:
            planes = 17 * np.frombuffer(zlib.decompress(rows[at]['planes']), np.uint8).reshape(-1, height, width)
            images[at, :3] = cv2.imdecode(np.frombuffer(rows[at]['colours'], np.uint8), cv2.IMREAD_COLOR)[
                ..., ::-1
            ].transpose(2, 0, 1)
            images[at, 3], maps[at] = planes[0], planes[1:]

        with ThreadPoolExecutor() as pool:
            list(pool.map(unpack, range(len(rows))))
        self.images = torch.from_numpy(images)
        self.maps = torch.from_numpy(maps) if MAPS[part] else None

    @staticmethod
    def keep(part: str, rows: Iterable[dict], folder: Path) -> None:
        torch.save(list(rows), folder / f'{part}.pt')

    @staticmethod
    def read(part: str, folder: Path) -> PartData:
        return PartData(part, torch.load(folder / f'{part}.pt'))

    def to(self, device: torch.device) -> PartData:
        self.images, self.numbers = (
            self.images.to(device),
            {key: value.to(device) for key, value in self.numbers.items()},
        )
        self.maps, self.boxes = (None if tensor is None else tensor.to(device) for tensor in (self.maps, self.boxes))
        return self

    def rows_by_head(self) -> dict[str, list[int]]:
        groups: dict[str, list[int]] = {}
        for row, head in enumerate(self.heads):
            groups.setdefault(head, []).append(row)
        return groups

    def reflects_by_label(self, rows: list[int]) -> bool:
        """Whether these are variants of real glasses that reflect: what was drawn or borrowed has the share that it
        has."""
        return bool(((self.numbers['known'][rows] == 0) & (self.numbers['shine'][rows] == 1)).any())

    def batch(self, rows: Tensor, rng: torch.Generator) -> tuple[Tensor, Tensor | None, dict[str, Tensor]]:
        """Images N x 4 x H x W, 0..1; maps N x M x H x W, 0..1; numbers (with 'box' for ears)."""
        images = self.images[rows]
        both = (images if self.maps is None else torch.cat([images, self.maps[rows]], 1)).float()
        numbers = {key: value[rows] for key, value in self.numbers.items()}
        height, width = SIZES[self.part]
        count = len(rows)
        device = images.device
        uniform = lambda low, high: torch.rand(count, generator=rng, device=device) * (high - low) + low
        scale, turn = torch.exp(uniform(-0.13, 0.13)), uniform(-0.11, 0.11)
        dx, dy = uniform(-0.11, 0.11), uniform(-0.11, 0.11)
        flip = torch.where(uniform(0, 1) < (0.5 if self.part in SYMMETRIC else 0), -1.0, 1.0)
        cos, sin = torch.cos(turn) * scale, torch.sin(turn) * scale
        ratio = height / width
        # Output place (shares of the half size) -> place in the larger stored crop.
        theta = torch.stack(
            [torch.stack([flip * cos, -sin * ratio, dx], 1), torch.stack([flip * sin / ratio, cos, dy], 1)], 1
        )
        grid = F.affine_grid(theta / MARGIN, [count, 1, height, width], align_corners=False)
        both = F.grid_sample(both, grid, mode='bilinear', padding_mode='zeros', align_corners=False) / 255
        images, maps = both[:, :4], None if self.maps is None else both[:, 4:]
        if self.boxes is not None:
            numbers['box'] = moved_boxes(self.boxes[rows], theta)
        return recoloured(images, rng), maps, numbers


def moved_boxes(boxes: Tensor, theta: Tensor) -> Tensor:
    """Boxes (shares of the crop) under the inverse of `theta`; unknown ones stay -1."""
    centre = torch.stack([boxes[:, 0] + boxes[:, 2] - 1, boxes[:, 1] + boxes[:, 3] - 1], 1)
    inverse = torch.linalg.inv(theta[:, :, :2])
    centre = (inverse @ (centre - theta[:, :, 2]).unsqueeze(2)).squeeze(2)
    size = (boxes[:, 2:] - boxes[:, :2]) * torch.sqrt(torch.linalg.det(inverse).abs()).unsqueeze(1)
    moved = torch.cat([(centre + 1) / 2 - size / 2, (centre + 1) / 2 + size / 2], 1)
    return torch.where(boxes[:, :1] < 0, torch.full_like(moved, -1), moved.clamp(0, 1))


def recoloured(images: Tensor, rng: torch.Generator) -> Tensor:
    """Exposure, gamma, cast, saturation, contrast, blur and grain; the mask keeps its values but is sometimes softened
    or withheld."""
    count, device = len(images), images.device
    uniform = lambda low, high: (torch.rand(count, generator=rng, device=device) * (high - low) + low).view(-1, 1, 1, 1)
    rgb, mask = images[:, :3], images[:, 3:]
    rgb = rgb.clamp(1e-4, 1) ** torch.exp(uniform(-0.35, 0.35))
    rgb = (
        rgb
        * torch.exp(uniform(-0.35, 0.25))
        * torch.exp((torch.rand(count, 3, 1, 1, generator=rng, device=device) - 0.5) * 0.24)
    )
    gray = rgb.mean(1, keepdim=True)
    saturation = uniform(0.4, 1.5)
    saturation = torch.where(uniform(0, 1) < 0.08, torch.zeros_like(saturation), saturation)
    rgb = gray + (rgb - gray) * saturation
    rgb = torch.where(uniform(0, 1) < 0.15, F.avg_pool2d(F.pad(rgb, (1, 1, 1, 1), mode='replicate'), 3, 1), rgb)
    rgb = rgb + torch.randn(rgb.shape, generator=rng, device=device) * uniform(0, 0.02)
    mask = torch.where(uniform(0, 1) < 0.05, torch.ones_like(mask), mask)
    return torch.cat([rgb.clamp(0, 1), mask], 1)


def reduced(maps: Tensor, like: Tensor) -> Tensor:
    """Truth maps at the size of the network's maps."""
    return F.adaptive_avg_pool2d(maps, like.shape[2:])
