"""Cases of the entities room that are data: tests/cases/entities_*.jsonl."""

import pytest

from case_files import load
from humas_nlp.entities import find_entities, find_institutions, find_places, find_values


def identity(entity):
    """Return the id and the canonical name of an institution or a place."""
    return [entity.value["id"], entity.value["name"]] if entity.value else [None, None]


@pytest.mark.parametrize("case", load("entities_institutions"))
def test_institutions(case):
    assert [entity.text for entity in find_institutions(case["text"])] == case["want"]


@pytest.mark.parametrize("case", load("entities_places"))
def test_places(case):
    found = find_places(case["text"])
    assert [[entity.text, *identity(entity)] for entity in found] == case["want"]


@pytest.mark.parametrize("case", load("entities_links"))
def test_institutions_and_places_have_one_identity(case):
    found = find_entities(case["text"], date=case.get("date"))
    named = [entity for entity in found if entity.label in ("ORG", "LOC")]
    assert [[entity.text, *identity(entity)] for entity in named] == case["want"]


@pytest.mark.parametrize("case", load("entities_values"))
def test_values(case):
    found = find_values(case["text"], date=case.get("date", "2023-10-24"))
    assert [[entity.label, entity.text, entity.value] for entity in found] == case["want"]
