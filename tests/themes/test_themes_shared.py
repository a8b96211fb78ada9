"""Figures of the bundled model on the project's development set, where it is there."""

import json
from pathlib import Path

import pytest

from humas_nlp.themes import body_text, themes_of

DEV = Path(__file__).parents[3] / "shared" / "gold" / "dev.jsonl"


@pytest.mark.shared
@pytest.mark.skipif(not DEV.is_file(), reason="../shared is not here")
def test_bars_on_gold_dev(model):
    with DEV.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found = [[t.code for t in themes_of(body_text(row["text"]), model)] for row in rows]
    both = sum(len({*f} & {*row["themes"]}) for f, row in zip(found, rows, strict=True))
    total = sum(len(f) + len(row["themes"]) for f, row in zip(found, rows, strict=True))
    first = sum(f[0] in row["themes"] for f, row in zip(found, rows, strict=True))
    assert 2 * both / total >= 0.86
    assert first / len(rows) >= 0.95
