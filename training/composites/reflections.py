"""Reflections as lamps, windows and the sky leave them on lenses: light that is added to what is seen through the
lens."""

from __future__ import annotations

import cv2
import numpy as np

from .canvas import IRIS, SIGN, Canvas, Rng, superellipse

#: Coatings send back what they do not let through: green, violet, blue or amber; uncoated lenses the lamp's own white.
TINTS = np.array(
    [
        [1, 1, 1],
        [1, 1, 1],
        [1, 0.96, 0.88],
        [0.92, 0.96, 1],
        [0.55, 1, 0.7],
        [0.75, 0.6, 1],
        [0.5, 0.7, 1],
        [1, 0.85, 0.6],
    ],
    np.float32,
)
#: Displays' exponent: light is added before it, so that the same lamp shows on a dark pupil and hardly on bright skin.
GAMMA = 2.2
KINDS, CHANCES = ('softbox', 'umbrella', 'window', 'strip', 'edge', 'sky'), (0.3, 0.2, 0.14, 0.1, 0.14, 0.12)


def lens_places(canvas: Canvas) -> dict[str, np.ndarray]:
    """Where the lenses of real glasses surely are, around each eye; side -> polygon."""
    rng = canvas.rng
    apart = np.linalg.norm(canvas.points[IRIS['left']] - canvas.points[IRIS['right']])
    size = apart * np.array([rng.uniform(0.5, 0.66), rng.uniform(0.3, 0.42)])
    return {
        side: canvas.points[at] + superellipse(size, rng.uniform(2, 4)) + [SIGN[side] * 0.03 * apart, 0.02 * apart]
        for side, at in IRIS.items()
    }


def soften(shape: np.ndarray, sigma: float) -> np.ndarray:
    return cv2.GaussianBlur(shape, (0, 0), max(0.4, sigma))


class Lamp:
    """One light in the room; seen alike in both lenses, a little shifted and otherwise large."""

    def __init__(self, rng: Rng, edges: bool):
        chances = np.array(CHANCES) * [edges or kind != 'edge' for kind in KINDS]
        self.kind = rng.choice(KINDS, p=chances / chances.sum())
        # Lamps hang higher than eyes.
        self.place = np.array([rng.uniform(-0.45, 0.45), rng.triangular(-0.5, -0.28, 0.45)])
        across = np.exp(rng.uniform(np.log(0.1), np.log(0.55)))
        self.size = across * np.array([1, np.exp(rng.uniform(-0.7, 0.5))])
        if self.kind == 'strip':
            self.size = np.array([rng.uniform(0.3, 0.9), rng.uniform(0.03, 0.1)])
        self.turn = rng.normal(0, 0.15) if self.kind != 'strip' else rng.uniform(-1.2, 1.2)
        self.power = rng.uniform(3, 10) if self.kind != 'umbrella' else 2.0
        self.bars = (int(rng.integers(0, 3)), int(rng.integers(0, 3)))
        self.blur = rng.uniform(0.001, 0.014) if rng.random() < 0.7 else rng.uniform(0.014, 0.03)
        self.light = np.exp(rng.uniform(np.log(0.1), np.log(0.95)))
        self.tint = TINTS[rng.integers(len(TINTS))]
        #: The lens's other face shows it again, fainter and in its coating's colour.
        self.ghost = (
            (rng.normal(0, 0.12, 2), rng.uniform(0.6, 1.2), rng.uniform(0.15, 0.6), TINTS[rng.integers(len(TINTS))])
            if rng.random() < 0.35
            else None
        )

    def shape(
        self, canvas: Canvas, outline: np.ndarray, lens: np.ndarray, shift: np.ndarray, scale: float
    ) -> np.ndarray:
        """How much of its light each place gets, 0..1."""
        extent = np.ptp(outline, axis=0)
        middle = (outline.min(0) + outline.max(0)) / 2
        centre = middle + (self.place + shift) * extent
        if self.kind == 'edge':
            # Along the rim, where a lens is thick or its bevel catches the light: a stretch of what a smaller lens
            # leaves of it.
            rim = np.clip(
                lens - canvas.fill(middle + (outline - middle) * (1 - np.clip(0.5 * self.size[1], 0.06, 0.25))), 0, 1
            )
            near = canvas.fill(
                middle
                + self.place / max(0.1, np.abs(self.place).max()) * 0.5 * extent
                + superellipse(extent * np.clip(2.5 * self.size[0] * scale, 0.3, 1.2), 2)
            )
            return rim * soften(near, 0.03 * canvas.unit)
        if self.kind == 'sky':
            rows = np.arange(canvas.size[1])[:, None]
            return lens * np.clip(
                1 - (rows - outline[:, 1].min()) / (extent[1] * np.clip(1.5 * self.size[1] * scale, 0.2, 0.8)), 0, 1
            ).astype(np.float32)
        size = self.size * extent[0] * scale
        shape = canvas.fill(centre + superellipse(size, self.power, self.turn))
        if self.kind == 'umbrella':
            shape = shape * (0.45 + 0.55 * canvas.fill(centre + 0.15 * size + superellipse(0.4 * size, 2)))
        if self.kind == 'window':
            for axis, count in enumerate(self.bars):
                for bar in range(1, count + 1):
                    at = np.zeros(2)
                    at[axis] = (bar / (count + 1) - 0.5) * size[axis]
                    thin = np.where(np.arange(2) == axis, 0.07, 1.2) * size
                    shape = shape * (1 - canvas.fill(centre + superellipse(thin, 10) + at))
        return soften(shape, self.blur * canvas.unit) * lens


def reflections(canvas: Canvas, lenses: dict[str, np.ndarray], edges: bool = True) -> None:
    """One lamp or a few, in both lenses or one; `edges`: whether the outlines are the lenses' own."""
    rng = canvas.rng
    light = np.zeros_like(canvas.rgb)
    inside = {side: canvas.fill(outline) for side, outline in lenses.items()}
    for _ in range(rng.choice([1, 2, 3], p=[0.65, 0.25, 0.1])):
        lamp = Lamp(rng, edges)
        alone = rng.choice(list(lenses)) if rng.random() < 0.2 else None
        for side, outline in lenses.items():
            # The nearer lens sees it at another angle.
            shift, scale, strength = rng.normal(0, 0.06, 2), rng.uniform(0.8, 1.2), rng.uniform(0.6, 1.1)
            if alone not in (None, side):
                continue
            light += (
                strength * lamp.light * lamp.shape(canvas, outline, inside[side], shift, scale)[..., None] * lamp.tint
            )
            if lamp.ghost:
                moved, size, share, tint = lamp.ghost
                light += (
                    strength
                    * share
                    * lamp.light
                    * lamp.shape(canvas, outline, inside[side], shift + moved, scale * size)[..., None]
                    * tint
                )
    add_light(canvas, light)


def add_light(canvas: Canvas, light: np.ndarray) -> None:
    """`light`: H x W x 3, linear, 0..1; grey on pictures without colours. What it changes is the truth of glare."""
    before = canvas.rgb.copy()
    if np.ptp(canvas.rgb.mean((0, 1))) < 2:
        light = np.repeat(light.mean(2, keepdims=True), 3, 2)
    canvas.rgb = 255 * np.clip((np.clip(canvas.rgb, 0, 255) / 255) ** GAMMA + light, 0, 1) ** (1 / GAMMA)
    canvas.glare = np.maximum(canvas.glare, np.abs(canvas.rgb - before).mean(2) / 255)
