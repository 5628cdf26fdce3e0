"""`python held_out.py --heads HEADS --portraits PORTRAITS --out OUT`: covers drawn on portraits that are never trained
on, as pictures with labels.csv.

OUT/brows (strands of 1 to 6 px where the face is as wide as in a photo 480 px wide), OUT/glasses (clear and tinted,
with and without glare and with the frame over the eye or not), OUT/reflections (those of lamps, on clear glasses, with
as many that reflect nothing), OUT/headwear. Measured by `npm run accuracy -- OUT/brows OUT/glasses OUT/reflections
OUT/headwear`: the whole product, from a JPEG to a verdict. The portraits are new to the networks; the way of drawing is
the training's, with other seeds. Glasses and reflections are labelled twice over: by what was drawn, and
(labels/held-out-*.csv) by what is seen in them, twice, without knowing that."""

from __future__ import annotations

import argparse
import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

import composites as draw
from drawing import facts_of, hair_patches, stable_seed
from heads import Head, read_heads
from losses import FRAME_LIMITS, SHINE_LIMITS
from maps import crossed, eye_area_map, eye_maps, shining
from variants import BROW_COVERED, BROW_FREE

#: The face's width in a photo 480 px wide that meets the clause.
FACE = 210.0
COLUMNS = (
    'file',
    'glasses',
    'ear_image_left',
    'ear_image_right',
    'brow_image_left',
    'brow_image_right',
    'mouth',
    'hat',
    'reflection',
    'frame',
    'reflection_by_eye',
    'frame_by_eye',
    'tint_by_eye',
)
LABELS = Path(__file__).parent / 'labels'


def at_clause_size(head: Head) -> tuple[Head, np.ndarray]:
    scale = FACE / head.density
    picture = cv2.resize(
        head.picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    )
    crops = {
        name: {**crop, 'centre': [scale * at for at in crop['centre']], 'step': scale * crop['step']}
        for name, crop in head.crops.items()
    }
    return Head(
        head.set,
        head.file,
        head.folder,
        FACE,
        FACE,
        head.yaw,
        head.landmarks * scale,
        crops,
        head.labels,
        size=(picture.shape[1], picture.shape[0]),
    ), picture


def canvases(name: str, usable: list[Head], seed: int, count: int) -> Iterator[tuple[str, Head, draw.Canvas]]:
    """`count` heads in turn, each with a file's name and a canvas with chance of its own."""
    for index in range(count):
        rng = np.random.default_rng(stable_seed(seed, name, index))
        head, picture = at_clause_size(usable[index % len(usable)])
        yield f'{index:04d}.jpg', head, draw.Canvas(picture, head.landmarks, FACE, rng)


def save(canvas: draw.Canvas, path: Path) -> None:
    cv2.imwrite(
        str(path),
        np.clip(canvas.rgb, 0, 255).astype(np.uint8)[..., ::-1],
        [cv2.IMWRITE_JPEG_QUALITY, int(canvas.rng.integers(75, 96))],
    )


def line(**told: object) -> str:
    """A line of labels.csv; of what is not named nothing is scored."""
    return ','.join(str(told.get(column, 'p')) for column in COLUMNS)


def labels_by_eye(name: str) -> dict[str, dict[str, str]]:
    with open(LABELS / f'held-out-{name}.csv', newline='', encoding='utf8') as file:
        return {row['file']: row for row in csv.DictReader(file)}


def by_eye(path: Path, row: dict[str, str] | None) -> dict[str, str]:
    """What is seen in this very picture, by its `row`, as columns of a line: 'p' where two labellings did not agree;
    nothing where it was drawn otherwise then."""
    if row is None or not hashlib.sha256(path.read_bytes()).hexdigest().startswith(row['sha256']):
        return {}
    return {f'{question}_by_eye': row[question] for question in row if question not in ('file', 'sha256')}


def label(most: float, least: float, limits: tuple[float, float]) -> str:
    """'p' for what a person could not tell either."""
    return '1' if most > limits[1] else '0' if least < limits[0] else 'p'


def reflects(head: Head, canvas: draw.Canvas) -> str:
    return label(*shining(canvas.glare, eye_area_map(head)), SHINE_LIMITS)


def brows(heads: list[Head], out: Path, count: int) -> Iterator[str]:
    usable = [
        head
        for head in heads
        if head.labels.get('brow-right') == '1'
        and head.labels.get('brow-left') == '1'
        and head.labels.get('hat') == '0'
    ]
    for name, head, canvas in canvases('brows', usable, 77, count):
        # Strands of 1 to 6 px: the widths that `fringe` draws at this size.
        draw.fringe(canvas)
        told = {
            side: '0' if covered >= BROW_COVERED else '1' if covered <= BROW_FREE else 'p'
            for side, covered in facts_of(head, canvas)['brow'].items()
        }
        save(canvas, out / name)
        yield line(file=name, brow_image_left=told['right'], brow_image_right=told['left'])


def glasses(heads: list[Head], out: Path, count: int) -> Iterator[str]:
    labelled = labels_by_eye('glasses')
    usable = [head for head in heads if head.labels.get('glasses') == '0']
    for name, head, canvas in canvases('glasses', usable, 78, count):
        kind = draw.glasses(
            canvas,
            'tinted' if canvas.rng.random() < 0.35 else 'clear',
            frame_over_eye=bool(canvas.rng.random() < 0.4),
            glare=bool(canvas.rng.random() < 0.45),
        )['kind']
        crossing = crossed(canvas.rim, eye_maps(head.landmarks, head.size))
        glare, frame = reflects(head, canvas), label(crossing, crossing, FRAME_LIMITS)
        save(canvas, out / name)
        told = {'reflection': glare, 'frame': frame, **by_eye(out / name, labelled.get(name))}
        if kind == 'tinted':
            # Behind dark lenses nobody can see whether a frame crosses the eye.
            told |= {'frame': 'p', 'frame_by_eye': 'p'}
        yield line(file=name, glasses=2 if kind == 'tinted' else 1, **told)


def reflections(heads: list[Head], out: Path, count: int) -> Iterator[str]:
    labelled = labels_by_eye('reflections')
    usable = [head for head in heads if head.labels.get('glasses') == '0']
    for name, head, canvas in canvases('reflections', usable, 80, count):
        draw.glasses(canvas, 'clear', frame_over_eye=False, glare=int(name[:4]) % 2 == 0, lamps=1.0)
        save(canvas, out / name)
        yield line(file=name, glasses=1, reflection=reflects(head, canvas), **by_eye(out / name, labelled.get(name)))


def headwear(heads: list[Head], out: Path, count: int) -> Iterator[str]:
    usable = [head for head in heads if head.labels.get('hat') == '0']
    for name, head, canvas in canvases('headwear', usable, 79, count):
        # Every other one stays bare.
        covered = int(name[:4]) % 2 == 0
        if covered:
            draw.covering(canvas)
        save(canvas, out / name)
        yield line(file=name, hat=int(covered))


def main() -> None:
    parse = argparse.ArgumentParser()
    parse.add_argument('--heads', type=Path, required=True)
    parse.add_argument('--portraits', type=Path, required=True)
    parse.add_argument('--out', type=Path, required=True)
    args = parse.parse_args()
    heads = [
        head
        for name in ('tw-dev', 'large')
        for head in read_heads(args.heads / name, args.portraits / name / 'labels.csv')
    ]
    draw.HAIR_PATCHES[:] = hair_patches(heads)
    for make, count in ((brows, 600), (glasses, 700), (reflections, 400), (headwear, 300)):
        out = args.out / make.__name__
        out.mkdir(parents=True, exist_ok=True)
        (out / 'labels.csv').write_text(
            '\n'.join([','.join(COLUMNS), *make(heads, out, count)]) + '\n', encoding='utf8'
        )
        print(make.__name__, count)


if __name__ == '__main__':
    main()
