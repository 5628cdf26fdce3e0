"""A face that things are laid over: a `Canvas` that also keeps how much of each pixel they cover, and the light they
stand in."""

from __future__ import annotations

import cv2
import numpy as np
from composites.canvas import EYE, OVAL, Canvas, Rng

#: Pixels a face width: the crop has 40, the rest is for drawing thin things well.
DENSITY = 80


def blend(a: np.ndarray, b: np.ndarray, share: float) -> np.ndarray:
    return a + (b - a) * share


class Face(Canvas):
    """`picture` H x W x 4 uint8, RGB and the person mask; `lender` gives cloth and walls of somebody else."""

    def __init__(self, picture: np.ndarray, landmarks: np.ndarray, density: float, rng: Rng, lender: np.ndarray):
        super().__init__(picture, landmarks, density, rng)
        self.lender = lender
        self.cover = np.zeros(self.mask.shape, np.float32)
        self.across = self.points[EYE['left'][0]] - self.points[EYE['right'][0]]
        self.across = self.across / np.linalg.norm(self.across)
        self.down = np.array([-self.across[1], self.across[0]])
        self.oval = self.fill(self.points[OVAL])
        self.light = self.find_light()

    def find_light(self) -> np.ndarray:
        """How bright the light on the face is from place to place, 1 on average; what lies over it stands in it."""
        weight = self.oval + 1e-3
        grey = self.rgb.mean(2)
        small = lambda values: cv2.resize(values, None, fx=0.2, fy=0.2, interpolation=cv2.INTER_AREA)
        soft = lambda values: cv2.GaussianBlur(small(values), (0, 0), 0.044 * self.unit)
        light = cv2.resize(soft(grey * weight) / soft(weight), self.size, interpolation=cv2.INTER_LINEAR)
        return np.clip(light / max(1.0, (light * self.oval).sum() / self.oval.sum()), 0.4, 1.7)

    def skin(self) -> np.ndarray:
        """The colour of the cheeks and the forehead."""
        height, width = self.mask.shape
        points = self.points[[50, 280, 205, 425, 151, 108, 337]].astype(int)
        return np.median([self.rgb[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)] for x, y in points], axis=0)

    def at(self, point: int | np.ndarray, across: float = 0.0, down: float = 0.0) -> np.ndarray:
        """A place beside a point (or a landmark by its number); offsets in face widths along the face's own axes."""
        origin = self.points[point] if isinstance(point, (int, np.integer)) else point
        return origin + self.unit * (across * self.across + down * self.down)

    def line(self, points: np.ndarray, width: float, closed: bool = False) -> np.ndarray:
        """A line `width` face widths thick, 0..1."""
        thick = max(1, round(2 * width * self.unit))
        fixed = lambda k: [np.round(points * k * 16).astype(np.int32)]
        return self.draw(lambda image, k: cv2.polylines(image, fixed(k), closed, 255, thick, cv2.LINE_AA, 4))

    def noise(self, across: float, down: float | None = None) -> np.ndarray:
        """Smooth noise of about 0 mean and 1 deviation, whose waves are as long as given in face widths."""
        sigmas = [max(0.4, 0.4 * length * self.unit) for length in (across, down or across)]
        # Long waves on a coarser grid: the same noise for a tenth of the time.
        coarse = [max(1.0, sigma / 2) for sigma in sigmas]
        width, height = (max(4, round(side / by)) for side, by in zip(self.size, coarse))
        raw = self.rng.standard_normal((height, width)).astype(np.float32)
        soft = cv2.GaussianBlur(raw, (0, 0), sigmas[0] / coarse[0], sigmaY=sigmas[1] / coarse[1])
        smooth = cv2.resize(soft, self.size, interpolation=cv2.INTER_LINEAR)
        return smooth / max(1e-6, float(smooth.std()))

    def relief(self, alpha: np.ndarray, radius: float, depth: float) -> np.ndarray:
        """How light falls on something round of that outline, about 1; `radius` of its edge in face widths."""
        result = np.ones(alpha.shape, np.float32)
        x, y, width, height = cv2.boundingRect((alpha > 0.003).astype(np.uint8))
        window = slice(max(0, y - 3), y + height + 3), slice(max(0, x - 3), x + width + 3)
        if not width:
            return result
        inside = cv2.distanceTransform((alpha[window] > 0.5).astype(np.uint8), cv2.DIST_L2, 3)
        rise = np.clip(inside / max(1.0, radius * self.unit), 0, 1)
        height = cv2.GaussianBlur(np.sqrt(1 - (1 - rise) ** 2), (0, 0), 0.8)
        slope = np.stack([cv2.Sobel(height, cv2.CV_32F, 1, 0), cv2.Sobel(height, cv2.CV_32F, 0, 1)], -1)
        slope *= 0.125 * max(1.0, radius * self.unit)
        angle = self.rng.normal(-np.pi / 2, 0.9)
        toward = slope @ np.array([np.cos(angle), np.sin(angle)])
        result[window] = np.clip(1 - depth * toward - 0.25 * (1 - height), 0.35, 1.5)
        return result

    def put(
        self, colour: np.ndarray, alpha: np.ndarray, shading: np.ndarray | float = 1.0, shadow: float = 0.3
    ) -> None:
        """Lays something over the face, in its light and with a shadow around it; it counts as covering."""
        # Only where it is: most things are small.
        x, y, width, height = cv2.boundingRect((alpha > 0.003).astype(np.uint8))
        if not width:
            return
        room = round(0.12 * self.unit)
        window = slice(max(0, y - room), y + height + room), slice(max(0, x - room), x + width + room)
        part = alpha[window]
        rgb = self.rgb[window]
        if shadow:
            shift = self.rng.uniform(0, 0.05) * self.unit
            soft = cv2.GaussianBlur(part, (0, 0), max(0.5, 0.02 * self.unit))
            soft = cv2.warpAffine(soft, np.float32([[1, 0, 0.3 * shift], [0, 1, shift]]), part.shape[::-1])
            rgb = rgb * (1 - self.rng.uniform(0, 2 * shadow) * soft)[..., None]
        colour = np.asarray(colour, np.float32)
        lit = colour[window] if colour.ndim == 3 else colour
        shade = shading[window] if isinstance(shading, np.ndarray) else shading
        factor = shade * self.light[window] ** self.rng.uniform(0.5, 1.0)
        self.rgb[window] = rgb + (np.clip(lit * factor[..., None], 0, 255) - rgb) * part[..., None]
        self.cover[window] = np.maximum(self.cover[window], part)

    def covered(self) -> float:
        """Share of the face, brows and forehead left out, that is covered."""
        lower = self.lower()
        return float((self.cover * lower).sum() / lower.sum())

    def lower(self) -> np.ndarray:
        """The face from the eyes' upper lids down."""
        lids = self.points[[159, 386]].mean(0)
        height, width = self.mask.shape
        y, x = np.mgrid[0:height, 0:width]
        below = (x - lids[0]) * self.down[0] + (y - lids[1]) * self.down[1] > -0.02 * self.unit
        return self.oval * below


def reduced(picture: np.ndarray, landmarks: np.ndarray, density: float) -> tuple[np.ndarray, np.ndarray, float]:
    """Picture, landmarks and density of a head, at DENSITY pixels a face width at most."""
    scale = min(1.0, DENSITY / density)
    size = round(picture.shape[1] * scale), round(picture.shape[0] * scale)
    factor = np.array([size[0] / picture.shape[1], size[1] / picture.shape[0]])
    smaller = cv2.resize(picture, size, interpolation=cv2.INTER_AREA) if scale < 1 else picture
    return smaller, landmarks[:, :2] * factor, density * scale


def smooth(points: np.ndarray, times: int = 2) -> np.ndarray:
    """Corners cut off a closed outline (Chaikin)."""
    for _ in range(times):
        after = np.roll(points, -1, axis=0)
        points = np.stack([0.75 * points + 0.25 * after, 0.25 * points + 0.75 * after], 1).reshape(-1, 2)
    return points
