"""Every mention of every person, and the reading that goes on to the quotes room."""

import pytest
from test_people_clusters import WEIGHTS, cluster, mention

import humas_nlp
from humas_nlp.mentions.names.logistic import read_logistic
from humas_nlp.mentions.tokens import read_tokens
from humas_nlp.people.finder import find_people
from humas_nlp.people.occurrences import find_mentions, name_owners, occurrence, with_initials
from humas_nlp.people.reading import PeopleReading

ALWAYS = read_logistic({"bias": 9, "weights": {}, "threshold": 0.5})
NEVER = read_logistic({"bias": -9, "weights": {}, "threshold": 0.5})
TEXT = "Hendro Wibowo hadir. Menurut Wibowo, air surut. HW mengatakan air jernih."


def made():
    tokens = read_tokens(TEXT, 0, len(TEXT))
    people = cluster([mention("Hendro Wibowo", 0)], (), WEIGHTS)
    return [tokens], people


def test_further_occurrences_are_weighed():
    rows, people = made()
    assert [TEXT[m.start : m.end] for m in find_mentions(rows, people, NEVER)] == ["Hendro Wibowo"]
    found = [TEXT[m.start : m.end] for m in find_mentions(rows, people, ALWAYS)]
    assert found == ["Hendro Wibowo", "Wibowo"]


def test_features_of_an_occurrence():
    rows, people = made()
    owners = name_owners(people)
    at = next(i for i, t in enumerate(rows[0]) if t.text == "Wibowo" and i > 1)
    found = occurrence(rows[0], 0, at, owners, people, {})
    assert (found.person, found.size) == (0, 1)
    assert "last word" in found.features
    assert "whole name" not in found.features
    assert occurrence(rows[0], 0, at + 1, owners, people, {}) is None


def test_initials_that_speak_are_an_alias():
    rows, people = made()
    (one,) = with_initials(rows, people)
    assert ("HW",) in one.aliases
    assert people[0].aliases == frozenset()


def test_a_reading_survives_its_plain_form():
    reading = find_people(TEXT, [(0, len(TEXT))])
    assert len(reading.probability) == len(reading.people) > 0
    again = PeopleReading.from_dict([p.to_dict() for p in reading.people], reading.to_dict())
    assert again == reading


@pytest.mark.parametrize("name", sorted(humas_nlp.samples()))
def test_people_of_every_sample(name):
    text = humas_nlp.samples()[name]
    lines, at = [], 0
    for part in text.split("\n"):
        lines.append((at, at + len(part)))
        at += len(part) + 1
    reading = find_people(text, lines)
    assert reading == find_people(text, lines)
    assert [p.id for p in reading.people] == [f"P{i + 1}" for i in range(len(reading.people))]
    for before, after in zip(reading.mentions, reading.mentions[1:], strict=False):
        assert before.end <= after.start
    for m in reading.mentions:
        assert any(a <= m.start < m.end <= b for a, b in lines)
        assert 0 <= m.person < len(reading.people)
    for person in reading.people:
        assert person.mentions
        assert person.name in {" ".join(m.text.split()) for m in person.mentions}
