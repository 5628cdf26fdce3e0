"""`python drawing.py --work DIR --portraits DIR [--count 10]`: covers of all kinds drawn on every portrait that may be
trained on.

Writes WORK/composites/<0|1>/<set>.<file>.<n>.jpg as a camera, a studio or a messenger would leave them, truth/….png of
each with its pixel truth (red: hair or cloth, green: rims, blue: what reflections change, alpha: cloth), and
facts.jsonl: what was drawn and which share of each part it covers. The product's own code then sees and cuts them (`npm
run training:heads -- --crops-only`): what its models make of a fringe, a hat or a rim is what it meets in use."""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import cv2
import numpy as np

import composites as draw
from fit import fold_of
from heads import Head
from maps import brow_map, from_crop, marked_reflections
from run import FOLDERS, training_heads

#: Thresholds are set on faces at least this wide, in pixels: half of what the clause asks for.
CLEAN_WIDTH = 100
# : Share of reflections drawn as the light of lamps: real ones are small, faint and coloured more often than those of
# lay_glare, which held_out.py draws.
LAMPS = 0.5
#: And as real ones, borrowed from wearers that are left out of training together with the one who borrows.
BORROWED = 0.3
#: An ear's box in its crop, shares of the crop's width and height: the median of labels/ear-boxes.csv.
USUAL_EAR = (0.425, 0.146, 0.637, 0.719)


def degrade(rgb: np.ndarray, density: float, rng: np.random.Generator) -> tuple[bytes, float, bool]:
    """Another size and JPEG quality, blur and grain: what cameras, studios and messengers do. Returns the file, its
    scale, and whether it is still such as a school would take: a face of at least CLEAN_WIDTH pixels, not blurred."""
    scale, blurred = 1.0, False
    least = 55.0
    if density > least and rng.random() < 0.6:
        scale = np.exp(rng.uniform(np.log(least / density), 0))
        rgb = cv2.resize(
            rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if rng.random() < 0.7 else cv2.INTER_LINEAR
        )
    if rng.random() < 0.25:
        blurred = True
        rgb = cv2.GaussianBlur(rgb, (0, 0), rng.uniform(0.3, 0.012 * density * scale + 0.3))
    if rng.random() < 0.3:
        rgb = np.clip(
            rgb + rng.normal(0, rng.uniform(1, 8), (*rgb.shape[:2], 1 if rng.random() < 0.5 else 3)), 0, 255
        ).astype(np.uint8)
    quality = int(rng.integers(45, 97)) if rng.random() < 0.7 else 98
    _, code = cv2.imencode('.jpg', rgb[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    return code.tobytes(), scale, bool(not blurred and density * scale >= CLEAN_WIDTH)


def share(truth: np.ndarray, where: np.ndarray) -> float:
    return float(truth[where > 127].mean()) if (where > 127).any() else 0.0


def ear_corners(head: Head, side: str) -> np.ndarray:
    """Corners x0 y0, x1 y1 of the ear's box (marked by eye, else where ears usually are) in the head picture."""
    crop = head.crops[f'ear-{side}']
    size = np.array([crop['width'], crop['height']])
    corners = (
        np.array(head.boxes[side]).reshape(2, 2) if side in head.boxes else np.array(USUAL_EAR).reshape(2, 2) * size
    )
    return from_crop(corners, crop)


def ear_map(head: Head, side: str) -> np.ndarray:
    image = np.zeros(head.size[::-1], np.uint8)
    a, b = ear_corners(head, side)
    cv2.ellipse(
        image,
        draw.to_fixed((a + b) / 2).tolist(),
        draw.to_fixed(np.abs(b - a) / 2).tolist(),
        0,
        0,
        360,
        255,
        -1,
        cv2.LINE_AA,
        4,
    )
    return image


def facts_of(head: Head, canvas: draw.Canvas) -> dict:
    """Which share of each part is covered, by the places of the bare face."""
    cover = np.maximum(canvas.hair, canvas.hat)
    return {
        'ear': {side: share(cover, ear_map(head, side)) for side in draw.EYE},
        'brow': {side: share((cover > 0.5).astype(np.float32), brow_map(head, side)) for side in draw.EYE},
    }


def drawn_on(head: Head, seed: int) -> tuple[draw.Canvas, dict]:
    """The head with covers by chance, and what was drawn."""
    rng = np.random.default_rng(seed)
    lenders = LENDERS.get(fold_of(head.name), [])
    canvas = draw.Canvas(head.picture, head.landmarks, head.density, rng)
    hatless, hat, worn = head.labels.get('hat') == '0', False, None
    if rng.random() < 0.85:
        if head.set != 'drawn':
            if rng.random() < 0.4 and hatless:
                draw.darken_hair(canvas)
            if rng.random() < 0.35:
                draw.swap_wall(canvas)
            if rng.random() < 0.28 and hatless:
                draw.covering(canvas)
                hat = True
        if rng.random() < 0.5 and not hat:
            draw.fringe(canvas)
        for side in ('right', 'left'):
            if rng.random() < 0.45 and not hat:
                draw.hair_beside(canvas, side)
        if head.labels.get('glasses') == '0' and rng.random() < 0.55:
            worn = draw.glasses(canvas, lamps=LAMPS, borrowed=BORROWED, lenders=lenders)['kind']
        elif head.labels.get('glasses') == '1' and head.labels.get('reflection') == '0' and rng.random() < 0.5:
            lenses = draw.lens_places(canvas)
            if lenders and rng.random() < 0.5:
                draw.borrow(canvas, lenses, lenders)
            else:
                draw.reflections(canvas, lenses, edges=False)
        if rng.random() < 0.2:
            draw.cast_shadow(canvas)
    canvas.glare = np.maximum(canvas.glare, marked_reflections(head) * (1 - np.maximum(canvas.hair, canvas.hat)))
    return canvas, {'worn': worn, 'hat': hat, **facts_of(head, canvas)}


def hair_patches(heads: list[Head]) -> list[tuple[np.ndarray, float]]:
    """Real hair beside faces whose ear is hidden by it."""
    patches = []
    for head in heads:
        for side in ('right', 'left'):
            if (
                head.set == 'drawn'
                or head.labels.get(f'ear-{side}') != '0'
                or head.labels.get('hat') != '0'
                or abs(head.yaw) > 15
            ):
                continue
            x, y = head.landmarks[draw.CHEEK[side]]
            unit, sign = head.density, draw.SIGN[side]
            x0, x1 = sorted((int(x + sign * 0.03 * unit), int(x + sign * 0.2 * unit)))
            area = head.picture[max(0, int(y - 0.15 * unit)) : int(y + 0.3 * unit), max(0, x0) : x1]
            if min(area.shape[:2]) >= 8 and (area[..., 3] > 230).mean() > 0.97:
                patches.append((np.ascontiguousarray(area[..., :3]), unit))
    return patches


#: Fold -> the reflections of each of its wearers.
LENDERS: dict[int, list[list[draw.Reflection]]] = {}


def reflections_to_borrow(heads: list[Head]) -> dict[int, list[list[draw.Reflection]]]:
    """By fold, as LENDERS holds them: of portraits whose reflections are marked."""
    lenders: dict[int, list[list[draw.Reflection]]] = {}
    for head in heads:
        found = draw.lifted(head.picture, head.landmarks, marked_reflections(head) > 0) if head.reflections else []
        if found:
            lenders.setdefault(fold_of(head.name), []).append(found)
    return lenders


def begin(patches: list[tuple[np.ndarray, float]], lenders: dict[int, list[list[draw.Reflection]]]) -> None:
    cv2.setNumThreads(1)
    draw.HAIR_PATCHES[:] = patches
    LENDERS.update(lenders)


def stable_seed(seed: int, name: str, index: int) -> int:
    value = 2166136261 ^ seed
    for byte in f'{name}:{index}'.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def of_head(job: tuple[Head, int, int, Path]) -> list[tuple[int, dict]]:
    """`count` variants of one head as files; returns the folder and the facts of each."""
    head, count, seed, out = job
    made = []
    for index in range(count):
        name, chance = f'{head.set}.{head.file}.{index}', stable_seed(seed, head.file, index)
        canvas, facts = drawn_on(head, chance)
        code, scale, clean = degrade(np.clip(canvas.rgb, 0, 255).astype(np.uint8), head.density, canvas.rng)
        folder = index % FOLDERS
        truth = np.clip(
            255 * np.dstack([canvas.glare, canvas.rim, np.maximum(canvas.hair, canvas.hat), canvas.hat]), 0, 255
        ).astype(np.uint8)
        if scale < 1:
            truth = cv2.resize(truth, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        (out / str(folder) / f'{name}.jpg').write_bytes(code)
        cv2.imwrite(str(out / str(folder) / 'truth' / f'{name}.png'), truth, [cv2.IMWRITE_PNG_COMPRESSION, 1])
        made.append((folder, {'file': f'{name}.jpg', 'head': head.name, 'scale': scale, 'clean': clean, **facts}))
    return made


def main() -> None:
    parse = argparse.ArgumentParser()
    parse.add_argument('--work', type=Path, required=True)
    parse.add_argument('--portraits', type=Path, required=True)
    parse.add_argument('--count', type=int, default=10)
    parse.add_argument('--seed', type=int, default=1)
    args = parse.parse_args()
    heads = training_heads(args.work, args.portraits)
    out = args.work / 'composites'
    for folder in range(FOLDERS):
        (out / str(folder) / 'truth').mkdir(parents=True, exist_ok=True)
    facts = [[] for _ in range(FOLDERS)]
    # Forked, a worker would inherit locks that the parent’s threads hold.
    with ProcessPoolExecutor(
        FOLDERS,
        mp_context=get_context('spawn'),
        initializer=begin,
        initargs=(hair_patches(heads), reflections_to_borrow(heads)),
    ) as pool:
        for made in pool.map(
            of_head,
            [(head, args.count if head.set != 'drawn' else max(1, args.count // 3), args.seed, out) for head in heads],
            chunksize=8,
        ):
            for folder, row in made:
                facts[folder].append(row)
    for folder, rows in enumerate(facts):
        (out / str(folder) / 'facts.jsonl').write_text(''.join(json.dumps(row) + '\n' for row in rows), encoding='utf8')
        print(f'{len(rows)} pictures in {out / str(folder)}')


if __name__ == '__main__':
    main()
