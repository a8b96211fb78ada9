"""The spaCy component: a thin skin over `themes_of`.

spaCy imports this module for every pipeline, to learn of the component; scikit-learn is imported
only when one is made.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from humas_nlp.release.component import release_of
from humas_nlp.store import data_of, text_of

if TYPE_CHECKING:
    from humas_nlp.themes.classifier import ThemeClassifier


class ThemesComponent:
    """Store the themes of a text under ``doc.user_data["humas_nlp"]["themes"]``.

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
        """Classify title, headline and body; other components' Doc data stays as it is."""
        from humas_nlp.themes.tagger import body_text, themes_of

        data = data_of(doc)
        text = body_text(text_of(doc), release_of(doc))
        title = data.get("title")
        if title:
            text = f"{title}\n{text}"
        data["themes"] = [theme.to_dict() for theme in themes_of(text, self.classifier)]
        return doc


@Language.factory("humas_themes", default_config={"model": None})
def make_themes(nlp: Language, name: str, model: str | None) -> ThemesComponent:
    """Create the component.

    Args:
        nlp: The pipeline (unused: the classifier works on the plain text).
        name: Name in the pipeline.
        model: Path of a ``.skops`` theme model; the bundled one if None.
    """
    return ThemesComponent(name, model)
