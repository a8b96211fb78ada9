"""Who a cue names behind it, and who stands before a verb."""

import pytest

from humas_nlp.quotes.sentences.sources import names_person, source_after
from humas_nlp.quotes.sentences.subjects import first_candidate, subject_before
from quote_views import view_of, words

RINI = "Bupati|Rini Asih"


@pytest.mark.parametrize(
    ("text", "form", "phrase"),
    [
        ("kata Bupati Rini Asih.", "phrase", "Bupati Rini Asih"),
        ("kata Bupati Blora, Rini Asih, kemarin.", "phrase", "Bupati Blora, Rini Asih"),
        ("kata dia.", "pronoun", "dia"),
        ("kata nya.", "clitic", ""),
        ("kata.", "none", ""),
        ("kata oleh Rini Asih.", "phrase", "Rini Asih"),
        ("kata dan kalimat.", "none", ""),
        ("kata warga yang sudah lama tinggal ini.", "phrase",
         "warga yang sudah lama tinggal ini"),
        ("kata seorang warga (52) saat ditemui.", "phrase", "seorang warga (52)"),
        ("kata Sekda telah tersedia.", "phrase", "Sekda"),
    ],
)  # fmt: skip
def test_source_after(text, form, phrase):
    view = view_of(text, RINI, "Rini Asih")
    source, after = source_after(view, 1, len(view) - 1)
    assert (source.form, words(view, source[1:])) == (form, phrase)
    assert 1 <= after <= len(view)


def test_source_behind_the_end():
    view = view_of("kata")
    assert source_after(view, 1, 0) == (("none", 0, 0), 1)


@pytest.mark.parametrize(
    ("text", "verb", "phrase"),
    [
        ("Bupati Rini Asih mengatakan bahwa …", "mengatakan", "Bupati Rini Asih"),
        ("Rini Asih juga mengatakan bahwa …", "mengatakan", "Rini Asih"),
        ("Rini Asih, yang mengaku lega", "mengaku", "Rini Asih"),
        ("Kemudian dia mengatakan bahwa …", "mengatakan", "dia"),
        ("Dinas Sosial mencatat bahwa …", "mencatat", "Dinas Sosial"),
        ("Pria yang juga pedagang tersebut mengatakan", "mengatakan",
         "Pria yang juga pedagang tersebut"),
        ("Dewi Anjani dalam pidato yang dibacakan Rini Asih menegaskan", "menegaskan",
         "Dewi Anjani"),
        ("Bupati diwakili Rini Asih dalam sambutannya mengatakan", "mengatakan", "Rini Asih"),
    ],
)  # fmt: skip
def test_subject_before(text, verb, phrase):
    view = view_of(text, RINI, "Rini Asih", "Dewi Anjani", bodies=["Dinas Sosial"])
    source = subject_before(view, view.lows.index(verb), 0)
    assert source is not None
    assert words(view, source[1:]) == phrase


def test_a_verb_behind_a_conjunction_shares_its_subject():
    view = view_of("Rini Asih hadir dan mengatakan", "Rini Asih")
    assert subject_before(view, 4, 0) == ("none", 0, 0)


@pytest.mark.parametrize(
    "text",
    ["Rini Asih tidak mengatakan", "mengatakan", ", mengatakan", "Untuk mengatakan"],
)
def test_no_subject(text):
    view = view_of(text, "Rini Asih")
    assert subject_before(view, view.lows.index("mengatakan"), 0) is None


def test_first_candidate_skips_what_a_preposition_rules():
    view = view_of("kepada Rini Asih dia datang", "Rini Asih")
    source = first_candidate(view, 0, len(view) - 1)
    assert words(view, source[1:]) == "dia"


def test_names_person():
    view = view_of("kata Rini Asih kepada warga", "Rini Asih")
    assert names_person(view, source_after(view, 1, 4)[0])
    assert not names_person(view, source_after(view, 4, 4)[0])
