"""The taxonomy and the list of ignored words are sound data."""

from importlib import resources

import pytest

from humas_nlp.themes import OTHER, bundled, label_of, prototypes, taxonomy
from humas_nlp.themes.words import ignored_words


def test_there_are_twenty_five_themes_and_the_last_is_other():
    codes = list(taxonomy())
    assert len(codes) == 25
    assert codes[-1] == OTHER


@pytest.mark.parametrize("theme", taxonomy().values(), ids=lambda theme: theme.code)
def test_every_theme_is_complete(theme):
    assert theme.code == theme.code.lower()
    assert theme.label_id and theme.label_en
    assert theme.definition.endswith(".")
    assert len(theme.terms.split()) >= 20
    assert theme.terms == " ".join(theme.terms.split())


def test_prototypes_hold_label_definition_and_terms():
    text = prototypes()["kesehatan"]
    assert text.startswith("Kesehatan. ") and "posyandu" in text


def test_labels_of_known_and_own_codes():
    assert label_of("hukum_ham") == "Hukum dan HAM"
    assert label_of("air_bersih") == "air bersih"


def test_the_model_knows_exactly_the_taxonomy():
    assert sorted(taxonomy()) == list(bundled().classes_)


def test_ignored_words_are_sorted_and_unique():
    source = resources.files("humas_nlp") / "data" / "themes_ignored.txt"
    lines = [x for x in source.read_text("utf-8").splitlines() if not x.startswith("#")]
    assert lines == sorted(set(lines))
    assert all(word.isalpha() and word.islower() for word in lines)
    assert ignored_words() == frozenset(lines)


def test_no_ignored_word_is_in_the_model():
    assert not ignored_words() & set(bundled().vocabulary_)
