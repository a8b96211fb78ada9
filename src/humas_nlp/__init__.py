"""Read Indonesian government releases and news: people, quotes with speakers, themes.

Heavy imports (spaCy, scikit-learn, pandas) happen when a function first needs them.
"""

from typing import TYPE_CHECKING, Any

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
)
from humas_nlp.errors import DataError, HumasError, MissingExtraError, ModelNotFoundError

if TYPE_CHECKING:
    from humas_nlp.bundled import samples
    from humas_nlp.corpus.tables import to_frames
    from humas_nlp.language import sentences, stem, tokenize
    from humas_nlp.language.component import blank
    from humas_nlp.pipeline import analyze, analyze_many, load

__version__ = "0.1.0"

_LAZY = {
    "analyze": "humas_nlp.pipeline",
    "analyze_many": "humas_nlp.pipeline",
    "blank": "humas_nlp.language.component",
    "load": "humas_nlp.pipeline",
    "samples": "humas_nlp.bundled",
    "sentences": "humas_nlp.language",
    "stem": "humas_nlp.language",
    "to_frames": "humas_nlp.corpus.tables",
    "tokenize": "humas_nlp.language",
}

__all__ = [
    "Cue",
    "DataError",
    "Document",
    "Entity",
    "HumasError",
    "Meta",
    "MissingExtraError",
    "ModelNotFoundError",
    "Person",
    "Quote",
    "Release",
    "Span",
    "Speaker",
    "Theme",
    "__version__",
    "analyze",
    "analyze_many",
    "blank",
    "load",
    "samples",
    "sentences",
    "stem",
    "to_frames",
    "tokenize",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import a public function when it is first asked for."""
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_LAZY[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, those not yet imported too."""
    return sorted(__all__)
