"""Corpora: reading files of every kind, running the analysis over them, writing tables."""

from typing import TYPE_CHECKING

from humas_nlp.lazy import lazy_names

if TYPE_CHECKING:
    from humas_nlp.corpus.duplicates import find_duplicates
    from humas_nlp.corpus.readers import read_records
    from humas_nlp.corpus.reprints import quote_reprints
    from humas_nlp.corpus.runner import Listener, run
    from humas_nlp.corpus.runs import Run, read_run

_LAZY = {
    "Listener": "humas_nlp.corpus.runner",
    "Run": "humas_nlp.corpus.runs",
    "find_duplicates": "humas_nlp.corpus.duplicates",
    "quote_reprints": "humas_nlp.corpus.reprints",
    "read_records": "humas_nlp.corpus.readers",
    "read_run": "humas_nlp.corpus.runs",
    "run": "humas_nlp.corpus.runner",
}

__all__ = [
    "Listener",
    "Run",
    "find_duplicates",
    "quote_reprints",
    "read_records",
    "read_run",
    "run",
]

__getattr__, __dir__ = lazy_names(globals(), _LAZY)
