"""Fitted weights of the quotes room: plain data with the command that wrote them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp, log
from typing import Any

_CERTAIN = 1e-6  # distance from 0 and 1 within which log-odds are cut


@cache
def read_weights(name: str) -> Mapping[str, Any]:
    """Return the content of a file of weights.

    Args:
        name: "quotes_selection", "quotes_speakers" or "quotes_confidence".
    """
    raw = (resources.files("humas_nlp.data") / f"{name}.json").read_text("utf-8")
    data: Mapping[str, Any] = json.loads(raw)
    return data


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression over named features.

    Attributes:
        intercept: Log-odds without any feature.
        weights: What each feature adds; one that is not listed adds nothing.
    """

    intercept: float
    weights: Mapping[str, float]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Logistic":
        """Read the JSON form."""
        return cls(data["intercept"], data["weights"])

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return the log-odds of a case."""
        weights = self.weights
        return self.intercept + sum(weights.get(f, 0.0) * value for f, value in features.items())

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the probability of a case."""
        return sigmoid(self.log_odds(features))


def sigmoid(value: float) -> float:
    """Return the probability of some log-odds."""
    if value >= 0:
        return 1 / (1 + exp(-value))
    grown = exp(value)
    return grown / (1 + grown)


def logit(probability: float) -> float:
    """Return the log-odds of a probability, cut where it is all but certain."""
    chance = min(max(probability, _CERTAIN), 1 - _CERTAIN)
    return log(chance / (1 - chance))
