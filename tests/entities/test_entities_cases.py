"""Cases of the entities room that are data: tests/cases/entities_*.jsonl."""

import json
from pathlib import Path

import pytest

from humas_nlp.entities import find_entities, find_institutions, find_places

CASES = Path(__file__).parents[1] / "cases"


def load(name):
    lines = (CASES / f"entities_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    assert len({case["id"] for case in cases}) == len(cases)
    return [
        pytest.param(
            case,
            id=case["id"],
            marks=pytest.mark.xfail(strict=True) if case["expect"] == "known_fail" else (),
        )
        for case in cases
    ]


@pytest.mark.parametrize("case", load("institutions"))
def test_institutions(case):
    assert [entity.text for entity in find_institutions(case["text"])] == case["want"]


@pytest.mark.parametrize("case", load("places"))
def test_places(case):
    assert [[entity.text, entity.value] for entity in find_places(case["text"])] == case["want"]


@pytest.mark.parametrize("case", load("values"))
def test_values(case):
    found = find_entities(case["text"], date="2023-10-24")
    assert [[entity.label, entity.text, entity.value] for entity in found] == case["want"]
