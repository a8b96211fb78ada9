"""Weights as plain data, and the logistic function over them."""

import pytest

from humas_nlp.quotes.weights import Logistic, logit, read_weights, sigmoid


@pytest.mark.parametrize("name", ["selection", "speakers", "confidence"])
def test_every_file_names_its_command(name):
    data = read_weights(f"quotes_{name}")
    assert data["written_by"].startswith("python -m models.quotes.fit")
    assert data["weights"]


def test_features_without_a_weight_add_nothing():
    model = Logistic(0.5, {"known": 2.0})
    assert model.log_odds({"known": 1.0, "new": 9.0}) == 2.5
    assert model.log_odds({}) == 0.5


def test_log_odds_and_probability_are_inverse():
    for chance in (0.001, 0.3, 0.5, 0.97):
        assert sigmoid(logit(chance)) == pytest.approx(chance)
    assert sigmoid(-900.0) == 0.0
    assert sigmoid(900.0) == 1.0
    assert logit(0.0) < -10 < 10 < logit(1.0)
