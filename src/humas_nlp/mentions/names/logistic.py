"""A logistic regression whose weights stand in a file: the sum of weighted features, its chance."""

import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass

SUREST = (
    sys.float_info.epsilon
)  # a chance is kept this far from 0 and 1, so that its log-odds are finite


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights of a logistic regression.

    Attributes:
        bias: Log-odds where every feature is 0.
        weights: Log-odds that one unit of each feature adds.
        threshold: Least probability that counts as yes.
    """

    bias: float
    weights: Mapping[str, float]
    threshold: float

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the chance of yes, in [0, 1]; a feature without a weight counts nothing."""
        odds = self.bias
        for name, value in features.items():
            odds += self.weights.get(name, 0.0) * value
        return chance_of(odds)

    def reasons(self, features: Mapping[str, float]) -> list[tuple[str, float]]:
        """Return what each feature adds in log-odds, the strongest first."""
        added = [(name, self.weights.get(name, 0.0) * value) for name, value in features.items()]
        return sorted((r for r in added if r[1]), key=lambda r: -abs(r[1]))


def chance_of(odds: float) -> float:
    """Return the probability of log-odds."""
    if odds < 0:
        small = math.exp(odds)
        return small / (1 + small)
    return 1 / (1 + math.exp(-odds))


def odds_of(chance: float) -> float:
    """Return the log-odds of a probability, finite for 0 and 1 as well."""
    kept = min(1 - SUREST, max(SUREST, chance))
    return math.log(kept / (1 - kept))


def read_logistic(data: Mapping[str, object]) -> Logistic:
    """Read weights from their JSON form: "bias", "weights", "threshold"."""
    bias, weights, threshold = data["bias"], data["weights"], data["threshold"]
    assert isinstance(bias, float | int) and isinstance(threshold, float | int)
    assert isinstance(weights, dict)
    return Logistic(float(bias), weights, float(threshold))
