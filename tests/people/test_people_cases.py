"""People with office and institution, case by case."""

import pytest

from case_files import load
from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.name_words import HIGHEST, LOWEST, name_weight, name_weights
from humas_nlp.lexicon.titles import public_nicknames
from humas_nlp.mentions.offices.office import abbreviates
from humas_nlp.people.finder import PeopleReading, find_people


@pytest.mark.parametrize("case", load("people"))
def test_case(case):
    text = case["text"]
    reading = find_people(text, [(0, len(text))])
    assert [[p.name, p.role, p.affiliation] for p in reading.people] == case["people"]
    assert PeopleReading.from_dict([p.to_dict() for p in reading.people], reading.to_dict()) == (
        reading
    )


def test_honorifics_and_degrees():
    text = "Acara dibuka oleh Dr. H. Ahmad Fauzi, S.Sos., M.Si. pada Senin."
    person = find_people(text, [(0, len(text))]).people[0]
    assert (person.honorifics, person.degrees) == (("Dr.", "H."), ("S.Sos.", "M.Si."))


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("menhub", "menteri perhubungan", True),
        ("wagub", "wakil gubernur", True),
        ("mendagri", "menteri kesehatan", False),
    ],
)
def test_abbreviates(short, long, fits):
    assert abbreviates(short, long.split()) is fits


def test_lexicons():
    weights = name_weights()
    assert len(weights) > 10_000
    assert all(LOWEST <= w <= HIGHEST for w in weights.values())
    assert name_weight("Bambang") > 1 > -1 > name_weight("Kementerian")
    assert "Bupati" in word_class("office_head")
    assert "Dr" in word_class("honorific")
    assert ("Joko", "Widodo") in public_nicknames()[("Jokowi",)]
