"""Caps, hats, scarves, hoods and what else is worn on a head."""

from __future__ import annotations

import cv2
import numpy as np

from .canvas import BROW, OVAL, Canvas, curve, to_fixed

CLOTH = np.array(
    [
        [20, 20, 22],
        [16, 18, 30],
        [30, 40, 80],
        [140, 20, 30],
        [230, 230, 228],
        [90, 90, 95],
        [60, 80, 50],
        [200, 170, 60],
        [190, 120, 140],
        [110, 70, 40],
        [30, 90, 120],
        [215, 200, 170],
    ],
    np.float32,
)


def lay_cloth(canvas: Canvas, alpha: np.ndarray, colour: np.ndarray, folds: np.ndarray | None = None) -> None:
    rng = canvas.rng
    height, width = alpha.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / canvas.unit
    angle, rate = rng.uniform(0, np.pi), rng.uniform(3, 14)
    wave = np.sin(6.28 * rate * (x * np.cos(angle) + y * np.sin(angle)) + 2 * np.sin(5 * y + rng.uniform(0, 6)))
    shade = 1 + rng.uniform(0.03, 0.2) * (wave if folds is None else folds)
    side = 1 + rng.uniform(-0.5, 0.5) * (x - x.mean())
    grain = rng.normal(0, rng.uniform(1, 7), (height, width, 1)).astype(np.float32)
    body = np.broadcast_to(np.float32(colour), (height, width, 3))
    if rng.random() < 0.45:
        body = printed(body, x, y, rng)
        if np.ptp(canvas.rgb.mean((0, 1))) < 2:
            body = body.mean(2, keepdims=True)
    body = np.clip(body * (shade * side)[..., None] + grain, 0, 255)
    canvas.shade(alpha, rng.uniform(0.1, 0.5), rng.uniform(0.01, 0.05))
    canvas.lay(body, alpha)
    canvas.mask = np.maximum(canvas.mask, 255 * alpha)
    canvas.hat = np.maximum(canvas.hat, alpha)


def printed(body: np.ndarray, x: np.ndarray, y: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Stripes, checks, dots or blotches of one or two other colours; `x` and `y` in face widths."""
    turn, rate = rng.uniform(0, np.pi), rng.uniform(3, 16)
    u, v = x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)
    bend = rng.uniform(0, 0.06) * np.sin(6.28 * rng.uniform(0.5, 3) * v + rng.uniform(0, 6))
    for _ in range(rng.integers(1, 3)):
        kind = rng.choice(['stripes', 'checks', 'dots', 'blotches'])
        wave = np.sin(6.28 * rate * (u + bend) + rng.uniform(0, 6))
        if kind == 'checks':
            wave = np.maximum(wave, np.sin(6.28 * rate * v + rng.uniform(0, 6)))
        elif kind == 'dots':
            wave = wave * np.sin(6.28 * rate * v + rng.uniform(0, 6))
        elif kind == 'blotches':
            small = rng.normal(0, 1, (max(2, int(np.ptp(y) * rate)), max(2, int(np.ptp(x) * rate)))).astype(np.float32)
            wave = cv2.resize(small, x.shape[::-1], interpolation=cv2.INTER_CUBIC)
        share = np.clip((wave - rng.uniform(-0.2, 0.8)) * 6 + 0.5, 0, 1)[..., None] * rng.uniform(0.5, 1)
        body = body * (1 - share) + CLOTH[rng.integers(len(CLOTH))] * rng.uniform(0.6, 1.15) * share
        rate *= rng.uniform(0.5, 2)
    return body


def covering(canvas: Canvas, kind: str | None = None) -> str:
    """A cap, beanie, brimmed hat, scarf, hood, turban or mortarboard."""
    rng, unit, points = canvas.rng, canvas.unit, canvas.points
    kind = kind or rng.choice(
        ['cap', 'beanie', 'hat', 'scarf', 'hood', 'turban', 'mortarboard', 'cone', 'crown'],
        p=[0.2, 0.14, 0.1, 0.18, 0.08, 0.08, 0.08, 0.07, 0.07],
    )
    colour = CLOTH[rng.integers(len(CLOTH))] * rng.uniform(0.7, 1.2)
    if np.ptp(canvas.rgb.mean((0, 1))) < 2:
        colour = np.full(3, colour.mean())
    top, centre = points[10], (points[234] + points[454]) / 2
    brows = points[BROW['right'] + BROW['left']]
    rim_y = brows[:, 1].min() - rng.uniform(-0.01, 0.2) * unit
    # Over the hair: as high as the person reaches, and as wide as the head is above the brows.
    column = canvas.mask[:, int(np.clip(centre[0], 0, canvas.size[0] - 1))] > 128
    reach = float(np.argmax(column)) if column.any() else top[1]
    crown = min(top[1] - rng.uniform(0.28, 0.42) * unit, reach - rng.uniform(-0.03, 0.08) * unit)
    row = canvas.mask[int(np.clip(rim_y, 0, canvas.size[1] - 1))] > 128
    near = np.abs(np.arange(len(row)) - centre[0]) < 0.75 * unit
    half = float(np.clip((row & near).sum() / 2 + rng.uniform(0.0, 0.06) * unit, 0.52 * unit, 0.74 * unit))
    cx = centre[0] + rng.normal(0, 0.015) * unit
    angle = np.linspace(np.pi, 2 * np.pi, 24)

    def dome(base: float, apex: float, wide: float, power: float = 2.3) -> np.ndarray:
        c, s = np.cos(angle), np.sin(angle)
        return np.stack(
            [
                cx + np.sign(c) * np.abs(c) ** (2 / power) * wide,
                base + np.sign(s) * np.abs(s) ** (2 / power) * (base - apex),
            ],
            -1,
        )

    if kind in ('cap', 'beanie', 'hat', 'turban'):
        sag = np.array(
            [
                [
                    cx + half * f,
                    rim_y
                    + (0.1 * unit if kind != 'cap' else 0.05 * unit) * (1 - 1.2 * abs(f)) * rng.uniform(-0.5, 0.6),
                ]
                for f in np.linspace(1, -1, 12)
            ]
        )
        sides_down = rng.uniform(0, 0.16) * unit
        body = np.concatenate([dome(rim_y + sides_down, crown, half, rng.uniform(2, 3)), sag])
        lay_cloth(canvas, canvas.fill(body), colour)
        if kind == 'cap':
            brim = np.stack(
                [
                    cx + np.cos(np.linspace(0, 2 * np.pi, 30)) * half * rng.uniform(0.75, 1.0),
                    rim_y + np.sin(np.linspace(0, 2 * np.pi, 30)) * unit * rng.uniform(0.05, 0.13),
                ],
                -1,
            )
            lay_cloth(canvas, canvas.fill(brim), colour * rng.uniform(0.6, 1.1))
        if kind == 'hat':
            brim = np.stack(
                [
                    cx + np.cos(np.linspace(0, 2 * np.pi, 30)) * half * rng.uniform(1.25, 1.7),
                    rim_y + np.sin(np.linspace(0, 2 * np.pi, 30)) * unit * rng.uniform(0.06, 0.14),
                ],
                -1,
            )
            lay_cloth(canvas, canvas.fill(brim), colour * rng.uniform(0.7, 1.1))
        if kind == 'turban':
            for _ in range(rng.integers(3, 7)):
                a, b = (
                    np.array([cx - half, rim_y - rng.uniform(0, 0.3) * unit]),
                    np.array([cx + half, rim_y - rng.uniform(0, 0.3) * unit]),
                )
                band = canvas.draw(
                    lambda image, k: cv2.polylines(
                        image,
                        [to_fixed(curve(np.stack([a, (a + b) / 2 - [0, rng.uniform(0.1, 0.4) * unit], b])) * k)],
                        False,
                        255,
                        max(1, int(0.012 * unit * k)),
                        cv2.LINE_AA,
                        4,
                    )
                )
                canvas.rgb *= 1 - rng.uniform(0.2, 0.5) * (band * canvas.hat)[..., None]
        if kind == 'beanie' and rng.random() < 0.6:
            fold = np.array(
                [
                    [cx - half, rim_y],
                    [cx + half, rim_y],
                    [cx + half, rim_y - 0.14 * unit],
                    [cx - half, rim_y - 0.14 * unit],
                ]
            )
            canvas.rgb *= 1 - rng.uniform(0.05, 0.25) * canvas.fill(fold)[..., None] * canvas.hat[..., None]
    elif kind in ('scarf', 'hood'):
        oval = points[OVAL]
        middle = oval.mean(0)
        opening = middle + (oval - middle) * rng.uniform([0.93, 0.9], [1.06, 1.02])
        if kind == 'hood':
            opening = middle + (oval - middle) * rng.uniform([1.1, 1.1], [1.35, 1.3]) + [0, 0.05 * unit]
        bottom = canvas.size[1] + 5.0
        outer = np.concatenate(
            [
                dome(middle[1], crown - rng.uniform(0, 0.1) * unit, half * rng.uniform(1.1, 1.4)),
                [[cx + half * rng.uniform(1.2, 1.8), bottom], [cx - half * rng.uniform(1.2, 1.8), bottom]],
            ]
        )
        alpha = np.clip(canvas.fill(outer) - canvas.fill(opening), 0, 1)
        lay_cloth(canvas, alpha, colour)
    elif kind == 'cone':
        # Straw or felt, behind the face and its hair, over the hair's top.
        if rng.random() < 0.5:
            colour = np.array([205, 175, 125], np.float32) * rng.uniform(0.6, 1.15)
        brim_y, wide = top[1] + rng.uniform(-0.1, 0.25) * unit, half * rng.uniform(1.4, 2.0)
        apex = np.array([cx, min(crown, top[1] - 0.45 * unit) - rng.uniform(0.0, 0.15) * unit])
        cone = np.concatenate(
            [
                [apex],
                curve(
                    np.array([[cx + wide, brim_y], [cx, brim_y + rng.uniform(0.1, 0.5) * unit], [cx - wide, brim_y]]),
                    20,
                ),
            ]
        )
        if rng.random() < 0.4:
            # A round brim, seen from below.
            cone = np.stack(
                [
                    cx + np.cos(np.linspace(0, 2 * np.pi, 40)) * wide,
                    brim_y - 0.1 * unit + np.sin(np.linspace(0, 2 * np.pi, 40)) * wide * rng.uniform(0.4, 0.8),
                ],
                -1,
            )
        front = np.clip(
            (top[1] - rng.uniform(-0.05, 0.2) * unit - np.arange(canvas.size[1])) / (0.04 * unit) + 0.5, 0, 1
        )[:, None]
        lay_cloth(canvas, canvas.fill(cone) * np.maximum(np.clip((200 - canvas.mask) / 140, 0, 1), front), colour)
    elif kind == 'crown':
        low, high = (
            top[1] - rng.uniform(0.0, 0.15) * unit,
            min(crown, top[1] - 0.3 * unit) - rng.uniform(0.0, 0.2) * unit,
        )
        spikes = int(rng.integers(3, 9))
        upper = [
            [cx + half * (1 - 2 * i / (2 * spikes)), high if i % 2 else high + rng.uniform(0.05, 0.2) * unit]
            for i in range(2 * spikes + 1)
        ]
        base = curve(np.array([[cx - half, low], [cx, low + rng.uniform(-0.15, 0.12) * unit], [cx + half, low]]), 16)
        lay_cloth(canvas, canvas.fill(np.concatenate([upper, base])), colour)
    else:
        skull = np.concatenate([dome(rim_y, top[1] - 0.25 * unit, half, 2.6), [[cx + half, rim_y], [cx - half, rim_y]]])
        lay_cloth(canvas, canvas.fill(skull), colour * 0.9)
        y, wide, deep, tilt = (
            top[1] - rng.uniform(0.15, 0.3) * unit,
            half * rng.uniform(1.2, 1.6),
            unit * rng.uniform(0.12, 0.3),
            rng.normal(0, 0.05) * unit,
        )
        board = np.array(
            [
                [cx - wide, y + tilt],
                [cx + rng.normal(0, 0.1) * unit, y - deep],
                [cx + wide, y - tilt],
                [cx + rng.normal(0, 0.1) * unit, y + deep],
            ]
        )
        lay_cloth(canvas, canvas.fill(board), colour)
    return kind
