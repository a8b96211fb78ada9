"""Lists and unmarked speech after a colon: "berpesan untuk: 1. …; 2. …", "… mengatakan:".

A list after one cue gives one quote an item (guidelines of the annotation). The cue stands before
a colon, the items in the same paragraph or in paragraphs of their own. A paragraph behind such a
colon that speaks in the first person is a direct quote without marks.
"""

import re
from typing import NamedTuple

from humas_nlp.quotes.candidates.candidate import QuoteCandidate, SourcePhrase
from humas_nlp.quotes.candidates.constructions import propose
from humas_nlp.quotes.sentences.clauses import is_predicate
from humas_nlp.quotes.sentences.content import trimmed_end
from humas_nlp.quotes.sentences.cues import lead_cue
from humas_nlp.quotes.sentences.paragraph import Paragraph
from humas_nlp.quotes.sentences.sources import NONE, subject_before

_MARKER = r"(?:\(?(?:\d{1,2}|[a-h])[.)]|[-•*–])"
_FIRST = re.compile(r":\s*(?=\(?(?:1|a)[.)]\s|[-•*]\s)")
_ITEM = re.compile(rf"(?:^|(?<=[;,.:])|(?<=\sdan))\s{{0,20}}(?:dan\s+)?{_MARKER}\s+", re.MULTILINE)
_LINE = re.compile(rf"\s*{_MARKER}\s*")
_SPOKEN = frozenset({"saya", "kami", "kita", "aku"})
REACH = 40  # tokens between a cue and its colon
SHORTEST = 3  # words of an item


class Opening(NamedTuple):
    """A cue with a colon behind it at the end of a paragraph.

    Attributes:
        source: How the text names who speaks.
        cue: Range of the cue.
    """

    source: SourcePhrase
    cue: tuple[int, int]


def opening_of(para: Paragraph) -> Opening | None:
    """Return the cue that the colon at the end of a paragraph belongs to, if there is one."""
    toks = para.toks
    if not toks or toks[-1].text != ":" or toks[-1].inside:
        return None
    first, last = para.sentences[-1]
    return _opening(para, first, last)


def _opening(para: Paragraph, first: int, colon: int) -> Opening | None:
    """Return the last cue with a subject before the colon at token `colon`."""
    toks = para.toks
    for i in range(colon - 1, max(first, colon - REACH) - 1, -1):
        cue = lead_cue(toks[i].low)
        if cue is None or cue[1] in {"mind", "that"} or toks[i].inside:
            continue
        source = subject_before(para, i, first)
        if source is not None:
            return Opening(source, (toks[i].start, toks[i].end))
    return None


def inline_items(para: Paragraph) -> list[QuoteCandidate]:
    """Return the items of a list that follows its cue in the same paragraph."""
    start = _FIRST.search(para.text, para.start, para.end)
    if start is None:
        return []
    colon = para.index(start.start())
    if colon >= len(para.toks) or para.toks[colon].inside:
        return []
    opening = _opening(para, para.sentence_of(colon)[0], colon)
    if opening is None:
        return []
    found = []
    marks = list(_ITEM.finditer(para.text, start.end() - 1, para.end))
    ends = [m.start() for m in marks[1:]] + [_list_end(para, marks[-1].end())] if marks else []
    for mark, end in zip(marks, ends, strict=True):
        candidate = _item(para, mark.end(), end, opening.source, opening.cue)
        if candidate is None:
            return []  # names or things, no demands
        found.append(candidate)
    return found if len(found) > 1 else []


def _list_end(para: Paragraph, start: int) -> int:
    """Return where the last item ends: with its sentence."""
    stop = re.compile(r"\.(?=\s+[A-Z“\"])").search(para.text, start, para.end)
    return stop.start() if stop else para.end


def next_item(para: Paragraph, opening: Opening) -> QuoteCandidate | None:
    """Return the content of a paragraph behind a cue with a colon, if it is reported."""
    marker = _LINE.match(para.text, para.start, para.end)
    if marker and marker[0].strip():
        return _item(para, marker.end(), para.end, opening.source, None)
    if para.marked or not any(t.low in _SPOKEN for t in para.toks):
        return None
    start = para.toks[0].start
    stop = para.toks[-1].end
    return propose("direct.colon_paragraph", "direct", start, stop, opening.source, opening.cue)


def is_item(para: Paragraph) -> bool:
    """Say whether a paragraph begins like the item of a list."""
    marker = _LINE.match(para.text, para.start, para.end)
    return bool(marker and marker[0].strip())


def _item(
    para: Paragraph, start: int, end: int, source: SourcePhrase, cue: tuple[int, int] | None
) -> QuoteCandidate | None:
    first, last = para.index(start), para.index(end)
    toks = para.toks[first:last]
    while toks and toks[-1].low in {"dan", "serta"}:
        toks = toks[:-1]
    words = [t for t in toks if t.text[0].isalnum()]
    if len(words) < SHORTEST or not any(is_predicate(t.low) for t in words):
        return None
    stop = trimmed_end(para, toks[0].start, toks[-1].end)
    return propose("indirect.list", "indirect", toks[0].start, stop, source or NONE, cue)
