"""Scores, cross-validation by source, and the table of model families of the card."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from sklearn.calibration import CalibratedClassifierCV
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.multiclass import OneVsRestClassifier
from sklearn.naive_bayes import ComplementNB
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from humas_nlp.themes import ThemeClassifier, WordSpace, prototypes
from humas_nlp.themes.decision import Rule, choose, shared_rule
from humas_nlp.themes.labels import encode
from humas_nlp.themes.words import words_of

Row = dict[str, Any]
Titled = Callable[[list[Row]], tuple[list[str], list[list[str]], list[str]]]
FOLDS, SEED = 6, 0


def scores(found: Sequence[Sequence[str]], gold: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return micro F1, macro F1 over the codes of the gold, and the share of right first themes."""
    pairs = [(set(f), set(g)) for f, g in zip(found, gold, strict=True)]
    codes = sorted({code for _, g in pairs for code in g})
    by_code = [_f1([(f & {c}, g & {c}) for f, g in pairs]) for c in codes]
    first = [bool(f) and f[0] in g for f, g in zip(found, gold, strict=True)]
    return {
        "micro": _f1(pairs),
        "macro": float(np.mean(by_code)),
        "first": float(np.mean(first)),
    }


def _f1(pairs: Sequence[tuple[set[str], set[str]]]) -> float:
    total = sum(len(f) + len(g) for f, g in pairs)
    return 2 * sum(len(f & g) for f, g in pairs) / total if total else 0.0


def line(figures: dict[str, float]) -> str:
    return "  ".join(f"{name} {value:.3f}" for name, value in figures.items())


def folds(rows: list[Row]) -> list[tuple[Any, Any]]:
    """Split by source, so that no site is both learned from and measured on."""
    splitter = GroupKFold(FOLDS, shuffle=True, random_state=SEED)
    return list(splitter.split(rows, groups=[row["source"] for row in rows]))


def cross_validate(
    make: Callable[[], ThemeClassifier], rows: list[Row], titled: Titled
) -> dict[str, float]:
    """Measure a classifier on held-out sources, thresholds chosen inside each training part."""
    found: list[list[str]] = [[] for _ in rows]
    for learned, held in folds(rows):
        texts, codes, sources = titled([rows[i] for i in learned])
        model = make().fit(texts, codes, groups=sources)
        bodies, _, _ = titled([{**rows[i], "title": None} for i in held])
        for i, themes in zip(held, model.codes(bodies), strict=True):
            found[i] = themes
    return scores(found, [row["themes"] for row in rows])


def table(space: WordSpace, rows: list[Row], titled: Titled) -> None:
    """Print the table of the card."""
    ours: dict[str, Callable[[], ThemeClassifier]] = {
        "words": lambda: ThemeClassifier(),
        "words, prototypes": lambda: ThemeClassifier(prototypes=prototypes()),
        "words, space": lambda: ThemeClassifier(space=space),
        "words, space, prototypes": lambda: ThemeClassifier(space=space, prototypes=prototypes()),
        "the same, a threshold for each theme": lambda: ThemeClassifier(
            space=space, prototypes=prototypes(), threshold="own"
        ),
    }
    for name, family in families().items():
        print(f"{name:40} {line(_cross_validate_sklearn(family, rows, titled))}", flush=True)
    for name, make in ours.items():
        print(f"{name:40} {line(cross_validate(make, rows, titled))}", flush=True)


def families() -> dict[str, Callable[[], Any]]:
    """Return the families of scikit-learn that were tried."""

    def words() -> TfidfVectorizer:
        return TfidfVectorizer(analyzer=words_of, sublinear_tf=True, min_df=2, max_df=0.5)

    def characters() -> TfidfVectorizer:
        return TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=5,
            max_features=60_000,
        )  # fmt: skip

    def regression() -> LogisticRegression:
        return LogisticRegression(C=10, class_weight="balanced", solver="liblinear")

    def vectors() -> CalibratedClassifierCV:
        return CalibratedClassifierCV(LinearSVC(C=0.5, class_weight="balanced"), cv=3)

    def each(model: Any) -> OneVsRestClassifier:  # noqa: ANN401
        return OneVsRestClassifier(model)

    return {
        "TF-IDF words, ComplementNB": lambda: make_pipeline(words(), each(ComplementNB())),
        "TF-IDF words, LinearSVC calibrated": lambda: make_pipeline(words(), each(vectors())),
        "TF-IDF words, logistic regression": lambda: make_pipeline(words(), each(regression())),
        "TF-IDF words + characters, logistic r.": lambda: make_pipeline(
            make_union(words(), characters()), each(regression())
        ),
    }


def _cross_validate_sklearn(
    make: Callable[[], Any], rows: list[Row], titled: Titled
) -> dict[str, float]:
    """Measure a pipeline; its threshold is the best on the held-out scores, a favour to it."""
    labels = encode([row["themes"] for row in rows], len(rows))
    probabilities = np.zeros(labels.indicator.shape)
    for learned, held in folds(rows):
        texts, codes, _ = titled([rows[i] for i in learned])
        known = encode(codes, len(codes))
        bodies, _, _ = titled([{**rows[i], "title": None} for i in held])
        model = make().fit(texts, known.indicator)
        columns = np.searchsorted(labels.classes, known.classes)
        probabilities[np.ix_(held, columns)] = model.predict_proba(bodies)
    other = int(np.flatnonzero(labels.classes == "lainnya")[0])
    rule: Rule = shared_rule(probabilities, labels.indicator, other, 3)
    chosen, main = choose(probabilities, rule)
    found = [
        [labels.classes[m], *labels.classes[[c for c in row.nonzero()[0] if c != m]]]
        for row, m in zip(chosen, main, strict=True)
    ]
    return scores(found, [row["themes"] for row in rows])
