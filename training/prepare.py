"""`python prepare.py --work DIR --portraits DIR`: portraits and what the product saw of their composites, by part, kept
as WORK/variants/<part>.pt."""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import chain
from pathlib import Path

from data import MAPS, PartData, kept
from run import FOLDERS, training_heads
from variants import of_composites, of_portraits


def main() -> None:
    parse = argparse.ArgumentParser()
    parse.add_argument('--work', type=Path, required=True)
    parse.add_argument('--portraits', type=Path, required=True)
    args = parse.parse_args()
    heads = training_heads(args.work, args.portraits)
    print(Counter(head.set for head in heads))
    by_part: dict[str, list[dict]] = {part: [] for part in MAPS}
    for crop in chain(
        of_portraits(heads),
        *(
            of_composites(heads, args.work / 'composites' / str(folder), args.work / 'seen' / str(folder))
            for folder in range(FOLDERS)
        ),
    ):
        by_part[crop['part']].append(kept(crop['part'], crop))
    (args.work / 'variants').mkdir(parents=True, exist_ok=True)
    for part in MAPS:
        PartData.keep(part, by_part[part], args.work / 'variants')
        print(part, len(by_part[part]))


if __name__ == '__main__':
    main()
