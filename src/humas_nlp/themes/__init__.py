"""What a text is about: taxonomy, classifier, reasons, storage, themes of one's own.

What needs scikit-learn is imported when first asked for: spaCy imports this package for every
pipeline, and scikit-learn takes most of a second.
"""

from typing import TYPE_CHECKING

from humas_nlp.lazy import lazy_names
from humas_nlp.themes.errors import ThemeDataError
from humas_nlp.themes.taxonomy import OTHER, ThemeDefinition, label_of, prototypes, taxonomy

if TYPE_CHECKING:
    from humas_nlp.corpus.labelled import read_examples
    from humas_nlp.themes.classifier import ThemeClassifier
    from humas_nlp.themes.drift import CorpusReport, corpus_report
    from humas_nlp.themes.examples import Examples, check_examples
    from humas_nlp.themes.measures import ThemeFigures, cross_validate
    from humas_nlp.themes.own import OwnThemes, evaluate_model, train_own
    from humas_nlp.themes.people import people_by_theme
    from humas_nlp.themes.reasoning import ReasonSpan, explain, reasons, telling_terms
    from humas_nlp.themes.seeds import Seed, read_seeds
    from humas_nlp.themes.space import WordSpace
    from humas_nlp.themes.store import bundled, load, read_manifest, save
    from humas_nlp.themes.tagger import body_text, read_ranges, themes_of

_LAZY = {
    "CorpusReport": "humas_nlp.themes.drift",
    "Examples": "humas_nlp.themes.examples",
    "OwnThemes": "humas_nlp.themes.own",
    "ReasonSpan": "humas_nlp.themes.reasoning",
    "Seed": "humas_nlp.themes.seeds",
    "ThemeClassifier": "humas_nlp.themes.classifier",
    "ThemeFigures": "humas_nlp.themes.measures",
    "WordSpace": "humas_nlp.themes.space",
    "body_text": "humas_nlp.themes.tagger",
    "bundled": "humas_nlp.themes.store",
    "check_examples": "humas_nlp.themes.examples",
    "corpus_report": "humas_nlp.themes.drift",
    "cross_validate": "humas_nlp.themes.measures",
    "evaluate_model": "humas_nlp.themes.own",
    "explain": "humas_nlp.themes.reasoning",
    "load": "humas_nlp.themes.store",
    "people_by_theme": "humas_nlp.themes.people",
    "read_examples": "humas_nlp.corpus.labelled",  # the room that reads files, loaded on demand
    "read_manifest": "humas_nlp.themes.store",
    "read_ranges": "humas_nlp.themes.tagger",
    "read_seeds": "humas_nlp.themes.seeds",
    "reasons": "humas_nlp.themes.reasoning",
    "save": "humas_nlp.themes.store",
    "telling_terms": "humas_nlp.themes.reasoning",
    "themes_of": "humas_nlp.themes.tagger",
    "train_own": "humas_nlp.themes.own",
}

__all__ = [
    "OTHER",
    "CorpusReport",
    "Examples",
    "OwnThemes",
    "ReasonSpan",
    "Seed",
    "ThemeClassifier",
    "ThemeDataError",
    "ThemeDefinition",
    "ThemeFigures",
    "WordSpace",
    "body_text",
    "bundled",
    "check_examples",
    "corpus_report",
    "cross_validate",
    "evaluate_model",
    "explain",
    "label_of",
    "load",
    "people_by_theme",
    "prototypes",
    "read_examples",
    "read_manifest",
    "read_ranges",
    "read_seeds",
    "reasons",
    "save",
    "taxonomy",
    "telling_terms",
    "themes_of",
    "train_own",
]

__getattr__, __dir__ = lazy_names(globals(), _LAZY)
