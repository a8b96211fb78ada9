"""The ranking of antecedents: probabilities, the discourse behind a choice, steps."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speaking import TWO_SPEAKERS, read

from humas_nlp import analyze_many, load
from humas_nlp.quotes.speakers.discourse import START
from humas_nlp.quotes.speakers.features import Antecedent, Situation, antecedents_of
from humas_nlp.quotes.speakers.phrases import read_phrase
from humas_nlp.quotes.speakers.ranking import (
    NOBODY,
    SHARED,
    alternatives_of,
    attribute,
    fitted,
    rank,
    step_of,
    with_shared,
)

FEATURES = st.lists(st.sampled_from("abcdef"), max_size=4).map(tuple)
ANTECEDENTS = st.lists(FEATURES, min_size=1, max_size=6)
WEIGHTS = st.dictionaries(st.sampled_from("abcdef"), st.floats(-30, 30), max_size=6)


def names(attributions):
    return [a.best.antecedent.speaker and a.best.antecedent.speaker.name for a in attributions]


@given(ANTECEDENTS, WEIGHTS)
def test_probabilities_add_up_and_fall(features, weights):
    ranked = rank([Antecedent(None, "none", f) for f in features], weights)
    assert sum(r.probability for r in ranked) == pytest.approx(1.0)
    scores = [r.score for r in ranked]
    assert scores == sorted(scores, reverse=True)


@given(ANTECEDENTS, WEIGHTS, st.randoms(use_true_random=False))
def test_the_order_of_antecedents_changes_no_probability(features, weights, shuffler):
    antecedents = [Antecedent(None, str(n), f) for n, f in enumerate(features)]
    shuffled = list(antecedents)
    shuffler.shuffle(shuffled)
    first = {r.antecedent.how: r.probability for r in rank(antecedents, weights)}
    again = {r.antecedent.how: r.probability for r in rank(shuffled, weights)}
    assert first == pytest.approx(again)


def test_shared_weights_count_for_all_forms_but_a_phrase():
    weights = {SHARED: {"a": 1.0}, "clitic": {"a": 0.5, "b": 2.0}, "phrase": {"a": 4.0}}
    assert with_shared(weights) == {"clitic": {"a": 1.5, "b": 2.0}, "phrase": {"a": 4.0}}


def test_two_speakers_with_their_clitics_and_pronouns():
    proposed, people = read(TWO_SPEAKERS)
    found = attribute(people, proposed.candidates, proposed.entrances)
    assert names(found) == ["Rini Asih"] * 3 + ["Hendro Wibowo"] * 2
    for attribution in found:
        assert sum(r.probability for r in attribution.ranked) == pytest.approx(1.0)
        assert attribution.ranked[-1].probability < attribution.best.probability


def test_the_order_of_what_is_given_changes_nothing():
    proposed, people = read(TWO_SPEAKERS)
    before = proposed.candidates, proposed.entrances
    first = attribute(people, proposed.candidates, proposed.entrances)
    order = list(range(len(proposed.candidates)))
    random.Random(3).shuffle(order)
    shuffled = attribute(people, [proposed.candidates[n] for n in order], proposed.entrances[::-1])
    assert [shuffled[order.index(n)] for n in range(len(order))] == list(first)
    assert (proposed.candidates, proposed.entrances) == before


def test_the_discourse_goes_on_with_who_was_chosen():
    proposed, people = read(TWO_SPEAKERS)

    def hendro(candidate, antecedents):
        known = [a.speaker and a.speaker.name for a in antecedents]
        return known.index("Hendro Wibowo") if "Hendro Wibowo" in known else None

    forced = attribute(people, proposed.candidates, proposed.entrances, choose=hendro)
    after = forced[2].best.antecedent
    assert after.speaker.name == "Hendro Wibowo"
    assert "spoke_last" in after.features


def test_without_weights_the_first_reading_and_the_expected_one_win():
    proposed, people = read(TWO_SPEAKERS)
    found = attribute(people, proposed.candidates, proposed.entrances, weights={})
    assert names(found) == ["Rini Asih"] * 3 + ["Hendro Wibowo"] * 2
    assert {a.best.probability for a in found} <= {1 / n for n in range(2, 9)}


def test_nobody_is_an_antecedent_of_every_quote():
    proposed, people = read("“Stok beras kita cukup sampai akhir tahun.” Rapat ditutup.")
    for candidate in proposed.candidates:
        read_source = read_phrase(people, candidate.source)
        found = antecedents_of(Situation(people, candidate, read_source, START, None))
        assert found[-1].speaker is None
        assert found[-1].features[0] == NOBODY


def test_step_and_alternatives_tell_the_runner_up():
    proposed, people = read(TWO_SPEAKERS)
    last = attribute(people, proposed.candidates, proposed.entrances)[-1]
    step = step_of(last)
    assert (step.stage, step.choice) == ("speaker", "Hendro Wibowo")
    assert step.probability == last.best.probability
    assert step.alternatives == alternatives_of(last)
    assert step.alternatives[0].choice == "Rini Asih"
    own = fitted()["clitic"]
    winner, second = (r.antecedent.features for r in last.ranked[:2])
    wanted = sum(own.get(f, 0.0) for f in winner) - sum(own.get(f, 0.0) for f in second)
    assert last.ranked[0].score - last.ranked[1].score == pytest.approx(wanted)
    assert all(r.added for r in step.reasons)


def test_steps_are_there_only_where_asked_for():
    stages = ["candidate", "selection", "speaker", "confidence"]
    (plain,) = analyze_many([TWO_SPEAKERS], nlp=load("rules"))
    (told,) = analyze_many([TWO_SPEAKERS], nlp=load("rules", steps=True))
    assert all(q.steps == () for q in plain.quotes)
    assert [[s.stage for s in q.steps] for q in told.quotes] == [stages] * len(plain.quotes)
    assert all(
        q.steps[-1].probability == pytest.approx(q.confidence, abs=1e-3) for q in told.quotes
    )
    assert [q.speaker for q in told.quotes] == [q.speaker for q in plain.quotes]
