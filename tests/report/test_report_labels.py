"""The words of the views."""

from string import Formatter

import pytest

from humas_nlp.document import Theme
from humas_nlp.report.labels import all_labels, both, both_labels, labels, theme_label

PAIRS = [
    (group, key, *pair) for group, words in all_labels().items() for key, pair in words.items()
]


@pytest.mark.parametrize(("group", "key", "indonesian", "english"), PAIRS)
def test_both_languages_have_the_same_places(group, key, indonesian, english):
    places = [
        {name for _, name, _, _ in Formatter().parse(w) if name} for w in (indonesian, english)
    ]
    assert indonesian and english
    assert places[0] == places[1]


def test_a_theme_of_ones_own_has_one_name():
    assert theme_label(Theme("air_bersih", "Air bersih", 0.9), "en") == "Air bersih"
    assert labels("kind", "id")["mixed"] == "campuran"


def test_words_that_are_the_same_stand_once():
    assert both("editor", "editor") == "editor"
    assert both_labels("entity")["PER"].count("<span") == 2
