"""What the networks are trained on: each portrait as it is and each composite of it, cut by the product into the parts'
crops, with its truth."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np

from drawing import CLEAN_WIDTH, ear_corners
from heads import Head, read_heads
from losses import SHINE, SHINE_LIMITS
from maps import (
    CORNERS,
    GLARE_FAINT,
    GLARE_SEEN,
    brow_map,
    crossed,
    cut,
    eye_area_map,
    eye_maps,
    eye_span,
    marked_reflections,
    shining,
)

# : Covered shares of a brow: up to the first it is 'essentially all visible', from the second on 'a third or more
# covered'.
BROW_FREE, BROW_COVERED = 0.10, 1 / 3
#: A composite on which the mesh lies further off, in face widths on the mean, shows where it found something else.
MESH_ASTRAY = 0.12
#: Of a portrait that nothing was drawn on.
NOTHING = {'worn': None, 'hat': False, 'ear': {'right': 0.0, 'left': 0.0}, 'brow': {'right': 0.0, 'left': 0.0}}


def crops_of(
    seen: Head, origin: Head, truth: np.ndarray, facts: dict, there: Callable[[np.ndarray], np.ndarray]
) -> Iterator[dict]:
    """{part, image, ...truth} of each crop. `truth`: H x W x 4 uint8 as drawing.py keeps it, on the head as `seen`;
    `there`: from points of the origin's head picture to it."""
    labels = origin.labels
    glare, rim, cover, cloth = (np.ascontiguousarray(truth[..., i]) for i in range(4))

    for side in ('right', 'left'):
        crop = seen.crops[f'ear-{side}']
        label = labels.get(f'ear-{side}')
        visible = {'1': 1.0, '0': 0.0}.get(label, 0.5) * (1 - facts['ear'][side])
        size = np.array([crop['width'], crop['height']])
        box = (
            (there(ear_corners(origin, side)) - crop['centre']) / crop['step'] * [-1 if crop['mirrored'] else 1, 1]
            + size / 2
        ) / size
        yield {
            'part': 'ear',
            'image': seen.crop(f'ear-{side}'),
            'visible': np.clip((visible - 0.2) / 0.6, 0, 1),
            'weight': 1.0 if label is not None else 0.35,
            'box': np.clip(box, 0, 1).flatten().astype(np.float32) if side in origin.boxes and visible > 0.7 else None,
        }

        crop = seen.crops[f'brow-{side}']
        label = labels.get(f'brow-{side}')
        covered, inside = cut(cover, crop), cut(brow_map(seen, side), crop)
        # Of a real brow that is not wholly free, only what was drawn over it is known.
        known = np.maximum(
            inside if label == '1' else np.zeros_like(inside), np.where(covered > 100, 255, 0).astype(np.uint8)
        )
        share = facts['brow'][side]
        whole = 1.0 if label == '0' or share >= BROW_COVERED else 0.0 if label == '1' and share <= BROW_FREE else -1.0
        yield {
            'part': 'brow',
            'image': seen.crop(f'brow-{side}'),
            'inside': inside,
            'cover': covered,
            'known': known,
            'label': whole,
        }

    crop = seen.crops['eyes-both']
    bare = labels.get('glasses') == '0'
    # What reflects is known to the pixel: all that was drawn or marked.
    known_glare = bare or labels.get('reflection') == '0' or bool(origin.reflections)
    kind = facts['worn'] or {'0': 'none', '1': 'clear', '2': 'tinted'}.get(labels.get('glasses'))
    change = cut(glare, crop)
    # Where the eyes are behind a rim is known from the bare face; the mesh often takes a rim for a lid.
    eyes = eye_maps(there(origin.landmarks), seen.size)
    area = cut(eye_area_map(seen), crop)
    plain, faintest = shining(change / 255, area)
    # What a person could not tell either is neither.
    shine = plain if plain > SHINE_LIMITS[1] else faintest if faintest < SHINE_LIMITS[0] else SHINE[0]
    binary = lambda where: np.where(where, 255, 0).astype(np.uint8)
    yield {
        'part': 'eyes',
        'image': seen.crop('eyes-both'),
        'glasses': {None: -1.0, 'none': 0.0}.get(kind, 1.0),
        'tinted': {'clear': 0.0, 'tinted': 1.0}.get(kind, -1.0),
        'rim': cut(rim, crop),
        'glare': binary(change > 255 * GLARE_SEEN),
        'faint': binary((change > 255 * GLARE_FAINT) & (change <= 255 * GLARE_SEEN)),
        'crossing': cut(np.minimum(rim, np.maximum(*eyes)), crop),
        **{f'span-{side}': eye_span(seen.landmarks, side) / crop['step'] for side in CORNERS},
        'known': 1.0 if bare else 0.0,
        'glare-known': 1.0 if known_glare else 0.0,
        'area': area,
        'frame': crossed(rim / 255, eyes) if bare else 0.0 if labels.get('frame') == '0' else -1.0,
        # Real reflections that were called plain are, however small; under a fringe they may not be seen.
        'shine': (1.0 if max(facts['brow'].values()) <= BROW_FREE else -1.0)
        if labels.get('reflection') == '1'
        else shine
        if known_glare
        else -1.0,
    }

    yield {
        'part': 'mouth',
        'image': seen.crop('mouth-both'),
        'label': -1.0 if facts['hat'] else float(labels.get('mouth', -1)),
    }
    hat = 1.0 if facts['hat'] else float(labels.get('hat', -1))
    yield {
        'part': 'crown',
        'image': seen.crop('crown-both'),
        'label': hat,
        'cloth': cut(cloth, seen.crops['crown-both']),
        'known': 1.0 if facts['hat'] or hat == 0 else 0.0,
    }


def of_portraits(heads: list[Head]) -> Iterator[dict]:
    for head in heads:
        truth = np.zeros((*head.size[::-1], 4), np.uint8)
        truth[..., 0] = 255 * marked_reflections(head)
        for crop in crops_of(head, head, truth, NOTHING, lambda points: points):
            yield {**crop, 'head': head.name, 'clean': float(head.face_width >= CLEAN_WIDTH)}


def of_composites(heads: list[Head], pictures: Path, seen: Path) -> Iterator[dict]:
    """Of one folder of composites and what the product saw in it."""
    origins = {head.name: head for head in heads}
    facts = {
        row['file']: row for row in map(json.loads, (pictures / 'facts.jsonl').read_text(encoding='utf8').splitlines())
    }
    for head in read_heads(seen, None):
        row = facts[head.file]
        origin = origins[row['head']]
        # Head picture of the origin -> picture that was reduced -> head as seen in it.
        there = lambda points: ((points * row['scale'] - 0.5) @ head.from_photo[:, :2].T + head.from_photo[:, 2]) + 0.5
        if np.linalg.norm(there(origin.landmarks) - head.landmarks, axis=1).mean() > MESH_ASTRAY * head.density:
            continue
        truth = cv2.imread(str(pictures / 'truth' / head.file).removesuffix('.jpg') + '.png', cv2.IMREAD_UNCHANGED)
        truth = cv2.warpAffine(truth, head.from_photo, head.size, flags=cv2.INTER_LINEAR)
        for crop in crops_of(head, origin, truth, row, there):
            yield {**crop, 'head': row['head'], 'clean': float(row['clean'])}
