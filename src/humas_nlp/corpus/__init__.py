"""Corpora: reading files of every kind, running the analysis over them, writing tables."""

from typing import TYPE_CHECKING

from humas_nlp.lazy import lazy_names

if TYPE_CHECKING:
    from humas_nlp.corpus.duplicates import find_duplicates
    from humas_nlp.corpus.opened_run import Run, read_run
    from humas_nlp.corpus.readers import read_records
    from humas_nlp.corpus.reprints import quote_reprints
    from humas_nlp.corpus.run_into_folder import Listener, run

_LAZY = {
    "Listener": "humas_nlp.corpus.run_into_folder",
    "Run": "humas_nlp.corpus.opened_run",
    "find_duplicates": "humas_nlp.corpus.duplicates",
    "quote_reprints": "humas_nlp.corpus.reprints",
    "read_records": "humas_nlp.corpus.readers",
    "read_run": "humas_nlp.corpus.opened_run",
    "run": "humas_nlp.corpus.run_into_folder",
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
