"""The model card, written from the record: public/models/parts.md."""

from __future__ import annotations

HEAD = """# parts.onnx: ears, eyebrows, glasses, mouth, headwear

Made by `training/run.py` on {date}, in several goes (training/README.md) (seed {seed}); this page is written from \
the record beside it, `parts.json`. {bytes} bytes, weights as 16-bit floats.

**For** saying of one frontal portrait how likely it is that an ear is hidden, where something lies over an eyebrow, \
whether glasses are worn and tinted,
where their rims and reflections are, whether the mouth is open or shows teeth, whether the head is covered. **Not \
for** telling who somebody is,
or anything about a person; faces turned by more than about 15 degrees; video of crowds.

**Input** crops around the landmarks as `src/lib/part-crops.ts` cuts them, bytes, RGB and the person mask. **Output** \
likelihoods 0..1, calibrated on portraits
left out of training with both answers weighing the same, and maps of likelihoods.

## What it was trained on
| set | portraits | licence |
| --- | --- | --- |
| us-train: official portraits of members of the US Congress (voteview/member_photos), labelled by eye twice | \
{us_train} | works of the US government, public domain |
| us-pool: smaller ones of the same source, labelled by eye twice for this (training/labels/us-pool.csv) | {us_pool} \
| the same |
| drawn: this project's own drawn faces | {drawn} | Apache-2.0, this repository |

Covers of all kinds were drawn on the real ones (training/composites/): nearly every covered eyebrow, most \
reflections, every tinted lens, frame over the eye and
all but two coverings of the head are drawn, not real. The people are mostly older, in office, many of them men; hair \
was darkened in part of the variants.
No portrait of tw-dev or large was trained on.

| label | count |
| --- | --- |
"""

MIDDLE = """
Networks: {networks} parameters; epochs {epochs}.

## Portraits left out
Each third of the portraits judged by networks that never saw it (trained as long as the shipped ones), at the \
thresholds that were set on them; faces at
least 100 px wide. Shares in per cent; composites are the variants in all their sizes and qualities.

| question | portraits | sound | faulty | equal error rate | false alarms | misses | unknown |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""

TAIL = """
## Thresholds
Likelihoods between which a rule does not tell: at most 1 % false alarms and 2 % misses on portraits left out (5 % \
where all faulty ones are drawn),
never narrower than 0.2 to 0.8 nor wider than 0.1 to 0.98. The rules
hold the same numbers (`tests/model/parts.test.ts`).

| question | not told between |
| --- | --- |
"""


def card(record: dict) -> str:
    portraits = record['portraits']
    text = HEAD.format(
        date=record['date'],
        seed=record['seed'],
        bytes=f'{record["bytes"]:,}',
        us_train=portraits['us-train'],
        us_pool=portraits['us-pool'],
        drawn=portraits['drawn'],
    )
    for question, counts in record['labels'].items():
        text += f'| {question} | {", ".join(f"{label}: {count}" for label, count in counts.items())} |\n'
    text += MIDDLE.format(
        networks=', '.join(f'{part} {count:,}' for part, count in record['parameters'].items()),
        epochs=', '.join(f'{part} {count}' for part, count in record['epochs'].items()),
    )
    show = lambda value: '-' if value is None else value
    for question, groups in record['leftOut'].items():
        for name, row in groups.items():
            shares = ' | '.join(str(show(row[key])) for key in ('equalErrorRate', 'falseAlarms', 'misses', 'unknown'))
            text += f'| {question} | {name} | {row["sound"]} | {row["faulty"]} | {shares} |\n'
    text += TAIL
    for question, (low, high) in record['thresholds'].items():
        text += f'| {question} | {low} to {high} |\n'
    return text
