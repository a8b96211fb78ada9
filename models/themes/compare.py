"""Cross-validation, and the tables of model families and parts of the card."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from sklearn.calibration import CalibratedClassifierCV
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, KFold
from sklearn.multiclass import OneVsRestClassifier
from sklearn.naive_bayes import ComplementNB
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from humas_nlp.themes import ThemeClassifier, WordSpace
from humas_nlp.themes.decision import Rule, choose, shared_rule
from humas_nlp.themes.labels import encode
from humas_nlp.themes.measures import ThemeFigures, figures_of
from humas_nlp.themes.words import words_of

Row = dict[str, Any]
Titled = Callable[[list[Row]], tuple[list[str], list[list[str]], list[str]]]
Split = tuple[Any, Any]
FOLDS, SEED = 6, 0
DRAWN_WEIGHT = 2.5  # the drawn documents are like those to come, the others were chosen


def line(figures: dict[str, float]) -> str:
    return "  ".join(f"{name} {value:.3f}" for name, value in figures.items())


def folds(rows: list[Row]) -> list[Split]:
    """Split by source, so that no site is both learned from and measured on."""
    splitter = GroupKFold(FOLDS, shuffle=True, random_state=SEED)
    return list(splitter.split(rows, groups=[row["source"] for row in rows]))


def halves(rows: list[Row], parts: int) -> list[Split]:
    """Split at random."""
    return list(KFold(parts, shuffle=True, random_state=SEED).split(rows))


def cross_validate(
    make: Callable[[], ThemeClassifier],
    rows: list[Row],
    more: list[Row],
    titled: Titled,
    splits: Sequence[Split],
) -> ThemeFigures:
    """Measure a classifier on held-out rows, thresholds chosen inside each training part.

    Args:
        make: Gives a new classifier.
        rows: What is measured, and learned from where it is not held out.
        more: What is learned from only; copies of held-out rows are left out.
        titled: See `train.with_titles`.
        splits: Places of the rows that are learned from, and of those that are held out.
    """
    found: list[list[str]] = [[] for _ in rows]
    classes = sorted({code for row in rows for code in row["themes"]})
    probabilities = np.zeros((len(rows), len(classes)))
    for learned, held in splits:
        known = [rows[i] for i in learned]
        others = without_copies(more, [rows[i] for i in held], known)
        texts, codes, sources = titled(known + others)
        model = make().fit(texts, codes, groups=sources, **heeds(len(known), len(others)))
        bodies, _, _ = titled([{**rows[i], "title": None} for i in held])
        columns = [classes.index(code) for code in model.classes_]
        probabilities[np.ix_(held, columns)] = model.predict_proba(bodies)
        for i, themes in zip(held, model.codes(bodies), strict=True):
            found[i] = themes
    gold = [row["themes"] for row in rows]
    truth = np.array([[code in row for code in classes] for row in gold], dtype=np.float64)
    return figures_of(found, gold, probabilities, truth)


def heeds(drawn: int, more: int) -> dict[str, Any]:
    """Return which texts tune the thresholds and how much each counts: the drawn ones first."""
    return {
        "tune": [True] * drawn + [False] * more,
        "sample_weight": [DRAWN_WEIGHT] * drawn + [1.0] * more,
    }


def without_copies(more: list[Row], held: list[Row], known: list[Row]) -> list[Row]:
    """Leave out rows of held-out sources, and rows that begin like a held-out one."""
    gone = {row["source"] for row in held} - {row["source"] for row in known}
    starts = {_start(row) for row in held}
    return [row for row in more if row["source"] not in gone and _start(row) not in starts]


def _start(row: Row) -> tuple[str, ...]:
    if "start" not in row:
        row["start"] = tuple(words_of(row["text"][:1500])[10:40])
    return tuple(row["start"])


def table(
    makers: dict[str, Callable[[], Any]], rows: list[Row], more: list[Row], titled: Titled
) -> None:
    """Print the micro F1, macro F1 and right first themes of each maker, held out by halves."""
    for name, make in makers.items():
        ours = isinstance(make(), ThemeClassifier)
        measure = cross_validate if ours else _cross_validate_sklearn
        figures = measure(make, rows, more, titled, halves(rows, 2))
        print(f"{name:40} {line(figures.summary())}", flush=True)


def parts(space: WordSpace, new: Callable[..., ThemeClassifier]) -> dict[str, Callable[[], Any]]:
    """Return the classifier without each of its parts and sources of supervision."""
    return {
        "all": lambda: new(space),
        "without an order of themes": lambda: new(space, order=False),
        "without phrases": lambda: new(replace(space, phrases=(), phrase_idf=None)),
        "without beginnings": lambda: new(space, leads=()),
        "without prototypes": lambda: new(space, prototypes=None),
        "without the space of texts": lambda: new(
            space, space_weight=0.0, space_prototype_weight=0.0
        ),
        "without the space of neighbours": lambda: new(replace(space, neighbours=None)),
        "without unlabelled texts": lambda: new(None, min_df=3),
        "words alone": lambda: new(None, min_df=3, prototypes=None, leads=()),
        "a threshold for each theme": lambda: new(space, threshold="own"),
        "logistic loss": lambda: new(space, loss="log", C=10.0, balanced=False),
    }


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
    make: Callable[[], Any],
    rows: list[Row],
    more: list[Row],
    titled: Titled,
    splits: Sequence[Split],
) -> ThemeFigures:
    """Measure a pipeline; its threshold is the best on the held-out scores, a favour to it."""
    labels = encode([row["themes"] for row in rows], len(rows))
    probabilities = np.zeros(labels.indicator.shape)
    for learned, held in splits:
        known = [rows[i] for i in learned]
        texts, codes, _ = titled(known + without_copies(more, [rows[i] for i in held], known))
        given = encode(codes, len(codes))
        bodies, _, _ = titled([{**rows[i], "title": None} for i in held])
        model = make().fit(texts, given.indicator)
        columns = np.searchsorted(labels.classes, given.classes)
        probabilities[np.ix_(held, columns)] = model.predict_proba(bodies)
    other = int(np.flatnonzero(labels.classes == "lainnya")[0])
    rule: Rule = shared_rule(probabilities, labels.indicator, other, 3)
    chosen, main = choose(probabilities, rule)
    found = [
        [labels.classes[m], *labels.classes[[c for c in row.nonzero()[0] if c != m]]]
        for row, m in zip(chosen, main, strict=True)
    ]
    return figures_of(found, [row["themes"] for row in rows])
