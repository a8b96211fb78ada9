"""Offices take the institution that the list of mentions names; the people are invented."""

import pytest

from humas_nlp.document import Person
from humas_nlp.mentions.mention import Mention, Mentions
from humas_nlp.mentions.offices.office import Office
from humas_nlp.people.affiliations import aligned
from humas_nlp.people.reading import PeopleReading


def stretch(text, part):
    return text.index(part), text.index(part) + len(part)


def read(phrase, role, affiliation, *bodies):
    """Align an office phrase with institutions; return role and affiliation of the person."""
    text = f"{phrase}, Rini Wulandari, hadir."
    office = Office(0, len(phrase), role, affiliation, (), stretch(text, affiliation))
    person = Person("P1", "Rini Wulandari", role, affiliation)
    reading = PeopleReading((person,), (), ((0, office),), (0.9,))
    mentions = Mentions.of(Mention(*stretch(text, body), "ORG", "rules") for body in bodies)
    found = aligned(text, reading, mentions)
    (_, now), who = found.offices[0], found.people[0]
    assert (now.role, now.affiliation) == (who.role, who.affiliation)
    assert found.probability == (0.9,)
    return who.role, who.affiliation


@pytest.mark.parametrize(
    ("phrase", "role", "affiliation", "bodies", "want"),
    [
        (
            "Kepala Dinas Sosial Kota Palu",
            "Kepala",
            "Dinas Sosial Kota Palu",
            ["Dinas Sosial Kota Palu"],
            ("Kepala", "Dinas Sosial Kota Palu"),
        ),
        (
            "Kepala Bidang Gizi Dinas Sosial Kota Palu",
            "Kepala Bidang Gizi",
            "Dinas Sosial Kota Palu",
            ["Bidang Gizi Dinas Sosial Kota Palu"],
            ("Kepala Bidang Gizi", "Dinas Sosial Kota Palu"),
        ),
        (
            "Wakil Ketua Umum Partai Melati Agung",
            "Wakil Ketua Umum",
            "Partai Melati Agung",
            ["Partai Melati"],
            ("Wakil Ketua Umum", "Partai Melati"),
        ),
        (
            "Ketua Dewan Pakar Partai Melati",
            "Ketua",
            "Dewan Pakar Partai Melati",
            ["Partai Melati"],
            ("Ketua Dewan Pakar", "Partai Melati"),
        ),
        (
            "Sekretaris Direktorat Jenderal Gizi Kemenkes",
            "Sekretaris",
            "Direktorat Jenderal Gizi Kemenkes",
            ["Direktorat Jenderal Gizi", "Kemenkes"],
            ("Sekretaris Direktorat Jenderal Gizi", "Kemenkes"),
        ),
        (
            "Kepala Dinas Sosial Kota Palu",
            "Kepala",
            "Dinas Sosial Kota Palu",
            [],
            ("Kepala", "Dinas Sosial Kota Palu"),
        ),
    ],
)
def test_the_list_draws_the_line(phrase, role, affiliation, bodies, want):
    assert read(phrase, role, affiliation, *bodies) == want


def test_nothing_to_change_gives_the_same_reading():
    reading = PeopleReading((), (), ())
    assert aligned("", reading, Mentions()) is reading
