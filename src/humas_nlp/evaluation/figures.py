"""Precision, recall, F1 and their bootstrap interval."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

RESAMPLES = 1000
SEED = 7


@dataclass(slots=True)
class Tally:
    """Counts of what was right, predicted and wanted.

    Attributes:
        right: Predictions that are right.
        predicted: All predictions.
        gold: All that should have been predicted.
    """

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of the predictions that are right; 0 without predictions."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that is found; 0 without gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def __iadd__(self, other: "Tally") -> "Tally":
        """Add the counts of another part of the data."""
        self.right += other.right
        self.predicted += other.predicted
        self.gold += other.gold
        return self

    def to_dict(self) -> dict[str, Any]:
        """Return precision, recall, F1 and the two counts behind them."""
        return {
            "p": self.precision,
            "r": self.recall,
            "f1": self.f1,
            "gold": self.gold,
            "predicted": self.predicted,
        }


@dataclass(slots=True)
class Share:
    """How many of some things are right."""

    right: int = 0
    total: int = 0

    def add(self, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.total += 1

    @property
    def value(self) -> float:
        """The share; 0 of nothing."""
        return self.right / max(1, self.total)


def interval(rows: Sequence[tuple[int, int, int]], resamples: int = RESAMPLES) -> list[float]:
    """Return the 95 % bootstrap interval of F1 over documents.

    Args:
        rows: (right, predicted, gold) of each document.
        resamples: How many resamples of the documents; the seed is fixed.

    Returns:
        Lower and upper bound, rounded to three places.
    """
    draw = random.Random(SEED)
    found = []
    for _ in range(resamples):
        sample = draw.choices(rows, k=len(rows))
        right, predicted, gold = (sum(column) for column in zip(*sample, strict=True))
        found.append(2 * right / (predicted + gold) if predicted + gold else 0.0)
    found.sort()
    low, high = found[int(0.025 * resamples)], found[int(0.975 * resamples) - 1]
    return [round(low, 3), round(high, 3)]
