import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_nlp.evaluation.matching import Match, match_quotes, source_form, word_positions

TEXT = "satu dua tiga empat, lima “enam” tujuh"


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def test_words_are_found_inside_the_span_only():
    assert word_positions(TEXT, 2, 8) == {(2, 4), (5, 8)}
    assert word_positions("M.Si. rata-rata", 0, 15) == {(0, 4), (6, 15)}


@pytest.mark.parametrize(
    ("gold", "predicted", "overlap", "strict"),
    [
        ("satu dua tiga", "satu dua tiga", 1, True),
        ("tiga empat", "tiga empat, ", 1, True),
        ("“enam”", "enam", 1, True),
        ("satu dua tiga", "dua tiga", 2 / 3, False),
        ("satu dua", "satu dua tiga empat", 1 / 2, False),
    ],
)
def test_pairs(gold, predicted, overlap, strict):
    assert match_quotes(TEXT, [span(gold)], [span(predicted)]) == [Match(0, 0, overlap, strict)]


def test_less_than_half_is_no_match():
    assert match_quotes(TEXT, [span("satu dua tiga")], [span("tiga empat")]) == []
    assert match_quotes(TEXT, [span("satu")], [{"start": 0, "end": 0}]) == []


def test_best_overlap_first_and_one_to_one():
    gold = [span("satu dua"), span("tiga empat")]
    predicted = [span("satu dua tiga empat"), span("satu dua"), span("satu dua")]
    assert [(m.gold, m.predicted) for m in match_quotes(TEXT, gold, predicted)] == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("source", "speaker", "cue", "form"),
    [
        ("Ia", "P1", "ujar", "pronoun"),
        ("Tirta", "P1", "ujar", "name"),
        ("warga", "UNNAMED:warga", "ujar", "noun_phrase"),
        ("BSA", "ORG:BSA", "ujar", "noun_phrase"),
        (None, "P1", "ujarnya", "clitic"),
        (None, "P1", "ujar", "none"),
        (None, None, None, "none"),
    ],
)
def test_source_form(source, speaker, cue, form):
    quote = {
        "source": {"text": source} if source else None,
        "speaker": speaker,
        "cue": {"text": cue} if cue else None,
    }
    assert source_form(quote) == form


ranges = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
        lambda pair: {"start": min(pair), "end": max(pair)}
    ),
    max_size=6,
)


@given(ranges, ranges)
def test_matching_is_one_to_one_and_symmetric(gold, predicted):
    matches = match_quotes(TEXT, gold, predicted)
    assert len({m.gold for m in matches}) == len({m.predicted for m in matches}) == len(matches)
    assert all(m.overlap >= 0.5 for m in matches)
    back = match_quotes(TEXT, predicted, gold)
    assert sorted(m.overlap for m in matches)[-1:] == sorted(m.overlap for m in back)[-1:]
