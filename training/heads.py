"""Heads that `npm run training:heads` saw and cut with the product's own code, and the labels made by eye.

Coordinates are pixels of the head picture; `density` is the face's width in them. Left and right are the subject's own.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

#: Columns of labels.csv (sides of the picture) -> question (subject's own sides).
COLUMNS = {
    'glasses': 'glasses',
    'ear_image_left': 'ear-right',
    'ear_image_right': 'ear-left',
    'brow_image_left': 'brow-right',
    'brow_image_right': 'brow-left',
    'mouth': 'mouth',
    'hat': 'hat',
    'reflection': 'reflection',
    'frame': 'frame',
}


# : Crops are stored this much larger than the product's, so that training can shift, turn and scale inside them
# (scripts/models/training-heads.ts).
MARGIN = 1.25


@dataclass
class Head:
    """One portrait: `picture` is H x W x 4 uint8, RGB and the person mask; `labels` holds '0', '1', '2'; what is unsure
    is absent."""

    set: str
    file: str
    folder: Path
    density: float
    face_width: float
    yaw: float
    landmarks: np.ndarray
    crops: dict
    labels: dict = field(default_factory=dict)
    #: Side -> (x0, y0, x1, y1) of the ear in its crop's pixels, where marked by eye.
    boxes: dict = field(default_factory=dict)
    # : (pass, '1' plain or 'p' perhaps, K x 2 in the pixels of the crop of both eyes) of what was marked by eye as a
    # reflection on real glasses.
    reflections: list[tuple[str, str, np.ndarray]] = field(default_factory=list)
    #: Width and height of `picture`.
    size: tuple[int, int] = (0, 0)
    #: Where its crops begin in crops.bin.
    offset: int = 0
    #: Photo -> head: 2 x 3, pixels to pixels (of their middles).
    from_photo: np.ndarray = field(default_factory=lambda: np.eye(2, 3, dtype=np.float32))

    @property
    def name(self) -> str:
        """Known by it everywhere: set/file."""
        return f'{self.set}/{self.file}'

    @property
    def picture(self) -> np.ndarray:
        return cv2.cvtColor(
            cv2.imread(str(self.folder / f'{self.file}.png'), cv2.IMREAD_UNCHANGED), cv2.COLOR_BGRA2RGBA
        )

    def crop(self, name: str) -> np.ndarray:
        """A crop as the product cuts it but MARGIN larger, H x W x 4 uint8."""
        at = self.offset
        for key, crop in self.crops.items():
            height, width = round(crop['height'] * MARGIN), round(crop['width'] * MARGIN)
            if key == name:
                return np.fromfile(self.folder / 'crops.bin', np.uint8, 4 * height * width, offset=at).reshape(
                    height, width, 4
                )
            at += 4 * height * width
        raise KeyError(name)

    def product_crop(self, name: str) -> np.ndarray:
        """A crop exactly as the product cuts it, H x W x 4 uint8."""
        height, width = self.crops[name]['height'], self.crops[name]['width']
        larger = self.crop(name)
        top, left = (larger.shape[0] - height) // 2, (larger.shape[1] - width) // 2
        return larger[top : top + height, left : left + width]


def photo_to_head(row: dict) -> np.ndarray:
    """From a line of heads.jsonl."""
    photo = row['photo']
    axes = np.array([[photo[axis]['x'], photo[axis]['y']] for axis in ('across', 'down')]) / photo['step']
    middle = np.array([photo['centre']['x'], photo['centre']['y']])
    # Both count pixels by their middles, the product by their edges.
    return np.float32(
        np.column_stack([axes, np.array([row['width'], row['height']]) / 2 - 0.5 + axes @ (0.5 - middle)])
    )


def read_labels(path: Path) -> dict[str, dict[str, str]]:
    with open(path, newline='', encoding='utf8') as file:
        return {
            row['file']: {COLUMNS[key]: value for key, value in row.items() if key in COLUMNS and value != 'p'}
            for row in csv.DictReader(file)
        }


def read_heads(folder: Path, labels: Path | None) -> list[Head]:
    """Portraits of one set that have both a face and labels (all that have a face, where `labels` is None)."""
    known = read_labels(labels) if labels else None
    heads = []
    offset = 0
    for line in (folder / 'heads.jsonl').read_text(encoding='utf8').splitlines():
        row = json.loads(line)
        at = offset
        offset += sum(
            4 * round(crop['width'] * MARGIN) * round(crop['height'] * MARGIN) for crop in row['crops'].values()
        )
        if known is not None and row['file'] not in known:
            continue
        heads.append(
            Head(
                folder.name,
                row['file'],
                folder,
                row['density'],
                row['faceWidth'],
                row['pose']['yaw'],
                np.array(row['landmarks'], np.float32),
                row['crops'],
                known[row['file']] if known else {},
                size=(row['width'], row['height']),
                offset=at,
                from_photo=photo_to_head(row),
            )
        )
    return heads


def mark_reflections(heads: list[Head], path: Path) -> None:
    """Adds whether real glasses are seen to reflect; the labels are of portraits by set/file."""
    by_name = {head.name: head for head in heads}
    for name, labels in read_labels(path).items():
        if name in by_name:
            by_name[name].labels |= labels


def mark_reflection_places(heads: list[Head], path: Path) -> None:
    """Adds where real glasses are seen to reflect."""
    by_name = {head.name: head for head in heads}
    with open(path, newline='', encoding='utf8') as file:
        for row in csv.DictReader(file):
            if row['file'] in by_name:
                by_name[row['file']].reflections.append(
                    (row['pass'], row['reflection'], np.array(row['polygon'].split(), float).reshape(-1, 2))
                )


def mark_ears(heads: list[Head], path: Path) -> None:
    """Adds the ears' boxes that were marked by eye."""
    by_file = {head.file: head for head in heads}
    with open(path, newline='', encoding='utf8') as file:
        for row in csv.DictReader(file):
            if row['file'] in by_file:
                by_file[row['file']].boxes[row['side']] = tuple(float(row[key]) for key in ('x0', 'y0', 'x1', 'y1'))
