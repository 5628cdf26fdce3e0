"""Strands, fringes and locks over brows; hair over, beside and behind ears; darker hair."""

from __future__ import annotations

import cv2
import numpy as np

from .canvas import BROW, CHEEK, FOREHEAD, OVAL, SIGN, SUPERSAMPLE, Canvas, curve, to_fixed

NATURAL_HAIR = np.array(
    [
        [22, 18, 17],
        [34, 26, 22],
        [48, 34, 26],
        [62, 42, 28],
        [90, 62, 40],
        [128, 96, 60],
        [70, 66, 64],
        [150, 148, 146],
    ],
    np.float32,
)
#: Patches of real hair (RGB uint8, strands running down) with the face's width in their pixels; filled by `variants`.
HAIR_PATCHES: list[tuple[np.ndarray, float]] = []


def hair_colour(canvas: Canvas) -> np.ndarray:
    """The person's own, seen above the forehead, or any natural one in the picture's light."""
    rng, unit = canvas.rng, canvas.unit
    x, y = canvas.points[10]
    x0, x1, y0, y1 = int(x - 0.25 * unit), int(x + 0.25 * unit), int(y - 0.3 * unit), int(y - 0.1 * unit)
    area, mask = (
        canvas.rgb[max(0, y0) : max(0, y1), max(0, x0) : x1],
        canvas.mask[max(0, y0) : max(0, y1), max(0, x0) : x1],
    )
    own = area[mask > 190]
    if len(own) > 30 and rng.random() < 0.6:
        colour = np.median(own, axis=0)
        # Where the head is bald this is skin.
        if colour.mean() < 0.75 * canvas.mean_light() or np.abs(colour / (colour.mean() + 1) - 1).max() < 0.12:
            return colour
    colour = NATURAL_HAIR[
        rng.choice(len(NATURAL_HAIR), p=[0.24, 0.2, 0.14, 0.12, 0.1, 0.07, 0.07, 0.06])
    ] * rng.uniform(0.6, 1.3)
    gray = np.ptp(canvas.rgb.mean((0, 1))) < 2
    colour = np.full(3, colour.mean()) if gray else colour * np.clip(canvas.mean_light() / 150, 0.5, 1.3)
    # Hair of the skin's own light and hue is none that a person would see.
    return (
        colour * min(1, 0.8 * canvas.mean_light() / colour.mean()) if np.ptp(colour) > 0.15 * colour.mean() else colour
    )


def lay_strands(
    canvas: Canvas,
    strands: list[np.ndarray],
    widths: np.ndarray,
    colour: np.ndarray,
    opacity: float,
    behind: bool = False,
) -> None:
    """Draws each strand as a line with a brightness of its own; `widths` in pixels of the head. `behind`: only where
    the person is not."""
    rng, k = canvas.rng, SUPERSAMPLE
    width, height = canvas.size
    tone = np.zeros((height * k, width * k), np.uint8)
    alpha = np.zeros((height * k, width * k), np.uint8)
    for strand, thick in zip(strands, widths):
        # A line thinner than a pixel is a fainter pixel.
        thickness = max(1, int(round(thick * k)))
        strength = int(255 * min(1.0, max(0.25, thick * k / thickness)))
        fixed = to_fixed(strand * k)
        cv2.polylines(alpha, [fixed], False, strength, thickness, cv2.LINE_AA, 4)
        cv2.polylines(tone, [fixed], False, int(np.clip(rng.normal(128, 38), 40, 250)), thickness, cv2.LINE_AA, 4)
    small = lambda image: cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    alpha, tone = small(alpha), small(tone)
    shine = np.exp(
        -(((np.arange(height)[:, None] - rng.uniform(0.2, 0.8) * height) / (0.08 * canvas.unit + 1)) ** 2)
    ) * rng.uniform(0, 30)
    textured = colour * (0.45 + 1.1 * tone[..., None] / np.maximum(alpha[..., None], 0.2)) + shine[..., None]
    if HAIR_PATCHES and rng.random() < 0.5:
        real = hair_texture(canvas)
        textured = real if rng.random() < 0.5 else real * (textured.mean((0, 1)) + 5) / (real.mean((0, 1)) + 5)
        textured = textured * (0.8 + 0.4 * tone[..., None] / np.maximum(alpha[..., None], 0.2))
    if behind:
        alpha = alpha * np.clip((200 - canvas.mask) / 140, 0, 1)
        canvas.lay(np.clip(textured * rng.uniform(0.5, 1.0), 0, 255), alpha * opacity)
        canvas.mask = np.maximum(canvas.mask, 255 * np.clip(alpha, 0, 1))
        return
    canvas.shade(alpha, rng.uniform(0.05, 0.35), rng.uniform(0.0, 0.025))
    canvas.lay(np.clip(textured, 0, 255), alpha * opacity)
    canvas.hair = np.maximum(canvas.hair, alpha * opacity)
    canvas.mask = np.maximum(canvas.mask, 255 * np.clip(alpha, 0, 1))


def hair_texture(canvas: Canvas) -> np.ndarray:
    """A patch of real hair, continued by reflection over the whole picture."""
    rng = canvas.rng
    patch, density = HAIR_PATCHES[rng.integers(len(HAIR_PATCHES))]
    scale = canvas.unit / density
    patch = cv2.resize(patch, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    if np.ptp(canvas.rgb.mean((0, 1))) < 2:
        patch = np.repeat(patch.mean(2, keepdims=True), 3, 2).astype(np.uint8)
    width, height = canvas.size
    ph, pw = patch.shape[:2]
    fold = lambda index, size: np.abs((index % (2 * size)) - size + 0.5).astype(int).clip(0, size - 1)
    rows, columns = fold(np.arange(height) + rng.integers(1000), ph), fold(np.arange(width) + rng.integers(1000), pw)
    return patch[rows][:, columns].astype(np.float32)


def fringe(canvas: Canvas, kind: str | None = None) -> None:
    """Hair from above over forehead and brows; some of it ends above them, some is a few strays."""
    rng, unit = canvas.rng, canvas.unit
    kind = kind or rng.choice(
        ['straight', 'side', 'curtain', 'air', 'stray', 'lock'], p=[0.2, 0.2, 0.12, 0.16, 0.17, 0.15]
    )
    line = canvas.points[FOREHEAD[2:-2]].copy()
    line[:, 1] -= rng.uniform(-0.04, 0.14) * unit
    total = np.linspace(0, 1, len(line))
    at = lambda t: np.stack([np.interp(t, total, line[:, 0]), np.interp(t, total, line[:, 1])], -1)
    brow = canvas.points[BROW['right'] + BROW['left']]
    # Where it ends, from well above the brows to the eyes.
    end = brow[:, 1].mean() + rng.uniform(-0.2, 0.14) * unit
    colour = hair_colour(canvas)
    if kind == 'straight':
        count, (t0, t1), slant = (
            int(rng.integers(120, 320)),
            sorted(rng.choice([[0.05, 0.95], [0.2, 0.8], [0.0, 0.6], [0.4, 1.0]])),
            rng.normal(0, 0.06),
        )
        thick = rng.uniform(0.006, 0.02)
    elif kind == 'air':
        count, (t0, t1), slant, thick = (
            int(rng.integers(12, 70)),
            (0.1, 0.9),
            rng.normal(0, 0.1),
            rng.uniform(0.004, 0.016),
        )
    elif kind == 'stray':
        count, (t0, t1), slant, thick = (
            int(rng.integers(1, 7)),
            (0.05, 0.95),
            rng.normal(0, 0.25),
            rng.uniform(0.004, 0.012),
        )
        end = brow[:, 1].mean() + rng.uniform(-0.05, 0.2) * unit
    elif kind == 'lock':
        t0 = rng.uniform(0.05, 0.85)
        count, t1, slant, thick = (
            int(rng.integers(15, 90)),
            t0 + rng.uniform(0.04, 0.16),
            rng.normal(0, 0.2),
            rng.uniform(0.005, 0.015),
        )
    else:
        count, (t0, t1), slant, thick = int(rng.integers(100, 300)), (0.0, 1.0), 0.0, rng.uniform(0.006, 0.018)
    strands = []
    part = rng.uniform(0.2, 0.8) if kind == 'side' else rng.uniform(0.4, 0.6)
    for t in rng.uniform(t0, t1, count):
        if kind in ('side', 'curtain'):
            # From the parting outwards and down: near the parting they are short of the brows.
            root = at(part + (t - part) * rng.uniform(0, 0.5))
            tip = at(np.clip(t + 0.25 * np.sign(t - part), 0, 1))
            drop = end if kind == 'side' and t < part or kind == 'curtain' else end - rng.uniform(0.05, 0.2) * unit
            tip = np.array([tip[0], drop + abs(t - part) * rng.uniform(0, 0.25) * unit])
            bend = (
                np.array([(root[0] + tip[0]) / 2, root[1] + 0.35 * (tip[1] - root[1])]) + rng.normal(0, 0.02, 2) * unit
            )
        else:
            root = at(t) + rng.normal(0, 0.012, 2) * unit
            tip = np.array([root[0] + (slant + rng.normal(0, 0.03)) * unit, end + rng.normal(0, 0.03) * unit])
            bend = (root + tip) / 2 + np.array([rng.normal(0, 0.05), rng.normal(0, 0.02)]) * unit
        strands.append(curve(np.stack([root - [0, 0.05 * unit], bend, tip])))
    widths = thick * unit * rng.lognormal(0, 0.3, count)
    lay_strands(canvas, strands, np.clip(widths, 0.25, 0.03 * unit), colour, rng.uniform(0.75, 1.0))


def ear_box(canvas: Canvas, side: str) -> tuple[float, float, float, float]:
    """Where an ear usually is: outward from, outward to (shares of the face's width from the cheek's edge), top and
    bottom (pixels)."""
    y = canvas.points[CHEEK[side]][1]
    return 0.0, 0.12, y - 0.16 * canvas.unit, y + 0.24 * canvas.unit


def hair_beside(canvas: Canvas, side: str, kind: str | None = None) -> str:
    """Hair that falls beside the face: 'over' the ear, over 'half' of it, 'behind' it, or a few 'wisps' across it."""
    rng, unit = canvas.rng, canvas.unit
    kind = kind or rng.choice(['over', 'half', 'behind', 'wisps'], p=[0.42, 0.12, 0.36, 0.1])
    sign, edge = SIGN[side], canvas.points[CHEEK[side]]
    _, out, top, bottom = ear_box(canvas, side)
    start_y = edge[1] - rng.uniform(0.35, 0.65) * unit
    end_y = edge[1] + rng.uniform(0.35, 1.0) * unit
    if kind == 'over':
        low, high = rng.uniform(-0.09, -0.01), out + rng.uniform(0.03, 0.25)
    elif kind == 'half':
        low, high = rng.uniform(-0.05, 0.02), rng.uniform(0.04, 0.08)
        if rng.random() < 0.5:
            low, high, end_y = -0.06, out + 0.1, (top + bottom) / 2 + rng.normal(0, 0.03) * unit
    elif kind == 'behind':
        low, high = rng.uniform(-0.05, 0.06), out + rng.uniform(0.02, 0.25)
        start_y -= rng.uniform(0, 0.2) * unit
        end_y += rng.uniform(0, 0.5) * unit
    else:
        low, high = rng.uniform(-0.05, 0.05), rng.uniform(0.05, 0.15)
    count = int(rng.integers(2, 14)) if kind == 'wisps' else int(rng.integers(150, 380))
    bulge = rng.uniform(-0.02, 0.12)
    curl, phase, waves = (
        (rng.uniform(0.0, 0.035) if rng.random() < 0.5 else 0.0),
        rng.uniform(0, 6.28),
        rng.uniform(1, 4),
    )
    strands = []
    t = np.linspace(0, 1, 20)
    crown = canvas.points[10] - [0, rng.uniform(0.1, 0.3) * unit]
    over_top = rng.random() < 0.6
    for share in rng.uniform(0, 1, count):
        offset = low + (high - low) * share
        tip_y = end_y + rng.normal(0, 0.05) * unit
        wave = curl * np.sin(phase + waves * 6.28 * t + 2 * share) * unit
        root_y = start_y - rng.uniform(0, 0.25) * unit
        if kind in ('over', 'behind') and over_top:
            # From the parting over the head's side and down.
            x0, y0 = crown + [sign * rng.uniform(0.05, 0.4) * unit, rng.uniform(0, 0.12) * unit]
            control = np.array(
                [
                    [x0, y0],
                    [edge[0] + sign * (offset + 0.12) * unit, y0 + rng.uniform(-0.02, 0.1) * unit],
                    [edge[0] + sign * (offset + bulge * share) * unit, edge[1] - 0.12 * unit],
                ]
            )
            upper = curve(control, 14)
            lower = np.stack(
                [
                    np.full(8, upper[-1, 0]) - sign * bulge * share * unit * np.linspace(0, 1, 8) ** 2,
                    np.linspace(upper[-1, 1], tip_y, 8),
                ],
                -1,
            )
            line = np.concatenate([upper, lower[1:]])
            line[:, 0] += curl * np.sin(phase + waves * 6.28 * np.linspace(0, 1, len(line)) + 2 * share) * unit
        else:
            y = root_y + (tip_y - root_y) * t
            root = offset * (0.5 if kind != 'behind' else 0.9) - 0.05
            along = (
                root
                + (offset - root) * np.minimum(1, t * 2.2)
                + bulge * np.sin(np.pi * t) * share
                + rng.normal(0, 0.006)
            )
            line = np.stack([edge[0] + sign * along * unit + wave, y], -1)
        strands.append(line)
    thick = rng.uniform(0.006, 0.02) if kind != 'wisps' else rng.uniform(0.004, 0.01)
    lay_strands(
        canvas,
        strands,
        np.clip(thick * unit * rng.lognormal(0, 0.3, count), 0.3, 0.035 * unit),
        hair_colour(canvas),
        rng.uniform(0.9, 1.0),
        kind == 'behind',
    )
    return kind


def darken_hair(canvas: Canvas) -> None:
    """The person's hair, roughly found, made black or dark brown: the portraits that may be trained on have far less of
    it than students."""
    rng, unit, points = canvas.rng, canvas.unit, canvas.points
    oval = points[OVAL]
    middle = oval.mean(0)
    above = np.clip((points[234][1] + 0.35 * unit - np.arange(canvas.size[1])) / (0.2 * unit), 0, 1)[:, None]
    around = np.clip(canvas.mask / 255 * 1.5 - 0.4, 0, 1) * (1 - canvas.fill(middle + (oval - middle) * 0.97)) * above
    cheeks = (
        canvas.rgb[
            points[[50, 280, 205, 425], 1].astype(int).clip(0, canvas.size[1] - 1),
            points[[50, 280, 205, 425], 0].astype(int).clip(0, canvas.size[0] - 1),
        ].mean(0)
        + 1
    )
    ratio = (canvas.rgb + 1) / cheeks
    light = ratio.mean(2)
    # Skin (bald heads, ears) has the cheeks' colour and not much less light; hair has not. Ears are shaded more than
    # foreheads.
    least = np.full(light.shape, 0.75, np.float32)
    for side in SIGN:
        low, high, upper, lower = ear_box(canvas, side)
        x0, x1 = sorted(
            (
                points[CHEEK[side]][0] + SIGN[side] * (low - 0.02) * unit,
                points[CHEEK[side]][0] + SIGN[side] * (high + 0.03) * unit,
            )
        )
        least[max(0, int(upper)) : max(0, int(lower)), max(0, int(x0)) : max(0, int(x1))] = 0.4
    unlike = np.clip(
        np.clip(np.abs(ratio / light[..., None] - 1).max(2) - 0.12, 0, 1) / 0.2 * (least > 0.5)
        + np.clip((least - light) / 0.25, 0, 2),
        0,
        1,
    )
    alpha = cv2.GaussianBlur((around * unlike).astype(np.float32), (0, 0), max(0.4, 0.006 * unit))
    gray = canvas.rgb.mean(2, keepdims=True)
    deep = rng.uniform(0.03, 0.45)
    tone = np.array([1.0, rng.uniform(0.86, 1.0), rng.uniform(0.75, 1.05)])
    canvas.lay(np.clip((gray * deep + rng.uniform(0, 14)) * tone, 0, 255), alpha)
