"""What a text is about: taxonomy, classifier, reasons, storage."""

from humas_nlp.themes.classifier import ThemeClassifier
from humas_nlp.themes.labels import ThemeDataError
from humas_nlp.themes.reasons import reasons
from humas_nlp.themes.space import WordSpace
from humas_nlp.themes.store import bundled, load, read_manifest, save
from humas_nlp.themes.tagger import body_text, themes_of
from humas_nlp.themes.taxonomy import OTHER, ThemeDefinition, label_of, prototypes, taxonomy

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
