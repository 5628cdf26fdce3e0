"""`python finish.py --work DIR --portraits DIR`: calibration and thresholds from the portraits left out, export,
record.

Writes public/models/parts.onnx, parts.json (the record) and parts.md (the card from it) beside it, and WORK/parity.json
(what the browser must see). The thresholds go into the rules by hand; tests/model/parts.test.ts holds rules and record
together."""

from __future__ import annotations

import argparse
import base64
import json
from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np
import torch

from card import card
from calibrate import band, fuse_mouth, platt, rates, rows_of
from export import COUNTS, OUTPUTS, PART_OF, Parts, export
from fit import EPOCHS, FOLDS
from judge import CROPS
from nets import NETS
from run import ROOT, training_heads

#: Likelihoods in the model file that are calibrated, and the question each answers; `visible` is the other way round.
CALIBRATED = {'visible': 'ear', 'worn': 'glasses', 'tinted': 'tinted', 'open': 'mouth', 'covered': 'headwear'}
MOST_LOGIT = 6.0


def main() -> None:
    parse = argparse.ArgumentParser()
    parse.add_argument('--work', type=Path, required=True)
    parse.add_argument('--portraits', type=Path, required=True)
    args = parse.parse_args()
    heads = training_heads(args.work, args.portraits)
    by_name = {head.name: head for head in heads}
    rows = rows_of(args.work, FOLDS)
    mouths = rows['mouth']
    # Faces as a school would take them: smaller or blurred ones are judged too, but do not set the thresholds.
    rows = {question: [row for row in found if row['clean']] for question, found in rows.items()}
    calibration = {}
    for name, question in CALIBRATED.items():
        slope, offset = platt(rows[question])
        calibration[name] = (slope, -offset if name == 'visible' else offset)
        for row in rows[question]:
            row['logit'] = slope * row['logit'] + offset
    # Two numbers more need all portraits; the small ones' lips are told well enough by the mesh.
    for row in mouths:
        if not row['clean']:
            row['logit'] = calibration['open'][0] * row['logit'] + calibration['open'][1]
    fused = fuse_mouth(mouths, by_name, MOST_LOGIT)
    rows['mouth'] = fused.pop('rows')
    thresholds, figures = {}, {}
    for question, found in rows.items():
        thresholds[question] = band(found)
        low, high = thresholds[question]
        groups = {
            'real, us-train': [row for row in found if row['real'] and row['head'].startswith('us-train/')],
            'real, us-pool': [row for row in found if row['real'] and row['head'].startswith('us-pool/')],
            'composites': [row for row in found if not row['real']],
        }
        figures[question] = {name: rates(group, low, high) for name, group in groups.items() if group}
    nets = {}
    for part, net in NETS.items():
        nets[part] = net().eval()
        nets[part].load_state_dict(torch.load(args.work / f'{part}.weights'))
    target = ROOT / 'public' / 'models' / 'parts.onnx'
    export(nets, calibration, target)
    record = {
        'date': date.today().isoformat(),
        'bytes': target.stat().st_size,
        'seed': 1,
        'epochs': EPOCHS,
        'parameters': {part: sum(value.numel() for value in net.parameters()) for part, net in nets.items()},
        'portraits': dict(Counter(head.set for head in heads)),
        'labels': labels_of(heads),
        'calibration': {name: [round(value, 4) for value in pair] for name, pair in calibration.items()},
        'mouth': fused,
        'thresholds': thresholds,
        'leftOut': figures,
    }
    (ROOT / 'public' / 'models' / 'parts.json').write_text(json.dumps(record, indent=1) + '\n', encoding='utf8')
    (ROOT / 'public' / 'models' / 'parts.md').write_text(card(record), encoding='utf8')
    for question, groups in figures.items():
        print(question, thresholds[question])
        for name, group in groups.items():
            print('   ', name, group)
    print('mouth', fused)
    parity(nets, calibration, heads, args.work / 'parity.json')


def labels_of(heads: list) -> dict:
    """How many of each label were trained on."""
    counts: dict[str, Counter] = {}
    for head in heads:
        for question, label in head.labels.items():
            counts.setdefault(f'{head.set} {question}', Counter())[label] += 1
    return {question: dict(sorted(count.items())) for question, count in sorted(counts.items())}


@torch.no_grad()
def parity(nets: dict, calibration: dict, heads: list, path: Path, count: int = 40) -> None:
    """Crops of some portraits with what the network says of them, for `npm run parts:parity`."""
    whole = Parts(nets, calibration).eval()
    cases = []
    for head in heads[:: max(1, len(heads) // count)]:
        crops = {name: np.stack([head.product_crop(crop) for crop in CROPS[PART_OF[name]]]) for name in COUNTS}
        outputs = whole(*(torch.from_numpy(crops[name]) for name in COUNTS))
        cases.append(
            {
                'crops': {name: base64.b64encode(value.tobytes()).decode() for name, value in crops.items()},
                'outputs': {name: value.flatten().tolist() for name, value in zip(OUTPUTS, outputs)},
            }
        )
    path.write_text(json.dumps({'shapes': {name: list(crops[name].shape) for name in COUNTS}, 'cases': cases}))


if __name__ == '__main__':
    main()
