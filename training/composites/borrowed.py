"""Reflections on real glasses, lifted off and laid on others: no drawn lamp is as odd as a real one."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from .canvas import IRIS, SIGN, Canvas
from .reflections import GAMMA, add_light

#: What is borrowed reaches this far around an eye, in distances between the eyes.
REACH = 0.6
#: Light that is less everywhere is no reflection.
LEAST = 0.02


@dataclass
class Reflection:
    """Light on one lens: `light` H x W x 3, linear, 0..1; `eye`: the eye's middle in its pixels; `apart`: the distance
    between the eyes in them."""

    side: str
    light: np.ndarray
    eye: np.ndarray
    apart: float


def lifted(picture: np.ndarray, landmarks: np.ndarray, where: np.ndarray) -> list[Reflection]:
    """The light that reflections add to a head `picture` (H x W x 3 uint8): what is more there than around the places
    `where` (H x W, bool)."""
    rgb = picture[..., :3]
    around = cv2.inpaint(rgb, where.astype(np.uint8), 3, cv2.INPAINT_TELEA)
    linear = lambda image: (image.astype(np.float32) / 255) ** GAMMA
    light = (
        np.clip(linear(rgb) - linear(around), 0, None)
        * cv2.GaussianBlur(where.astype(np.float32), (0, 0), 0.6)[..., None]
    )
    eyes = {side: landmarks[at] for side, at in IRIS.items()}
    apart = float(np.linalg.norm(eyes['left'] - eyes['right']))
    middle = int(landmarks[list(IRIS.values()), 0].mean())
    found = []
    for side, eye in eyes.items():
        (left, top), (right, bottom) = np.maximum(0, eye - REACH * apart).astype(int), (eye + REACH * apart).astype(int)
        left, right = (left, min(right, middle)) if side == 'right' else (max(left, middle), right)
        part = np.ascontiguousarray(light[top:bottom, left:right])
        if part.size and part.max() > LEAST:
            found.append(Reflection(side, part, eye - [left, top], apart))
    return found


def borrow(canvas: Canvas, lenses: dict[str, np.ndarray], lenders: list[list[Reflection]]) -> None:
    """The reflections of one of `lenders` (a real wearer's each), moved, sized, turned, mirrored and dimmed a little,
    within the lenses' outlines."""
    rng = canvas.rng
    lender = lenders[rng.integers(len(lenders))]
    mirrored, strength, size, shift = (
        rng.random() < 0.5,
        np.exp(rng.uniform(np.log(0.5), np.log(1.6))),
        np.exp(rng.normal(0, 0.2)),
        rng.normal(0, 0.06, 2),
    )
    tint = np.exp(rng.normal(0, 0.1, 3)) if rng.random() < 0.5 else np.ones(3)
    apart = np.linalg.norm(canvas.points[IRIS['left']] - canvas.points[IRIS['right']])
    light = np.zeros_like(canvas.rgb)
    for one in lender:
        side = {'right': 'left', 'left': 'right'}[one.side] if mirrored else one.side
        scale, flip, turn = (
            apart / one.apart * size * np.exp(rng.normal(0, 0.08)),
            -1.0 if mirrored else 1.0,
            rng.normal(0, 0.12),
        )
        linear = scale * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) @ np.diag([flip, 1.0])
        to = canvas.points[IRIS[side]] + apart * (shift * [SIGN[side], 1] + rng.normal(0, 0.02, 2))
        moved = cv2.warpAffine(one.light, np.float32(np.column_stack([linear, to - linear @ one.eye])), canvas.size)
        light += strength * moved * canvas.fill(lenses[side])[..., None] * tint
    add_light(canvas, light.astype(np.float32))
