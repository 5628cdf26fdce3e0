"""Variants of each head (other covers, walls, sizes, JPEG qualities) cut into the parts' crops, with their truth.

A crop is cut a quarter larger than the product's, so that training can shift, turn and scale it.
"""
from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import cv2
import numpy as np

import composites as draw
from heads import Head

MARGIN = 1.25
PARTS = ("ear", "brow", "eyes", "mouth", "crown")
#: An ear's box in its crop, shares of the crop's width and height: the median of labels/ear-boxes.csv.
USUAL_EAR = (0.425, 0.146, 0.637, 0.719)
#: Thresholds are set on faces at least this wide, in pixels: half of what the clause asks for.
CLEAN_WIDTH = 100
#: Opacity from which a reflection is told as glare.
GLARE_SEEN = 0.25
#: How the mesh's eye is grown to hold the lids (src/rules/glasses/measure.ts).
OPENING_GROWTH = 1.25
#: Covered shares of a brow: up to the first it is 'essentially all visible', from the second on 'a third or more covered'.
BROW_FREE, BROW_COVERED = 0.10, 1 / 3


def cut(picture: np.ndarray, crop: dict, scale: float = 1.0, margin: float = MARGIN) -> np.ndarray:
    """A part's crop of a head picture (which may be reduced by `scale`), a `margin` larger; means over areas where it has more pixels."""
    width, height = round(crop["width"] * margin), round(crop["height"] * margin)
    step = crop["step"] * scale
    taps = max(1, int(np.ceil(step - 0.25)))
    flip = -1 if crop["mirrored"] else 1
    fine = step / taps
    cx, cy = crop["centre"][0] * scale - 0.5, crop["centre"][1] * scale - 0.5
    matrix = np.float32([[flip * fine, 0, cx - flip * fine * (width * taps - 1) / 2], [0, fine, cy - fine * (height * taps - 1) / 2]])
    out = cv2.warpAffine(picture, matrix, (width * taps, height * taps), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_CONSTANT)
    return cv2.resize(out, (width, height), interpolation=cv2.INTER_AREA) if taps > 1 else out


def degrade(rgba: np.ndarray, density: float, rng: np.random.Generator) -> tuple[np.ndarray, float, bool]:
    """Another size and JPEG quality, blur and grain: what cameras, studios and messengers do. Returns the picture, its scale, and whether it is still such as a school would take: a face of at least CLEAN_WIDTH pixels, not blurred."""
    scale, blurred = 1.0, False
    least = 55.0
    if density > least and rng.random() < 0.6:
        scale = np.exp(rng.uniform(np.log(least / density), 0))
        rgba = cv2.resize(rgba, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if rng.random() < 0.7 else cv2.INTER_LINEAR)
        scale = rgba.shape[1] / round(rgba.shape[1] / scale)
    rgb = rgba[..., :3]
    if rng.random() < 0.25:
        blurred = True
        rgb = cv2.GaussianBlur(rgb, (0, 0), rng.uniform(0.3, 0.012 * density * scale + 0.3))
    if rng.random() < 0.3:
        rgb = np.clip(rgb + rng.normal(0, rng.uniform(1, 8), (*rgb.shape[:2], 1 if rng.random() < 0.5 else 3)), 0, 255).astype(np.uint8)
    if rng.random() < 0.7:
        _, code = cv2.imencode(".jpg", rgb, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(45, 97))])
        rgb = cv2.imdecode(code, cv2.IMREAD_COLOR)
    return np.dstack([rgb, rgba[..., 3]]), scale, not blurred and density * scale >= CLEAN_WIDTH


def polygon_map(head: Head, indices: list[int], grow: float = 1.0) -> np.ndarray:
    points = head.landmarks[indices]
    middle = points.mean(0)
    image = np.zeros(head.size[::-1], np.uint8)
    cv2.fillPoly(image, [draw.to_fixed(middle + grow * (points - middle))], 255, cv2.LINE_AA, 4)
    return image


def opening_map(head: Head) -> np.ndarray:
    """Both eyes' openings with their lids."""
    return np.maximum(polygon_map(head, draw.EYE["right"], OPENING_GROWTH), polygon_map(head, draw.EYE["left"], OPENING_GROWTH))


def eye_area_map(head: Head) -> np.ndarray:
    """The eye area, about a lens: an ellipse around each eye, shares of the face's width as in src/rules/glasses/measure.ts."""
    image = np.zeros(head.size[::-1], np.uint8)
    for side in draw.EYE:
        centre = head.landmarks[draw.EYE[side]].mean(0)
        cv2.ellipse(image, tuple(draw.to_fixed(centre).tolist()), tuple(draw.to_fixed(np.array([0.19, 0.14]) * head.density).tolist()), 0, 0, 360, 255, -1, cv2.LINE_AA, 4)
    return image


def variant(head: Head, picture: np.ndarray, seed: int, plain: bool, covering: float = 0.12) -> list[dict]:
    """All crops of one variant. `plain`: the portrait as it is; `covering`: how often a hat is drawn. Each is {part, image, …truth}."""
    rng = np.random.default_rng(seed)
    canvas = draw.Canvas(picture, head.landmarks, head.density, rng)
    labels = head.labels
    real = head.set != "drawn"
    bare = labels.get("glasses") == "0"
    worn = None
    hat_drawn = False
    if not plain and rng.random() < 0.8:
        if real and rng.random() < 0.4 and labels.get("hat") == "0":
            draw.darken_hair(canvas)
        if rng.random() < 0.35:
            draw.swap_wall(canvas)
        if real and rng.random() < covering and labels.get("hat") == "0":
            draw.covering(canvas)
            hat_drawn = True
        if rng.random() < 0.45 and not hat_drawn:
            draw.fringe(canvas)
        for side in ("right", "left"):
            if rng.random() < 0.4 and not hat_drawn:
                draw.hair_beside(canvas, side)
        if bare and rng.random() < 0.5:
            worn = draw.glasses(canvas)["kind"]
        if rng.random() < 0.2:
            draw.cast_shadow(canvas)
    rgba = np.dstack([np.clip(canvas.rgb, 0, 255), np.clip(canvas.mask, 0, 255)]).astype(np.uint8)
    if not plain:
        rgba, scale, clean = degrade(rgba, head.density, rng)
    else:
        scale, clean = 1.0, head.density >= CLEAN_WIDTH
    cover = np.maximum(canvas.hair, canvas.hat)
    byte = lambda share: np.clip(255 * share, 0, 255).astype(np.uint8)
    out = []

    for side in ("right", "left"):
        crop = head.crops[f"ear-{side}"]
        label = labels.get(f"ear-{side}")
        seen = {"1": 1.0, "0": 0.0}.get(label, 0.5)
        weight = 1.0 if label is not None else 0.35
        covered = cut(byte(cover), crop, margin=1.0)
        x0, y0, x1, y1 = head.boxes.get(side, tuple(np.array(USUAL_EAR) * [80, 96, 80, 96]))
        inside = np.zeros(covered.shape, np.uint8)
        cv2.ellipse(inside, (round((x0 + x1) / 2), round((y0 + y1) / 2)), (max(1, round((x1 - x0) / 2)), max(1, round((y1 - y0) / 2))), 0, 0, 360, 1, -1)
        share = seen * (1 - covered[inside > 0].mean() / 255)
        out.append({"part": "ear", "image": cut(rgba, crop, scale), "visible": np.clip((share - 0.2) / 0.6, 0, 1), "weight": weight,
                    "box": np.array([x0, y0, x1, y1], np.float32) / [80, 96, 80, 96] if side in head.boxes and share > 0.7 else None})

        crop = head.crops[f"brow-{side}"]
        label = labels.get(f"brow-{side}")
        brow = polygon_map(head, draw.BROW[side], 1.05)
        covered = cut(byte(cover), crop)
        inside = cut(brow, crop)
        share = float((covered > 127)[inside > 127].mean()) if (inside > 127).any() else 0.0
        known = inside if label == "1" else np.zeros_like(inside)
        known = np.maximum(known, np.where(covered > 100, 255, 0).astype(np.uint8))
        whole = 1.0 if label == "0" or share >= BROW_COVERED else 0.0 if label == "1" and share <= BROW_FREE else -1.0
        out.append({"part": "brow", "image": cut(rgba, crop, scale), "inside": inside, "cover": covered, "known": known, "label": whole})

    crop = head.crops["eyes-both"]
    glasses = labels.get("glasses")
    kind = worn or {"0": "none", "1": "clear", "2": "tinted"}.get(glasses)
    # A veil that is seen is glare, however much shines through it.
    rim, glare = cut(byte(canvas.rim), crop), cut(byte((canvas.glare > GLARE_SEEN).astype(np.float32)), crop)
    opening, area = cut(opening_map(head), crop), cut(eye_area_map(head), crop)
    mean = lambda truth, where: float((truth / 255 * (where > 127)).sum() / max(1, (where > 127).sum()))
    drawn_truth = bare and real
    out.append({"part": "eyes", "image": cut(rgba, crop, scale), "glasses": {None: -1.0, "none": 0.0}.get(kind, 1.0), "tinted": {"clear": 0.0, "tinted": 1.0}.get(kind, -1.0),
                "rim": rim, "glare": glare, "known": 1.0 if drawn_truth else 0.0, "opening": opening, "area": area,
                "frame": mean(rim, opening) if drawn_truth else 0.0 if labels.get("frame") == "0" else -1.0,
                "shine": mean(glare, area) if drawn_truth else 0.0 if labels.get("reflection") == "0" else -1.0})

    out.append({"part": "mouth", "image": cut(rgba, head.crops["mouth-both"], scale), "label": float(labels.get("mouth", -1)) if not hat_drawn else -1.0})
    hat = 1.0 if hat_drawn else float(labels.get("hat", -1))
    out.append({"part": "crown", "image": cut(rgba, head.crops["crown-both"], scale), "label": hat, "cloth": cut(byte(canvas.hat), head.crops["crown-both"]), "known": 1.0 if hat_drawn or hat == 0 else 0.0})
    for made in out:
        made["clean"] = float(clean)
    return out


def hair_patches(heads: list[Head]) -> list[tuple[np.ndarray, float]]:
    """Real hair beside faces whose ear is hidden by it."""
    patches = []
    for head in heads:
        for side in ("right", "left"):
            if head.set == "drawn" or head.labels.get(f"ear-{side}") != "0" or head.labels.get("hat") != "0" or abs(head.yaw) > 15:
                continue
            x, y = head.landmarks[draw.CHEEK[side]]
            unit, sign = head.density, draw.SIGN[side]
            x0, x1 = sorted((int(x + sign * 0.03 * unit), int(x + sign * 0.2 * unit)))
            area = head.picture[max(0, int(y - 0.15 * unit)):int(y + 0.3 * unit), max(0, x0):x1]
            if min(area.shape[:2]) >= 8 and (area[..., 3] > 230).mean() > 0.97:
                patches.append((np.ascontiguousarray(area[..., :3]), unit))
    return patches


def begin(patches: list[tuple[np.ndarray, float]]) -> None:
    cv2.setNumThreads(1)
    draw.HAIR_PATCHES[:] = patches


def of_head(job: tuple[Head, int, int]) -> list[dict]:
    """`count` variants of one head, the first of them plain; then half as many of the crown alone, where coverings are drawn often."""
    head, count, seed = job
    picture = head.picture
    made = []
    for index in range(count):
        for crop in variant(head, picture, stable_seed(seed, head.file, index), index == 0):
            made.append(crop)
    for index in range(count, count + count // 2):
        made += [crop for crop in variant(head, picture, stable_seed(seed, head.file, index), False, 0.45) if crop["part"] == "crown"]
    for crop in made:
        crop["head"] = f"{head.set}/{head.file}"
    return made


def stable_seed(seed: int, name: str, index: int) -> int:
    value = 2166136261 ^ seed
    for byte in f"{name}:{index}".encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def make(heads: list[Head], count: int, seed: int, workers: int = 2) -> dict[str, list[dict]]:
    """Variants of all heads, by part."""
    by_part: dict[str, list[dict]] = {part: [] for part in PARTS}
    # Forked, a worker would inherit locks that the parent’s threads hold.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=begin, initargs=(hair_patches(heads),)) as pool:
        for index, made in enumerate(pool.map(of_head, [(head, count if head.set != "drawn" else max(1, count // 3), seed) for head in heads], chunksize=8)):
            if index % 200 == 199:
                print(f"{index + 1} of {len(heads)} heads", flush=True)
            for crop in made:
                by_part[crop["part"]].append(crop)
    return by_part
