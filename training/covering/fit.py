"""`python covering/fit.py --work WORK [--fold K] [--steps N]`: trains the network on WORK/covering.*.npz, all of it or
without the portraits of fold K and some kinds of covering. Writes WORK/covering[.foldK].weights."""

from __future__ import annotations

import argparse
import copy
import sys
import time
from pathlib import Path

import torch
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parent.parent))
from covering.data import FOLDS, Crops  # noqa: E402
from covering.net import Covering  # noqa: E402

BATCH, RATE = 64, 4e-3


def train(crops: Crops, args: argparse.Namespace, start: dict | None) -> Covering:
    torch.manual_seed(args.seed)
    chance, steps = torch.Generator().manual_seed(args.seed), args.steps
    net = Covering()
    if start:
        net.load_state_dict(start)
    net = net.to(memory_format=torch.channels_last).train()
    average = copy.deepcopy(net).eval()
    optimiser = torch.optim.AdamW(net.parameters(), lr=args.rate, weight_decay=2e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, args.rate, total_steps=steps, pct_start=0.15)
    chances, began, running = crops.chances(args.fold), time.time(), torch.zeros(2)
    for step in range(steps):
        rows = torch.multinomial(chances, BATCH, replacement=True, generator=chance)
        images, truth, cover, weight = crops.batch(rows, chance)
        covered, where = net(images.contiguous(memory_format=torch.channels_last))
        known = (truth >= 0).float()
        each = functional.binary_cross_entropy_with_logits(covered, truth.clamp(0).float(), reduction='none')
        loss = (each * known).sum() / known.sum()
        maps = functional.binary_cross_entropy_with_logits(where, cover, reduction='none')
        loss_map = (maps * weight).sum() / weight.sum()
        optimiser.zero_grad(set_to_none=True)
        (loss + loss_map).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        schedule.step()
        follow(average, net, 1 - min(0.995, (step + 1) / (step + 20)))
        running += torch.stack([loss.detach(), loss_map.detach()])
        if (step + 1) % 50 == 0:
            print(f'{step + 1}/{steps} {(running / 50).tolist()} {time.time() - began:.0f} s', flush=True)
            running.zero_()
    return average


def follow(average: torch.nn.Module, net: torch.nn.Module, share: float) -> None:
    with torch.no_grad():
        for ours, theirs in zip(average.state_dict().values(), net.state_dict().values()):
            if ours.dtype.is_floating_point:
                ours.lerp_(theirs, share)


def main() -> None:
    parse = argparse.ArgumentParser()
    parse.add_argument('--work', type=Path, required=True)
    parse.add_argument('--fold', type=int, choices=range(FOLDS))
    parse.add_argument('--steps', type=int, default=2500)
    parse.add_argument('--seed', type=int, default=1)
    parse.add_argument('--rate', type=float, default=RATE)
    parse.add_argument('--on', action='store_true', help='goes on from the weights that are there')
    args = parse.parse_args()
    torch.set_num_threads(1)
    weights = args.work / f'covering{"" if args.fold is None else f".fold{args.fold}"}.weights'
    net = train(Crops(args.work), args, torch.load(weights) if args.on else None)
    torch.save(net.state_dict(), weights)


if __name__ == '__main__':
    main()
