"""What people look at: the article view, self-contained pages, the report of a corpus.

The report is imported when somebody asks for it: a notebook needs the article view only.
"""

from typing import TYPE_CHECKING

from humas_nlp.lazy import lazy_names
from humas_nlp.report.article import document_html
from humas_nlp.report.page import page_html

if TYPE_CHECKING:
    from humas_nlp.report.corpus_page import report_html
    from humas_nlp.report.displacy import displacy_data
    from humas_nlp.report.run import Entry, read_entries

_LAZY = {
    "Entry": "humas_nlp.report.run",
    "displacy_data": "humas_nlp.report.displacy",
    "read_entries": "humas_nlp.report.run",
    "report_html": "humas_nlp.report.corpus_page",
}

__all__ = [
    "Entry",
    "displacy_data",
    "document_html",
    "page_html",
    "read_entries",
    "report_html",
]

__getattr__, __dir__ = lazy_names(globals(), _LAZY)
