"""The bundled samples against their expected analysis, written by hand under the guidelines.

`known_fail` of a row lists the facts that the analysis does not give yet. The test asks for just
these, so that a fix is noticed and its line taken out.
"""

import json
from pathlib import Path

import pytest

import humas_nlp
from humas_nlp.evaluation import score

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases/samples.jsonl").read_text("utf-8").split("\n")
    if line
]
TEXTS = humas_nlp.samples()


def analysed(row):
    return humas_nlp.analyze(TEXTS[row["id"]], id=row["id"])


def facts(document):
    """Return the facts of an analysis or an annotation in one form."""
    names = {p["id"]: p["name"] for p in document["people"]}
    found = {f"person {name}" for name in names.values()}
    for quote in document["quotes"]:
        speaker = quote["speaker"]
        if isinstance(speaker, dict):
            kind = {"organisation": "ORG:", "unnamed": "UNNAMED:", "person": ""}[speaker["type"]]
            speaker = kind + speaker["name"]
        speaker = names.get(speaker, speaker)
        found.add(f"{quote['kind']} {quote['start']}-{quote['end']} {speaker}")
    return found


def test_every_sample_has_its_row():
    assert sorted(TEXTS) == sorted(row["id"] for row in ROWS)
    assert len(ROWS) >= 15


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_header(row):
    meta = analysed(row).meta
    assert {key: getattr(meta, key) for key in row["meta"]} == row["meta"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_people_and_quotes(row):
    missing = facts(row) - facts(analysed(row).to_dict())
    assert sorted(missing) == row["known_fail"]


def test_figures_over_all_samples():
    gold = [{**row, "text": TEXTS[row["id"]]} for row in ROWS]
    measures = score(gold, [analysed(row).to_dict() for row in ROWS]).measures
    assert measures["end_to_end_all"]["f1"] >= 0.75
    assert measures["people"]["f1"] >= 0.85
