"""Quotes grouped by speaker, and colours that can be read."""

import pytest

from humas_nlp.document import Document, Person, Quote, Speaker
from humas_nlp.report.voices import INK, PALETTE, UNKNOWN_COLOUR, voices


def said(number: int, speaker: Speaker | None) -> Quote:
    """Build a quote of a speaker."""
    return Quote(f"Q{number}", "direct", 0, 0, "", speaker=speaker)


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [*PALETTE, UNKNOWN_COLOUR])
def test_ink_has_contrast_on_every_colour(colour):
    assert (luminance(colour) + 0.05) / (luminance(INK) + 0.05) >= 10


def test_colours_differ():
    assert len({*PALETTE, UNKNOWN_COLOUR}) == len(PALETTE) + 1


def test_a_person_is_one_voice_under_any_name():
    document = Document(
        id="d",
        people=(Person("P1", "Rina Wulandari", "Camat", "Kecamatan Melati"),),
        quotes=(
            said(1, Speaker("person", "Rina", "P1")),
            said(2, Speaker("person", "Rina Wulandari", "P1")),
        ),
    )
    (voice,) = voices(document)
    assert (voice.name, voice.role, voice.affiliation) == (
        "Rina Wulandari",
        "Camat",
        "Kecamatan Melati",
    )
    assert [quote.id for quote in voice.quotes] == ["Q1", "Q2"]


def test_an_organisation_and_an_unnamed_source_of_one_name_are_two_voices():
    quotes = (said(1, Speaker("organisation", "KPU")), said(2, Speaker("unnamed", "KPU")))
    assert len(voices(Document(id="d", quotes=quotes))) == 2


def test_more_speakers_than_colours():
    quotes = tuple(said(n, Speaker("unnamed", f"warga {n}")) for n in range(len(PALETTE) + 1))
    found = voices(Document(id="d", quotes=quotes))
    assert found[0].colour == found[-1].colour == PALETTE[0]
