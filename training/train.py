"""Trains one part's network on variants of heads; see README.md for the whole way."""

from __future__ import annotations

import copy
import time

import torch
from torch import nn

from data import PartData
from losses import LOSSES
from nets import NETS

# : How often an epoch shows a portrait of each set: the sharp ones more often than the many small ones; drawn ones are
# a seasoning.
SHARE = {'us-train': 2.0, 'us-pool': 1.0, 'drawn': 0.5}
#: Wearers whose real glasses reflect are few: each is shown so much more often.
REFLECTING = 3.0
#: Largest learning rate.
RATE = 3e-3
BATCH = 64


def how_often(data: PartData, rows: list[int]) -> float:
    """An epoch shows the portrait whose variants are `rows`."""
    share = SHARE[data.heads[rows[0]].split('/')[0]] * (2 if data.part in ('ear', 'brow') else 1)
    return share * REFLECTING if data.part == 'eyes' and data.reflects_by_label(rows) else share


def train(
    part: str,
    data: PartData,
    epochs: int,
    seed: int,
    keep=lambda head: True,
    log=print,
    rate: float = RATE,
    start: dict | None = None,
) -> nn.Module:
    """`keep` chooses portraits ('set/file'): the rest is left for judging; `start`: weights to go on from.

    Returns the average of the networks on the way, in evaluation mode, where `data` is.
    """
    torch.manual_seed(seed)
    device = data.images.device
    chance, on_device = torch.Generator().manual_seed(seed), torch.Generator(device).manual_seed(seed)
    net = NETS[part]()
    if start:
        net.load_state_dict(start)
    net = net.to(device, memory_format=torch.channels_last).train()
    average = copy.deepcopy(net).eval()
    ours, theirs = (
        [value for value in one.state_dict().values() if value.dtype.is_floating_point] for one in (average, net)
    )
    groups = [rows for head, rows in data.rows_by_head().items() if keep(head)]
    shares = torch.tensor([how_often(data, rows) for rows in groups])
    steps = epochs * int(shares.sum()) // BATCH
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=2e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps, pct_start=0.15)
    began, running = time.time(), torch.zeros((), device=device)
    for step in range(steps):
        chosen = torch.multinomial(shares, BATCH, replacement=True, generator=chance)
        picks = torch.rand(BATCH, generator=chance)
        rows = torch.tensor(
            [groups[group][int(pick * len(groups[group]))] for group, pick in zip(chosen.tolist(), picks.tolist())]
        )
        images, maps, truth = data.batch(rows.to(device), on_device)
        # A quarter of the time where the processor multiplies bfloat16 itself; losses and weights stay whole.
        with torch.autocast(device.type, torch.bfloat16):
            outputs = net(images.contiguous(memory_format=torch.channels_last))
        whole = outputs.float() if isinstance(outputs, torch.Tensor) else tuple(output.float() for output in outputs)
        loss = LOSSES[part](whole, maps, truth)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        schedule.step()
        with torch.no_grad():
            torch._foreach_lerp_(ours, theirs, 1 - min(0.998, (step + 1) / (step + 20)))
        running += loss.detach()
        if (step + 1) % 100 == 0:
            log(f'{part} {step + 1}/{steps} loss {running.item() / 100:.4f} {time.time() - began:.0f} s')
            running.zero_()
    return average
