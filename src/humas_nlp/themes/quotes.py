"""The themes of a quote: from its own words, what stands around it, and the document's themes.

Most quotes are too short to be told by their words alone, and many say nothing of their own
("semoga kegiatan ini lancar"); the document as a whole says what they are about. Where a quote
does name another matter than its document, its own words and its surroundings win.
"""

from collections.abc import Sequence

import numpy as np

from humas_nlp.themes.classifier import ThemeClassifier
from humas_nlp.themes.decision import Floats, choose, ranked, sigmoid

# Weights of the logits of the quote's words, of its surroundings, and of the document: equal ones,
# as models/themes/quotes.tsv is too small to choose finer. They sum to 1.05 rather than 3, so that
# the probabilities stay those of one text.
WEIGHTS = (0.35, 0.35, 0.35)
CONTEXT = 250  # code points before and after the quote
MOST = 2


def quote_codes(
    text: str,
    ranges: Sequence[tuple[int, int]],
    document: Floats,
    model: ThemeClassifier,
    weights: tuple[float, float, float] = WEIGHTS,
) -> list[tuple[str, ...]]:
    """Return the codes of quotes, the main theme first.

    Args:
        text: The text that the quotes stand in.
        ranges: Start and end of each quote.
        document: The document's logits, one a class.
        model: Fitted multi-label classifier.
        weights: Of the logits of the quote's words, of its surroundings, of the document.

    Returns:
        One or two codes a quote; `model.other` where none fits.
    """
    if not ranges:
        return []
    own = logits_of([text[start:end] for start, end in ranges], model, part=True)
    wider = [text[max(0, start - CONTEXT) : end + CONTEXT] for start, end in ranges]
    around = logits_of(wider, model, part=True)
    scores = sigmoid(weights[0] * own + weights[1] * around + weights[2] * document[None, :])
    rule = model.rule
    chosen, mains = choose(scores, rule)
    found: list[tuple[str, ...]] = []
    for row, themes, main in zip(scores, chosen, mains, strict=True):
        if main in (-1, rule.other):
            found.append((model.other,))
            continue
        columns = ranked(row, themes, int(main))[:MOST]
        found.append(tuple(str(model.classes_[column]) for column in columns))
    return found


def logits_of(texts: Sequence[str], model: ThemeClassifier, *, part: bool = False) -> Floats:
    """Return the logits of texts; a text without a known word says nothing (all zero).

    Args:
        texts: Texts.
        model: Fitted classifier.
        part: See `TermWeights.row`.
    """
    logits = np.zeros((len(texts), len(model.classes_)))
    for place, text in enumerate(texts):
        columns, weights = model.words.row(text, part=part)
        if len(columns):
            logits[place] = model.logits_of(columns, weights)
    return logits
