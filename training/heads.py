"""Heads that `npm run training:heads` cut with the product's own code, and the labels made by eye.

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
    "glasses": "glasses", "ear_image_left": "ear-right", "ear_image_right": "ear-left",
    "brow_image_left": "brow-right", "brow_image_right": "brow-left", "mouth": "mouth", "hat": "hat",
    "reflection": "reflection", "frame": "frame",
}


@dataclass
class Head:
    """One portrait: `picture` is H x W x 4 uint8, RGB and the person mask; `labels` holds '0', '1', '2'; what is unsure is absent."""

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
    #: Width and height of `picture`.
    size: tuple[int, int] = (0, 0)

    @property
    def picture(self) -> np.ndarray:
        return cv2.cvtColor(cv2.imread(str(self.folder / f"{self.file}.png"), cv2.IMREAD_UNCHANGED), cv2.COLOR_BGRA2RGBA)

    def product_crop(self, name: str) -> np.ndarray:
        """A crop exactly as the product cuts it, H x W x 4 uint8."""
        return cv2.cvtColor(cv2.imread(str(self.folder / f"{self.file}.{name}.png"), cv2.IMREAD_UNCHANGED), cv2.COLOR_BGRA2RGBA)


def read_labels(path: Path) -> dict[str, dict[str, str]]:
    with open(path, newline="", encoding="utf8") as file:
        return {row["file"]: {COLUMNS[key]: value for key, value in row.items() if key in COLUMNS and value != "p"} for row in csv.DictReader(file)}


def read_heads(folder: Path, labels: Path | None) -> list[Head]:
    """Portraits of one set that have both a face and labels (all that have a face, where `labels` is None)."""
    known = read_labels(labels) if labels else None
    heads = []
    for line in (folder / "heads.jsonl").read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        if known is not None and row["file"] not in known:
            continue
        heads.append(Head(folder.name, row["file"], folder, row["density"], row["faceWidth"], row["pose"]["yaw"],
                          np.array(row["landmarks"], np.float32), row["crops"], known[row["file"]] if known else {}, size=(row["width"], row["height"])))
    return heads


def mark_ears(heads: list[Head], path: Path) -> None:
    """Adds the ears' boxes that were marked by eye."""
    by_file = {head.file: head for head in heads}
    with open(path, newline="", encoding="utf8") as file:
        for row in csv.DictReader(file):
            if row["file"] in by_file:
                by_file[row["file"]].boxes[row["side"]] = tuple(float(row[key]) for key in ("x0", "y0", "x1", "y1"))
