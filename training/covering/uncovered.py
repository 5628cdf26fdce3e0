"""What covers nothing and may look as if it did: beards, lipstick, shadows, hair and cloth around the face, light."""

from __future__ import annotations

import cv2
import numpy as np
from composites import cast_shadow, fringe, glasses, hair_beside

from .cloth import cloth, folds
from .face import Face, blend, smooth
from .hands import hand
from .masks import scarf

LIPS = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185]
LIPS_INSIDE = [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191]
JAW = [234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454]


def beard(face: Face) -> None:
    """A full beard, stubble, a goatee or a moustache over and around the lips."""
    rng, points = face.rng, face.points
    kind = rng.choice(['full', 'goatee', 'moustache'], p=[0.6, 0.2, 0.2])
    alpha = np.zeros(face.mask.shape, np.float32)
    if kind != 'moustache':
        jaw = points[JAW] if kind == 'full' else points[[61, 172, 150, 152, 379, 397, 291]]
        low = rng.uniform(0, 0.2) if kind == 'full' else rng.uniform(0, 0.06)
        below = jaw + face.down * face.unit * low * np.sin(np.linspace(0, np.pi, len(jaw)))[:, None]
        upper = (
            blend(points[NOSE_SIDES[1]], points[291], rng.uniform(0.2, 0.9)),
            blend(points[NOSE_SIDES[0]], points[61], rng.uniform(0.2, 0.9)),
        )
        alpha = face.fill(
            smooth(np.array([*below, upper[0], points[17] if kind == 'goatee' else points[0], upper[1]]), 1)
        )
    if kind == 'moustache' or rng.random() < 0.75:
        shape = np.array(
            [
                face.at(61, -0.02, 0.02),
                blend(points[61], points[2], 0.6),
                points[2],
                blend(points[291], points[2], 0.6),
                face.at(291, 0.02, 0.02),
                points[269],
                points[0],
                points[39],
            ]
        )
        alpha = np.maximum(alpha, face.fill(smooth(shape, 1)))
    alpha = cv2.GaussianBlur(alpha, (0, 0), rng.uniform(0.008, 0.05) * face.unit)
    alpha *= 1 - face.fill(points[LIPS]) * rng.uniform(0.7, 1)
    patchy = 0.6 * face.noise(0.012, 0.03) + 0.6 * face.noise(0.1) + rng.uniform(-0.2, 1.8)
    grain = cv2.GaussianBlur(0.5 + 0.5 * np.tanh(patchy), (0, 0), rng.uniform(0.4, 0.9))
    tone = rng.choice([20, 45, 90, 170], p=[0.4, 0.3, 0.15, 0.15]) * np.float32([1.1, 1.0, 0.9]) * rng.uniform(0.7, 1.2)
    colour = tone * (1 + 0.25 * face.noise(0.012, 0.04))[..., None]
    face.lay(np.clip(colour * face.light[..., None], 0, 255), alpha * grain * rng.uniform(0.3, 1))


NOSE_SIDES = (98, 327)


def lipstick(face: Face) -> None:
    rng = face.rng
    alpha = face.fill(face.points[LIPS]) * (1 - face.fill(face.points[LIPS_INSIDE])) * rng.uniform(0.3, 0.85)
    colour = np.float32([[190, 30, 50], [150, 20, 60], [220, 90, 110], [120, 30, 40], [60, 20, 40]])[rng.integers(5)]
    face.lay(colour * (face.rgb.mean(2, keepdims=True) / 110).clip(0.4, 1.3), alpha)


def cloth_around(face: Face) -> None:
    """A hijab, a hood or a shawl around the face."""
    rng = face.rng
    grow = rng.uniform(0.93, 1.12, 2)
    middle = face.points[[10, 152]].mean(0)
    opening = face.points[[10, 332, 284, 389, 454, 361, 397, 378, 152, 149, 172, 132, 234, 162, 54, 103]]
    opening = middle + (opening - middle) * grow + rng.normal(0, 0.015, (16, 2)) * face.unit
    outside = 1 - face.fill(smooth(opening, 2))
    around = middle + (face.points[[10, 389, 454, 397, 152, 172, 234, 162]] - middle) * rng.uniform(1.25, 1.6)
    around[4] += face.down * face.unit * rng.uniform(0.3, 1.2)
    alpha = outside * face.fill(smooth(around, 2))
    before = face.cover.copy()
    face.put(cloth(face, 0.3), alpha, folds(face, rng.uniform(0.03, 0.15)))
    face.cover = before


def tone(face: Face) -> None:
    """Darker or lighter skin, warm or cold light, more or less contrast."""
    rng = face.rng
    where = (face.mask / 255)[..., None] if rng.random() < 0.5 else 1.0
    gamma, gain = np.exp(rng.normal(0, 0.3)), np.exp(rng.normal(0, 0.09, 3))
    changed = 255 * (face.rgb.clip(0, 255) / 255) ** gamma * gain
    face.rgb = face.rgb + (changed.clip(0, 255) - face.rgb) * where


def distract(face: Face, much: bool) -> None:
    """Some of it by chance; `much` where nothing covers the face, to be as hard as it can be."""
    rng = face.rng
    chance = lambda share: rng.random() < (share if much else 0.4 * share)
    if chance(0.5):
        tone(face)
    if chance(0.3):
        beard(face)
    if chance(0.15):
        lipstick(face)
    if chance(0.25):
        cast_shadow(face)
    if chance(0.12):
        glasses(face, 'tinted' if rng.random() < 0.6 else 'clear')
    if chance(0.1):
        fringe(face)
    if chance(0.06):
        for side in ('left', 'right'):
            hair_beside(face, side)
    if chance(0.12):
        cloth_around(face)
    if chance(0.15):
        scarf(face, over=False)
    if chance(0.1):
        hand(face, face.at(152, rng.choice([-1, 1]) * rng.uniform(0.2, 0.9), rng.uniform(0.35, 0.9)))
