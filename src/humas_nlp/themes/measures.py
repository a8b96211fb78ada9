"""Figures of a theme classifier: agreement, confusion, calibration, learning curve."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import KFold

from humas_nlp.themes.classifier import ThemeClassifier
from humas_nlp.themes.decision import Floats

_BINS = 10
CURVE = (0.25, 0.5)  # shares of the training part, besides all of it
Make = Callable[[], ThemeClassifier]
Codes = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """Figures of one label.

    Attributes:
        precision: Share of its findings that are right, 0 where it is never found.
        recall: Share of its documents that are found.
        f1: Their harmonic mean.
        support: Documents that have the label.
    """

    precision: float
    recall: float
    f1: float
    support: int


@dataclass(slots=True)
class ThemeFigures:
    """Figures of a classifier on labelled documents.

    Attributes:
        documents: How many were measured.
        micro: F1 of all decisions together.
        macro: Mean F1 of the labels that occur.
        first: Share of documents whose first theme is one of theirs.
        calibration: Expected calibration error of all probabilities, in ten bins.
        labels: Figures of each label.
        confusion: ``(right, found, documents)``: main themes taken for others, most frequent first.
        curve: ``(documents learned from, micro F1)``, by growing number.
    """

    documents: int
    micro: float
    macro: float
    first: float
    calibration: float | None
    labels: dict[str, LabelFigures]
    confusion: list[tuple[str, str, int]]
    curve: list[tuple[int, float]] = field(default_factory=list)

    def summary(self) -> dict[str, float]:
        """Return the figures that a manifest keeps."""
        found = {"micro": self.micro, "macro": self.macro, "first": self.first}
        if self.calibration is not None:
            found["calibration"] = self.calibration
        return {name: round(value, 4) for name, value in found.items()}

    def to_dict(self) -> dict[str, Any]:
        """Return all figures as plain data."""
        rounded = {
            code: {
                "precision": round(f.precision, 4),
                "recall": round(f.recall, 4),
                "f1": round(f.f1, 4),
                "support": f.support,
            }
            for code, f in self.labels.items()
        }
        return {
            "documents": self.documents,
            **self.summary(),
            "labels": rounded,
            "confusion": [list(row) for row in self.confusion],
            "curve": [[size, round(value, 4)] for size, value in self.curve],
        }


def figures_of(
    found: Codes, gold: Codes, probabilities: Floats | None = None, truth: Floats | None = None
) -> ThemeFigures:
    """Compare found with right codes.

    Args:
        found: Codes of each document, the main one first.
        gold: The right codes.
        probabilities: Documents by classes, for the calibration.
        truth: 0 or 1, of the same shape.
    """
    pairs = [(set(f), set(g)) for f, g in zip(found, gold, strict=True)]
    codes = sorted({code for pair in pairs for side in pair for code in side})
    labels = {code: _label([(code in f, code in g) for f, g in pairs]) for code in codes}
    there = [value.f1 for value in labels.values() if value.support]
    first = [bool(f) and f[0] in g for f, g in zip(found, gold, strict=True)]
    calibrated = None
    if probabilities is not None and truth is not None:
        calibrated = calibration_error(probabilities, truth)
    return ThemeFigures(
        documents=len(pairs),
        micro=micro(pairs),
        macro=float(np.mean(there)) if there else 0.0,
        first=float(np.mean(first)) if first else 0.0,
        calibration=calibrated,
        labels=labels,
        confusion=_confusion(found, gold),
    )


def micro(pairs: Sequence[tuple[set[str], set[str]]]) -> float:
    """Return the F1 of all decisions together."""
    total = sum(len(f) + len(g) for f, g in pairs)
    return 2 * sum(len(f & g) for f, g in pairs) / total if total else 0.0


def _label(pairs: Sequence[tuple[bool, bool]]) -> LabelFigures:
    both = sum(f and g for f, g in pairs)
    found, gold = sum(f for f, _ in pairs), sum(g for _, g in pairs)
    total = found + gold
    return LabelFigures(
        both / found if found else 0.0,
        both / gold if gold else 0.0,
        2 * both / total if total else 0.0,
        gold,
    )


def _confusion(found: Codes, gold: Codes) -> list[tuple[str, str, int]]:
    wrong = Counter(
        (g[0], f[0]) for f, g in zip(found, gold, strict=True) if f and g and f[0] not in g
    )
    return [(right, taken, n) for (right, taken), n in wrong.most_common()]


def calibration_error(probabilities: Floats, truth: Floats) -> float:
    """Return how far probabilities and shares of right decisions lie apart, on average.

    Source: Naeini et al., "Obtaining well calibrated probabilities using Bayesian binning",
    2015 (expected calibration error).
    """
    given, right = probabilities.ravel(), truth.ravel()
    bins = np.minimum((given * _BINS).astype(int), _BINS - 1)
    error = 0.0
    for number in range(_BINS):
        inside = bins == number
        if inside.any():
            error += float(inside.mean()) * abs(float(given[inside].mean() - right[inside].mean()))
    return error


def cross_validate(
    make: Make,
    texts: Sequence[str],
    labels: Codes,
    *,
    folds: int = 5,
    curve: bool = True,
    random_state: int = 0,
) -> ThemeFigures:
    """Measure a classifier on texts it has not learned from.

    Args:
        make: Gives a new classifier.
        texts: Texts.
        labels: Codes of each text.
        folds: Parts that the texts are cut into; each is measured by a model of the others.
        curve: Whether to learn from shares of the training part too.
        random_state: Seed of the folds.
    """
    classes = sorted({code for codes in labels for code in codes})
    truth = np.array([[code in codes for code in classes] for codes in labels], dtype=np.float64)
    probabilities = np.zeros(truth.shape)
    found: list[list[str]] = [[] for _ in texts]
    smaller: dict[float, list[list[str]]] = {share: [[] for _ in texts] for share in CURVE}
    sizes: dict[float, list[int]] = {share: [] for share in (*CURVE, 1.0)}
    splitter = KFold(min(folds, len(texts)), shuffle=True, random_state=random_state)
    for learned, held in splitter.split(np.zeros(len(texts))):
        parts = [texts[i] for i in held]
        model = _fit(make, texts, labels, learned)
        sizes[1.0].append(len(learned))
        columns = [classes.index(code) for code in model.classes_]
        probabilities[np.ix_(held, columns)] = model.predict_proba(parts)
        _keep(found, held, model.codes(parts))
        for share in CURVE if curve else ():
            part = learned_part(learned, share, random_state)
            sizes[share].append(len(part))
            _keep(smaller[share], held, _fit(make, texts, labels, part).codes(parts))
    figures = figures_of(found, labels, probabilities, truth)
    for share in CURVE if curve else ():
        pairs = [(set(f), set(g)) for f, g in zip(smaller[share], labels, strict=True)]
        figures.curve.append((round(float(np.mean(sizes[share]))), micro(pairs)))
    figures.curve.append((round(float(np.mean(sizes[1.0]))), figures.micro))
    return figures


def learned_part(learned: NDArray[Any], share: float, random_state: int) -> NDArray[Any]:
    """Return a random share of the places that are learned from."""
    order = np.random.default_rng(random_state).permutation(learned)
    return np.sort(order[: max(2, round(share * len(learned)))])


def _fit(make: Make, texts: Sequence[str], labels: Codes, places: NDArray[Any]) -> ThemeClassifier:
    return make().fit([texts[i] for i in places], [list(labels[i]) for i in places])


def _keep(found: list[list[str]], places: NDArray[Any], codes: list[list[Any]]) -> None:
    for place, themes in zip(places, codes, strict=True):
        found[place] = [str(code) for code in themes]
