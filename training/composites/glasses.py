"""Rims, lenses, tint, glare."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from .borrowed import Reflection, borrow
from .canvas import ANGLES, IRIS, SIGN, Canvas, curve, superellipse, to_fixed
from .reflections import reflections

RIMS = np.array(
    [
        [18, 17, 17],
        [30, 26, 24],
        [60, 38, 26],
        [96, 60, 36],
        [120, 110, 90],
        [150, 130, 90],
        [170, 170, 172],
        [100, 30, 34],
        [40, 48, 70],
        [190, 170, 160],
    ],
    np.float32,
)


TEMPLE = {'right': 127, 'left': 356}
NASION = 168
#: Change of light (of 1) from which a rimless lens's edge is as plain as a rim.
EDGE_SEEN = 0.12


def lens_outline(centre: np.ndarray, width: float, height: float, power: float, sag: float) -> np.ndarray:
    """A superellipse, drawn out at its lower outer corner by `sag` (aviators)."""
    outline = superellipse(np.array([width, height]), power)
    outline[:, 0] *= 1 - sag * np.clip(np.sin(ANGLES), 0, 1) * 0.5
    return centre + outline


def glasses(
    canvas: Canvas,
    kind: str | None = None,
    frame_over_eye: bool | None = None,
    glare: bool | None = None,
    rim_kind: str | None = None,
    lamps: float = 0.0,
    borrowed: float = 0.0,
    lenders: Sequence[list[Reflection]] = (),
) -> dict:
    """Glasses on a bare face. Returns kind ('clear' | 'tinted'). Truth of rim and glare is kept on the canvas. `lamps`:
    share of glare that is light added as by lamps; `borrowed`: and as by real glasses, those of `lenders`."""
    rng, unit = canvas.rng, canvas.unit
    kind = kind or ('tinted' if rng.random() < 0.22 else 'clear')
    rim_kind = rim_kind or rng.choice(['full', 'half', 'rimless'], p=[0.52, 0.18, 0.3])
    frame_over_eye = rng.random() < 0.35 if frame_over_eye is None else frame_over_eye
    glare = rng.random() < 0.42 if glare is None else glare
    irises = {side: canvas.points[IRIS[side]] for side in IRIS}
    apart = np.linalg.norm(irises['left'] - irises['right'])
    width = apart * rng.uniform(0.72, 0.93)
    height = width * rng.uniform(0.5, 0.92)
    drop = rng.uniform(0.0, 0.1) * height
    if frame_over_eye:
        # Slid down, the upper rim runs through the eye; now and then they sit too high, and the lower one does.
        height = width * rng.uniform(0.42, 0.8)
        drop = (1 if rng.random() < 0.85 else -1) * (height / 2 - rng.uniform(-0.02, 0.03) * unit)
    else:
        height = max(height, 0.2 * unit)
        if rng.random() < 0.3:
            # Slid down a little: the rim comes close to the lids.
            drop = rng.uniform(0, max(0, height / 2 - 0.05 * unit))
    power, sag = rng.uniform(2.0, 4.5), (rng.uniform(0.1, 0.5) if rng.random() < 0.2 else 0.0)
    toe = rng.uniform(0.0, 0.06) * width
    # On a turned head the far lens is seen narrower.
    reach = {side: np.linalg.norm(canvas.points[TEMPLE[side]] - canvas.points[NASION]) for side in irises}
    lenses = {
        side: lens_outline(
            irises[side] + [SIGN[side] * toe, drop],
            width * np.clip(2 * reach[side] / sum(reach.values()), 0.7, 1.2),
            height,
            power,
            sag,
        )
        for side in irises
    }
    thick = max(0.6, unit * (rng.uniform(0.006, 0.016) if rng.random() < 0.5 else rng.uniform(0.016, 0.05)))
    colour = RIMS[rng.integers(len(RIMS))] * rng.uniform(0.6, 1.25)
    if np.ptp(canvas.rgb.mean((0, 1))) < 2:
        colour = np.full(3, colour.mean())
    areas = {side: canvas.fill(lenses[side]) for side in lenses}
    both = np.clip(areas['left'] + areas['right'], 0, 1)

    # What is seen through the lens is shifted and made smaller or larger.
    power_shift = rng.normal(0, 0.02)
    for side in lenses:
        centre = lenses[side].mean(0)
        zoom = 1 + power_shift
        moved = cv2.warpAffine(
            canvas.rgb,
            np.float32([[zoom, 0, (1 - zoom) * centre[0]], [0, zoom, (1 - zoom) * centre[1]]]),
            canvas.size,
            borderMode=cv2.BORDER_REPLICATE,
        )
        canvas.lay(moved, areas[side])
    if kind == 'tinted':
        # At least a quarter of the light is withheld: less is no tint that a person would tell.
        deep = rng.uniform(0.12, 0.55)
        hue = np.array([rng.uniform(0.8, 1.2) for _ in range(3)]) if rng.random() < 0.7 else np.ones(3)
        rows = np.arange(canvas.size[1])[:, None, None]
        fade = (
            1.0
            if rng.random() < 0.6
            else np.clip(1.2 - (rows - lenses['left'][:, 1].min()) / max(1, height) * rng.uniform(0.3, 0.7), 0.5, 1)
        )
        factor = 1 - (1 - np.clip(deep * hue, 0, 1)) * fade
        canvas.rgb = canvas.rgb * (1 - both[..., None]) + canvas.rgb * factor * both[..., None]
        canvas.lay(np.full(3, rng.uniform(0, 60)), both * rng.uniform(0, 0.3))
    elif rng.random() < 0.4:
        canvas.rgb *= 1 - both[..., None] * rng.uniform(0, 0.1)

    def stroke(parts: list[np.ndarray], closed: bool, thickness: float) -> np.ndarray:
        return canvas.draw(
            lambda image, k: cv2.polylines(
                image,
                [to_fixed(part * k) for part in parts],
                closed,
                int(255 * min(1, thickness * k)),
                max(1, int(round(thickness * k))),
                cv2.LINE_AA,
                4,
            )
        )

    parts = np.zeros_like(both)
    for side, outline in lenses.items():
        if rim_kind == 'full':
            parts = np.maximum(parts, stroke([outline], True, thick))
        elif rim_kind == 'half':
            upper = outline[
                np.argsort(np.arctan2(outline[:, 1] - outline[:, 1].mean(), outline[:, 0] - outline[:, 0].mean()))
            ]
            parts = np.maximum(parts, stroke([upper[upper[:, 1] < outline[:, 1].mean()]], False, thick))
            parts = np.maximum(parts, 0.25 * stroke([outline], True, max(0.5, 0.004 * unit)))
        else:
            # The lens's own edge: a light line and a dark one beside it, fainter here and stronger there.
            fade = np.clip(rng.uniform(0.3, 1.0) + 0.6 * np.sin(np.linspace(0, 6.28, 7) + rng.uniform(0, 6.28)), 0, 1)
            before = canvas.rgb.copy()
            edge = stroke([outline], True, max(0.6, unit * rng.uniform(0.005, 0.014)))
            weight = np.interp(
                np.arange(canvas.size[0]), np.linspace(outline[:, 0].min(), outline[:, 0].max(), 7), fade
            )[None, :]
            canvas.lay(np.full(3, rng.uniform(170, 255)), edge * weight * rng.uniform(0.15, 0.7))
            inner_edge = stroke(
                [outline.mean(0) + (outline - outline.mean(0)) * rng.uniform(0.93, 1.05)],
                True,
                max(0.5, unit * rng.uniform(0.003, 0.01)),
            )
            canvas.lay(np.full(3, rng.uniform(20, 110)), inner_edge * weight * rng.uniform(0.05, 0.45))
            # As much a rim as one sees of it.
            canvas.rim = np.maximum(canvas.rim, np.clip(np.abs(canvas.rgb - before).mean(2) / 255 / EDGE_SEEN, 0, 1))
            # Screws and hinges.
            for end in (-1, 1):
                place = outline[np.argmax(end * outline[:, 0])] - [end * 0.06 * width, rng.uniform(0.05, 0.25) * height]
                blob = lens_outline(place, unit * rng.uniform(0.012, 0.05), unit * rng.uniform(0.008, 0.03), 3, 0)
                canvas.lay(colour, canvas.fill(blob) * rng.uniform(0.4, 1))
                canvas.lay(
                    np.full(3, 245), canvas.fill(blob.mean(0) + (blob - blob.mean(0)) * 0.4) * rng.uniform(0, 0.8)
                )
    # Bridge, hinges and temples.
    inner = {side: lenses[side][np.argmin(SIGN[side] * lenses[side][:, 0])] for side in lenses}
    if rng.random() < 0.5:
        # Nose pads.
        for side in inner:
            pad = lens_outline(
                inner[side] + [SIGN[side] * rng.uniform(-0.02, 0.03) * unit, rng.uniform(0.02, 0.25) * height],
                unit * rng.uniform(0.012, 0.03),
                unit * rng.uniform(0.03, 0.06),
                2,
                0,
            )
            canvas.lay(np.full(3, rng.uniform(60, 250)), canvas.fill(pad) * rng.uniform(0.15, 0.6))
    lift = rng.uniform(0.0, 0.3) * height
    bridge_width = (
        thick * rng.uniform(0.7, 1.2) if rim_kind != 'rimless' else max(0.6, unit * rng.uniform(0.006, 0.014))
    )
    a, b = inner['right'] - [0, lift], inner['left'] - [0, lift]
    parts = np.maximum(
        parts, stroke([curve(np.stack([a, (a + b) / 2 - [0, rng.uniform(0.0, 0.06) * unit], b]))], False, bridge_width)
    )
    if rng.random() < 0.12:
        parts = np.maximum(
            parts, stroke([np.stack([a - [0, 0.2 * height], b - [0, 0.2 * height]])], False, bridge_width)
        )
    for side in lenses:
        outer = lenses[side][np.argmax(SIGN[side] * lenses[side][:, 0])] - [0, rng.uniform(0.1, 0.35) * height]
        edge = canvas.points[TEMPLE[side]] + [
            SIGN[side] * rng.uniform(-0.01, 0.03) * unit,
            rng.normal(0.02, 0.02) * unit,
        ]
        parts = np.maximum(parts, stroke([np.stack([outer, edge])], False, bridge_width))
    canvas.shade(parts, rng.uniform(0.05, 0.4), rng.uniform(0.01, 0.04))
    light = np.full((*both.shape, 3), colour, np.float32) + (rng.normal(0, 1, (*both.shape, 1)) * 4).astype(np.float32)
    if rng.random() < 0.4:
        rows = np.arange(canvas.size[1])[:, None]
        light = light + (40 * np.exp(-(((rows - lenses['left'][:, 1].min()) / (0.03 * unit + 1)) ** 2)))[..., None]
    opacity = rng.uniform(0.85, 1) if rng.random() < 0.85 else rng.uniform(0.35, 0.7)
    canvas.lay(np.clip(light, 0, 255), parts * opacity)
    canvas.rim = np.maximum(canvas.rim, np.clip(parts, 0, 1))
    if glare:
        chance = rng.random() if lamps else 1.0
        if chance < lamps:
            reflections(canvas, lenses)
        elif lenders and chance < lamps + borrowed:
            borrow(canvas, lenses, lenders)
        else:
            lay_glare(canvas, lenses, areas, width, height)
    return {'kind': kind}


def lay_glare(canvas: Canvas, lenses: dict, areas: dict, width: float, height: float) -> None:
    """Reflections of lamps, windows and screens: bright spots, panes, streaks, crescents along a lens's edge, a pale
    veil; white, warm, greenish or violet as coatings are."""
    rng = canvas.rng
    tint = np.array([[255, 255, 255], [225, 250, 235], [215, 220, 255], [255, 245, 225], [190, 240, 205]], np.float32)[
        rng.integers(5)
    ]
    kind, strength = (
        rng.choice(['spot', 'pane', 'streak', 'edge', 'veil'], p=[0.28, 0.26, 0.13, 0.15, 0.18]),
        rng.uniform(0.55, 1.0),
    )
    shift = rng.uniform(-0.3, 0.3, 2) * [width, height]
    sides = ['left', 'right'] if rng.random() < 0.75 else [rng.choice(['left', 'right'])]
    before = canvas.rgb.copy()
    for side in sides:
        centre = lenses[side].mean(0) + shift
        outside = None
        if kind == 'spot':
            shape = lens_outline(centre, width * rng.uniform(0.12, 0.45), height * rng.uniform(0.15, 0.5), 2, 0)
        elif kind == 'pane':
            w, h, skew = width * rng.uniform(0.15, 0.5), height * rng.uniform(0.2, 0.7), rng.normal(0, 0.12) * width
            shape = centre + np.array(
                [[-w / 2 + skew, -h / 2], [w / 2 + skew, -h / 2], [w / 2 - skew, h / 2], [-w / 2 - skew, h / 2]]
            )
        elif kind == 'streak':
            w, lean = width * rng.uniform(0.06, 0.25), rng.uniform(-0.6, 0.6) * height
            shape = centre + np.array(
                [[-w / 2 + lean, -height], [w / 2 + lean, -height], [w / 2 - lean, height], [-w / 2 - lean, height]]
            )
        elif kind == 'edge':
            # What a lens leaves of itself when a copy of it is moved inward.
            shape = lenses[side]
            outside = canvas.fill(shape - np.sign(shift) * [width, height] * rng.uniform(0.08, 0.3, 2))
        else:
            shape = lens_outline(lenses[side].mean(0) + 0.4 * shift, width, height * rng.uniform(0.5, 1.1), 3, 0)
        alpha = canvas.fill(shape) * areas[side]
        if outside is not None:
            alpha = np.clip(alpha - outside, 0, 1)
        alpha = cv2.GaussianBlur(alpha, (0, 0), max(0.4, rng.uniform(0.002, 0.02) * canvas.unit)) * areas[side]
        canvas.lay(tint, alpha * (strength if kind != 'veil' else rng.uniform(0.35, 0.7)))
    # A reflection is seen by what it changes: the same veil shows on dark eyes and not on bright skin.
    canvas.glare = np.maximum(canvas.glare, np.abs(canvas.rgb - before).mean(2) / 255)
