"""`python fit.py PART --work DIR [--fold K]`: trains one part's network, on everything or (K of 0, 1, 2) without a third of the portraits.

Writes DIR/<part>.pt-weights; with a fold also its verdict on the portraits and composites left out: DIR/<part>.fold<K>.json.
"""
from __future__ import annotations

import argparse
import json
import zlib
from pathlib import Path

import torch

from data import MAPS, PartData, reduced
from judge import scores
from losses import BROW, FRAME, FRAME_LIMITS, SHINE, SHINE_LIMITS, crossed_share, pooled_share
from nets import SIZES
from run import FOLDS, training_heads
from train import train

EPOCHS = {"ear": (32, 30), "brow": (32, 16), "eyes": (52, 20), "mouth": (40, 20), "crown": (60, 30)}


def fold_of(head: str) -> int:
    """Fold of 'set/file'; drawn portraits are always trained on."""
    return -1 if head.startswith("drawn/") else zlib.crc32(head.encode()) % FOLDS


@torch.no_grad()
def composite_rows(part: str, net: torch.nn.Module, data: PartData, rows: list[int]) -> list[dict]:
    """Scores of variants with covers: {head, question, fault, logit | share}."""
    found = []
    height, width = SIZES[part]
    for row in rows:
        image = data.images[row].permute(2, 0, 1)[None].float() / 255
        top, left = (image.shape[2] - height) // 2, (image.shape[3] - width) // 2
        inner = (..., slice(top, top + height), slice(left, left + width))
        outputs = net(image[inner])
        truth = {key: value[row].item() for key, value in data.numbers.items()}
        maps = data.maps[row:row + 1].float()[inner] / 255 if data.maps is not None else None
        head = data.heads[row]
        if part == "ear" and truth["weight"] == 1 and (truth["visible"] < 0.1 or truth["visible"] > 0.9):
            found.append({"head": head, "clean": truth["clean"] == 1, "question": "ear", "fault": int(truth["visible"] < 0.5), "logit": -outputs[0][0, 0].item()})
        if part == "brow" and truth["label"] >= 0:
            share = pooled_share(outputs[:, 0], reduced(maps, outputs)[:, 0]).item()
            found.append({"head": head, "clean": truth["clean"] == 1, "question": "brow", "fault": int(truth["label"]), "logit": (share - BROW[0]) / BROW[1]})
        if part == "eyes":
            kind, marks = outputs
            if truth["glasses"] >= 0:
                found.append({"head": head, "clean": truth["clean"] == 1, "question": "glasses", "fault": int(truth["glasses"]), "logit": kind[0, 0].item()})
            if truth["tinted"] >= 0:
                found.append({"head": head, "clean": truth["clean"] == 1, "question": "tinted", "fault": int(truth["tinted"]), "logit": kind[0, 1].item()})
            shares = {
                "frame": (truth["frame"], crossed_share(marks[:, 2], truth["span"] * marks.shape[3] / width).item(), FRAME, FRAME_LIMITS),
                # The rule counts glare only where it is likelier than not.
                "glare": (truth["shine"], pooled_share(torch.where(marks[:, 1] > 0, 50.0, -50.0), reduced(maps, marks)[:, 3]).item(), SHINE, SHINE_LIMITS),
            }
            for name, (share, told, (middle, spread), (sound, faulty)) in shares.items():
                # Of bare faces nobody asks.
                if truth["glasses"] == 1 and share >= 0 and not sound <= share <= faulty:
                    found.append({"head": head, "clean": truth["clean"] == 1, "question": name, "fault": int(share > faulty), "logit": (told - middle) / spread})
        if part in ("mouth", "crown") and truth["label"] >= 0:
            out = outputs[0][0] if part == "crown" else outputs[0]
            found.append({"head": head, "clean": truth["clean"] == 1, "question": {"mouth": "mouth", "crown": "headwear"}[part], "fault": int(truth["label"]), "logit": out[0].item()})
    return found


def main() -> None:
    parse = argparse.ArgumentParser()
    parse.add_argument("part", choices=list(MAPS))
    parse.add_argument("--work", type=Path, required=True)
    parse.add_argument("--portraits", type=Path, required=True)
    parse.add_argument("--fold", type=int)
    parse.add_argument("--seed", type=int, default=1)
    args = parse.parse_args()
    torch.set_num_threads(1)
    data: PartData = torch.load(args.work / "variants" / f"{args.part}.pt", weights_only=False)
    full, short = EPOCHS[args.part]
    name = args.part if args.fold is None else f"{args.part}.fold{args.fold}"
    net = train(args.part, data, full if args.fold is None else short, args.seed, lambda head: args.fold is None or fold_of(head) != args.fold, lambda line: print(line, flush=True))
    torch.save(net.state_dict(), args.work / f"{name}.weights")
    if args.fold is None:
        return
    heads = [head for head in training_heads(args.work, args.portraits) if fold_of(f"{head.set}/{head.file}") == args.fold]
    real = [{"head": f"{row['head'].set}/{row['head'].file}", "crop": row["crop"], "fault": row["label"], "score": float(row["score"]), "faceWidth": row["head"].face_width, "yaw": row["head"].yaw}
            for row in scores(args.part, net, heads) if row["label"] is not None]
    rows = [row for row, head in enumerate(data.heads) if fold_of(head) == args.fold]
    (args.work / f"{name}.json").write_text(json.dumps({"real": real, "variants": composite_rows(args.part, net, data, rows)}))


if __name__ == "__main__":
    main()
