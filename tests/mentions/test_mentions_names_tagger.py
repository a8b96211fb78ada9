"""The chain over the words of a run: probabilities are those of all labellings."""

import itertools
import math

import pytest

from humas_nlp.mentions.names.features import WordFeatures
from humas_nlp.mentions.names.tagger import NEVER, read_tagger, tagger

STEPS = [[0.3, -0.2, None], [0.1, -1.0, 0.9], [0.4, -0.5, 0.2]]
FEATURES = {"this shape=Xx": [-20, 80, 10], "due": [0, 150, -30], "this end=dro": [-10, 20, 60]}


def made():
    return read_tagger({"features": FEATURES, "steps": STEPS})


def run(*words):
    rows = [("", *words, "")[i : i + 3] for i in range(len(words))]
    return [WordFeatures(row, ("due",) if i == 0 else ()) for i, row in enumerate(rows)]


def by_hand(weights, emissions):
    """Return the probability of each stretch by adding up every labelling."""
    total, found = 0.0, {}
    for labels in itertools.product(range(3), repeat=len(emissions)):
        score = sum(e[label] for e, label in zip(emissions, labels, strict=True))
        score += sum(weights.steps[a][b] for a, b in itertools.pairwise(labels))
        if labels[0] == 2 or score == NEVER:
            continue
        total += math.exp(score)
        for a, label in enumerate(labels):
            if label == 1:
                b = a
                while b + 1 < len(labels) and labels[b + 1] == 2:
                    b += 1
                found[a, b] = found.get((a, b), 0.0) + math.exp(score)
    return {span: chance / total for span, chance in found.items()}


def test_probabilities_are_those_of_all_labellings():
    weights = made()
    emissions = weights.emissions(run("Kepala", "Hendro", "Wibowo", "Barat"))
    expected = by_hand(weights, emissions)
    found = {(a, b): chance for a, b, chance in weights.spans(emissions, 1e-12)}
    assert found.keys() == expected.keys()
    for span, chance in expected.items():
        assert found[span] == pytest.approx(chance)


def test_unlikely_stretches_are_left_out():
    weights = made()
    emissions = weights.emissions(run("Kepala", "Hendro"))
    assert all(chance >= 0.3 for *_, chance in weights.spans(emissions, 0.3))
    assert len(weights.spans(emissions, 0.3)) < len(weights.spans(emissions, 1e-12))


def test_words_that_are_remembered_count_the_same():
    weights = made()
    first = weights.emissions(run("Hendro", "Wibowo"))
    assert weights.emissions(run("Hendro", "Wibowo")) == first
    assert first[0] == pytest.approx((-0.3, 2.5, 0.4))


def test_bundled_weights_never_go_on_with_a_name_that_has_not_begun():
    assert tagger().steps[0][2] == NEVER
    assert len(tagger().features) > 1000
