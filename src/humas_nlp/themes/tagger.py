"""The themes of one text."""

import numpy as np
from numpy.typing import NDArray

from humas_nlp.document import Release, Theme
from humas_nlp.themes.classifier import ThemeClassifier
from humas_nlp.themes.decision import Floats, choose, ranked
from humas_nlp.themes.reasoning import reasons


def read_ranges(text: str, release: Release | None = None) -> list[tuple[int, int]]:
    """Return the ranges of headline and paragraphs: what the classifier reads.

    Args:
        text: The text.
        release: Its outer form; read from the text if None.

    Returns:
        Ranges without page furniture, dateline and credits; the whole text where nothing of it
        is a headline or paragraph.
    """
    if release is None:
        from humas_nlp.release import read_release

        release = read_release(text)
    ranges = [(b.start, b.end) for b in release.blocks if b.kind == "headline"]
    ranges += release.paragraphs()
    return ranges or [(0, len(text))]


def body_text(text: str, release: Release | None = None) -> str:
    """Return headline and paragraphs of a text, as `read_ranges` finds them."""
    return "\n".join(text[start:end] for start, end in read_ranges(text, release))


def themes_of(text: str, model: ThemeClassifier) -> tuple[Theme, ...]:
    """Return the themes of a text, the main one first.

    Args:
        text: The body of a release or article, after its title if there is one.
        model: Fitted multi-label classifier.

    Returns:
        At least one theme in descending score, the main one first: where another is more probable,
        the main one has that one's score. A text that fits none gets `model.other` ("lainnya"),
        with the probability that no theme fits.
    """
    return themes_of_row(*model.words.row(text), model)


def themes_of_row(
    columns: NDArray[np.intp], weights: Floats, model: ThemeClassifier
) -> tuple[Theme, ...]:
    """Return the themes of a text given as `TermWeights.row` gives it; see `themes_of`."""
    scores = model.probabilities_of(columns, weights)
    rule = model.rule
    chosen, main = choose(scores[None, :], rule, model.order_of(columns, weights))
    # Without a known word only the classes' base rates would speak.
    if main[0] == rule.other or not len(columns):
        rest = [s for i, s in enumerate(scores) if i != rule.other]
        own = scores[rule.other] if rule.other >= 0 else 0.0
        score = max(float(own), 1.0 - float(max(rest, default=0.0)))
        why = reasons(model, columns, weights, rule.other) if rule.other >= 0 else ()
        return (Theme(model.other, model.name_of(model.other), round(score, 4), why),)
    order = ranked(scores, chosen[0], int(main[0]))
    scores[order[0]] = scores[order].max()  # the main theme is never less sure than another
    return tuple(
        Theme(
            str(model.classes_[column]),
            model.name_of(str(model.classes_[column])),
            round(float(scores[column]), 4),
            reasons(model, columns, weights, column),
        )
        for column in order
    )
