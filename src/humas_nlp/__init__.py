"""Read Indonesian government releases and news: people, quotes with speakers, themes.

Heavy imports (spaCy, scikit-learn, pandas) happen when a function first needs them.
"""

from typing import TYPE_CHECKING

from humas_nlp.document import (
    Cue,
    Document,
    Entity,
    Meta,
    Person,
    Quote,
    Release,
    Span,
    Speaker,
    Theme,
    show_with,
)
from humas_nlp.errors import DataError, HumasError, MissingExtraError, ModelNotFoundError
from humas_nlp.lazy import lazy_names

if TYPE_CHECKING:
    from humas_nlp.bundled import samples
    from humas_nlp.corpus.opened_run import read_run
    from humas_nlp.corpus.tables import to_frames
    from humas_nlp.language import (
        HumasTokenizer,
        Stemmer,
        StemTokenizer,
        analyze_word,
        lemma,
        sentences,
        stem,
        stop_words,
        tokenize,
    )
    from humas_nlp.language.component import blank
    from humas_nlp.pipeline import analyze, analyze_many, load

__version__ = "0.1.0"

_LAZY = {
    "HumasTokenizer": "humas_nlp.language",
    "StemTokenizer": "humas_nlp.language",
    "Stemmer": "humas_nlp.language",
    "analyze": "humas_nlp.pipeline",
    "analyze_many": "humas_nlp.pipeline",
    "analyze_word": "humas_nlp.language",
    "blank": "humas_nlp.language.component",
    "lemma": "humas_nlp.language",
    "load": "humas_nlp.pipeline",
    "read_run": "humas_nlp.corpus.opened_run",
    "samples": "humas_nlp.bundled",
    "sentences": "humas_nlp.language",
    "stem": "humas_nlp.language",
    "stop_words": "humas_nlp.language",
    "to_frames": "humas_nlp.corpus.tables",
    "tokenize": "humas_nlp.language",
}

__all__ = [
    "Cue",
    "DataError",
    "Document",
    "Entity",
    "HumasError",
    "HumasTokenizer",
    "Meta",
    "MissingExtraError",
    "ModelNotFoundError",
    "Person",
    "Quote",
    "Release",
    "Span",
    "Speaker",
    "StemTokenizer",
    "Stemmer",
    "Theme",
    "__version__",
    "analyze",
    "analyze_many",
    "analyze_word",
    "blank",
    "lemma",
    "load",
    "read_run",
    "samples",
    "sentences",
    "stem",
    "stop_words",
    "to_frames",
    "tokenize",
]


__getattr__, __dir__ = lazy_names(globals(), _LAZY)


def _html(document: Document) -> str:
    from humas_nlp.report.article import document_html

    return document_html(document)


show_with(_html)  # how a notebook shows a Document
