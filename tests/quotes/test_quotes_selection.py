"""Which candidates are quotes, and which of those that overlap."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speaking import TWO_SPEAKERS, read

from humas_nlp.quotes.selection import (
    SelectionModel,
    best_set,
    can_speak,
    candidate_step,
    features_of_all,
    fitted,
    select,
    selection_step,
)
from humas_nlp.quotes.speakers.phrases import read_phrase
from humas_nlp.quotes.weights import Logistic

STRETCHES = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 6), st.integers(0, 40)).map(
        lambda t: (t[0], t[0] + t[1], t[2] / 8)
    ),
    max_size=7,
)


def prepared(text):
    proposed, people = read(text)
    return people, proposed.candidates, [read_phrase(people, c.source) for c in proposed.candidates]


def test_of_two_parts_and_the_whole_the_heavier_stay():
    assert best_set([(0, 9, 2.0), (0, 4, 1.5), (5, 9, 1.0)]) == (1, 2)
    assert best_set([(0, 9, 3.0), (0, 4, 1.5), (5, 9, 1.0)]) == (0,)
    assert best_set([]) == ()


@given(STRETCHES)
def test_the_best_set_is_the_heaviest_without_overlap(stretches):
    kept = best_set(stretches)
    assert all(
        stretches[a][1] <= stretches[b][0] or stretches[b][1] <= stretches[a][0]
        for a, b in combinations(kept, 2)
    )
    heaviest = max(
        sum(stretches[n][2] for n in some)
        for size in range(len(stretches) + 1)
        for some in combinations(range(len(stretches)), size)
        if all(
            stretches[a][1] <= stretches[b][0] or stretches[b][1] <= stretches[a][0]
            for a, b in combinations(some, 2)
        )
    )
    assert sum(stretches[n][2] for n in kept) == heaviest


def test_a_higher_least_probability_keeps_fewer_and_only_likelier():
    people, candidates, readings = prepared(TWO_SPEAKERS)
    chances = [c.probability for c in select(people.text, candidates, readings)]
    assert len(chances) == 5
    least = sorted(chances)[2]
    kept = select(people.text, candidates, readings, least=least)
    assert [c.probability for c in kept] == [c for c in chances if c >= least]
    assert 0 < len(kept) < len(chances)


def test_selection_goes_by_the_weights_of_its_model():
    people, candidates, readings = prepared(TWO_SPEAKERS)
    model = SelectionModel(Logistic(-3.0, {"kind=direct:clitic": 9.0}), 0.5)
    kept = select(people.text, candidates, readings, model)
    assert [people.text[c.candidate.start : c.candidate.end] for c in kept] == [
        "Warga jangan parkir di sana",
        "Tahun depan ada satu jembatan lagi",
    ]


def test_features_change_nothing_and_are_the_same_again():
    people, candidates, readings = prepared(TWO_SPEAKERS)
    before = list(candidates), list(readings)
    first = features_of_all(people.text, candidates, readings)
    assert features_of_all(people.text, candidates, readings) == first
    assert (list(candidates), list(readings)) == before


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Bagi Rini Asih, stok harus dijaga bersama.\nRini Asih memimpin rapat.", True),
        ("Bagi para pecinta pantai, ombak di sini menyenangkan.", False),
    ],
)
def test_some_sources_are_mute(text, speaks):
    _, candidates, readings = prepared(text)
    assert [can_speak(c, r) for c, r in zip(candidates, readings, strict=True)] == [speaks]


def test_steps_name_the_construction_and_what_was_added():
    people, candidates, readings = prepared(TWO_SPEAKERS)
    chosen = select(people.text, candidates, readings)[0]
    proposed = candidate_step(chosen.candidate)
    assert proposed.stage == "candidate"
    assert proposed.choice.startswith("direct.cue_after.name: ")
    step = selection_step(people.text, candidates, readings, chosen)
    assert step.probability == chosen.probability >= fitted().least
    case = features_of_all(people.text, candidates, readings)[chosen.index]
    assert {r.feature for r in step.reasons} <= case.keys()
