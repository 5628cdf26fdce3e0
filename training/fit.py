"""`python fit.py PART --work DIR [--fold K]`: trains one part's network, on everything or (K of 0, 1, 2) without a
third of the portraits.

Reads WORK/variants/PART.pt alone, so it may run on another machine; writes WORK/PART[.foldK].weights. Takes a GPU where
there is one."""

from __future__ import annotations

import argparse
import zlib
from pathlib import Path

import torch

from data import MAPS, PartData
from train import RATE, train

#: Of networks that judge portraits left out just as many: what is calibrated on them must be like what is shipped.
EPOCHS = {'ear': 32, 'brow': 320, 'eyes': 640, 'mouth': 160, 'crown': 360}
FOLDS = 3


def fold_of(head: str) -> int:
    """Fold of 'set/file'; drawn portraits are always trained on."""
    return -1 if head.startswith('drawn/') else zlib.crc32(head.encode()) % FOLDS


def name_of(part: str, fold: int | None) -> str:
    return part if fold is None else f'{part}.fold{fold}'


def main() -> None:
    parse = argparse.ArgumentParser()
    parse.add_argument('part', choices=list(MAPS))
    parse.add_argument('--work', type=Path, required=True)
    parse.add_argument('--fold', type=int)
    parse.add_argument('--seed', type=int, default=1)
    parse.add_argument('--epochs', type=int)
    parse.add_argument('--rate', type=float, default=RATE)
    parse.add_argument('--on', action='store_true', help='goes on from the weights that are there')
    args = parse.parse_args()
    torch.set_num_threads(1)
    data = PartData.read(args.part, args.work / 'variants').to(
        torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    )
    weights = args.work / f'{name_of(args.part, args.fold)}.weights'
    net = train(
        args.part,
        data,
        args.epochs or EPOCHS[args.part],
        args.seed,
        lambda head: args.fold is None or fold_of(head) != args.fold,
        lambda line: print(line, flush=True),
        args.rate,
        torch.load(weights) if args.on else None,
    )
    torch.save(net.cpu().state_dict(), weights)


if __name__ == '__main__':
    main()
