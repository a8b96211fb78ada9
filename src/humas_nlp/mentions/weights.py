"""How likely a candidate is right: additive weights, fitted on annotated releases."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

# With and without a trained recogniser in the pipeline.
Setting = Literal["recogniser", "rules"]


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model.

    Attributes:
        log_odds: What each feature adds; one that was never seen adds nothing.
        least: Probability from which a candidate is worth its place, by label.
    """

    log_odds: Mapping[str, float]
    least: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """Return the probability of a candidate with some features."""
        total = sum(self.log_odds.get(feature, 0.0) for feature in features)
        return 1.0 / (1.0 + math.exp(-total))


@cache
def weights(setting: Setting) -> Weights:
    """Return the weights that `python -m models.mentions.fit` wrote.

    Args:
        setting: Whether a recogniser is one of the finders.
    """
    text = (files("humas_nlp") / "data/mentions_weights.json").read_text("utf-8")
    row = json.loads(text)[setting]
    return Weights(row["log_odds"], row["least"])
