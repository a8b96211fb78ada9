"""The words and phrases of a text that carried a theme, and what a model looks at for it.

The model is linear in the terms of a text, so a reason is exact: the term's weight in the text
times its coefficient. A term's part is shared out evenly among the places where it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from humas_nlp.themes.errors import ThemeDataError
from humas_nlp.themes.words import pairs_of

if TYPE_CHECKING:
    from humas_nlp.themes.classifier import ThemeClassifier
    from humas_nlp.themes.words import Floats

# A word that pushes all themes alike explains none of them; below this share of the strongest
# term's contribution a term is noise.
_LEAST_SHARE = 0.15
_SHORTEST = 2
# As `words_of`, but on the text as it is: lower-casing can change its length.
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_GAP = re.compile(r"[\s,]{1,3}")  # what may stand between the words of one reason


@dataclass(frozen=True, slots=True)
class ReasonSpan:
    """A stretch of the text that speaks for a theme.

    Attributes:
        start: First code point.
        end: One past the last code point.
        text: The text between them.
        weight: Its part in the theme's logit.
    """

    start: int
    end: int
    text: str
    weight: float


def reasons(
    model: ThemeClassifier,
    columns: NDArray[np.intp],
    weights: Floats,
    theme: int,
    most: int = 5,
) -> tuple[str, ...]:
    """Return the terms with the largest contributions to one theme's logit.

    Args:
        model: Fitted classifier.
        columns: Columns of the text's terms, from `TermWeights.row`.
        weights: Their weights.
        theme: Column of the theme.
        most: Most terms to return.

    Returns:
        Words and phrases, lower-cased, strongest first; empty where none speaks for the theme.
        A word inside a phrase that is there already is left out.
    """
    if not len(columns):
        return ()
    gains = weights * model.coef_[columns, theme]
    order = np.argsort(-gains, kind="stable")[: 3 * most]
    least = max(float(gains[order[0]]) * _LEAST_SHARE, 1e-9)
    terms = [model.vocabulary_[columns[i]] for i in order if gains[i] >= least]
    return _distinct((term for term in terms if len(term) >= _SHORTEST), most)


def _distinct(terms: Iterable[str], most: int) -> tuple[str, ...]:
    found: list[str] = []
    seen: set[str] = set()
    for term in terms:
        parts = set(term.split())
        if not parts <= seen:
            found.append(term)
            seen |= parts
        if len(found) == most:
            break
    return tuple(found)


def explain(
    text: str,
    model: ThemeClassifier,
    code: str,
    *,
    ranges: Sequence[tuple[int, int]] | None = None,
    most: int = 5,
) -> tuple[ReasonSpan, ...]:
    """Return the stretches of a text that carried a theme.

    Args:
        text: The text.
        model: Fitted classifier.
        code: Code of the theme.
        ranges: Parts of the text that the classifier read, as `read_ranges` gives them; all of
            it if None.
        most: Most stretches to return.

    Returns:
        Stretches in reading order. Of equal stretches the first is given.

    Raises:
        ThemeDataError: The model does not know the code.
    """
    return explain_all(text, model, [code], ranges=ranges, most=most)[0]


def explain_all(
    text: str,
    model: ThemeClassifier,
    codes: Sequence[str],
    *,
    ranges: Sequence[tuple[int, int]] | None = None,
    most: int = 5,
    row: tuple[NDArray[np.intp], Floats] | None = None,
) -> list[tuple[ReasonSpan, ...]]:
    """Return the stretches of each of several themes; see `explain`.

    Args:
        text: See `explain`.
        model: See `explain`.
        codes: Codes of the themes.
        ranges: See `explain`.
        most: See `explain`.
        row: What `TermWeights.row` gives for the parts, each in a line; weighed here if None.
    """
    themes = [column_of(model, code) for code in codes]
    if not themes:
        return []
    parts = list(ranges) if ranges is not None else [(0, len(text))]
    places = [
        (start + match.start(), start + match.end(), match[0].lower())
        for start, end in parts
        for match in _WORD.finditer(text[start:end])
    ]
    if row is None:
        row = model.words.row("\n".join(text[start:end] for start, end in parts))
    gains = _gains(row, model, themes, [word for _, _, word in places])
    return [_strongest(_merge(text, places, part), most) for part in gains]


def _gains(
    row: tuple[NDArray[np.intp], Floats],
    model: ThemeClassifier,
    themes: Sequence[int],
    words: Sequence[str],
) -> list[list[float]]:
    """Return, for each theme, the contribution of each word where it stands."""
    columns, weights = row
    index = {model.vocabulary_[column]: place for place, column in enumerate(columns)}
    pairs = pairs_of(words)
    counts = Counter([*words, *pairs])
    found = []
    for theme in themes:
        part = (weights * model.coef_[columns, theme]).tolist()
        gains = [part[index[word]] / counts[word] if word in index else 0.0 for word in words]
        for i, pair in enumerate(pairs):
            if pair in index:
                half = part[index[pair]] / counts[pair] / 2
                gains[i] += half
                gains[i + 1] += half
        found.append(gains)
    return found


def _merge(
    text: str, places: Sequence[tuple[int, int, str]], gains: Sequence[float]
) -> list[ReasonSpan]:
    """Join neighbouring words that both speak for the theme."""
    least = max(max(gains, default=0.0) * _LEAST_SHARE, 1e-9)
    found: list[tuple[int, int, float]] = []
    for (start, end, word), gain in zip(places, gains, strict=True):
        if gain < least or len(word) < _SHORTEST:
            continue
        if found and _GAP.fullmatch(text[found[-1][1] : start]):
            found[-1] = (found[-1][0], end, found[-1][2] + gain)
        else:
            found.append((start, end, gain))
    return [ReasonSpan(start, end, text[start:end], round(w, 4)) for start, end, w in found]


def _strongest(spans: Iterable[ReasonSpan], most: int) -> tuple[ReasonSpan, ...]:
    """Return the spans with the largest weights in reading order, of equal ones the first."""
    first: dict[str, ReasonSpan] = {}
    for span in spans:
        first.setdefault(span.text.lower(), span)
    chosen = sorted(first.values(), key=lambda span: -span.weight)[:most]
    return tuple(sorted(chosen, key=lambda span: span.start))


def telling_terms(model: ThemeClassifier, code: str, *, most: int = 12) -> tuple[str, ...]:
    """Return the terms that speak most for a theme: coefficient times weight of one mention.

    Args:
        model: Fitted classifier.
        code: Code of the theme.
        most: Most terms to return.

    Raises:
        ThemeDataError: The model does not know the code.
    """
    gains = model.coef_[:, column_of(model, code)] * model.words.all_idf
    order = np.argsort(-gains, kind="stable")[: 3 * most]
    terms = (model.vocabulary_[i] for i in order if gains[i] > 0)
    return _distinct((term for term in terms if len(term) >= _SHORTEST), most)


def column_of(model: ThemeClassifier, code: str) -> int:
    """Return the column of a code.

    Raises:
        ThemeDataError: The model does not know the code.
    """
    found = [i for i, known in enumerate(model.classes_) if str(known) == code]
    if not found:
        raise ThemeDataError(
            f"The model has no theme {code!r}. Its themes: "
            f"{', '.join(str(known) for known in model.classes_)}."
        )
    return found[0]
