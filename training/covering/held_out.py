"""`python covering/held_out.py --work WORK --out DIR [--count N]`: things of every kind laid over faces of portraits
that nothing is trained on, as JPEGs with labels-look.csv for `npm run accuracy:covering`: the product's own models
then find face and mesh under a mask or a hand."""

from __future__ import annotations

import argparse
import csv
import sys
import zlib
from pathlib import Path

import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))
from heads import read_heads  # noqa: E402

from covering import uncovered  # noqa: E402
from covering.draw import COVERED, FREE, KINDS  # noqa: E402
from covering.face import Face  # noqa: E402
from covering.judge import MEASURED, read_column  # noqa: E402


def main() -> None:
    parse = argparse.ArgumentParser()
    parse.add_argument('--work', type=Path, required=True)
    parse.add_argument('--portraits', type=Path, required=True)
    parse.add_argument('--out', type=Path, required=True)
    parse.add_argument('--count', type=int, default=400)
    args = parse.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    heads = []
    for name in MEASURED:
        look = read_column(args.portraits / name / 'labels-look.csv', 'occlusion')
        heads += [head for head in read_heads(args.work / 'heads' / name, None) if look.get(head.file) == '0']
    rows, kinds = [], list(KINDS)
    for at in range(args.count):
        # A number without a factor in common with the portraits: each is drawn on before one is drawn on twice.
        head, lender = heads[at * 37 % len(heads)], heads[(at * 37 + 5) % len(heads)]
        rng = np.random.default_rng(zlib.crc32(f'held-out/{at}'.encode()))
        face = Face(head.picture, head.landmarks[:, :2], head.density, rng, lender.picture)
        uncovered.distract(face, False)
        kind = KINDS[kinds[at % len(kinds)]][0](face)
        share = face.covered()
        name = f'{at:03d}-{kind}.jpg'
        cv2.imwrite(
            str(args.out / name), face.rgb.clip(0, 255).astype(np.uint8)[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 92]
        )
        open_case = FREE <= share < COVERED or kind == 'mask-chin'
        rows.append((name, 'p' if open_case else int(share >= COVERED), kind))
    with open(args.out / 'labels-look.csv', 'w', newline='', encoding='utf8') as file:
        csv.writer(file).writerows([('file', 'occlusion', 'kind'), *rows])


if __name__ == '__main__':
    main()
