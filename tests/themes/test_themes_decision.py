"""Thresholds, main theme, calibration."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_nlp.themes.decision import (
    Rule,
    calibrate,
    choose,
    micro_f1,
    own_rule,
    ranked,
    shared_rule,
    sigmoid,
)

RULE = Rule(np.full(4, 0.4), 0.2, 3, 2)


@pytest.mark.parametrize(
    ("scores", "chosen", "main"),
    [
        ([0.9, 0.1, 0.1, 0.1], [1, 0, 0, 0], 0),
        ([0.5, 0.7, 0.1, 0.1], [1, 1, 0, 0], 1),
        ([0.9, 0.7, 0.6, 0.1], [1, 1, 0, 0], 0),  # two at most
        ([0.3, 0.1, 0.1, 0.1], [1, 0, 0, 0], 0),  # below its threshold, above that of a main theme
        ([0.3, 0.1, 0.1, 0.5], [0, 0, 0, 1], 3),  # "none of these" is more probable
        ([0.1, 0.1, 0.1, 0.1], [0, 0, 0, 1], 3),
        ([0.5, 0.1, 0.1, 0.9], [1, 0, 0, 0], 0),
    ],
)
def test_choice(scores, chosen, main):
    found, first = choose(np.array([scores]), RULE)
    assert found.tolist() == [chosen]
    assert first.tolist() == [main]


def test_further_themes_must_reach_a_share_of_the_main_one():
    rule = Rule(np.full(3, 0.3), 0.2, -1, 3, share=0.5)
    found, _ = choose(np.array([[0.9, 0.44, 0.46]]), rule)
    assert found.tolist() == [[1, 0, 1]]


def test_order_says_which_chosen_theme_is_the_main_one():
    scores, order = np.array([[0.9, 0.7, 0.3, 0.1]]), np.array([[0.1, 0.5, 0.9, 0.9]])
    found, main = choose(scores, RULE, order)
    assert found.tolist() == [[1, 1, 0, 0]] and main.tolist() == [1]
    assert ranked(scores[0], found[0], 1) == [1, 0]


@pytest.mark.parametrize(
    ("scores", "order", "chosen"),
    [
        ([0.9, 0.1, 0.1, 0.5], [0.1, 0.0, 0.0, 0.7], [0, 0, 0, 1]),
        ([0.9, 0.7, 0.1, 0.5], [0.1, 0.8, 0.0, 0.7], [1, 1, 0, 0]),  # a theme comes first
        ([0.9, 0.1, 0.1, 0.3], [0.1, 0.0, 0.0, 0.7], [1, 0, 0, 0]),  # below its threshold
        ([0.9, 0.1, 0.1, 0.5], [0.1, 0.9, 0.0, 0.7], [0, 0, 0, 1]),  # the first is no theme of it
    ],
)
def test_order_may_say_that_a_document_is_none_of_these(scores, order, chosen):
    found, main = choose(np.array([scores]), RULE, np.array([order]))
    assert found.tolist() == [chosen]
    assert chosen[main[0]] == 1


def test_order_does_not_make_a_theme_of_none():
    found, main = choose(np.array([[0.1, 0.1, 0.1, 0.1]]), RULE, np.array([[0.9, 0.1, 0.1, 0.1]]))
    assert found.tolist() == [[0, 0, 0, 1]] and main.tolist() == [3]


def test_without_other_class_a_row_may_be_empty():
    found, first = choose(np.array([[0.1, 0.1]]), Rule(np.full(2, 0.5), 0.5, -1, 2))
    assert found.tolist() == [[0, 0]] and first.tolist() == [-1]


@given(st.lists(st.floats(0, 1), min_size=4, max_size=4))
def test_one_to_most_themes_and_other_stands_alone(scores):
    found, first = choose(np.array([scores]), RULE)
    assert 1 <= found.sum() <= RULE.most
    assert found[0, first[0]] == 1
    assert found[0, RULE.other] == 0 or found.sum() == 1


def test_micro_f1():
    gold, found = np.array([[1, 0], [1, 1]]), np.array([[1, 1], [1, 0]])
    assert micro_f1(gold, found) == pytest.approx(2 * 2 / 6)
    assert micro_f1(gold * 0, found * 0) == 0.0


def test_rules_find_the_separating_threshold():
    gold = np.array([[1, 0], [0, 1], [1, 1], [0, 1]] * 10)
    scores = np.where(gold == 1, 0.62, 0.3)
    for find in (shared_rule, own_rule):
        rule = find(scores, gold, -1, 2)
        assert (rule.thresholds > 0.3).all() and (rule.thresholds <= 0.62).all()
        assert micro_f1(gold, choose(scores, rule)[0]) == 1.0


def test_rare_classes_keep_the_shared_threshold():
    rng = np.random.default_rng(0)
    gold = np.zeros((200, 2), dtype=np.int64)
    gold[:100, 0] = 1
    gold[0, 1] = 1
    scores = np.clip(0.3 * gold + rng.uniform(0.1, 0.5, gold.shape), 0, 1)
    shared, own = shared_rule(scores, gold, -1, 2), own_rule(scores, gold, -1, 2)
    assert abs(own.thresholds[1] - shared.thresholds[1]) < 0.05


def test_calibration_recovers_the_share_of_positives():
    rng = np.random.default_rng(1)
    logits = rng.normal(0, 2, (4000, 1))
    gold = (rng.uniform(size=logits.shape) < sigmoid(2 * logits - 1)).astype(np.int64)
    slope, shift = calibrate(logits, gold)
    assert slope == pytest.approx(2, abs=0.25) and shift == pytest.approx(-1, abs=0.25)


def test_calibration_of_one_sided_truth_changes_nothing():
    assert calibrate(np.zeros((3, 1)), np.zeros((3, 1), dtype=np.int64)) == (1.0, 0.0)


def test_sigmoid_does_not_overflow():
    assert sigmoid(np.array([-1e4, 0.0, 1e4])).tolist() == [0.0, 0.5, 1.0]
