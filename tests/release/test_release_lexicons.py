"""The room's lexicons: sorted, unique, case folded, with a source."""

import tomllib
from importlib.resources import files

import pytest

from humas_nlp.release.lexicon import alternation, places, words

DATA = files("humas_nlp") / "data"
TABLES = ["release_credits", "release_dateline", "release_furniture"]


@pytest.mark.parametrize("table", TABLES)
def test_lists(table):
    text = (DATA / f"{table}.toml").read_text(encoding="utf-8")
    assert all(word in text[:500] for word in ("Source:", "Licence:", "Date:"))
    for name, entries in tomllib.loads(text).items():
        assert entries == sorted(set(entries)), name
        assert entries == [entry.casefold() for entry in entries], name


def test_places():
    text = (DATA / "release_places.txt").read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if not line.startswith("#")]
    assert entries == sorted(set(entries))
    assert entries == [entry.casefold().strip() for entry in entries]
    assert {"jakarta", "muara bulian", "banda aceh", "sumsel"} <= places()


def test_no_word_is_both_a_place_and_a_label():
    assert not places() & words("dateline", "not_places")


def test_longer_entries_come_first():
    pattern = alternation("furniture", "link_leads").split("|")
    assert pattern.index("simak[ \\xa0]{1,3}juga[ \\xa0]{1,3}video") < pattern.index(
        "simak[ \\xa0]{1,3}juga"
    )
