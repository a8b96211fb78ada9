"""A multi-label theme classifier with the contract of a scikit-learn estimator."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Self

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.model_selection import GroupKFold, KFold
from sklearn.utils import Tags
from sklearn.utils.validation import check_is_fitted

from humas_nlp.themes.decision import (
    Ints,
    Rule,
    calibrate,
    choose,
    micro_f1,
    own_rule,
    ranked,
    shared_rule,
    sigmoid,
)
from humas_nlp.themes.errors import ThemeDataError
from humas_nlp.themes.features import FeatureMap, FeatureWeights
from humas_nlp.themes.fitting import fit_logistic, fit_squared
from humas_nlp.themes.labels import EncodedLabels, check_texts, encode
from humas_nlp.themes.space import WordSpace
from humas_nlp.themes.taxonomy import OTHER, label_of
from humas_nlp.themes.words import (
    LEADS,
    Floats,
    Leads,
    TermWeights,
    ignored_words,
    learn_vocabulary,
)


class ThemeClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """A linear classifier, one against the rest, over words, word spaces, and prototypes.

    Args:
        prototypes: Short text about each class by its code, or None. It lets the classifier know
            words that no training text has.
        space: Word space learned from unlabelled texts, or None.
        loss: "log" (logistic regression) or "squared" (ridge regression on -1 and 1, solved for
            all classes at once: quicker with a space, but it needs memory by the square of the
            number of texts).
        C: Inverse strength of the L2 penalty.
        balanced: Whether documents of a rare class weigh more, with the loss "log"; it helps
            where there are few.
        phrase_weight: Scale of the phrases, which a space brings along.
        prototype_weight: Scale of the likeness to the prototypes by words.
        space_weight: Scale of the place in the word space.
        space_prototype_weight: Scale of the likeness to the prototypes in the space.
        neighbour_weight: Scale of the place in the space of neighbours.
        min_df: Fewest training texts a word must stand in; with a space its vocabulary is taken.
        max_df: Largest share of the training texts a word may stand in.
        leads: Beginnings that count again, as length in code points and weight.
        threshold: "shared" chooses one threshold by cross-validation, "own" one for each class,
            a float fixes it. With a float the probabilities are not calibrated.
        cv: Folds for thresholds and calibration.
        max_themes: Most themes a document.
        other: Class that means "none of these".
        names: What users see for a code; the taxonomy's label, or the code itself, if None.
        order: Whether to learn which theme is the main one, from labels that are lists with the
            main one first; else the most probable one is.
        random_state: Seed of the folds.

    Attributes:
        classes_: Codes, one a column.
        multilabel_: False after fitting with one label a document.
        vocabulary_: Words in alphabetical order, then phrases in alphabetical order.
        idf_: Inverse document frequency of each word.
        coef_: Weight of each term for each class, terms by classes.
        intercept_: Weight of each class without any word.
        order_coef_, order_intercept_: The same for each class as the main theme, or None.
        thresholds_: Least probability of each class.
        main_threshold_: Least probability of the main theme where none reaches its threshold.
        share_: Least probability of a further theme, as a share of the main theme's.
        held_out_: Probabilities of the heeded training texts by models that did not learn from
            them, documents by classes; None where nothing was held out, or the model was stored.

    Example:
        >>> texts = ["petani panen padi", "guru mengajar siswa"] * 3
        >>> labels = [["pertanian_pangan"], ["pendidikan"]] * 3
        >>> model = ThemeClassifier(threshold=0.5, min_df=1).fit(texts, labels)
        >>> model.codes(["siswa dan guru"])
        [['pendidikan']]
    """

    def __init__(
        self,
        *,
        prototypes: Mapping[str, str] | None = None,
        space: WordSpace | None = None,
        loss: str = "log",
        C: float = 3.0,  # noqa: N803 (scikit-learn's name)
        balanced: bool = True,
        phrase_weight: float = 0.8,
        prototype_weight: float = 6.0,
        space_weight: float = 0.7,
        space_prototype_weight: float = 2.0,
        neighbour_weight: float = 1.0,
        min_df: int = 2,
        max_df: float = 0.5,
        leads: Leads = LEADS,
        threshold: str | float = "shared",
        cv: int = 5,
        max_themes: int = 3,
        other: str = OTHER,
        names: Mapping[str, str] | None = None,
        order: bool = True,
        random_state: int = 0,
    ) -> None:
        """Store the parameters unchanged."""
        self.prototypes = prototypes
        self.space = space
        self.loss = loss
        self.C = C
        self.balanced = balanced
        self.phrase_weight = phrase_weight
        self.prototype_weight = prototype_weight
        self.space_weight = space_weight
        self.space_prototype_weight = space_prototype_weight
        self.neighbour_weight = neighbour_weight
        self.min_df = min_df
        self.max_df = max_df
        self.leads = leads
        self.threshold = threshold
        self.cv = cv
        self.max_themes = max_themes
        self.other = other
        self.names = names
        self.order = order
        self.random_state = random_state

    def fit(
        self,
        X: Iterable[str],  # noqa: N803
        y: Collection[Any],
        *,
        groups: Collection[Any] | None = None,
        tune: Collection[bool] | None = None,
        sample_weight: Collection[float] | None = None,
    ) -> Self:
        """Learn from labelled texts.

        Args:
            X: Texts: list, Series or array of strings.
            y: Labels in one of the forms of `humas_nlp.themes.labels.encode`.
            groups: Outlet or source of each text: thresholds and calibration are then chosen on
                sources that were not learned from.
            tune: Whether thresholds and calibration heed a text; all of them if None. Texts
                that were drawn for being hard are not like those to come.
            sample_weight: How much each text counts; all alike if None.

        Raises:
            ThemeDataError: If texts, labels or the parameters `threshold` or `loss` cannot be used.
        """
        texts = check_texts(X)
        labels = encode(y, len(texts))
        if isinstance(self.threshold, str) and self.threshold not in ("shared", "own"):
            raise ThemeDataError(
                f"threshold={self.threshold!r} is unknown. Use 'shared', 'own' or a number."
            )
        if self.loss not in ("log", "squared"):
            raise ThemeDataError(f"loss={self.loss!r} is unknown. Use 'log' or 'squared'.")
        terms = self._terms(texts)
        rows = terms.matrix(texts)
        features = self._features(terms, rows, labels)
        given = features.transform(rows)
        self.classes_: NDArray[Any] = labels.classes
        self.multilabel_ = labels.multilabel
        self.set_words(terms)
        heeded = np.ones(len(texts), bool) if tune is None else np.asarray(list(tune), bool)
        counts = np.ones(len(texts))
        if sample_weight is not None:
            counts = np.asarray(list(sample_weight), dtype=np.float64)
        slope, shift = self._tune(given, labels, groups, heeded, counts)
        # A wide theme that comes with many others ("law") is seldom the main one beside a narrow
        # one ("corruption"), however probable: what the main one is has a function of its own.
        first, size = labels.first if self.order else None, len(labels.classes)
        truth = labels.indicator if first is None else np.hstack([labels.indicator, first])
        coefficients, intercept = self._fit_linear(given, truth, counts)
        folded = features.fold(coefficients)
        self.coef_: Floats = slope * folded[:, :size]
        self.intercept_: Floats = slope * intercept[:size] + shift
        self.order_coef_: Floats | None = None if first is None else folded[:, size:]
        self.order_intercept_: Floats | None = None if first is None else intercept[size:]
        return self

    def _terms(self, texts: list[str]) -> TermWeights:
        if self.space is not None:
            phrases, weights = self.space.phrases_in(texts)
            return TermWeights(self.space.vocabulary, self.space.idf, self.leads, phrases, weights)
        vocabulary, idf = learn_vocabulary(
            [*texts, *(self.prototypes or {}).values()],
            min_df=self.min_df,
            max_df=self.max_df,
            ignore=ignored_words(),
        )
        if not vocabulary:
            raise ThemeDataError(
                f"No word stands in {self.min_df} or more of the {len(texts)} texts. "
                "Give more or longer texts, or lower min_df."
            )
        return TermWeights(vocabulary, idf, self.leads)

    def _features(
        self, terms: TermWeights, rows: sp.csr_matrix, labels: EncodedLabels
    ) -> FeatureMap:
        known = self.prototypes or {}
        about = [known[code] for code in labels.classes if code in known]
        words = len(terms.vocabulary)
        return FeatureMap(
            words,
            len(terms.phrases),
            terms.matrix(about, part=True)[:, :words] if about else None,
            None if self.space is None else self.space.vectors,
            None if self.space is None else self.space.neighbours,
            FeatureWeights(
                self.phrase_weight,
                self.prototype_weight,
                self.space_weight,
                self.space_prototype_weight,
                self.neighbour_weight,
            ),
            rows,
        )

    def _fit_linear(
        self, rows: sp.csr_matrix, indicator: Ints, counts: Floats
    ) -> tuple[Floats, Floats]:
        """Fit the weights of the features for each class."""
        if self.loss == "squared":
            return fit_squared(rows, indicator, counts, self.C)
        return fit_logistic(rows, indicator, counts, self.C, self.balanced)

    def _tune(
        self,
        rows: sp.csr_matrix,
        labels: EncodedLabels,
        groups: Collection[Any] | None,
        heeded: NDArray[np.bool_],
        counts: Floats,
    ) -> tuple[float, float]:
        """Set the thresholds; return slope and intercept of the calibration."""
        self.held_out_: Floats | None = None
        classes, indicator = labels.classes, labels.indicator
        found = np.flatnonzero(classes == self.other)
        other = int(found[0]) if len(found) else -1
        folds = self._folds(len(indicator), groups)
        if not isinstance(self.threshold, str) or not labels.multilabel or not folds:
            fixed = 0.5 if isinstance(self.threshold, str) else float(self.threshold)
            self.thresholds_ = np.full(len(classes), fixed)
            self.main_threshold_ = fixed
            self.share_ = 0.0
            return 1.0, 0.0
        logits = np.zeros(indicator.shape)
        for learned, held in folds:
            weights, intercept = self._fit_linear(
                rows[learned], indicator[learned], counts[learned]
            )
            logits[held] = rows[held] @ weights + intercept
        logits, indicator = logits[heeded], indicator[heeded]
        slope, shift = calibrate(logits, indicator)
        find = shared_rule if self.threshold == "shared" else own_rule
        self.held_out_ = sigmoid(slope * logits + shift)
        rule = find(self.held_out_, indicator, other, self.max_themes)
        self.thresholds_ = rule.thresholds
        self.main_threshold_ = rule.main
        self.share_ = rule.share
        return slope, shift

    def _folds(
        self, count: int, groups: Collection[Any] | None
    ) -> list[tuple[NDArray[Any], NDArray[Any]]]:
        if groups is not None:
            if len(set(groups)) < 2:
                return []
            size = min(self.cv, len(set(groups)))
            splitter = GroupKFold(size, shuffle=True, random_state=self.random_state)
            return list(splitter.split(np.zeros(count), groups=groups))
        if count < 2 * self.cv:
            return []
        plain = KFold(self.cv, shuffle=True, random_state=self.random_state)
        return list(plain.split(np.zeros(count)))

    def set_words(self, terms: TermWeights) -> None:
        """Set vocabulary and word weights, in `fit` and when a stored model is read."""
        self.vocabulary_ = terms.terms
        self.idf_ = terms.idf
        self._words = terms

    @property
    def words(self) -> TermWeights:
        """The weighting of words, that holds `vocabulary_` and `idf_`."""
        check_is_fitted(self, "coef_")
        return self._words

    def name_of(self, code: str) -> str:
        """Return what users see for a code."""
        return (self.names or {}).get(code) or label_of(code)

    @property
    def rule(self) -> Rule:
        """When a theme is given."""
        check_is_fitted(self, "coef_")
        found = np.flatnonzero(self.classes_ == self.other)
        other = int(found[0]) if len(found) else -1
        return Rule(self.thresholds_, self.main_threshold_, other, self.max_themes, self.share_)

    def decision_function(self, X: Iterable[str]) -> Floats:  # noqa: N803
        """Return the calibrated logits, documents by classes."""
        check_is_fitted(self, "coef_")
        return np.asarray(self.words.matrix(check_texts(X)) @ self.coef_ + self.intercept_)

    def logits_of(self, columns: NDArray[np.intp], weights: Floats) -> Floats:
        """Return the calibrated logits of one text, given as `TermWeights.row` gives it."""
        return np.asarray(weights @ self.coef_[columns] + self.intercept_)

    def probabilities_of(self, columns: NDArray[np.intp], weights: Floats) -> Floats:
        """Return the probabilities of one text, given as `TermWeights.row` gives it."""
        return sigmoid(self.logits_of(columns, weights))

    def order_of(self, columns: NDArray[np.intp], weights: Floats) -> Floats | None:
        """Return one row for `choose`: how much each class looks like a text's main theme."""
        if self.order_coef_ is None or self.order_intercept_ is None:
            return None
        return np.asarray(weights @ self.order_coef_[columns] + self.order_intercept_)[None, :]

    def predict_proba(self, X: Iterable[str]) -> Floats:  # noqa: N803
        """Return the probabilities, documents by classes.

        Rows sum to one only after fitting with one label a document.
        """
        return self._probabilities(self.decision_function(X))

    def _probabilities(self, logits: Floats) -> Floats:
        scores = sigmoid(logits)
        return scores if self.multilabel_ else scores / scores.sum(axis=1, keepdims=True)

    def predict(self, X: Iterable[str]) -> NDArray[Any]:  # noqa: N803
        """Return a 0/1 matrix (columns as `classes_`), or one label a document."""
        scores, chosen, _ = self._choices(X)
        return chosen if self.multilabel_ else np.asarray(self.classes_[scores.argmax(axis=1)])

    def codes(self, X: Iterable[str]) -> list[list[Any]]:  # noqa: N803
        """Return the codes of each document, the main theme first."""
        found = zip(*self._choices(X), strict=True)
        return [[self.classes_[c] for c in ranked(*document)] for document in found]

    def _choices(self, X: Iterable[str]) -> tuple[Floats, Ints, Ints]:  # noqa: N803
        """Return the probabilities of documents, their themes and their main theme."""
        check_is_fitted(self, "coef_")
        rows = self.words.matrix(check_texts(X))
        scores = self._probabilities(rows @ self.coef_ + self.intercept_)
        order = (
            None if self.order_coef_ is None else rows @ self.order_coef_ + self.order_intercept_
        )
        return (scores, *choose(scores, self.rule, order))

    def score(
        self,
        X: Iterable[str],  # noqa: N803
        y: Collection[Any],
        sample_weight: NDArray[np.float64] | None = None,
    ) -> float:
        """Return the micro-averaged F1, or the accuracy with one label a document."""
        texts = check_texts(X)
        if not self.multilabel_:
            return float(super().score(texts, y, sample_weight))
        gold = encode(y, len(texts))
        column = {code: i for i, code in enumerate(self.classes_)}
        known = [i for i, code in enumerate(gold.classes) if code in column]
        truth = np.zeros((len(texts), len(self.classes_)), dtype=np.int64)
        truth[:, [column[gold.classes[i]] for i in known]] = gold.indicator[:, known]
        return micro_f1(truth, self.predict(texts))

    def __sklearn_tags__(self) -> Tags:
        """Say that the input is text and several labels are possible."""
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.input_tags.one_d_array = True
        tags.target_tags.multi_output = True
        tags.classifier_tags.multi_label = True
        return tags
