"""The spaCy component: a thin skin over `themes_of_row`.

spaCy imports this module for every pipeline, to learn of the component; scikit-learn is imported
only when one is made.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from humas_nlp.release.component import release_of
from humas_nlp.store import data_of, set_spans, text_of

if TYPE_CHECKING:
    from humas_nlp.themes.classifier import ThemeClassifier

SPANS = "themes"


class ThemesComponent:
    """Store themes under ``doc.user_data["humas_nlp"]["themes"]``, those of quotes with each quote.

    The stretches that carried a theme stand in ``doc.spans["themes"]``, labelled with its code.

    Args:
        name: Name in the pipeline.
        model: Path of a theme model; the bundled one if None.
    """

    def __init__(self, name: str, model: str | Path | None = None) -> None:
        """Read a model of one's own; the bundled one is read when the first text comes."""
        self.name = name
        self._own: ThemeClassifier | None = None
        if model is not None:
            from humas_nlp.themes.store import load

            self._own = load(model)

    @property
    def classifier(self) -> "ThemeClassifier":
        """The model. Not called `model`: spaCy asks every component for that when it loads."""
        from humas_nlp.themes.store import bundled

        return bundled() if self._own is None else self._own

    def __call__(self, doc: Doc) -> Doc:
        """Classify title, headline and body, and each quote; other data stays as it is."""
        from humas_nlp.themes.quotes import quote_codes
        from humas_nlp.themes.reasoning import explain_all
        from humas_nlp.themes.tagger import read_ranges, themes_of_row

        data, text, model = data_of(doc), text_of(doc), self.classifier
        ranges = read_ranges(text, release_of(doc))
        body = "\n".join(text[start:end] for start, end in ranges)
        title = data.get("title")
        if title:
            body = f"{title}\n{body}"
        row = model.words.row(body)
        themes = themes_of_row(*row, model)
        data["themes"] = [theme.to_dict() for theme in themes]
        known = [theme.code for theme in themes if theme.reasons]
        # Without a title the row is that of the ranges alone, which need not be weighed again.
        spans_of = explain_all(text, model, known, ranges=ranges, row=None if title else row)
        carried = zip(known, spans_of, strict=True)
        spans = [(span.start, span.end, code) for code, found in carried for span in found]
        set_spans(doc, SPANS, spans)
        quotes: list[dict[str, Any]] = data.get("quotes", [])
        if quotes:
            about = model.logits_of(*row) if len(row[0]) else np.zeros(len(model.classes_))
            places = [(quote["start"], quote["end"]) for quote in quotes]
            codes = quote_codes(text, places, about, model)
            for quote, found in zip(quotes, codes, strict=True):
                quote["themes"] = list(found)
        return doc


@Language.factory("humas_themes", assigns=["doc.spans"], default_config={"model": None})
def make_themes(nlp: Language, name: str, model: str | None) -> ThemesComponent:
    """Create the component.

    Args:
        nlp: The pipeline (unused: the classifier works on the plain text).
        name: Name in the pipeline.
        model: Path of a ``.skops`` theme model; the bundled one if None.
    """
    return ThemesComponent(name, model)
