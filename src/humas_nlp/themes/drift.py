"""What a model does on a corpus, beside what it did on the texts it learned from.

A classifier grows stale without a word of warning: new offices, laws and names bring words it
does not know, and it abstains more often or is less sure. These figures show it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np

from humas_nlp.themes.classifier import ThemeClassifier
from humas_nlp.themes.decision import Floats, choose
from humas_nlp.themes.words import ignored_words, words_of

_SURE = 0.9
_DATE = re.compile(r"(\d{4})-(\d{2})")
_MOST_UNKNOWN = 20
_SHORTEST = 4  # shorter unknown words are mostly abbreviations and rests of broken lines
_FLOOR = 1e-3  # a theme that one side never has must not make the distance infinite


@dataclass(frozen=True, slots=True)
class CorpusReport:
    """Figures of a model on a corpus.

    Attributes:
        documents: Texts read.
        abstained: Share of texts that got "none of the themes".
        wordless: Share of texts without a single word that the model knows.
        confidence: Mean probability of the main theme, of texts that got one.
        sure: Share of texts whose main theme has a probability of 0.9 or more.
        unknown: Share of running words that the model does not know.
        themes: Share of texts that have each theme.
        unknown_terms: Words the model does not know, with the number of texts they stand in.
        periods: Texts by month (``2024-03``) and theme; texts without a date are left out.
        undated: Texts without a date.
    """

    documents: int
    abstained: float
    wordless: float
    confidence: float
    sure: float
    unknown: float
    themes: dict[str, float]
    unknown_terms: list[tuple[str, int]]
    periods: dict[str, dict[str, int]]
    undated: int

    def baseline(self) -> dict[str, Any]:
        """Return the figures that a manifest keeps of the texts learned from."""
        return {
            "abstained": round(self.abstained, 4),
            "confidence": round(self.confidence, 4),
            "sure": round(self.sure, 4),
            "unknown": round(self.unknown, 4),
            "themes": {code: round(share, 4) for code, share in self.themes.items()},
        }

    def to_dict(self) -> dict[str, Any]:
        """Return all figures as plain data."""
        return {
            "documents": self.documents,
            "wordless": round(self.wordless, 4),
            **self.baseline(),
            "unknown_terms": [list(row) for row in self.unknown_terms],
            "periods": self.periods,
            "undated": self.undated,
        }


def corpus_report(
    texts: Iterable[tuple[str, str | None]],
    model: ThemeClassifier,
    probabilities: Iterable[Floats] | None = None,
) -> CorpusReport:
    """Classify texts and say how sure the model is of them.

    Args:
        texts: Bodies of releases or articles, each with an ISO date or None; read once, so a
            generator will do.
        model: Fitted classifier.
        probabilities: Those of each text, if they are known from elsewhere: a model is surer of
            texts it has learned from than of any other.
    """
    seen = _Counts(model)
    given = iter(probabilities) if probabilities is not None else repeat(None)
    for (text, date), scores in zip(texts, given, strict=False):
        seen.add(text, date, scores)
    return seen.report()


class _Counts:
    """Running sums of a report."""

    def __init__(self, model: ThemeClassifier) -> None:
        self._model = model
        self._known = frozenset(model.words.vocabulary) | ignored_words()
        self._documents = self._abstained = self._wordless = self._undated = 0
        self._main: list[float] = []
        self._words = self._strange = 0
        self._themes: Counter[str] = Counter()
        self._terms: Counter[str] = Counter()
        self._periods: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, text: str, date: str | None, scores: Floats | None) -> None:
        words = words_of(text)
        strange = [word for word in words if word not in self._known]
        self._documents += 1
        self._words += len(words)
        self._strange += len(strange)
        self._terms.update({word for word in strange if len(word) >= _SHORTEST})
        codes = self._codes(text, scores)
        self._themes.update(codes)
        month = _DATE.match(date) if date else None
        if month:
            self._periods[month[0]].update(codes)
        else:
            self._undated += 1

    def _codes(self, text: str, scores: Floats | None) -> list[str]:
        columns, weights = self._model.words.row(text)
        other = self._model.other
        if not len(columns):
            self._wordless += 1
            self._abstained += 1
            return [other]
        if scores is None:
            scores = self._model.probabilities_of(columns, weights)
        chosen, main = choose(scores[None, :], self._model.rule)
        if main[0] == self._model.rule.other:
            self._abstained += 1
            return [other]
        self._main.append(float(scores[main[0]]))
        return [str(self._model.classes_[column]) for column in chosen[0].nonzero()[0]]

    def report(self) -> CorpusReport:
        total = max(self._documents, 1)
        return CorpusReport(
            documents=self._documents,
            abstained=self._abstained / total,
            wordless=self._wordless / total,
            confidence=float(np.mean(self._main)) if self._main else 0.0,
            sure=sum(score >= _SURE for score in self._main) / total,
            unknown=self._strange / max(self._words, 1),
            themes={code: n / total for code, n in self._themes.most_common()},
            unknown_terms=self._terms.most_common(_MOST_UNKNOWN),
            periods={month: dict(self._periods[month]) for month in sorted(self._periods)},
            undated=self._undated,
        )


def stability(shares: Mapping[str, float], before: Mapping[str, float]) -> float:
    """Return the population stability index of theme shares; above 0.25 is a strong shift.

    Source: Siddiqi, "Credit risk scorecards", 2006.

    Args:
        shares: Share of texts with each theme now.
        before: The same of the texts learned from.
    """
    codes: Sequence[str] = sorted({*shares, *before})
    now = np.array([max(shares.get(code, 0.0), _FLOOR) for code in codes])
    then = np.array([max(before.get(code, 0.0), _FLOOR) for code in codes])
    now, then = now / now.sum(), then / then.sum()
    return float(((now - then) * np.log(now / then)).sum())


def stability_by_chance(codes: int, documents: int) -> float:
    """Return the stability index that so few documents show without any shift, on average.

    The index times the number of documents is distributed about as chi squared.

    Source: Yurdakul, "Statistical properties of population stability index", 2018.
    """
    return (codes - 1) / max(documents, 1)
