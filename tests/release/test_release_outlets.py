"""Outlet profiles: each piece of furniture is found in its example, and only there."""

import pytest

from humas_nlp.release.outlets import (
    house_beginnings,
    inline_patterns,
    outlet_names,
    outlet_profiles,
    stamp_names,
)

FURNITURE = inline_patterns()


@pytest.mark.parametrize("furniture", FURNITURE, ids=lambda f: f.words)
def test_the_example_is_found_as_marked(furniture):
    before, rest = furniture.example.split("«")
    marked, after = rest.split("»")
    text = before + marked + after
    assert furniture.words in text
    assert [m.span() for m in furniture.pattern.finditer(text)] == [
        (len(before), len(before) + len(marked))
    ]


@pytest.mark.parametrize("furniture", FURNITURE, ids=lambda f: f.words)
def test_the_pattern_finds_nothing_in_prose(furniture):
    assert not furniture.pattern.search("Warga menanam bakau, baca puisi, dan senang di sini.")


def test_every_outlet_of_the_furniture_has_a_profile():
    assert {outlet for f in FURNITURE for outlet in f.outlets} <= outlet_names()


def test_names_are_case_folded_and_of_one_outlet():
    names = [name for outlet in outlet_profiles() for name in outlet.names]
    assert len(names) == len(set(names))
    for name in (*names, *house_beginnings(), *stamp_names()):
        assert name == name.casefold().strip()
    assert house_beginnings()
    assert set(stamp_names()) <= outlet_names()
