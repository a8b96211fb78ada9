"""Cases of the entities room that are data: tests/cases/entities_*.jsonl."""

import pytest

from case_files import load
from humas_nlp.entities import find_institutions, find_places, find_values


@pytest.mark.parametrize("case", load("entities_institutions"))
def test_institutions(case):
    assert [entity.text for entity in find_institutions(case["text"])] == case["want"]


@pytest.mark.parametrize("case", load("entities_places"))
def test_places(case):
    assert [[entity.text, entity.value] for entity in find_places(case["text"])] == case["want"]


@pytest.mark.parametrize("case", load("entities_values"))
def test_values(case):
    found = find_values(case["text"], date=case.get("date", "2023-10-24"))
    assert [[entity.label, entity.text, entity.value] for entity in found] == case["want"]
