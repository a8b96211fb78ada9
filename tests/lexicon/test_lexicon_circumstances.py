"""Words of circumstances: each list is there, in lower case."""

from dataclasses import fields
from typing import get_args

from humas_nlp.document import Medium
from humas_nlp.lexicon.circumstances import circumstance_words


def test_every_list_holds_words_in_lower_case():
    known = circumstance_words()
    for field in fields(known):
        words = getattr(known, field.name)
        assert words, field.name
        if field.name not in {"media", "statement"}:
            assert all(word == word.lower() for word in words), field.name


def test_every_medium_but_other_outlets_has_words():
    media = circumstance_words().media
    assert set(media) == set(get_args(Medium)) - {"other_outlet"}
    assert all(medium.behind and medium.nouns for medium in media.values())
    assert next(iter(media)) == "press_conference"  # counts before the others
