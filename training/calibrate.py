"""Calibration and thresholds from verdicts on portraits that were left out of training."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch

from drawing import CLEAN_WIDTH
from heads import Head

# : What the thresholds are set for, on portraits left out: shares of sound ones called faulty, and of faulty ones
# called sound.
FALSE_ALARMS, MISSES = 0.01, 0.02
#: Misses where all faulty ones are drawn: composites are made to be harder than what cameras see.
MISSES_DRAWN = 0.05
#: So many portraits of either kind make composites dispensable.
ENOUGH = 20
# : The band that is not told is never narrower than this, whatever the portraits say: other people's portraits are less
# like these than these
#: are like each other, and a verdict needs odds of four to one.
LEAST_BAND = (0.2, 0.8)
# : Nor wider than this: a rule that tells hardly anybody anything helps nobody. What is missed for it stands in the
# figures.
WIDEST_BAND = (0.1, 0.98)

QUESTIONS = {'ear': 'ear', 'brow': 'brow', 'eyes': 'glasses', 'mouth': 'mouth', 'crown': 'headwear'}


def rows_of(work: Path, folds: int) -> dict[str, list[dict]]:
    """Rows by question: {head, fault, logit, real, clean}; a real row also has faceWidth and yaw."""
    rows: dict[str, list[dict]] = {}
    for part, question in QUESTIONS.items():
        for fold in range(folds):
            found = json.loads((work / f'{part}.fold{fold}.json').read_text(encoding='utf8'))
            for row in found['real']:
                score = min(max(row['score'], 1e-9), 1 - 1e-9)
                rows.setdefault(question, []).append(
                    {
                        **row,
                        'logit': float(np.log(score / (1 - score))),
                        'real': True,
                        'clean': row['faceWidth'] >= CLEAN_WIDTH,
                    }
                )
            for row in found['variants']:
                rows.setdefault(row['question'], []).append({**row, 'real': False})
    return rows


def weights_of(rows: list[dict]) -> np.ndarray:
    """Each class weighs the same, and in it real portraits and composites do."""
    keys = [(row['fault'], row['real']) for row in rows]
    counts = {key: keys.count(key) for key in set(keys)}
    return np.array([1 / counts[key] for key in keys])


def platt(rows: list[dict]) -> tuple[float, float]:
    """Slope and offset of the logit that make its likelihood true on these rows."""
    logits = torch.tensor([row['logit'] for row in rows], dtype=torch.float64).clamp(-20, 20)
    fault = torch.tensor([float(row['fault']) for row in rows], dtype=torch.float64)
    weight = torch.from_numpy(weights_of(rows))
    ab = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([ab], max_iter=200, line_search_fn='strong_wolfe')

    def closure():
        optimiser.zero_grad()
        # A little pull towards 1 and 0: few faults of some kinds.
        loss = (
            torch.nn.functional.binary_cross_entropy_with_logits(ab[0] * logits + ab[1], fault, reduction='none')
            * weight
        ).sum() / weight.sum() + 1e-3 * ((ab[0] - 1) ** 2 + ab[1] ** 2)
        loss.backward()
        return loss

    optimiser.step(closure)
    return float(ab[0]), float(ab[1])


def band(rows: list[dict]) -> tuple[float, float]:
    """Likelihoods between which it is not told, rounded outward to hundredths: by real portraits where there are enough
    of both kinds.

    Where only sound real ones are enough, neither they nor composites may be called faulty more often than
    FALSE_ALARMS."""
    real = [row for row in rows if row['real']]
    enough = {kind: sum(row['fault'] == kind for row in real) >= ENOUGH for kind in (0, 1)}
    both = enough[0] and enough[1]
    score = lambda found, kind: np.array([1 / (1 + np.exp(-row['logit'])) for row in found if row['fault'] == kind])
    sound = [real] if both else [rows, real] if enough[0] else [rows]
    high = max(
        LEAST_BAND[1], *(float(np.quantile(score(found, 0), 1 - FALSE_ALARMS, method='higher')) for found in sound)
    )
    faulty = score(real if both else rows, 1)
    low = (
        min(LEAST_BAND[0], float(np.quantile(faulty, MISSES if both else MISSES_DRAWN, method='lower')))
        if len(faulty)
        else LEAST_BAND[0]
    )
    return float(np.floor(max(WIDEST_BAND[0], low) * 100) / 100), float(np.ceil(min(WIDEST_BAND[1], high) * 100) / 100)


def rates(rows: list[dict], low: float, high: float) -> dict:
    score = np.array([1 / (1 + np.exp(-row['logit'])) for row in rows])
    fault = np.array([row['fault'] for row in rows], bool)
    share = lambda part, whole: None if not whole.any() else round(100 * float(part[whole].mean()), 2)
    return {
        'sound': int((~fault).sum()),
        'faulty': int(fault.sum()),
        'equalErrorRate': equal_error(score, fault),
        'falseAlarms': share(score >= high, ~fault),
        'misses': share(score <= low, fault),
        'unknown': round(100 * float(((score > low) & (score < high)).mean()), 2),
    }


def equal_error(score: np.ndarray, fault: np.ndarray) -> float | None:
    if not fault.any() or fault.all():
        return None
    best = min(
        (
            (
                abs((score[fault] < t).mean() - (score[~fault] >= t).mean()),
                ((score[fault] < t).mean() + (score[~fault] >= t).mean()) / 2,
            )
            for t in np.unique(np.append(score, 2))
        ),
        key=lambda pair: pair[0],
    )
    return round(100 * float(best[1]), 2)


PAIRS = ((13, 14), (82, 87), (312, 317))


def lip_gap(head: Head) -> float:
    """As src/rules/mouth/measure.ts."""
    width = np.linalg.norm(head.landmarks[61] - head.landmarks[291])
    return float(max(np.linalg.norm(head.landmarks[a] - head.landmarks[b]) for a, b in PAIRS) / width)


def fuse_mouth(rows: list[dict], heads: dict[str, Head], limit: float) -> dict:
    """The gap and the model's logit as one number: {middle, width, teeth} of the mouth rule, by logistic regression."""
    rows = [row for row in rows if row['real']]
    gap = torch.tensor([lip_gap(heads[row['head']]) for row in rows], dtype=torch.float64)
    logit = torch.tensor([row['logit'] for row in rows], dtype=torch.float64).clamp(-limit, limit)
    fault = torch.tensor([float(row['fault']) for row in rows], dtype=torch.float64)
    weight = torch.from_numpy(weights_of(rows))
    abc = torch.tensor([40.0, 0.5, -2.0], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([abc], max_iter=500, line_search_fn='strong_wolfe')

    def closure():
        optimiser.zero_grad()
        loss = (
            torch.nn.functional.binary_cross_entropy_with_logits(
                abc[0] * gap + abc[1] * logit + abc[2], fault, reduction='none'
            )
            * weight
        ).sum() / weight.sum() + 1e-6 * (abc**2).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    a, b, c = (float(value) for value in abc)
    for row, one, other in zip(rows, gap.tolist(), logit.tolist()):
        row['logit'] = a * one + b * other + c
    return {'middle': round(-c / a, 4), 'width': round(1 / a, 5), 'teeth': round(b / a, 5), 'rows': rows}
