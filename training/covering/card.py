"""public/models/covering.md, written from the record."""

from __future__ import annotations

from pathlib import Path

#: The card's words, with gaps for what the record says.
TEMPLATE = Path(__file__).parent / 'card.md'
COLUMNS = ('free', 'covered', 'equal error rate', 'false alarms', 'misses', 'unknown')


def table(rows: dict[str, dict]) -> str:
    lines = [f'| | {" | ".join(COLUMNS)} |', f'|{" --- |" * (len(COLUMNS) + 1)}']
    for name, row in rows.items():
        lines.append(f'| {name} | {" | ".join("-" if row[key] is None else str(row[key]) for key in COLUMNS)} |')
    return '\n'.join(lines)


def write_card(record: dict, path: Path) -> None:
    low, high = record['thresholds']['covering']
    text = TEMPLATE.read_text(encoding='utf8').format(
        **{key: record[key] for key in ('date', 'bytes', 'parameters')},
        kinds='\n'.join(f'| {kind} | {count} |' for kind, count in record['kinds'].items()),
        left_out=table(record['left out']),
        measured=table(record['measured']),
        low=low,
        high=high,
    )
    path.write_text(text, encoding='utf8')
