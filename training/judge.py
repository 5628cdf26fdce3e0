"""`python judge.py PART FOLD --work DIR --portraits DIR`: what a network says of the portraits, and of their
composites, that were left out of its training.

Writes WORK/PART.foldFOLD.json.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from data import MAPS, PartData, reduced
from fit import fold_of, name_of
from heads import Head
from losses import (
    BROW,
    FRAME,
    FRAME_LIMITS,
    GLARE_WEIGHT,
    SHINE,
    SHINE_LIMITS,
    crossed_share,
    pooled_share,
    shining_share,
)
from maps import CORNERS, brow_map, cut
from nets import NETS, SIZES
from run import training_heads

CROPS = {
    'ear': ('ear-right', 'ear-left'),
    'brow': ('brow-right', 'brow-left'),
    'eyes': ('eyes-both',),
    'mouth': ('mouth-both',),
    'crown': ('crown-both',),
}


@torch.no_grad()
def scores(part: str, net: nn.Module, heads: list[Head]) -> list[dict]:
    """One row a crop exactly as the product cuts it: {head, crop, label, score}; the score is the likelihood of the
    fault."""
    rows = []
    for head in heads:
        for name in CROPS[part]:
            image = torch.from_numpy(head.product_crop(name)).permute(2, 0, 1)[None].float() / 255
            outputs = net(image)
            row = {'head': head, 'crop': name}
            if part == 'ear':
                label = head.labels.get(name)
                row |= {
                    'label': None if label is None else int(label == '0'),
                    'score': 1 - torch.sigmoid(outputs[0][0, 0]).item(),
                    'box': outputs[1][0].numpy(),
                }
            elif part == 'brow':
                label = head.labels.get(name)
                inside = (
                    torch.from_numpy(cut(brow_map(head, name.split('-')[1]), head.crops[name], margin=1.0)).float()[
                        None, None
                    ]
                    / 255
                )
                share = pooled_share(outputs[:, 0], F.adaptive_avg_pool2d(inside, outputs.shape[2:])[:, 0]).item()
                row |= {
                    'label': None if label is None else int(label == '0'),
                    'share': share,
                    'score': 1 / (1 + np.exp(-(share - BROW[0]) / BROW[1])),
                }
            elif part == 'eyes':
                label = head.labels.get('glasses')
                worn, tinted = torch.sigmoid(outputs[0][0]).tolist()
                row |= {
                    'label': None if label is None else int(label != '0'),
                    'score': worn,
                    'tinted': tinted,
                    'tinted_label': {'1': 0, '2': 1}.get(label),
                }
            elif part == 'mouth':
                label = head.labels.get('mouth')
                row |= {'label': None if label is None else int(label), 'score': torch.sigmoid(outputs[0, 0]).item()}
            else:
                label = head.labels.get('hat')
                row |= {'label': None if label is None else int(label), 'score': torch.sigmoid(outputs[0][0, 0]).item()}
            rows.append(row)
    return rows


@torch.no_grad()
def composite_rows(part: str, net: torch.nn.Module, data: PartData, rows: list[int]) -> list[dict]:
    """Scores of variants with covers: {head, question, fault, logit | share}."""
    found = []
    height, width = SIZES[part]
    for row in rows:
        image = data.images[row : row + 1].float() / 255
        top, left = (image.shape[2] - height) // 2, (image.shape[3] - width) // 2
        inner = (..., slice(top, top + height), slice(left, left + width))
        outputs = net(image[inner])
        truth = {key: value[row].item() for key, value in data.numbers.items()}
        maps = data.maps[row : row + 1].float()[inner] / 255 if data.maps is not None else None
        head = data.heads[row]
        if part == 'ear' and truth['weight'] == 1 and (truth['visible'] < 0.1 or truth['visible'] > 0.9):
            found.append(
                {
                    'head': head,
                    'clean': truth['clean'] == 1,
                    'question': 'ear',
                    'fault': int(truth['visible'] < 0.5),
                    'logit': -outputs[0][0, 0].item(),
                }
            )
        if part == 'brow' and truth['label'] >= 0:
            share = pooled_share(outputs[:, 0], reduced(maps, outputs)[:, 0]).item()
            found.append(
                {
                    'head': head,
                    'clean': truth['clean'] == 1,
                    'question': 'brow',
                    'fault': int(truth['label']),
                    'logit': (share - BROW[0]) / BROW[1],
                }
            )
        if part == 'eyes':
            kind, marks = outputs
            if truth['glasses'] >= 0:
                found.append(
                    {
                        'head': head,
                        'clean': truth['clean'] == 1,
                        'question': 'glasses',
                        'fault': int(truth['glasses']),
                        'logit': kind[0, 0].item(),
                    }
                )
            if truth['tinted'] >= 0:
                found.append(
                    {
                        'head': head,
                        'clean': truth['clean'] == 1,
                        'question': 'tinted',
                        'fault': int(truth['tinted']),
                        'logit': kind[0, 1].item(),
                    }
                )
            shares = {
                'frame': (
                    truth['frame'],
                    crossed_share(
                        marks[:, 2], *(truth[f'span-{side}'] * marks.shape[3] / width for side in CORNERS)
                    ).item(),
                    FRAME,
                    FRAME_LIMITS,
                ),
                # The rule counts glare only where it is likelier than not.
                'glare': (
                    truth['shine'],
                    shining_share(
                        torch.where(marks[:, 1] > math.log(GLARE_WEIGHT), 50.0, -50.0), reduced(maps, marks)[:, 3]
                    ).item(),
                    SHINE,
                    SHINE_LIMITS,
                ),
            }
            for name, (share, told, (middle, spread), (sound, faulty)) in shares.items():
                # Of bare faces nobody asks.
                if truth['glasses'] == 1 and share >= 0 and not sound <= share <= faulty:
                    found.append(
                        {
                            'head': head,
                            'clean': truth['clean'] == 1,
                            'question': name,
                            'fault': int(share > faulty),
                            'logit': (told - middle) / spread,
                        }
                    )
        if part in ('mouth', 'crown') and truth['label'] >= 0:
            out = outputs[0][0] if part == 'crown' else outputs[0]
            found.append(
                {
                    'head': head,
                    'clean': truth['clean'] == 1,
                    'question': {'mouth': 'mouth', 'crown': 'headwear'}[part],
                    'fault': int(truth['label']),
                    'logit': out[0].item(),
                }
            )
    return found


def main() -> None:
    parse = argparse.ArgumentParser()
    parse.add_argument('part', choices=list(MAPS))
    parse.add_argument('fold', type=int)
    parse.add_argument('--work', type=Path, required=True)
    parse.add_argument('--portraits', type=Path, required=True)
    args = parse.parse_args()
    torch.set_num_threads(1)
    name = name_of(args.part, args.fold)
    net = NETS[args.part]().eval()
    net.load_state_dict(torch.load(args.work / f'{name}.weights'))
    heads = [head for head in training_heads(args.work, args.portraits) if fold_of(head.name) == args.fold]
    real = [
        {
            'head': row['head'].name,
            'crop': row['crop'],
            'fault': row['label'],
            'score': float(row['score']),
            'faceWidth': row['head'].face_width,
            'yaw': row['head'].yaw,
        }
        for row in scores(args.part, net, heads)
        if row['label'] is not None
    ]
    data = PartData.read(args.part, args.work / 'variants')
    rows = [row for row, head in enumerate(data.heads) if fold_of(head) == args.fold]
    (args.work / f'{name}.json').write_text(
        json.dumps({'real': real, 'variants': composite_rows(args.part, net, data, rows)})
    )


if __name__ == '__main__':
    main()
