"""The words of a text that carried a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from humas_nlp.themes.classifier import ThemeClassifier
    from humas_nlp.themes.words import Floats

# A word that pushes all themes alike explains none of them; below this share of the strongest
# word's contribution a word is noise.
_LEAST_SHARE = 0.15
_SHORTEST = 2


def reasons(
    model: ThemeClassifier,
    columns: NDArray[np.intp],
    weights: Floats,
    theme: int,
    most: int = 5,
) -> tuple[str, ...]:
    """Return the words with the largest contributions to one theme's logit.

    The model is linear, so the contribution of a word is exactly its weight in the text times
    its coefficient.

    Args:
        model: Fitted classifier.
        columns: Columns of the text's words, from `TermWeights.row`.
        weights: Their weights.
        theme: Column of the theme.
        most: Most words to return.

    Returns:
        Words, lower-cased, strongest first; empty where none speaks for the theme.
    """
    if not len(columns):
        return ()
    gains = weights * model.coef_[columns, theme]
    order = np.argsort(-gains, kind="stable")[:most]
    least = max(float(gains[order[0]]) * _LEAST_SHARE, 1e-9)
    words = [model.vocabulary_[columns[i]] for i in order if gains[i] >= least]
    return tuple(word for word in words if len(word) >= _SHORTEST)
