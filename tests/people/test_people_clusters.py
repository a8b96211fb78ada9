"""Mentions joined into persons, and the features by which they are."""

import pytest

from humas_nlp.lexicon.titles import public_nicknames
from humas_nlp.mentions.names.logistic import read_logistic
from humas_nlp.mentions.names.mention import PersonMention
from humas_nlp.mentions.offices.office import Office
from humas_nlp.mentions.tokens import read_tokens
from humas_nlp.people.aliases import Alias, bracketed, nicknames
from humas_nlp.people.clusters import by_length, cluster, keys, pair_features
from humas_nlp.people.same_person import (
    contains,
    first_word,
    is_back,
    is_front,
    is_misspelt,
    name_features,
    office_features,
    same_person,
    same_person_weights,
)

WEIGHTS = same_person_weights()


def mention(name, start, *, offices=(), honorifics=(), probability=0.9):
    parts = tuple(name.split())
    end = start + len(name)
    last = start + len(parts) - 1
    return PersonMention(
        start, end, start, end, parts, honorifics, (), offices, probability, 0, start, last
    )


def names(people):
    return [[" ".join(m.parts) for m in one.mentions] for one in people]


@pytest.mark.parametrize(
    ("full", "part", "same"),
    [
        ("Sri Hartati Wibowo", "Hartati", True),
        ("Sri Hartati Wibowo", "Sri Hartati Wibowo", True),
        ("Muhammad Ali Akbar", "M. Ali Akbar", True),
        ("Bambang Wiryawan", "Bambang Wiryawam", True),
        ("Bambang Wiryawan", "Bambang Suseno", False),
        ("Bambang Wiryawan", "Sulastri", False),
    ],
)
def test_same_person(full, part, same):
    assert same_person(tuple(full.split()), tuple(part.split())) is same


@pytest.mark.parametrize(
    ("full", "part", "feature"),
    [
        ("Rina Ayu", "Rina Ayu", "same"),
        ("Rina Ayu", "RINA AYU", "same but for case"),
        ("Rina Ayu Seto", "Rina Ayu", "contained"),
        ("Rina Ayu Seto", "Seto", "single of the last"),
        ("Rina Ayu Seto", "Rina", "single of the first"),
        ("Muhammad Ali Seto", "M. Ali Seto", "contained with initials"),
        ("Bambang Wiryawan", "Bambang Wiryawam", "misspelt"),
        ("Rosan Basri", "Rosa", "single with a letter dropped"),
        ("Zulkifli Naro", "Zul", "single cut in front"),
        ("Subagyo Naro", "Bagyo", "single cut behind"),
    ],
)
def test_what_two_names_share(full, part, feature):
    assert name_features(tuple(full.split()), tuple(part.split()))[feature] == 1.0


def test_pieces_of_comparison():
    assert contains(("A", "Budi", "Cahyo"), ("A", "Cahyo"))
    assert not contains(("A", "Budi"), ("Budi", "A"))
    assert first_word(("M.", "Ali")) == "m"
    assert not is_misspelt(("Budi", "Seto"), ("Budi", "Sero"))  # too short to tell
    assert is_front("Zulkifli", "Zul")
    assert is_back("Subagyo", "Bagyo")


def test_offices_agree_or_differ():
    regent, head = Office(0, 6, "Bupati", None), Office(0, 5, "Ketua", "TP PKK")
    assert office_features((regent,), (regent,), {}) == {"offices agree": 1.0}
    assert office_features((regent,), (head,), {}) == {"offices differ": 1.0}
    assert office_features((), (head,), {}) == {}


def test_parts_join_the_full_name():
    found = cluster(
        [mention("Wibowo", 50), mention("Hendro Wibowo", 0), mention("Sari Utami", 90)], (), WEIGHTS
    )
    assert names(found) == [["Hendro Wibowo", "Wibowo"], ["Sari Utami"]]
    assert found[0].name == ("Hendro", "Wibowo")


def test_of_two_people_with_one_part_the_nearest_is_meant():
    found = cluster(
        [mention("Rina Seto", 0), mention("Dodi Seto", 400), mention("Seto", 440)], (), WEIGHTS
    )
    assert names(found) == [["Rina Seto"], ["Dodi Seto", "Seto"]]


def test_the_text_gives_an_alias():
    text = "Suheni Rahayu yang akrab disapa Heni hadir."
    aliases = nicknames(read_tokens(text, 0, len(text)))
    assert aliases == [Alias(7, ("Heni",))]
    found = cluster([mention("Suheni Rahayu", 0), mention("Heni", 60)], aliases, WEIGHTS)
    assert len(found) == 1
    assert ("Heni",) in found[0].aliases


def test_short_forms_in_brackets():
    text = "Agung Hari Yudo (AHY) dan Saiful Yusro (Gus Ipung) hadir."
    found = bracketed(read_tokens(text, 0, len(text)))
    assert {alias.parts for alias in found} == {("AHY",), ("Gus", "Ipung")}


def test_public_figures_have_their_nicknames():
    full = public_nicknames()[("Jokowi",)][0]
    found = cluster([mention(" ".join(full), 0), mention("Jokowi", 60)], (), WEIGHTS)
    assert len(found) == 1


def test_nothing_given_is_changed_and_order_does_not_matter():
    given = [mention("Wibowo", 50), mention("Hendro Wibowo", 0), mention("Sari Utami", 90)]
    kept = list(given)
    assert cluster(given, (), WEIGHTS) == cluster(given[::-1], (), WEIGHTS)
    assert given == kept
    assert by_length(given)[0].parts == ("Hendro", "Wibowo")


def test_pairs_know_their_rivals():
    one, two = cluster([mention("Rina Seto", 0), mention("Dodi Seto", 400)], (), WEIGHTS)
    far, near = pair_features([one, two], mention("Seto", 440))
    assert "farther rival" in far
    assert "nearest of the rivals" in near
    assert keys(("Seto",)) & keys(("Rina", "Seto"))


def test_forms_of_address_speak_against_one_person():
    (one,) = cluster([mention("Rina Seto", 0, honorifics=("Ibu",))], (), WEIGHTS)
    (view,) = pair_features([one], mention("Seto", 40, honorifics=("Pak",)))
    assert "forms of address differ" in view


def test_the_surest_mention_makes_the_person_sure():
    (one,) = cluster(
        [mention("Rina Seto", 0, probability=0.97), mention("Rina", 50, probability=0.6)],
        (),
        read_logistic({"bias": 1, "weights": {}, "threshold": 0.5}),
    )
    assert one.probability == 0.97
