"""Words in quotation marks that became no quote, and what the library made of the word behind."""

import re
from collections.abc import Iterator

from humas_nlp.document import Document
from humas_nlp.quotes.sentences.cues import post_cue
from humas_nlp.report.described import CUE_FILE
from humas_nlp.report.explanation import Answer, Explanation
from humas_nlp.report.labels import Language, labels

_MARKED = re.compile(r"[“\"]([^“”\"\n]+)[”\"][,.]?\s*([^\W\d_]+)?")
FEWEST = 3  # words; fewer are a title or a term


def explain_unquoted(document: Document, language: Language = "id") -> Explanation | None:
    """Explain what stands in quotation marks and is no quote; None where there is nothing.

    Args:
        document: The analysis with its text.
        language: "id" or "en".

    Raises:
        HumasError: The language is neither.
    """
    answers = tuple(_answers(document, labels("explain", language)))
    title = labels("explain", language)["unquoted"]
    return Explanation("–", title, answers) if answers else None


def _answers(document: Document, words: dict[str, str]) -> Iterator[Answer]:
    for found in _MARKED.finditer(document.text):
        start, end = found.span(1)
        if len(found[1].split()) < FEWEST or _is_quoted(document, start, end):
            continue
        behind = found[2]
        notes: tuple[str, ...] = ()
        if behind:
            known = "is_a_cue" if post_cue(behind.lower()) else "not_a_cue"
            notes = (words[known].format(behind), words["words_in"].format(CUE_FILE))
        yield Answer(f"{start}–{end}", f"“{found[1]}”", notes=notes)


def _is_quoted(document: Document, start: int, end: int) -> bool:
    return any(quote.start < end and start < quote.end for quote in document.quotes)
