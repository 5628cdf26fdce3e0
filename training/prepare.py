"""`python prepare.py --work DIR --portraits DIR [--count 7]`: variants of all heads that may be trained on, kept as WORK/variants/<part>.pt."""
from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

import torch

from data import PartData
from run import training_heads
from variants import make


def main() -> None:
    parse = argparse.ArgumentParser()
    parse.add_argument("--work", type=Path, required=True)
    parse.add_argument("--portraits", type=Path, required=True)
    parse.add_argument("--count", type=int, default=7)
    parse.add_argument("--seed", type=int, default=1)
    args = parse.parse_args()
    heads = training_heads(args.work, args.portraits)
    print(Counter(head.set for head in heads))
    start = time.time()
    (args.work / "variants").mkdir(parents=True, exist_ok=True)
    for part, crops in make(heads, args.count, args.seed).items():
        torch.save(PartData(part, crops), args.work / "variants" / f"{part}.pt")
        print(part, len(crops), f"{time.time() - start:.0f} s")


if __name__ == "__main__":
    main()
