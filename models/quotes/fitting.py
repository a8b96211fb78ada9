"""The three fits of the quotes room: selection, speakers, confidence.

All are convex with an L2 penalty, so that no seed is needed and the same documents give the same
weights.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from models.quotes.cases import Case
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from humas_nlp.document import Quote
from humas_nlp.quotes.candidates.constructions import rule_of
from humas_nlp.quotes.selection import SelectionModel, can_speak, features_of_all, select
from humas_nlp.quotes.speakers.features import Antecedent
from humas_nlp.quotes.speakers.ranking import (
    SHARED,
    Attribution,
    Weights,
    attribute,
    with_shared,
)
from humas_nlp.quotes.weights import Logistic

RARE = 3  # a feature seen in fewer cases has no weight
ROUNDS = 2  # fits of the ranker behind the first: each on the choices of the one before
SLIGHT = 0.01  # penalty of free weights, so that the fit has one answer
# What the rules answer counts like an intercept: it is not pulled to 0.
FREE = frozenset({"expected", "first_reading", "nobody"})
PRO_FORMS = ("pronoun", "clitic", "none")
Keep = Callable[[str], bool]  # whether a feature takes part; for ablations


class Penalties(NamedTuple):
    """How hard the weights are pulled to 0.

    Attributes:
        selection: Inverse strength of the penalty of the selection.
        speakers: Strength of the penalty of the ranker.
        confidence: Inverse strength of the penalty of the confidence.
    """

    selection: float = 0.1
    speakers: float = 6.0
    confidence: float = 0.3


PENALTIES = Penalties()


def every(feature: str) -> bool:
    """Let every feature take part."""
    return True


def fit_logistic(
    rows: Sequence[Mapping[str, float]],
    right: Sequence[bool],
    inverse: float,
    keep: Keep = every,
    rare: int = RARE,
) -> Logistic:
    """Fit a logistic regression over named features."""
    counts = Counter(f for row in rows for f in row)
    used = [{f: v for f, v in row.items() if counts[f] >= rare and keep(f)} for row in rows]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(used)
    model = LogisticRegression(C=inverse, max_iter=2000)
    model.fit(matrix, np.array(right, dtype=int))
    weights = dict(zip(vectors.feature_names_, map(float, model.coef_[0]), strict=True))
    return Logistic(float(model.intercept_[0]), weights)


def fit_selection(
    cases: Sequence[Case], least: float, inverse: float = PENALTIES.selection, keep: Keep = every
) -> SelectionModel:
    """Fit which candidates are quotes."""
    rows: list[Mapping[str, float]] = []
    right: list[bool] = []
    for case in cases:
        rows += features_of_all(case.people.text, case.proposed.candidates, case.readings)
        right += [case.is_quote(n) for n in range(len(case.gold))]
    return SelectionModel(fit_logistic(rows, right, inverse, keep), least)


class Example(NamedTuple):
    """A quote for the ranker.

    Attributes:
        form: Form of its source.
        antecedents: Everybody who may say it.
        right: Indices of those who do.
    """

    form: str
    antecedents: tuple[Antecedent, ...]
    right: tuple[int, ...]


def attributed(
    case: Case, model: SelectionModel, weights: Weights, gold: bool = False
) -> tuple[list[int], tuple[Attribution, ...]]:
    """Return the candidates that are selected and their attributions.

    Args:
        case: The document.
        model: Which candidates are quotes.
        weights: Weights of the ranker, shared ones added.
        gold: Whether the discourse goes on with the annotated speakers.
    """
    candidates = case.proposed.candidates
    chosen = select(case.people.text, candidates, case.readings, model)
    place = {id(c.candidate): c.index for c in chosen}

    def annotated(candidate: object, antecedents: Sequence[Antecedent]) -> int | None:
        right = case.right(place[id(candidate)], antecedents)
        return right[0] if right else None

    found = attribute(
        case.people,
        [c.candidate for c in chosen],
        case.proposed.entrances,
        [c.readings for c in chosen],
        weights,
        annotated if gold else None,
    )
    return [c.index for c in chosen], found


def examples_of(
    cases: Iterable[Case], model: SelectionModel, weights: Weights, gold: bool
) -> list[Example]:
    """Return the quotes that match an annotated one whose speaker is among the antecedents."""
    found = []
    for case in cases:
        indices, said = attributed(case, model, weights, gold)
        for n, attribution in zip(indices, said, strict=True):
            antecedents = tuple(r.antecedent for r in attribution.ranked)
            right = case.right(n, antecedents)
            if right and len(antecedents) > 1:
                form = attribution.candidate.source.form
                found.append(Example(form, antecedents, tuple(right)))
    return found


def fit_speakers(
    cases: Sequence[Case],
    model: SelectionModel,
    penalty: float = PENALTIES.speakers,
    keep: Keep = every,
    rounds: int = ROUNDS,
) -> dict[str, dict[str, float]]:
    """Fit the ranker: first on annotated states of the discourse, then on its own.

    The state behind a quote depends on who was chosen for it. The first fit goes on with the
    annotated speakers; each later one with the choices of the fit before, so that the ranker
    learns to live with its own mistakes.

    Returns:
        Weights by form of the source; under "shared" what counts for each form without a phrase.
    """
    examples = examples_of(cases, model, {}, gold=True)
    weights = _fit(examples, penalty, keep)
    for _ in range(rounds):
        examples = examples_of(cases, model, with_shared(weights), gold=False)
        weights = _fit(examples, penalty, keep)
    return weights


def _names(form: str, feature: str) -> tuple[tuple[str, str], ...]:
    """Return the weights that a feature takes part in: its form's own, and a shared one."""
    own = (form, feature)
    return (own, (SHARED, feature)) if form in PRO_FORMS else (own,)


def _fit(examples: Sequence[Example], penalty: float, keep: Keep) -> dict[str, dict[str, float]]:
    """Fit a conditional logit whose cases may have several right antecedents."""
    counts = Counter(
        name
        for e in examples
        for name in {n for a in e.antecedents for f in a.features for n in _names(e.form, f)}
    )
    names = sorted(n for n, count in counts.items() if count >= RARE and keep(n[1]))
    index = {name: k for k, name in enumerate(names)}
    rows, columns, groups, right = [], [], [], []
    at = 0
    for group, example in enumerate(examples):
        for k, antecedent in enumerate(example.antecedents):
            for feature in antecedent.features:
                for name in _names(example.form, feature):
                    if name in index:
                        rows.append(at)
                        columns.append(index[name])
            groups.append(group)
            right.append(k in example.right)
            at += 1
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(at, len(names)))
    group = np.array(groups)
    good = np.array(right)
    starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])

    pulls = penalty * np.array([name[1] not in FREE for name in names], dtype=float) + SLIGHT

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ w
        top = np.maximum.reduceat(scores, starts)
        shares = np.exp(scores - top[group])
        total = np.add.reduceat(shares, starts)
        taken = np.add.reduceat(shares * good, starts)
        value = float(np.sum(np.log(total) - np.log(taken)) + w @ (pulls * w) / 2)
        pull = shares / total[group] - shares * good / taken[group]
        return value, matrix.T @ pull + pulls * w

    fitted = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500}
    )
    weights: dict[str, dict[str, float]] = {SHARED: {}}
    for (form, feature), value in zip(names, fitted.x, strict=True):
        weights.setdefault(form, {})[feature] = float(value)
    return weights


def rules_alone(case: Case) -> tuple[Quote, ...]:
    """Return the quotes of the rules without any weight.

    Every candidate whose source a rule reads is a quote; the first reading of a phrase says it,
    or whoever the state of the discourse expects.
    """
    candidates = case.proposed.candidates
    kept = [n for n, c in enumerate(candidates) if can_speak(c, case.readings[n])]
    said = attribute(
        case.people,
        [candidates[n] for n in kept],
        case.proposed.entrances,
        [case.readings[n] for n in kept],
        {},
    )
    text = case.people.text
    return tuple(
        Quote(
            id=f"Q{number}",
            kind=candidates[n].kind,
            start=candidates[n].start,
            end=candidates[n].end,
            text=text[candidates[n].start : candidates[n].end],
            speaker=attribution.best.antecedent.speaker,
            confidence=attribution.best.probability,
            rule=rule_of(candidates[n]),
        )
        for number, (n, attribution) in enumerate(zip(kept, said, strict=True), 1)
    )
