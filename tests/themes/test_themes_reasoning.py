"""Reasons: terms, and the stretches of a text that carried a theme."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humas_nlp.themes import ThemeDataError, bundled
from humas_nlp.themes.reasoning import explain, telling_terms

HEALTH = "Kader posyandu menimbang balita. Puskesmas memberi imunisasi dan vitamin."


def test_stretches_are_in_reading_order_and_speak_for_the_theme(model):
    spans = explain(HEALTH, model, "kesehatan")
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    assert all(span.weight > 0 for span in spans)
    assert any("posyandu" in span.text for span in spans)


def test_neighbouring_words_are_one_stretch(small):
    (span,) = explain("xyz petani memanen padi xyz", small, "pertanian_pangan")
    assert span.text == "petani memanen padi"


def test_only_the_given_ranges_are_read(model):
    text = "PUSKESMAS\n" + HEALTH
    spans = explain(text, model, "kesehatan", ranges=[(10, len(text))])
    assert spans and all(span.start >= 10 for span in spans)


def test_weights_add_up_to_the_logit(small):
    text = "petani padi"
    spans = explain(text, small, "pertanian_pangan")
    column = list(small.classes_).index("pertanian_pangan")
    logit = small.decision_function([text])[0, column] - small.intercept_[column]
    assert sum(span.weight for span in spans) == pytest.approx(logit, abs=1e-3)


@settings(max_examples=80, deadline=None)
@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(bundled().vocabulary_), max_size=20).map(" ".join)
    | st.just("PADI İstanbul petani ﬁ padi")
)
def test_stretches_are_the_text_between_their_ends(text):
    for span in explain(text, bundled(), "pertanian_pangan"):
        assert text[span.start : span.end] == span.text != ""


def test_empty_text_has_no_stretch(small):
    assert explain("", small, "pendidikan") == ()


def test_telling_terms(small):
    assert "padi" in telling_terms(small, "pertanian_pangan")
    assert len(telling_terms(small, "pendidikan", most=2)) == 2


def test_a_phrase_stands_for_its_words(model):
    for code in model.classes_:
        terms = telling_terms(model, code)
        assert len(set(terms)) == len(terms) > 5


def test_unknown_theme_is_told(small):
    with pytest.raises(ThemeDataError, match=r"no theme 'x'.*pendidikan"):
        explain("padi", small, "x")
    with pytest.raises(ThemeDataError, match="no theme"):
        telling_terms(small, "x")
