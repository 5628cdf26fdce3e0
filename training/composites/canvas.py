"""A head that is drawn on, the landmarks that drawing goes by, and the truth it leaves."""

from __future__ import annotations

import cv2
import numpy as np

Rng = np.random.Generator

BROW = {'right': [70, 63, 105, 66, 107, 55, 65, 52, 53, 46], 'left': [300, 293, 334, 296, 336, 285, 295, 282, 283, 276]}
EYE = {
    'right': [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246],
    'left': [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466],
}
IRIS = {'right': 468, 'left': 473}
FOREHEAD = [127, 162, 21, 54, 103, 67, 109, 10, 338, 297, 332, 284, 251, 389, 356]
OVAL = [
    10,
    338,
    297,
    332,
    284,
    251,
    389,
    356,
    454,
    323,
    361,
    288,
    397,
    365,
    379,
    378,
    400,
    377,
    152,
    148,
    176,
    149,
    150,
    136,
    172,
    58,
    132,
    93,
    234,
    127,
    162,
    21,
    54,
    103,
    67,
    109,
]
CHEEK = {'right': 234, 'left': 454}
SIGN = {'right': -1.0, 'left': 1.0}
SUPERSAMPLE = 2


class Canvas:
    """A head being drawn on. `rgb` float32 0..255, `mask` float32 0..255, truths float32 0..1 of the picture's size."""

    def __init__(self, picture: np.ndarray, landmarks: np.ndarray, density: float, rng: Rng):
        self.rgb = picture[..., :3].astype(np.float32)
        self.mask = picture[..., 3].astype(np.float32)
        self.points = landmarks
        self.unit = density
        self.rng = rng
        shape = self.mask.shape
        self.hair = np.zeros(shape, np.float32)
        self.rim = np.zeros(shape, np.float32)
        self.glare = np.zeros(shape, np.float32)
        self.hat = np.zeros(shape, np.float32)

    @property
    def size(self) -> tuple[int, int]:
        return self.mask.shape[1], self.mask.shape[0]

    def lay(self, colour: np.ndarray, alpha: np.ndarray) -> None:
        self.rgb = self.rgb * (1 - alpha[..., None]) + colour * alpha[..., None]

    def shade(self, alpha: np.ndarray, strength: float, shift: float) -> None:
        """A soft shadow of what is about to be laid."""
        soft = cv2.GaussianBlur(alpha, (0, 0), max(0.5, 0.02 * self.unit))
        soft = cv2.warpAffine(soft, np.float32([[1, 0, 0.3 * shift * self.unit], [0, 1, shift * self.unit]]), self.size)
        self.rgb *= (1 - strength * soft)[..., None]

    def fill(self, polygon: np.ndarray) -> np.ndarray:
        """Anti-aliased polygon, 0..1."""
        return self.draw(lambda image, k: cv2.fillPoly(image, [to_fixed(polygon * k)], 255, cv2.LINE_AA, 4))

    def draw(self, how) -> np.ndarray:
        k = SUPERSAMPLE
        width, height = self.size
        image = np.zeros((height * k, width * k), np.uint8)
        how(image, k)
        return cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / 255

    def mean_light(self) -> float:
        cheeks = self.points[[50, 280, 205, 425]].astype(int)
        width, height = self.size
        return float(np.mean([self.rgb[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)].mean() for x, y in cheeks]))


def to_fixed(points: np.ndarray) -> np.ndarray:
    return np.round(points * 16).astype(np.int32)


#: Of a superellipse's points, from its right end downward.
ANGLES = np.linspace(0, 2 * np.pi, 48, endpoint=False)


def superellipse(size: np.ndarray, power: float, turn: float = 0.0) -> np.ndarray:
    """Around 0, of width and height `size`: of power 2 a plain ellipse, from 6 on a rectangle with round corners; K x
    2."""
    axes = np.stack([np.cos(ANGLES), np.sin(ANGLES)], -1)
    outline = np.sign(axes) * np.abs(axes) ** (2 / power) * size / 2
    return outline @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])


def curve(points: np.ndarray, count: int = 12) -> np.ndarray:
    """Quadratic Bezier through three control points."""
    t = np.linspace(0, 1, count)[:, None]
    return (1 - t) ** 2 * points[0] + 2 * t * (1 - t) * points[1] + t**2 * points[2]
