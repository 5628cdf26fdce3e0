"""`python covering/finish.py --work WORK --portraits DIR`: calibration and thresholds from the portraits left out, the
model and its record under public/models, and inputs with their outputs for tests/model/covering.test.ts."""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from calibrate import equal_error  # noqa: E402
from heads import read_heads  # noqa: E402

from covering.card import write_card  # noqa: E402
from covering.data import Crops  # noqa: E402
from covering.export import export  # noqa: E402
from covering.judge import brightness, left_out, load, logits, measured  # noqa: E402

MODELS = HERE.parent.parent / 'public' / 'models'
#: At most these shares of the portraits left out are called covered or free wrongly.
MAX_FALSE_ALARMS, MAX_MISSES = 0.004, 0.03


def calibrate(scores: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """Slope and offset of a logistic regression, both answers weighing the same (Newton)."""
    design = np.stack([scores, np.ones_like(scores)], 1).astype(np.float64)
    weight = np.where(truth == 1, 0.5 / (truth == 1).sum(), 0.5 / (truth == 0).sum())
    beta = np.zeros(2)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-design @ beta))
        gradient = design.T @ (weight * (truth - chance)) - 1e-4 * beta
        hessian = (design * (weight * chance * (1 - chance))[:, None]).T @ design + 1e-4 * np.eye(2)
        beta += np.linalg.solve(hessian, gradient)
    return float(beta[0]), float(beta[1])


def likelihoods(scores: np.ndarray, calibration: tuple[float, float]) -> np.ndarray:
    return 1 / (1 + np.exp(-(calibration[0] * scores + calibration[1])))


def set_thresholds(chance: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """Likelihoods between which it is not told, never nearer to each other than 0.3 and 0.7."""
    covered, free = np.sort(chance[truth == 1]), np.sort(chance[truth == 0])
    low = covered[int(MAX_MISSES * len(covered))]
    high = free[-1 - int(MAX_FALSE_ALARMS * len(free))]
    return float(np.round(np.clip(low, 0.02, 0.3), 2)), float(np.round(np.clip(high, 0.7, 0.98), 2))


def rates(chance: np.ndarray, truth: np.ndarray, thresholds: tuple[float, float]) -> dict:
    """Per cent, of portraits whose truth is known."""
    low, high = thresholds
    known = truth >= 0
    chance, truth = chance[known], truth[known]
    percent = lambda hits: None if not len(hits) else round(100 * float(hits.mean()), 2)
    return {
        'free': int((truth == 0).sum()),
        'covered': int((truth == 1).sum()),
        'equal error rate': equal_error(chance, truth == 1),
        'false alarms': percent(chance[truth == 0] >= high),
        'misses': percent(chance[truth == 1] <= low),
        'unknown': percent((chance > low) & (chance < high)),
    }


def tables(crops: Crops, chance: np.ndarray, thresholds: tuple[float, float]) -> dict:
    """By what the portraits left out show, and by the brightness of their skin."""
    light, truth, rows = brightness(crops.crops.numpy()), crops.truth, {}
    real = crops.kinds == 'real'
    for name in ('gov-train', 'open-train', 'us-train', 'us-pool'):
        where = real & np.char.startswith(crops.names, name)
        rows[f'real, {name}'] = rates(chance[where], truth[where], thresholds)
    rows['composites'] = rates(chance[~real], truth[~real], thresholds)
    for kind in sorted(set(crops.kinds) - {'real'}):
        where = crops.kinds == kind
        if (truth[where] >= 0).any():
            rows[f'composites, {kind}'] = rates(chance[where], truth[where], thresholds)
    limits = np.quantile(light, [0, 1 / 3, 2 / 3, 1])
    for name, low, high in zip(('dark', 'medium', 'light'), limits, limits[1:]):
        where = (light >= low) & (light <= high)
        rows[f'all, {name} skin'] = rates(chance[where], truth[where], thresholds)
    return rows


def parity(net, calibration: tuple[float, float]) -> dict:
    """What the network says of bytes that the product's test makes, too (tests/model/covering.test.ts)."""
    filled = ((np.arange(64 * 64 * 4) * 7919) % 251).astype(np.uint8).reshape(1, 64, 64, 4)
    covered, cover = logits(net, filled)
    places = 1 / (1 + np.exp(-cover.ravel()))
    return {'covered': float(likelihoods(covered, calibration)[0]), 'cover': [round(float(p), 5) for p in places]}


def alignment(net, crops: Crops, work: Path) -> dict:
    """How far the crops of draw.py are from those of the product, over the portraits as they are: levels, and what the
    network makes of both."""
    real, levels, changes = np.flatnonzero(crops.kinds == 'real'), [], []
    rows = {crops.names[row]: row for row in real}
    for name in dict.fromkeys(head.split('/')[0] for head in rows):
        heads = [head for head in read_heads(work / 'heads' / name, None) if head.name in rows]
        theirs = np.stack([head.product_crop('face-both') for head in heads])
        ours = crops.crops[[rows[head.name] for head in heads]].numpy()[:, 8:72, 8:72]
        levels.append(np.abs(theirs[..., :3].astype(int) - ours[..., :3]).mean((1, 2, 3)))
        chances = [1 / (1 + np.exp(-logits(net, part)[0])) for part in (theirs, ours)]
        changes.append(np.abs(chances[0] - chances[1]))
    levels, changes = np.concatenate(levels), np.concatenate(changes)
    return {
        'portraits': len(levels),
        'mean difference, levels': round(float(levels.mean()), 2),
        'largest difference of likelihood': round(float(changes.max()), 3),
        'likelihoods that differ by more than 0.1': int((changes > 0.1).sum()),
    }


def main() -> None:
    parse = argparse.ArgumentParser()
    parse.add_argument('--work', type=Path, required=True)
    parse.add_argument('--portraits', type=Path, required=True)
    args = parse.parse_args()
    crops = Crops(args.work)
    scores, truth = left_out(crops, args.work), crops.truth
    known = truth >= 0
    calibration = calibrate(scores[known], truth[known])
    chance = likelihoods(scores, calibration)
    thresholds = set_thresholds(chance[known], truth[known])
    net = load(args.work / 'covering.weights')
    export(net, calibration, MODELS / 'covering.onnx')
    held = measured(args.work, args.portraits)
    said = likelihoods(logits(net, held['crops'])[0], calibration)
    names = {name: np.char.startswith(held['names'], name) for name in ('students', 'tw-dev', 'large')}
    record = {
        'date': datetime.date.today().isoformat(),
        'bytes': (MODELS / 'covering.onnx').stat().st_size,
        'parameters': sum(weights.numel() for weights in net.parameters()),
        'calibration': calibration,
        'thresholds': {'covering': thresholds},
        'parity': parity(net, calibration),
        'alignment': alignment(net, crops, args.work),
        'kinds': {kind: int((crops.kinds == kind).sum()) for kind in sorted(set(crops.kinds))},
        'left out': tables(crops, chance, thresholds),
        'measured': {name: rates(said[rows], held['truth'][rows], thresholds) for name, rows in names.items()},
    }
    (MODELS / 'covering.json').write_text(json.dumps(record, indent=2) + '\n', encoding='utf8')
    write_card(record, MODELS / 'covering.md')
    wrong = ((said >= thresholds[1]) & (held['truth'] == 0)) | ((said < thresholds[1]) & (held['truth'] == 1))
    for name, value, label in sorted(zip(held['names'][wrong], said[wrong], held['truth'][wrong])):
        print(name, label, round(float(value), 3))
    print(json.dumps(record, indent=1))


if __name__ == '__main__':
    main()
