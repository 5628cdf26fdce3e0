"""`python covering/draw.py --work WORK --portraits DIR`: the crops to train on. Every portrait as it is and with things
laid over the face, each as the product cuts it but larger by MARGIN, with the truth of every pixel.

Writes WORK/covering.ROUND.npz. WORK/heads is what `npm run training:heads` wrote."""

from __future__ import annotations

import argparse
import csv
import sys
import zlib
from pathlib import Path

import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))
from heads import MARGIN, Head, read_heads  # noqa: E402

from covering import hands, masks, uncovered  # noqa: E402
from covering.face import Face, reduced  # noqa: E402

LABELS = Path(__file__).parent.parent / 'labels'
SIZE = round(64 * MARGIN)
#: Composites with and without something over the face, by set: the many small portraits less often.
COUNTS = {'gov-train': (6, 3), 'open-train': (6, 3), 'us-train': (6, 3), 'us-pool': (1, 0), 'drawn': (2, 1)}
KINDS = {
    'mask': (masks.mask, 0.32),
    'hand': (hands.hand, 0.26),
    'phone': (hands.phone, 0.08),
    'cup': (hands.cup, 0.07),
    'microphone': (hands.microphone, 0.06),
    'sheet': (hands.sheet, 0.06),
    'thing': (hands.thing, 0.08),
    'scarf': (masks.scarf, 0.07),
}
#: Share of the face below the brows from which it counts as covered, and below which as free; between it is left open.
COVERED, FREE = 0.05, 0.01


def portraits(work: Path, folder: Path) -> list[Head]:
    """All that may be trained on; `covered` of what was marked by eye is in the labels."""
    known = {}
    with open(LABELS / 'covering.csv', newline='', encoding='utf8') as file:
        known = {row['file']: row['covered'] for row in csv.DictReader(file)}
    heads = []
    for name in COUNTS:
        path = {'us-pool': LABELS / 'us-pool.csv', 'us-train': folder / name / 'labels.csv'}.get(name)
        heads += read_heads(work / 'heads' / name, path)
    for head in heads:
        head.labels['covered'] = known.get(head.name, '0')
    return [head for head in heads if head.labels['covered'] != 'drop']


def cut(face: Face, head: Head, image: np.ndarray) -> np.ndarray:
    """The crop of the face, of a picture that `face` is drawn on."""
    factor = face.unit / head.density
    crop, fine = head.crops['face-both'], 3
    step = crop['step'] * factor / fine
    middle = np.array(crop['centre']) * factor - 0.5
    matrix = np.float32(
        [[step, 0, middle[0] - step * (SIZE * fine - 1) / 2], [0, step, middle[1] - step * (SIZE * fine - 1) / 2]]
    )
    warped = cv2.warpAffine(image, matrix, (SIZE * fine, SIZE * fine), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    return cv2.resize(warped, (SIZE, SIZE), interpolation=cv2.INTER_AREA)


def worsen(rgb: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Smaller, blurred, noisy, as JPEG."""
    size = rgb.shape[1::-1]
    if rng.random() < 0.5:
        scale = rng.uniform(0.45, 1)
        rgb = cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    if rng.random() < 0.2:
        rgb = cv2.GaussianBlur(rgb, (0, 0), rng.uniform(0.3, 1.2))
    if rng.random() < 0.3:
        rgb = rgb + rng.normal(0, rng.uniform(1, 9), (*rgb.shape[:2], rng.choice([1, 3])))
    _, code = cv2.imencode(
        '.jpg', rgb.clip(0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(40, 97))]
    )
    return cv2.resize(cv2.imdecode(code, cv2.IMREAD_COLOR), size, interpolation=cv2.INTER_LINEAR)


def draw(head: Head, seen: tuple, lender: np.ndarray, kind: str | None, variant: int) -> tuple[np.ndarray, float, str]:
    """Crop of H x W x 5 (RGB, what covers, the face below the brows); the share covered; the kind. Variant 0 is the
    portrait itself."""
    rng = np.random.default_rng(zlib.crc32(f'{head.name}/{variant}'.encode()))
    face = Face(*seen, rng, lender)
    lower = face.lower()
    if variant:
        uncovered.distract(face, kind is None)
        if kind:
            kind = KINDS[kind][0](face)
        face.rgb = worsen(face.rgb.clip(0, 255).astype(np.float32), rng).astype(np.float32)
    layers = [*np.moveaxis(face.rgb, 2, 0), 255 * face.cover, 255 * lower]
    crop = np.stack([cut(face, head, layer.astype(np.float32)) for layer in layers], -1)
    return crop.round().clip(0, 255).astype(np.uint8), face.covered(), kind or ('free' if variant else 'real')


def jobs(head: Head, number: int) -> list[tuple[int, str | None]]:
    """Variants and their kinds. The portrait itself is in the first round only; later ones draw half as much."""
    rng = np.random.default_rng(zlib.crc32(f'{head.name}{number or ""}'.encode()))
    with_cover, without = (-(-count // (2 if number else 1)) for count in COUNTS[head.set])
    chances = np.array([chance for _, chance in KINDS.values()])
    kinds = [None] * (0 if number else 1) + [None] * without
    kinds += list(rng.choice(list(KINDS), with_cover, p=chances / chances.sum()))
    return [(100 * number + at, kind) for at, kind in enumerate(kinds)]


def main() -> None:
    parse = argparse.ArgumentParser()
    parse.add_argument('--work', type=Path, required=True)
    parse.add_argument('--portraits', type=Path, required=True)
    parse.add_argument('--every', type=int, default=1, help='draws on every so many portraits only, to look at')
    parse.add_argument('--round', type=int, default=0, help='draws anew, so that training sees more')
    args = parse.parse_args()
    cv2.setNumThreads(1)
    heads = portraits(args.work, args.portraits)[:: args.every]
    crops, shares, kinds, names = [], [], [], []
    lender = reduced(heads[-1].picture, heads[-1].landmarks, heads[-1].density)[0]
    for at, head in enumerate(heads):
        seen = reduced(head.picture, head.landmarks, head.density)
        # Over what is covered already nothing more is drawn.
        for variant, kind in jobs(head, args.round) if head.labels['covered'] == '0' else [(0, None)][args.round :]:
            crop, share, drawn = draw(head, seen, lender, kind, variant)
            if head.labels['covered'] != '0':
                share, drawn = {'1': 1.0, 'p': 0.03}[head.labels['covered']], 'real'
            crops.append(crop), shares.append(share), kinds.append(drawn), names.append(head.name)
        lender = seen[0]
        if at % 100 == 0:
            print(at, len(heads), len(crops), flush=True)
    np.savez(args.work / f'covering.{args.round}.npz', crops=crops, shares=np.float32(shares), kinds=kinds, names=names)


if __name__ == '__main__':
    main()
