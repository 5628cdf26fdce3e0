"""`python run.py --portraits ../../shared/portraits --work WORK`: everything from portraits to public/models/parts.onnx
and its card.

Steps (each is skipped where its output is there already): drawn portraits, heads seen and cut by the product, covers
drawn on them, these composites seen and cut by the product, networks with a third of the portraits left out (three
times), networks on everything, calibration and thresholds, export, card. Needs `npm run build` before."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fit import FOLDS, name_of
from heads import Head, mark_ears, mark_reflection_places, mark_reflections, read_heads

HERE = Path(__file__).parent
ROOT = HERE.parent
#: Composites lie in so many folders, so that as many browsers can look at them.
FOLDERS = 2
#: Slowest first, so that two at a time end together.
PARTS = ('eyes', 'brow', 'ear', 'crown', 'mouth')
#: glibc asks for huge pages: in small ones a CPU spends half of a step on page faults.
HUGE_PAGES = {'GLIBC_TUNABLES': 'glibc.malloc.hugetlb=1'}


def training_heads(work: Path, portraits: Path) -> list[Head]:
    """All portraits that may be trained on: us-train and us-pool (public domain), and drawn ones."""
    heads = read_heads(work / 'heads' / 'us-train', portraits / 'us-train' / 'labels.csv')
    heads += read_heads(work / 'heads' / 'us-pool', HERE / 'labels' / 'us-pool.csv')
    heads += read_heads(work / 'heads' / 'drawn', work / 'drawn' / 'labels.csv')
    mark_reflections(heads, HERE / 'labels' / 'wearers.csv')
    mark_reflection_places(heads, HERE / 'labels' / 'reflection-places.csv')
    mark_ears(heads, HERE / 'labels' / 'ear-boxes.csv')
    return heads


def call(*command: object) -> None:
    print('+', *command, flush=True)
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT)


def fit(part: str, fold: int | None, args: argparse.Namespace) -> None:
    name = name_of(part, fold)
    if not (args.work / f'{name}.weights').exists():
        with open(args.work / f'{name}.log', 'w', encoding='utf8') as log:
            subprocess.run(
                [
                    sys.executable,
                    '-u',
                    str(HERE / 'fit.py'),
                    part,
                    '--work',
                    str(args.work),
                    '--seed',
                    str(args.seed),
                    *([] if fold is None else ['--fold', str(fold)]),
                ],
                check=True,
                stdout=log,
                stderr=log,
                env={**os.environ, **HUGE_PAGES},
            )
        print('fitted', name, flush=True)
    if fold is not None and not (args.work / f'{name}.json').exists():
        call(sys.executable, HERE / 'judge.py', part, fold, '--work', args.work, '--portraits', args.portraits)


def main() -> None:
    parse = argparse.ArgumentParser()
    parse.add_argument('--portraits', type=Path, required=True)
    parse.add_argument('--work', type=Path, required=True)
    parse.add_argument('--seed', type=int, default=1)
    parse.add_argument('--count', type=int, default=10, help='composites of each portrait')
    parse.add_argument('--at-once', type=int, default=2)
    args = parse.parse_args()
    args.work, args.portraits = args.work.resolve(), args.portraits.resolve()
    args.work.mkdir(parents=True, exist_ok=True)
    if not (args.work / 'drawn' / 'labels.csv').exists():
        call('npm', 'run', '--silent', 'training:drawn', '--', args.work / 'drawn')
    missing = [
        folder
        for folder in (args.portraits / 'us-train', args.portraits / 'us-pool', args.work / 'drawn')
        if not (args.work / 'heads' / folder.name / 'heads.jsonl').exists()
    ]
    if missing:
        call('npm', 'run', '--silent', 'training:heads', '--', args.work / 'heads', *missing)
    if not (args.work / 'composites' / '0' / 'facts.jsonl').exists():
        call(
            sys.executable,
            '-u',
            HERE / 'drawing.py',
            '--work',
            args.work,
            '--portraits',
            args.portraits,
            '--count',
            args.count,
            '--seed',
            args.seed,
        )
    if not (args.work / 'variants' / 'crown.pt').exists():
        with ThreadPoolExecutor(FOLDERS) as pool:
            list(
                pool.map(
                    lambda folder: call(
                        'npm',
                        'run',
                        '--silent',
                        'training:heads',
                        '--',
                        '--crops-only',
                        args.work / 'seen',
                        args.work / 'composites' / str(folder),
                    ),
                    range(FOLDERS),
                )
            )
        call(sys.executable, '-u', HERE / 'prepare.py', '--work', args.work, '--portraits', args.portraits)
    with ThreadPoolExecutor(args.at_once) as pool:
        list(pool.map(lambda job: fit(*job, args), [(part, fold) for fold in (None, *range(FOLDS)) for part in PARTS]))
    call(sys.executable, HERE / 'finish.py', '--work', args.work, '--portraits', args.portraits)


if __name__ == '__main__':
    main()
