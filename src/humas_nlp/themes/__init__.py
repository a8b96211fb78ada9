"""What a text is about: taxonomy, classifier, reasons, storage.

What needs scikit-learn is imported when first asked for: spaCy imports this package for every
pipeline, and scikit-learn takes most of a second.
"""

from typing import TYPE_CHECKING

from humas_nlp.lazy import lazy_names
from humas_nlp.themes.reasons import reasons
from humas_nlp.themes.taxonomy import OTHER, ThemeDefinition, label_of, prototypes, taxonomy

if TYPE_CHECKING:
    from humas_nlp.themes.classifier import ThemeClassifier
    from humas_nlp.themes.labels import ThemeDataError
    from humas_nlp.themes.space import WordSpace
    from humas_nlp.themes.store import bundled, load, read_manifest, save
    from humas_nlp.themes.tagger import body_text, themes_of

__all__ = [
    "OTHER",
    "ThemeClassifier",
    "ThemeDataError",
    "ThemeDefinition",
    "WordSpace",
    "body_text",
    "bundled",
    "label_of",
    "load",
    "prototypes",
    "read_manifest",
    "reasons",
    "save",
    "taxonomy",
    "themes_of",
]

_LAZY = {
    "ThemeClassifier": "humas_nlp.themes.classifier",
    "ThemeDataError": "humas_nlp.themes.labels",
    "WordSpace": "humas_nlp.themes.space",
    "body_text": "humas_nlp.themes.tagger",
    "bundled": "humas_nlp.themes.store",
    "load": "humas_nlp.themes.store",
    "read_manifest": "humas_nlp.themes.store",
    "save": "humas_nlp.themes.store",
    "themes_of": "humas_nlp.themes.tagger",
}

__getattr__, __dir__ = lazy_names(globals(), _LAZY)
