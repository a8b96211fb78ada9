"""From probabilities to themes: thresholds, the main theme, calibration."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_GRID = np.arange(0.15, 0.71, 0.025)
_MAIN_GRID = np.array([0.05, 0.1, 0.15, 0.2, 0.25, 0.3])
_SHARE_GRID = np.array([0.0, 0.3, 0.4, 0.5, 0.6])
# A threshold of its own is believed as far as the theme has examples: with this many, half way.
_SHRINKAGE = 30
# Among rules as good as the best within this micro-F1, the most cautious one is taken.
_TOLERANCE = 0.002


@dataclass(frozen=True, slots=True)
class Rule:
    """When a theme is given.

    Attributes:
        thresholds: Least probability of each class.
        main: Least probability of the main theme, where no class reaches its threshold.
        other: Column of the class "none of these", or -1.
        most: Most themes a document.
        share: Least probability of a further theme, as a share of the main theme's.
    """

    thresholds: Floats
    main: float
    other: int
    most: int
    share: float = 0.0


def sigmoid(values: Floats) -> Floats:
    """Return ``1 / (1 + exp(-values))`` without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(0.5 * values)))


def choose(scores: Floats, rule: Rule, order: Floats | None = None) -> tuple[Ints, Ints]:
    """Choose the themes of documents.

    The class with the highest probability is chosen if it reaches its threshold, or at least
    `rule.main` while "none of these" is not more probable. All others must reach their
    thresholds and `rule.share` of the highest probability. A document without a chosen class
    is "none of these". The chosen class that `order` puts first is the main theme; where "none of
    these" reaches its threshold and comes first, the document is that alone.

    Args:
        scores: Probabilities, documents by classes.
        rule: Thresholds.
        order: How much each class looks like a main theme, in the shape of `scores`; by
            probability if None.

    Returns:
        A 0/1 matrix and the column of each document's main theme; a row without any theme, where
        no class "none of these" exists, is empty and its main column -1.
    """
    known = scores.copy()
    if rule.other >= 0:
        known[:, rule.other] = -1.0
    rows = np.arange(len(scores))
    main = known.argmax(axis=1)
    best = known[rows, main]
    other = scores[:, rule.other] if rule.other >= 0 else np.zeros(len(scores))
    fits = (best >= rule.thresholds[main]) | ((best >= rule.main) & (best > other))
    chosen = (known >= rule.thresholds) & (known >= rule.share * best[:, None])
    falling = np.argsort(-known, axis=1, kind="stable")
    rank = np.empty_like(falling)
    np.put_along_axis(rank, falling, np.arange(scores.shape[1])[None, :], axis=1)
    chosen &= rank < rule.most
    chosen[rows, main] = True
    if order is not None:
        possible = chosen.copy()
        if rule.other >= 0:
            possible[:, rule.other] = other >= rule.thresholds[rule.other]
        main = np.where(possible, order, -np.inf).argmax(axis=1)
        fits &= main != rule.other
    chosen[~fits] = False
    main = np.where(fits, main, rule.other)
    if rule.other >= 0:
        chosen[~fits, rule.other] = True
    return chosen.astype(np.int64), main.astype(np.int64)


def ranked(scores: Floats, chosen: Ints, main: int) -> list[int]:
    """Return the columns of one document's themes, the main one first, others by probability.

    Args:
        scores: Its probabilities.
        chosen: Its row of what `choose` gives.
        main: The column of its main theme, from `choose`.
    """
    return sorted(chosen.nonzero()[0].tolist(), key=lambda c: (c != main, -scores[c], c))


def micro_f1(gold: Ints, found: Ints) -> float:
    """Return the F1 of all decisions together; 0 where there is nothing to find."""
    total = int(gold.sum() + found.sum())
    return 2 * int((gold * found).sum()) / total if total else 0.0


def calibrate(logits: Floats, gold: Ints) -> tuple[float, float]:
    """Fit Platt's sigmoid to held-out logits, one for all classes.

    One curve a class would rest on a dozen examples for the rare themes.

    Source: Platt, "Probabilistic outputs for support vector machines", 1999.

    Returns:
        Slope and intercept of the calibrated logit.
    """
    flat, truth = logits.reshape(-1, 1), gold.ravel()
    if truth.min() == truth.max():
        return 1.0, 0.0
    curve = LogisticRegression(C=1e6).fit(flat, truth)
    slope, intercept = float(curve.coef_[0, 0]), float(curve.intercept_[0])
    return (slope, intercept) if slope > 0 else (1.0, 0.0)


def shared_rule(scores: Floats, gold: Ints, other: int, most: int) -> Rule:
    """Choose one threshold for all classes, and that of the main theme, by micro-F1.

    Args:
        scores: Held-out probabilities.
        gold: True labels.
        other: See `Rule`.
        most: See `Rule`.
    """
    ones = np.ones(scores.shape[1])
    rules = [
        Rule(t * ones, float(m), other, most, float(share))
        for t in _GRID
        for m in _MAIN_GRID
        for share in _SHARE_GRID
        if m <= t
    ]
    values = [micro_f1(gold, choose(scores, rule)[0]) for rule in rules]
    good = [r for r, v in zip(rules, values, strict=True) if v >= max(values) - _TOLERANCE]
    return max(good, key=lambda rule: (rule.main, rule.thresholds[0], rule.share))


def own_rule(scores: Floats, gold: Ints, other: int, most: int) -> Rule:
    """Choose a threshold for each class, drawn towards the shared one for rare classes."""
    shared = shared_rule(scores, gold, other, most)
    thresholds = shared.thresholds.copy()
    for column in range(scores.shape[1]):
        truth = gold[:, column]
        best = max(_GRID, key=lambda t: micro_f1(truth, (scores[:, column] >= t).astype(np.int64)))
        share = truth.sum() / (truth.sum() + _SHRINKAGE)
        thresholds[column] = share * best + (1 - share) * shared.thresholds[column]
    return Rule(thresholds, shared.main, other, most, shared.share)
