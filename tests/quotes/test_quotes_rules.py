"""Every rule stands in the register with an example that it reads, and in a case."""

import re
from pathlib import Path

import pytest

import humas_nlp.quotes
from case_files import rows
from humas_nlp.people.finder import find_people
from humas_nlp.quotes.candidates.constructions import construction_of, constructions
from humas_nlp.quotes.finder import find_quotes
from humas_nlp.release import read_release

IN_CODE = re.compile(r"\"((?:direct|indirect)\.[a-z_.]*[a-z])\"")
FRAGMENTS = {"direct.cue_after", "indirect.say"}  # parts that code compares ids with


def found(text):
    ranges = read_release(text).paragraphs()
    return {construction_of(q.rule) for q in find_quotes(text, ranges, find_people(text, ranges))}


@pytest.fixture(scope="module")
def in_cases():
    return set().union(*(found(case["text"]) for case in rows("quotes")))


def test_every_rule_has_a_case(in_cases):
    assert constructions().keys() == in_cases


def test_every_id_in_the_code_is_registered():
    folder = Path(humas_nlp.quotes.__file__).parent
    ids = {m[1] for path in folder.glob("*.py") for m in IN_CODE.finditer(path.read_text("utf-8"))}
    assert ids - FRAGMENTS <= constructions().keys()


def test_counts_are_of_known_rules():
    assert sum(rule.found for rule in constructions().values()) > 1000
    assert all(0 <= rule.right <= rule.found for rule in constructions().values())
