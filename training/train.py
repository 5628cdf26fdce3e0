"""Trains one part's network on variants of heads; see README.md for the whole way."""
from __future__ import annotations

import copy
import time

import torch
from torch import nn

from data import PartData
from losses import LAST_LOSSES, LOSSES
from nets import NETS

#: How often an epoch shows a portrait of each set: the sharp ones more often than the many small ones; drawn ones are a seasoning.
SHARE = {"us-train": 2.0, "us-pool": 1.0, "drawn": 0.5}
#: Largest learning rate of the training, and of a last stage with a loss of its own.
RATE, LAST_RATE = 3e-3, 1e-3
#: Epochs of the last stage, where a part has one.
LAST_EPOCHS = {"eyes": 10}


def train(part: str, data: PartData, epochs: int, seed: int, keep=lambda head: True, log=print) -> nn.Module:
    """`keep` chooses portraits ('set/file'): the rest is left for judging. Returns the averaged network in evaluation mode."""
    torch.manual_seed(seed)
    net = descend(NETS[part](), part, data, epochs, seed, RATE, LOSSES[part], keep, log)
    return descend(net, part, data, LAST_EPOCHS[part], seed + 1, LAST_RATE, LAST_LOSSES[part], keep, log) if part in LAST_LOSSES else net


def descend(net: nn.Module, part: str, data: PartData, epochs: int, seed: int, rate: float, loss_of, keep, log) -> nn.Module:
    """One stage: `epochs` from `net` on; returns the average of the networks on the way, in evaluation mode."""
    rng = torch.Generator().manual_seed(seed)
    average = copy.deepcopy(net).eval()
    net = net.train().to(memory_format=torch.channels_last)
    groups = [rows for head, rows in data.rows_by_head().items() if keep(head)]
    shares = torch.tensor([SHARE[data.heads[rows[0]].split("/")[0]] * (2 if part in ("ear", "brow") else 1) for rows in groups])
    size = 64
    steps = epochs * int(shares.sum()) // size
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=2e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps, pct_start=0.15)
    start, running = time.time(), 0.0
    for step in range(steps):
        chosen = torch.multinomial(shares, size, replacement=True, generator=rng)
        picks = torch.rand(size, generator=rng)
        rows = torch.tensor([groups[group][int(pick * len(groups[group]))] for group, pick in zip(chosen.tolist(), picks.tolist())])
        images, maps, truth = data.batch(rows, rng)
        outputs = net(images.contiguous(memory_format=torch.channels_last))
        loss = loss_of(outputs, maps, truth)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        schedule.step()
        with torch.no_grad():
            fresh = 1 - min(0.998, (step + 1) / (step + 20))
            for ours, theirs in zip(average.state_dict().values(), net.state_dict().values()):
                if ours.dtype.is_floating_point:
                    ours.lerp_(theirs, fresh)
                else:
                    ours.copy_(theirs)
        running += loss.item()
        if (step + 1) % 100 == 0:
            log(f"{part} {step + 1}/{steps} loss {running / 100:.4f} {time.time() - start:.0f} s")
            running = 0.0
    return average
