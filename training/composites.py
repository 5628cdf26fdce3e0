"""Covers drawn on real heads with known truth: hair over brows and ears, glasses, glare, coverings of the head.

Every function takes a `Canvas` and draws on it; the canvas keeps per-pixel truth beside the picture. Sizes are shares of the face's
width; widths of strands follow the 1 to 6 px that a strand has in a photo 480 px wide (whose face is about 210 px wide).
"""
from __future__ import annotations

import cv2
import numpy as np

Rng = np.random.Generator

BROW = {"right": [70, 63, 105, 66, 107, 55, 65, 52, 53, 46], "left": [300, 293, 334, 296, 336, 285, 295, 282, 283, 276]}
EYE = {"right": [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246],
       "left": [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466]}
IRIS = {"right": 468, "left": 473}
FOREHEAD = [127, 162, 21, 54, 103, 67, 109, 10, 338, 297, 332, 284, 251, 389, 356]
OVAL = [10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109]
CHEEK = {"right": 234, "left": 454}
SIGN = {"right": -1.0, "left": 1.0}
NATURAL_HAIR = np.array([[22, 18, 17], [34, 26, 22], [48, 34, 26], [62, 42, 28], [90, 62, 40], [128, 96, 60], [70, 66, 64], [150, 148, 146]], np.float32)
SUPERSAMPLE = 2
#: Patches of real hair (RGB uint8, strands running down) with the face's width in their pixels; filled by `variants`.
HAIR_PATCHES: list[tuple[np.ndarray, float]] = []


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


def curve(points: np.ndarray, count: int = 12) -> np.ndarray:
    """Quadratic Bezier through three control points."""
    t = np.linspace(0, 1, count)[:, None]
    return (1 - t) ** 2 * points[0] + 2 * t * (1 - t) * points[1] + t ** 2 * points[2]


# ---------------------------------------------------------------- hair

def hair_colour(canvas: Canvas) -> np.ndarray:
    """The person's own, seen above the forehead, or any natural one in the picture's light."""
    rng, unit = canvas.rng, canvas.unit
    x, y = canvas.points[10]
    x0, x1, y0, y1 = int(x - 0.25 * unit), int(x + 0.25 * unit), int(y - 0.3 * unit), int(y - 0.1 * unit)
    area, mask = canvas.rgb[max(0, y0):max(0, y1), max(0, x0):x1], canvas.mask[max(0, y0):max(0, y1), max(0, x0):x1]
    own = area[mask > 190]
    if len(own) > 30 and rng.random() < 0.6:
        colour = np.median(own, axis=0)
        # Where the head is bald this is skin.
        if colour.mean() < 0.75 * canvas.mean_light() or np.abs(colour / (colour.mean() + 1) - 1).max() < 0.12:
            return colour
    colour = NATURAL_HAIR[rng.choice(len(NATURAL_HAIR), p=[.24, .2, .14, .12, .1, .07, .07, .06])] * rng.uniform(0.6, 1.3)
    gray = np.ptp(canvas.rgb.mean((0, 1))) < 2
    return np.full(3, colour.mean()) if gray else colour * np.clip(canvas.mean_light() / 150, 0.5, 1.3)


def lay_strands(canvas: Canvas, strands: list[np.ndarray], widths: np.ndarray, colour: np.ndarray, opacity: float, behind: bool = False) -> None:
    """Draws each strand as a line with a brightness of its own; `widths` in pixels of the head. `behind`: only where the person is not."""
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
    shine = np.exp(-(((np.arange(height)[:, None] - rng.uniform(0.2, 0.8) * height) / (0.08 * canvas.unit + 1)) ** 2)) * rng.uniform(0, 30)
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
    kind = kind or rng.choice(["straight", "side", "curtain", "air", "stray", "lock"], p=[.2, .2, .12, .16, .17, .15])
    line = canvas.points[FOREHEAD[2:-2]].copy()
    line[:, 1] -= rng.uniform(-0.04, 0.14) * unit
    total = np.linspace(0, 1, len(line))
    at = lambda t: np.stack([np.interp(t, total, line[:, 0]), np.interp(t, total, line[:, 1])], -1)
    brow = canvas.points[BROW["right"] + BROW["left"]]
    # Where it ends, from well above the brows to the eyes.
    end = brow[:, 1].mean() + rng.uniform(-0.2, 0.14) * unit
    colour, spread = hair_colour(canvas), 0.0
    if kind == "straight":
        count, (t0, t1), slant = int(rng.integers(120, 320)), sorted(rng.choice([[0.05, 0.95], [0.2, 0.8], [0.0, 0.6], [0.4, 1.0]])), rng.normal(0, 0.06)
        thick = rng.uniform(0.006, 0.02)
    elif kind == "air":
        count, (t0, t1), slant, thick = int(rng.integers(12, 70)), (0.1, 0.9), rng.normal(0, 0.1), rng.uniform(0.004, 0.016)
    elif kind == "stray":
        count, (t0, t1), slant, thick = int(rng.integers(1, 7)), (0.05, 0.95), rng.normal(0, 0.25), rng.uniform(0.004, 0.012)
        end = brow[:, 1].mean() + rng.uniform(-0.05, 0.2) * unit
    elif kind == "lock":
        t0 = rng.uniform(0.05, 0.85)
        count, t1, slant, thick = int(rng.integers(15, 90)), t0 + rng.uniform(0.04, 0.16), rng.normal(0, 0.2), rng.uniform(0.005, 0.015)
    else:
        count, (t0, t1), slant, thick = int(rng.integers(100, 300)), (0.0, 1.0), 0.0, rng.uniform(0.006, 0.018)
    strands = []
    part = rng.uniform(0.2, 0.8) if kind == "side" else rng.uniform(0.4, 0.6)
    for t in rng.uniform(t0, t1, count):
        if kind in ("side", "curtain"):
            # From the parting outwards and down: near the parting they are short of the brows.
            root = at(part + (t - part) * rng.uniform(0, 0.5))
            tip = at(np.clip(t + 0.25 * np.sign(t - part), 0, 1))
            drop = end if kind == "side" and t < part or kind == "curtain" else end - rng.uniform(0.05, 0.2) * unit
            tip = np.array([tip[0], drop + abs(t - part) * rng.uniform(0, 0.25) * unit])
            bend = np.array([(root[0] + tip[0]) / 2, root[1] + 0.35 * (tip[1] - root[1])]) + rng.normal(0, 0.02, 2) * unit
        else:
            root = at(t) + rng.normal(0, 0.012, 2) * unit
            tip = np.array([root[0] + (slant + rng.normal(0, 0.03)) * unit, end + rng.normal(0, 0.03) * unit])
            bend = (root + tip) / 2 + np.array([rng.normal(0, 0.05), rng.normal(0, 0.02)]) * unit
        strands.append(curve(np.stack([root - [0, 0.05 * unit], bend, tip])))
    widths = thick * unit * rng.lognormal(0, 0.3, count)
    lay_strands(canvas, strands, np.clip(widths, 0.25, 0.03 * unit), colour, rng.uniform(0.75, 1.0))


def ear_box(canvas: Canvas, side: str) -> tuple[float, float, float, float]:
    """Where an ear usually is: outward from, outward to (shares of the face's width from the cheek's edge), top and bottom (pixels)."""
    y = canvas.points[CHEEK[side]][1]
    return 0.0, 0.12, y - 0.16 * canvas.unit, y + 0.24 * canvas.unit


def hair_beside(canvas: Canvas, side: str, kind: str | None = None) -> str:
    """Hair that falls beside the face: 'over' the ear, over 'half' of it, 'behind' it, or a few 'wisps' across it."""
    rng, unit = canvas.rng, canvas.unit
    kind = kind or rng.choice(["over", "half", "behind", "wisps"], p=[.42, .12, .36, .1])
    sign, edge = SIGN[side], canvas.points[CHEEK[side]]
    _, out, top, bottom = ear_box(canvas, side)
    start_y = edge[1] - rng.uniform(0.35, 0.65) * unit
    end_y = edge[1] + rng.uniform(0.35, 1.0) * unit
    if kind == "over":
        low, high = rng.uniform(-0.09, -0.01), out + rng.uniform(0.03, 0.25)
    elif kind == "half":
        low, high = rng.uniform(-0.05, 0.02), rng.uniform(0.04, 0.08)
        if rng.random() < 0.5:
            low, high, end_y = -0.06, out + 0.1, (top + bottom) / 2 + rng.normal(0, 0.03) * unit
    elif kind == "behind":
        low, high = rng.uniform(-0.05, 0.06), out + rng.uniform(0.02, 0.25)
        start_y -= rng.uniform(0, 0.2) * unit
        end_y += rng.uniform(0, 0.5) * unit
    else:
        low, high = rng.uniform(-0.05, 0.05), rng.uniform(0.05, 0.15)
    count = int(rng.integers(2, 14)) if kind == "wisps" else int(rng.integers(150, 380))
    bulge = rng.uniform(-0.02, 0.12)
    curl, phase, waves = (rng.uniform(0.0, 0.035) if rng.random() < 0.5 else 0.0), rng.uniform(0, 6.28), rng.uniform(1, 4)
    strands = []
    t = np.linspace(0, 1, 20)
    crown = canvas.points[10] - [0, rng.uniform(0.1, 0.3) * unit]
    over_top = rng.random() < 0.6
    for share in rng.uniform(0, 1, count):
        offset = low + (high - low) * share
        tip_y = end_y + rng.normal(0, 0.05) * unit
        wave = curl * np.sin(phase + waves * 6.28 * t + 2 * share) * unit
        root_y = start_y - rng.uniform(0, 0.25) * unit
        if kind in ("over", "behind") and over_top:
            # From the parting over the head's side and down.
            x0, y0 = crown + [sign * rng.uniform(0.05, 0.4) * unit, rng.uniform(0, 0.12) * unit]
            control = np.array([[x0, y0], [edge[0] + sign * (offset + 0.12) * unit, y0 + rng.uniform(-0.02, 0.1) * unit], [edge[0] + sign * (offset + bulge * share) * unit, edge[1] - 0.12 * unit]])
            upper = curve(control, 14)
            lower = np.stack([np.full(8, upper[-1, 0]) - sign * bulge * share * unit * np.linspace(0, 1, 8) ** 2, np.linspace(upper[-1, 1], tip_y, 8)], -1)
            line = np.concatenate([upper, lower[1:]])
            line[:, 0] += curl * np.sin(phase + waves * 6.28 * np.linspace(0, 1, len(line)) + 2 * share) * unit
        else:
            y = root_y + (tip_y - root_y) * t
            root = offset * (0.5 if kind != "behind" else 0.9) - 0.05
            along = root + (offset - root) * np.minimum(1, t * 2.2) + bulge * np.sin(np.pi * t) * share + rng.normal(0, 0.006)
            line = np.stack([edge[0] + sign * along * unit + wave, y], -1)
        strands.append(line)
    thick = rng.uniform(0.006, 0.02) if kind != "wisps" else rng.uniform(0.004, 0.01)
    lay_strands(canvas, strands, np.clip(thick * unit * rng.lognormal(0, 0.3, count), 0.3, 0.035 * unit), hair_colour(canvas), rng.uniform(0.9, 1.0), kind == "behind")
    return kind


# ---------------------------------------------------------------- glasses

RIMS = np.array([[18, 17, 17], [30, 26, 24], [60, 38, 26], [96, 60, 36], [120, 110, 90], [150, 130, 90], [170, 170, 172], [100, 30, 34], [40, 48, 70], [190, 170, 160]], np.float32)


def lens_outline(centre: np.ndarray, width: float, height: float, power: float, sag: float, rng: Rng) -> np.ndarray:
    """A superellipse, drawn out at its lower outer corner by `sag` (aviators)."""
    angle = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    c, s = np.cos(angle), np.sin(angle)
    x = np.sign(c) * np.abs(c) ** (2 / power) * width / 2
    y = np.sign(s) * np.abs(s) ** (2 / power) * height / 2
    x = x * (1 - sag * np.clip(s, 0, 1) * 0.5)
    return centre + np.stack([x, y], -1)


def glasses(canvas: Canvas, kind: str | None = None, frame_over_eye: bool | None = None, glare: bool | None = None, rim_kind: str | None = None) -> dict:
    """Glasses on a bare face. Returns kind ('clear' | 'tinted'). Truth of rim and glare is kept on the canvas."""
    rng, unit = canvas.rng, canvas.unit
    kind = kind or ("tinted" if rng.random() < 0.22 else "clear")
    rim_kind = rim_kind or rng.choice(["full", "half", "rimless"], p=[.52, .18, .3])
    frame_over_eye = rng.random() < 0.25 if frame_over_eye is None else frame_over_eye
    glare = rng.random() < 0.42 if glare is None else glare
    irises = {side: canvas.points[IRIS[side]] for side in IRIS}
    apart = np.linalg.norm(irises["left"] - irises["right"])
    width = apart * rng.uniform(0.72, 0.93)
    height = width * rng.uniform(0.5, 0.92)
    drop = rng.uniform(0.0, 0.1) * height
    if frame_over_eye:
        # Slid down or too small: the upper (or lower) rim runs through the eye.
        height = width * rng.uniform(0.4, 0.7)
        drop = (height / 2 - rng.uniform(-0.02, 0.03) * unit) * (1 if rng.random() < 0.8 else -1)
    elif height < 0.3 * unit * 0.6:
        height = 0.2 * unit
    power, sag = rng.uniform(2.0, 4.5), (rng.uniform(0.1, 0.5) if rng.random() < 0.2 else 0.0)
    toe = rng.uniform(0.0, 0.06) * width
    lenses = {side: lens_outline(irises[side] + [SIGN[side] * toe, drop], width, height, power, sag * 1.0, rng) for side in irises}
    thick = max(0.6, unit * (rng.uniform(0.006, 0.016) if rng.random() < 0.5 else rng.uniform(0.016, 0.05)))
    colour = RIMS[rng.integers(len(RIMS))] * rng.uniform(0.6, 1.25)
    if np.ptp(canvas.rgb.mean((0, 1))) < 2:
        colour = np.full(3, colour.mean())
    areas = {side: canvas.fill(lenses[side]) for side in lenses}
    both = np.clip(areas["left"] + areas["right"], 0, 1)

    # What is seen through the lens is shifted and made smaller or larger.
    power_shift = rng.normal(0, 0.02)
    for side in lenses:
        centre = lenses[side].mean(0)
        zoom = 1 + power_shift
        moved = cv2.warpAffine(canvas.rgb, np.float32([[zoom, 0, (1 - zoom) * centre[0]], [0, zoom, (1 - zoom) * centre[1]]]), canvas.size, borderMode=cv2.BORDER_REPLICATE)
        canvas.lay(moved, areas[side])
    if kind == "tinted":
        deep = rng.uniform(0.12, 0.62)
        hue = np.array([rng.uniform(0.75, 1.25) for _ in range(3)]) if rng.random() < 0.7 else np.ones(3)
        rows = np.arange(canvas.size[1])[:, None, None]
        fade = 1.0 if rng.random() < 0.6 else np.clip(1.2 - (rows - lenses["left"][:, 1].min()) / max(1, height) * rng.uniform(0.3, 0.8), 0.3, 1)
        factor = 1 - (1 - np.clip(deep * hue, 0, 1)) * fade
        canvas.rgb = canvas.rgb * (1 - both[..., None]) + canvas.rgb * factor * both[..., None]
        canvas.lay(np.full(3, rng.uniform(0, 60)), both * rng.uniform(0, 0.3))
    elif rng.random() < 0.4:
        canvas.rgb *= 1 - both[..., None] * rng.uniform(0, 0.1)

    def stroke(parts: list[np.ndarray], closed: bool, thickness: float) -> np.ndarray:
        return canvas.draw(lambda image, k: cv2.polylines(image, [to_fixed(part * k) for part in parts], closed, int(255 * min(1, thickness * k)), max(1, int(round(thickness * k))), cv2.LINE_AA, 4))
    parts = np.zeros_like(both)
    for side, outline in lenses.items():
        if rim_kind == "full":
            parts = np.maximum(parts, stroke([outline], True, thick))
        elif rim_kind == "half":
            upper = outline[np.argsort(np.arctan2(outline[:, 1] - outline[:, 1].mean(), outline[:, 0] - outline[:, 0].mean()))]
            parts = np.maximum(parts, stroke([upper[upper[:, 1] < outline[:, 1].mean()]], False, thick))
            parts = np.maximum(parts, 0.25 * stroke([outline], True, max(0.5, 0.004 * unit)))
        else:
            # The lens's own edge: a light line and a dark one beside it, fainter here and stronger there.
            fade = np.clip(rng.uniform(0.3, 1.0) + 0.6 * np.sin(np.linspace(0, 6.28, 7) + rng.uniform(0, 6.28)), 0, 1)
            edge = stroke([outline], True, max(0.6, unit * rng.uniform(0.005, 0.014)))
            weight = np.interp(np.arange(canvas.size[0]), np.linspace(outline[:, 0].min(), outline[:, 0].max(), 7), fade)[None, :]
            canvas.lay(np.full(3, rng.uniform(170, 255)), edge * weight * rng.uniform(0.15, 0.7))
            inner_edge = stroke([outline.mean(0) + (outline - outline.mean(0)) * rng.uniform(0.93, 1.05)], True, max(0.5, unit * rng.uniform(0.003, 0.01)))
            canvas.lay(np.full(3, rng.uniform(20, 110)), inner_edge * weight * rng.uniform(0.05, 0.45))
            # Screws and hinges.
            for end in (-1, 1):
                place = outline[np.argmax(end * outline[:, 0])] - [end * 0.06 * width, rng.uniform(0.05, 0.25) * height]
                blob = lens_outline(place, unit * rng.uniform(0.012, 0.05), unit * rng.uniform(0.008, 0.03), 3, 0, rng)
                canvas.lay(colour, canvas.fill(blob) * rng.uniform(0.4, 1))
                canvas.lay(np.full(3, 245), canvas.fill(blob.mean(0) + (blob - blob.mean(0)) * 0.4) * rng.uniform(0, 0.8))
    # Bridge, hinges and temples.
    inner = {side: lenses[side][np.argmin(SIGN[side] * lenses[side][:, 0])] for side in lenses}
    if rng.random() < 0.5:
        # Nose pads.
        for side in inner:
            pad = lens_outline(inner[side] + [SIGN[side] * rng.uniform(-0.02, 0.03) * unit, rng.uniform(0.02, 0.25) * height], unit * rng.uniform(0.012, 0.03), unit * rng.uniform(0.03, 0.06), 2, 0, rng)
            canvas.lay(np.full(3, rng.uniform(60, 250)), canvas.fill(pad) * rng.uniform(0.15, 0.6))
    lift = rng.uniform(0.0, 0.3) * height
    bridge_width = thick * rng.uniform(0.7, 1.2) if rim_kind != "rimless" else max(0.6, unit * rng.uniform(0.006, 0.014))
    a, b = inner["right"] - [0, lift], inner["left"] - [0, lift]
    parts = np.maximum(parts, stroke([curve(np.stack([a, (a + b) / 2 - [0, rng.uniform(0.0, 0.06) * unit], b]))], False, bridge_width))
    if rng.random() < 0.12:
        parts = np.maximum(parts, stroke([np.stack([a - [0, 0.2 * height], b - [0, 0.2 * height]])], False, bridge_width))
    for side in lenses:
        outer = lenses[side][np.argmax(SIGN[side] * lenses[side][:, 0])] - [0, rng.uniform(0.1, 0.35) * height]
        edge = canvas.points[127 if side == "right" else 356] + [SIGN[side] * rng.uniform(-0.01, 0.03) * unit, rng.normal(0.02, 0.02) * unit]
        parts = np.maximum(parts, stroke([np.stack([outer, edge])], False, bridge_width))
    canvas.shade(parts, rng.uniform(0.05, 0.4), rng.uniform(0.01, 0.04))
    light = np.full((*both.shape, 3), colour, np.float32) + (rng.normal(0, 1, (*both.shape, 1)) * 4).astype(np.float32)
    if rng.random() < 0.4:
        rows = np.arange(canvas.size[1])[:, None]
        light = light + (40 * np.exp(-((rows - lenses["left"][:, 1].min()) / (0.03 * unit + 1)) ** 2))[..., None]
    opacity = rng.uniform(0.85, 1) if rng.random() < 0.85 else rng.uniform(0.35, 0.7)
    canvas.lay(np.clip(light, 0, 255), parts * opacity)
    canvas.rim = np.maximum(canvas.rim, np.clip(parts, 0, 1))
    if glare:
        lay_glare(canvas, lenses, areas, width, height)
    return {"kind": kind}


def lay_glare(canvas: Canvas, lenses: dict, areas: dict, width: float, height: float) -> None:
    """Reflections of lamps, windows and screens: bright spots, panes, streaks, a pale veil; white, greenish or violet as coatings are."""
    rng = canvas.rng
    tint = np.array([[255, 255, 255], [225, 250, 235], [215, 220, 255], [255, 245, 225], [190, 240, 205]], np.float32)[rng.integers(5)]
    kind, strength = rng.choice(["spot", "pane", "streak", "veil"], p=[.35, .3, .15, .2]), rng.uniform(0.55, 1.0)
    shift = rng.uniform(-0.3, 0.3, 2) * [width, height]
    sides = ["left", "right"] if rng.random() < 0.75 else [rng.choice(["left", "right"])]
    for side in sides:
        centre = lenses[side].mean(0) + shift
        if kind == "spot":
            shape = lens_outline(centre, width * rng.uniform(0.12, 0.45), height * rng.uniform(0.15, 0.5), 2, 0, rng)
        elif kind == "pane":
            w, h, skew = width * rng.uniform(0.15, 0.5), height * rng.uniform(0.2, 0.7), rng.normal(0, 0.12) * width
            shape = centre + np.array([[-w / 2 + skew, -h / 2], [w / 2 + skew, -h / 2], [w / 2 - skew, h / 2], [-w / 2 - skew, h / 2]])
        elif kind == "streak":
            w, lean = width * rng.uniform(0.06, 0.25), rng.uniform(-0.6, 0.6) * height
            shape = centre + np.array([[-w / 2 + lean, -height], [w / 2 + lean, -height], [w / 2 - lean, height], [-w / 2 - lean, height]])
        else:
            shape = lens_outline(lenses[side].mean(0) + 0.4 * shift, width, height * rng.uniform(0.5, 1.1), 3, 0, rng)
        alpha = canvas.fill(shape) * areas[side]
        alpha = cv2.GaussianBlur(alpha, (0, 0), max(0.4, rng.uniform(0.002, 0.02) * canvas.unit)) * areas[side]
        alpha = alpha * (strength if kind != "veil" else rng.uniform(0.35, 0.7))
        canvas.lay(tint, alpha)
        canvas.glare = np.maximum(canvas.glare, alpha)


# ---------------------------------------------------------------- coverings

CLOTH = np.array([[20, 20, 22], [16, 18, 30], [30, 40, 80], [140, 20, 30], [230, 230, 228], [90, 90, 95], [60, 80, 50], [200, 170, 60], [190, 120, 140], [110, 70, 40], [30, 90, 120], [215, 200, 170]], np.float32)


def lay_cloth(canvas: Canvas, alpha: np.ndarray, colour: np.ndarray, folds: np.ndarray | None = None) -> None:
    rng = canvas.rng
    height, width = alpha.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / canvas.unit
    angle, rate = rng.uniform(0, np.pi), rng.uniform(3, 14)
    wave = np.sin(6.28 * rate * (x * np.cos(angle) + y * np.sin(angle)) + 2 * np.sin(5 * y + rng.uniform(0, 6)))
    shade = 1 + rng.uniform(0.03, 0.2) * (wave if folds is None else folds)
    side = 1 + rng.uniform(-0.5, 0.5) * (x - x.mean())
    grain = rng.normal(0, rng.uniform(1, 7), (height, width, 1)).astype(np.float32)
    body = np.clip(colour * (shade * side)[..., None] + grain, 0, 255)
    if rng.random() < 0.3:
        other = CLOTH[rng.integers(len(CLOTH))]
        pattern = (np.sin(6.28 * rng.uniform(4, 12) * x) * (np.sin(6.28 * rng.uniform(4, 12) * y) if rng.random() < 0.5 else 1) > rng.uniform(0, 0.8)).astype(np.float32)
        body = body * (1 - 0.8 * pattern[..., None]) + other * 0.8 * pattern[..., None]
    canvas.shade(alpha, rng.uniform(0.1, 0.5), rng.uniform(0.01, 0.05))
    canvas.lay(body, alpha)
    canvas.mask = np.maximum(canvas.mask, 255 * alpha)
    canvas.hat = np.maximum(canvas.hat, alpha)


def covering(canvas: Canvas, kind: str | None = None) -> str:
    """A cap, beanie, brimmed hat, scarf, hood, turban or mortarboard."""
    rng, unit, points = canvas.rng, canvas.unit, canvas.points
    kind = kind or rng.choice(["cap", "beanie", "hat", "scarf", "hood", "turban", "mortarboard", "cone", "crown"], p=[.2, .14, .1, .18, .08, .08, .08, .07, .07])
    colour = CLOTH[rng.integers(len(CLOTH))] * rng.uniform(0.7, 1.2)
    if np.ptp(canvas.rgb.mean((0, 1))) < 2:
        colour = np.full(3, colour.mean())
    top, centre = points[10], (points[234] + points[454]) / 2
    brows = points[BROW["right"] + BROW["left"]]
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
        return np.stack([cx + np.sign(c) * np.abs(c) ** (2 / power) * wide, base + np.sign(s) * np.abs(s) ** (2 / power) * (base - apex)], -1)
    if kind in ("cap", "beanie", "hat", "turban"):
        sag = np.array([[cx + half * f, rim_y + (0.1 * unit if kind != "cap" else 0.05 * unit) * (1 - 1.2 * abs(f)) * rng.uniform(-0.5, 0.6)] for f in np.linspace(1, -1, 12)])
        sides_down = rng.uniform(0, 0.16) * unit
        body = np.concatenate([dome(rim_y + sides_down, crown, half, rng.uniform(2, 3)), sag])
        lay_cloth(canvas, canvas.fill(body), colour)
        if kind == "cap":
            brim = np.stack([cx + np.cos(np.linspace(0, 2 * np.pi, 30)) * half * rng.uniform(0.75, 1.0), rim_y + np.sin(np.linspace(0, 2 * np.pi, 30)) * unit * rng.uniform(0.05, 0.13)], -1)
            lay_cloth(canvas, canvas.fill(brim), colour * rng.uniform(0.6, 1.1))
        if kind == "hat":
            brim = np.stack([cx + np.cos(np.linspace(0, 2 * np.pi, 30)) * half * rng.uniform(1.25, 1.7), rim_y + np.sin(np.linspace(0, 2 * np.pi, 30)) * unit * rng.uniform(0.06, 0.14)], -1)
            lay_cloth(canvas, canvas.fill(brim), colour * rng.uniform(0.7, 1.1))
        if kind == "turban":
            for _ in range(rng.integers(3, 7)):
                a, b = np.array([cx - half, rim_y - rng.uniform(0, 0.3) * unit]), np.array([cx + half, rim_y - rng.uniform(0, 0.3) * unit])
                band = canvas.draw(lambda image, k: cv2.polylines(image, [to_fixed(curve(np.stack([a, (a + b) / 2 - [0, rng.uniform(0.1, 0.4) * unit], b])) * k)], False, 255, max(1, int(0.012 * unit * k)), cv2.LINE_AA, 4))
                canvas.rgb *= 1 - rng.uniform(0.2, 0.5) * (band * canvas.hat)[..., None]
        if kind == "beanie" and rng.random() < 0.6:
            fold = np.array([[cx - half, rim_y], [cx + half, rim_y], [cx + half, rim_y - 0.14 * unit], [cx - half, rim_y - 0.14 * unit]])
            canvas.rgb *= 1 - rng.uniform(0.05, 0.25) * canvas.fill(fold)[..., None] * canvas.hat[..., None]
    elif kind in ("scarf", "hood"):
        oval = points[OVAL]
        middle = oval.mean(0)
        opening = middle + (oval - middle) * rng.uniform([0.93, 0.9], [1.06, 1.02])
        if kind == "hood":
            opening = middle + (oval - middle) * rng.uniform([1.1, 1.1], [1.35, 1.3]) + [0, 0.05 * unit]
        bottom = canvas.size[1] + 5.0
        outer = np.concatenate([dome(middle[1], crown - rng.uniform(0, 0.1) * unit, half * rng.uniform(1.1, 1.4)), [[cx + half * rng.uniform(1.2, 1.8), bottom], [cx - half * rng.uniform(1.2, 1.8), bottom]]])
        alpha = np.clip(canvas.fill(outer) - canvas.fill(opening), 0, 1)
        lay_cloth(canvas, alpha, colour)
    elif kind == "cone":
        # Straw or felt, behind the face and its hair, over the hair's top.
        if rng.random() < 0.5:
            colour = np.array([205, 175, 125], np.float32) * rng.uniform(0.6, 1.15)
        brim_y, wide = top[1] + rng.uniform(-0.1, 0.25) * unit, half * rng.uniform(1.4, 2.0)
        apex = np.array([cx, min(crown, top[1] - 0.45 * unit) - rng.uniform(0.0, 0.15) * unit])
        cone = np.concatenate([[apex], curve(np.array([[cx + wide, brim_y], [cx, brim_y + rng.uniform(0.1, 0.5) * unit], [cx - wide, brim_y]]), 20)])
        if rng.random() < 0.4:
            # A round brim, seen from below.
            cone = np.stack([cx + np.cos(np.linspace(0, 2 * np.pi, 40)) * wide, brim_y - 0.1 * unit + np.sin(np.linspace(0, 2 * np.pi, 40)) * wide * rng.uniform(0.4, 0.8)], -1)
        front = np.clip((top[1] - rng.uniform(-0.05, 0.2) * unit - np.arange(canvas.size[1])) / (0.04 * unit) + 0.5, 0, 1)[:, None]
        lay_cloth(canvas, canvas.fill(cone) * np.maximum(np.clip((200 - canvas.mask) / 140, 0, 1), front), colour)
    elif kind == "crown":
        low, high = top[1] - rng.uniform(0.0, 0.15) * unit, min(crown, top[1] - 0.3 * unit) - rng.uniform(0.0, 0.2) * unit
        spikes = int(rng.integers(3, 9))
        upper = [[cx + half * (1 - 2 * i / (2 * spikes)), high if i % 2 else high + rng.uniform(0.05, 0.2) * unit] for i in range(2 * spikes + 1)]
        base = curve(np.array([[cx - half, low], [cx, low + rng.uniform(-0.15, 0.12) * unit], [cx + half, low]]), 16)
        lay_cloth(canvas, canvas.fill(np.concatenate([upper, base])), colour)
    else:
        skull = np.concatenate([dome(rim_y, top[1] - 0.25 * unit, half, 2.6), [[cx + half, rim_y], [cx - half, rim_y]]])
        lay_cloth(canvas, canvas.fill(skull), colour * 0.9)
        y, wide, deep, tilt = top[1] - rng.uniform(0.15, 0.3) * unit, half * rng.uniform(1.2, 1.6), unit * rng.uniform(0.12, 0.3), rng.normal(0, 0.05) * unit
        board = np.array([[cx - wide, y + tilt], [cx + rng.normal(0, 0.1) * unit, y - deep], [cx + wide, y - tilt], [cx + rng.normal(0, 0.1) * unit, y + deep]])
        lay_cloth(canvas, canvas.fill(board), colour)
    return kind


# ---------------------------------------------------------------- hair's colour, wall and camera

def darken_hair(canvas: Canvas) -> None:
    """The person's hair, roughly found, made black or dark brown: the portraits that may be trained on have far less of it than students."""
    rng, unit, points = canvas.rng, canvas.unit, canvas.points
    oval = points[OVAL]
    middle = oval.mean(0)
    above = np.clip((points[234][1] + 0.35 * unit - np.arange(canvas.size[1])) / (0.2 * unit), 0, 1)[:, None]
    around = np.clip(canvas.mask / 255 * 1.5 - 0.4, 0, 1) * (1 - canvas.fill(middle + (oval - middle) * 0.97)) * above
    cheeks = canvas.rgb[points[[50, 280, 205, 425], 1].astype(int).clip(0, canvas.size[1] - 1), points[[50, 280, 205, 425], 0].astype(int).clip(0, canvas.size[0] - 1)].mean(0) + 1
    ratio = (canvas.rgb + 1) / cheeks
    light = ratio.mean(2)
    # Skin (bald heads, ears) has the cheeks' colour and not much less light; hair has not. Ears are shaded more than foreheads.
    least = np.full(light.shape, 0.75, np.float32)
    for side in SIGN:
        low, high, upper, lower = ear_box(canvas, side)
        x0, x1 = sorted((points[CHEEK[side]][0] + SIGN[side] * (low - 0.02) * unit, points[CHEEK[side]][0] + SIGN[side] * (high + 0.03) * unit))
        least[max(0, int(upper)):max(0, int(lower)), max(0, int(x0)):max(0, int(x1))] = 0.4
    unlike = np.clip(np.clip(np.abs(ratio / light[..., None] - 1).max(2) - 0.12, 0, 1) / 0.2 * (least > 0.5) + np.clip((least - light) / 0.25, 0, 2), 0, 1)
    alpha = cv2.GaussianBlur((around * unlike).astype(np.float32), (0, 0), max(0.4, 0.006 * unit))
    gray = canvas.rgb.mean(2, keepdims=True)
    deep = rng.uniform(0.03, 0.45)
    tone = np.array([1.0, rng.uniform(0.86, 1.0), rng.uniform(0.75, 1.05)])
    canvas.lay(np.clip((gray * deep + rng.uniform(0, 14)) * tone, 0, 255), alpha)



def cast_shadow(canvas: Canvas) -> None:
    """A shadow over a part of the face: a lamp from the side, the sun from above, a nose's shadow. It is neither hair nor glass."""
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
        distance = (rng.uniform(0.06, 0.3) - np.hypot((x - edge[0]) / rng.uniform(0.6, 1.8), (y - edge[1]) * rng.uniform(0.6, 1.8)) / unit) * unit
    share = 1 / (1 + np.exp(-np.clip(distance / (rng.uniform(0.008, 0.12) * unit), -30, 30)))
    canvas.rgb *= (1 - rng.uniform(0.2, 0.7) * share * canvas.mask / 255)[..., None]


def swap_wall(canvas: Canvas) -> None:
    """Another wall behind the person: plain, shaded or cluttered; light blue and white as the clauses ask, and others."""
    rng = canvas.rng
    height, width = canvas.mask.shape
    colour = np.array([[100, 197, 255], [255, 255, 255], [255, 255, 255], [235, 238, 242], [67, 142, 219], [200, 60, 60], [120, 130, 140], [40, 44, 60], [180, 200, 190]], np.float32)[rng.integers(9)] * rng.uniform(0.8, 1.0)
    if np.ptp(canvas.rgb.mean((0, 1))) < 2:
        colour = np.full(3, colour.mean())
    wall = np.full((height, width, 3), colour, np.float32)
    if rng.random() < 0.7:
        wall *= 1 + rng.uniform(-0.25, 0.25) * np.linspace(-1, 1, width)[None, :, None] + rng.uniform(-0.2, 0.2) * np.linspace(-1, 1, height)[:, None, None]
    if rng.random() < 0.2:
        wall = cv2.GaussianBlur((rng.random((height, width, 3)) * 255).astype(np.float32), (0, 0), 0.15 * canvas.unit) * 3 - 255
    share = np.clip((canvas.mask / 255 - 0.2) / 0.6, 0, 1)[..., None]
    canvas.rgb = canvas.rgb * share + np.clip(wall, 0, 255) * (1 - share)
