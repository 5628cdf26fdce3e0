"""Shadows and walls."""

from __future__ import annotations

import cv2
import numpy as np

from .canvas import Canvas


def cast_shadow(canvas: Canvas) -> None:
    """A shadow over a part of the face: a lamp from the side, the sun from above, a nose's shadow. It is neither hair
    nor glass."""
    rng, unit = canvas.rng, canvas.unit
    middle = canvas.points[[33, 263, 1]].mean(0)
    angle = rng.uniform(0, 2 * np.pi)
    edge = middle + rng.normal(0, 0.22, 2) * unit
    height, width = canvas.mask.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    if rng.random() < 0.5:
        distance = (x - edge[0]) * np.cos(angle) + (y - edge[1]) * np.sin(angle)
    else:
        # A patch: what a nose, a brow or a hand at a distance casts.
        distance = (
            rng.uniform(0.06, 0.3)
            - np.hypot((x - edge[0]) / rng.uniform(0.6, 1.8), (y - edge[1]) * rng.uniform(0.6, 1.8)) / unit
        ) * unit
    share = 1 / (1 + np.exp(-np.clip(distance / (rng.uniform(0.008, 0.12) * unit), -30, 30)))
    canvas.rgb *= (1 - rng.uniform(0.2, 0.7) * share * canvas.mask / 255)[..., None]


def swap_wall(canvas: Canvas) -> None:
    """Another wall behind the person: plain, shaded or cluttered; light blue and white as the clauses ask, and
    others."""
    rng = canvas.rng
    height, width = canvas.mask.shape
    colour = np.array(
        [
            [100, 197, 255],
            [255, 255, 255],
            [255, 255, 255],
            [235, 238, 242],
            [67, 142, 219],
            [200, 60, 60],
            [120, 130, 140],
            [40, 44, 60],
            [180, 200, 190],
        ],
        np.float32,
    )[rng.integers(9)] * rng.uniform(0.8, 1.0)
    if np.ptp(canvas.rgb.mean((0, 1))) < 2:
        colour = np.full(3, colour.mean())
    wall = np.full((height, width, 3), colour, np.float32)
    if rng.random() < 0.7:
        wall *= (
            1
            + rng.uniform(-0.25, 0.25) * np.linspace(-1, 1, width)[None, :, None]
            + rng.uniform(-0.2, 0.2) * np.linspace(-1, 1, height)[:, None, None]
        )
    if rng.random() < 0.2:
        wall = (
            cv2.GaussianBlur((rng.random((height, width, 3)) * 255).astype(np.float32), (0, 0), 0.15 * canvas.unit) * 3
            - 255
        )
    share = np.clip((canvas.mask / 255 - 0.2) / 0.6, 0, 1)[..., None]
    canvas.rgb = canvas.rgb * share + np.clip(wall, 0, 255) * (1 - share)
