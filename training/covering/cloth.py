"""Colours and patterns of cloth, paper and plastic."""

from __future__ import annotations

import cv2
import numpy as np

from .face import Face

#: Masks in shops: white, light blue, sky, grey, pink, green, lilac, beige, black, navy, red.
MASK_COLOURS = np.array(
    [
        [240, 242, 245],
        [240, 242, 245],
        [176, 208, 230],
        [140, 190, 225],
        [170, 175, 180],
        [245, 190, 200],
        [165, 215, 195],
        [205, 190, 225],
        [225, 205, 180],
        [28, 28, 32],
        [28, 28, 32],
        [40, 50, 90],
        [170, 40, 45],
    ],
    np.float32,
)


def plain(face: Face, colours: np.ndarray = MASK_COLOURS) -> np.ndarray:
    """A colour of the list or any other; one in eight is about that of the skin."""
    rng = face.rng
    chance = rng.random()
    if chance < 0.125:
        return np.clip(face.skin() * rng.uniform(0.75, 1.25) * rng.normal(1, 0.04, 3), 0, 255)
    if chance < 0.35:
        return any_colour(rng)
    return np.clip(colours[rng.integers(len(colours))] * rng.uniform(0.8, 1.05) + rng.normal(0, 6, 3), 0, 255)


def any_colour(rng: np.random.Generator) -> np.ndarray:
    hsv = np.uint8([[[rng.integers(180), rng.integers(256), rng.integers(20, 256)]]])
    return cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)[0, 0].astype(np.float32)


def borrowed(face: Face) -> np.ndarray:
    """A piece of somebody else's picture, stretched over this one."""
    height, width = face.lender.shape[:2]
    side = int(face.rng.uniform(0.15, 0.4) * width)
    top = int(face.rng.uniform(0.7, 1.0) * (height - side)) if face.rng.random() < 0.7 else 0
    left = face.rng.integers(width - side)
    piece = face.lender[top : top + side, left : left + side, :3]
    return cv2.resize(piece, face.size, interpolation=cv2.INTER_LINEAR).astype(np.float32)


def pattern(face: Face, colour: np.ndarray) -> np.ndarray:
    """Stripes, checks, dots, blots or print of `colour` and another."""
    rng = face.rng
    height, width = face.mask.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / face.unit
    turn, wave = rng.uniform(0, np.pi), rng.uniform(0.03, 0.16)
    u, v = (x * np.cos(turn) + y * np.sin(turn)) / wave, (y * np.cos(turn) - x * np.sin(turn)) / wave
    kind = rng.integers(5)
    if kind == 0:
        share = (np.sin(2 * np.pi * u) > rng.uniform(-0.5, 0.8)).astype(np.float32)
    elif kind == 1:
        share = 0.5 * (np.sin(2 * np.pi * u) > 0.2) + 0.5 * (np.sin(2 * np.pi * v) > 0.2)
    elif kind == 2:
        share = (np.hypot(u % 1 - 0.5, v % 1 - 0.5) < rng.uniform(0.15, 0.4)).astype(np.float32)
    elif kind == 3:
        share = (face.noise(rng.uniform(0.05, 0.2)) > rng.uniform(-0.3, 1)).astype(np.float32)
    else:
        return borrowed(face)
    return colour + (any_colour(rng) - colour) * share[..., None].astype(np.float32)


def cloth(face: Face, patterned: float = 0.3) -> np.ndarray:
    """H x W x 3, plain or with a pattern."""
    colour = plain(face)
    if face.rng.random() < patterned:
        return pattern(face, colour)
    return np.broadcast_to(colour, face.rgb.shape).astype(np.float32)


def folds(face: Face, strength: float) -> np.ndarray:
    """Brightness of creased cloth, about 1."""
    rng = face.rng
    long, short = rng.uniform(0.2, 0.7), rng.uniform(0.04, 0.12)
    waves = face.noise(long, short) if rng.random() < 0.7 else face.noise(short, long)
    return np.clip(1 + strength * waves + 0.4 * strength * face.noise(0.05), 0.4, 1.5)
