"""Themes and reasons of single texts, with the bundled model."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from case_files import load
from humas_nlp.document import Block, Meta, Release
from humas_nlp.themes import OTHER, body_text, bundled, reasons, taxonomy, themes_of
from humas_nlp.themes.words import pairs_of, words_of

CASES = load("themes_texts")


@pytest.mark.parametrize("case", CASES)
def test_case(case, model):
    themes = themes_of(case["text"], model)
    codes = [theme.code for theme in themes]
    assert codes[0] == case["main"]
    assert case.get("also", codes[0]) in codes
    if "reason" in case:
        assert case["reason"] in themes[0].reasons


def test_cases_cover_the_taxonomy():
    mains = {case.values[0]["main"] for case in CASES}
    assert mains == set(taxonomy())


def test_title_decides_where_the_text_says_little(model):
    text = "Kegiatan itu berlangsung di aula dan dihadiri banyak orang."
    titled = themes_of("Imunisasi campak di puskesmas\n" + text, model)
    assert titled[0].code == "kesehatan"
    assert themes_of(text, model)[0].code != "kesehatan"


@settings(max_examples=60, deadline=None)
@given(st.text() | st.lists(st.sampled_from(bundled().vocabulary_), max_size=30).map(" ".join))
def test_any_text_has_sound_themes(text):
    themes = themes_of(text, bundled())
    assert 1 <= len(themes) <= 3
    scores = [theme.score for theme in themes]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    codes = [theme.code for theme in themes]
    assert len(set(codes)) == len(codes) and set(codes) <= set(taxonomy())
    assert OTHER not in codes or len(codes) == 1
    words = words_of(text)
    known = {*words, *pairs_of(words)}
    assert all(set(theme.reasons) <= known for theme in themes)


@pytest.mark.parametrize("text", ["", "\x00", "\n \n", "123", "a" * 1_000_000])
def test_odd_text_is_other(text, model):
    (theme,) = themes_of(text, model)
    assert theme.code == OTHER and theme.reasons == ()


def test_second_themes_reach_their_threshold(model):
    text = "Bawaslu mengawasi netralitas ASN dan hoaks di media sosial pada masa pilkada."
    least = dict(zip(model.classes_, model.thresholds_, strict=True))
    assert all(theme.score >= least[theme.code] - 1e-3 for theme in themes_of(text, model)[1:])


def test_themes_of_agrees_with_the_estimator(model):
    texts = [case.values[0]["text"] for case in CASES]
    texts = [text for text in texts if words_of(text)]
    assert [[t.code for t in themes_of(text, model)] for text in texts] == model.codes(texts)


def test_reasons_are_the_largest_contributions(small):
    columns, weights = small.words.row("petani padi guru")
    farming = list(small.classes_).index("pertanian_pangan")
    gains = dict(
        zip(
            (small.vocabulary_[c] for c in columns),
            weights * small.coef_[columns, farming],
            strict=True,
        )
    )
    found = reasons(small, columns, weights, farming)
    assert set(found) == {"petani", "padi"}
    assert list(found) == sorted(found, key=lambda word: -gains[word])


def test_reasons_of_nothing_are_empty(small):
    assert reasons(small, np.empty(0, np.intp), np.empty(0), 0) == ()


def test_body_leaves_furniture_credits_and_dateline_out():
    text = "Beranda\nPanen Raya\nMAJU - Petani memanen padi.\n(abc)"
    release = Release(
        Meta(),
        (
            Block(0, 7, "furniture"),
            Block(8, 18, "headline"),
            Block(19, 46, "paragraph"),
            Block(47, 52, "credit"),
        ),
        dateline=(19, 26),
    )
    assert body_text(text, release) == "Panen Raya\nPetani memanen padi."


def test_body_of_furniture_alone_is_the_text():
    assert body_text("Beranda", Release(Meta(), (Block(0, 7, "furniture"),))) == "Beranda"
