"""Header data of the annotated releases, where they are there."""

import json
from pathlib import Path

import pytest

from humas_nlp.release import read_release

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "train.jsonl"
LEAST = {
    "place": 0.95,
    "organisation": 0.95,
    "author": 0.8,
    "editor": 0.85,
    "date": 0.9,
    "title": 0.8,
}


@pytest.mark.shared
@pytest.mark.skipif(not GOLD.is_file(), reason="../shared/gold/train.jsonl is not there")
@pytest.mark.parametrize("field", sorted(LEAST))
def test_header_share(field):
    right = total = 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        want = gold["meta"].get(field)
        have = read_release(gold["text"]).meta.to_dict()[field]
        if want or have:
            total += 1
            right += (want or "").split() == (have or "").split()
    assert right >= LEAST[field] * total, f"{field}: {right} of {total}"
