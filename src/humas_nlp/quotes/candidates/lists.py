"""Lists and unmarked speech after a colon: "berpesan untuk: 1. …; 2. …", "… mengatakan:".

A list after one cue gives one quote an item (guidelines of the annotation). The cue stands before
a colon, the items in the same paragraph or in paragraphs of their own. A paragraph behind such a
colon that speaks in the first person is a direct quote without marks.
"""

import re
from typing import NamedTuple

from humas_nlp.quotes.candidates.candidate import Candidates, QuoteCandidate, SourcePhrase
from humas_nlp.quotes.candidates.constructions import propose
from humas_nlp.quotes.sentences.clauses import is_predicate
from humas_nlp.quotes.sentences.content import trimmed_end
from humas_nlp.quotes.sentences.cues import lead_cue
from humas_nlp.quotes.sentences.subjects import subject_before
from humas_nlp.quotes.sentences.view import ParagraphView

_MARKER = r"(?:\(?(?:\d{1,2}|[a-h])[.)]|[-•*–])"
_FIRST = re.compile(r":\s*(?=\(?(?:1|a)[.)]\s|[-•*]\s)")
_ITEM = re.compile(rf"(?:^|(?<=[;,.:])|(?<=\sdan))\s{{0,20}}(?:dan\s+)?{_MARKER}\s+", re.MULTILINE)
_SENTENCE_END = re.compile(r"\.(?=\s+[A-Z“\"])")
_LINE = re.compile(rf"\s*{_MARKER}\s*")
SPOKEN = frozenset({"saya", "kami", "kita", "aku"})
REACH = 40  # tokens between a cue and its colon
SHORTEST = 3  # words of an item
FEWEST = 2  # items of a list


class Opening(NamedTuple):
    """A cue with a colon behind it at the end of a paragraph.

    Attributes:
        source: How the text names who speaks.
        cue: Range of the cue.
    """

    source: SourcePhrase
    cue: tuple[int, int]


def opening_of(view: ParagraphView) -> Opening | None:
    """Return the cue that the colon at the end of a paragraph belongs to, if there is one."""
    if not view.words or view.words[-1] != ":" or view.inside[-1]:
        return None
    first, last, _ = view.sentences[-1]
    return _opening(view, first, last)


def _opening(view: ParagraphView, first: int, colon: int) -> Opening | None:
    """Return the last cue with a subject before the colon at token `colon`."""
    for i in range(colon - 1, max(first, colon - REACH) - 1, -1):
        cue = lead_cue(view.lows[i])
        if cue is None or cue[1] in {"mind", "that"} or view.inside[i]:
            continue
        source = subject_before(view, i, first)
        if source is not None:
            return Opening(source, (view.starts[i], view.ends[i]))
    return None


def inline_items(view: ParagraphView) -> Candidates:
    """Return the items of a list that follows its cue in the same paragraph."""
    start = _FIRST.search(view.text, view.start, view.end)
    if start is None:
        return ()
    colon = view.index(start.start())
    if colon >= len(view) or view.inside[colon]:
        return ()
    opening = _opening(view, view.sentence_of(colon).first, colon)
    marks = list(_ITEM.finditer(view.text, start.end() - 1, view.end))
    if opening is None or len(marks) < FEWEST:
        return ()
    ends = [*(m.start() for m in marks[1:]), _list_end(view, marks[-1].end())]
    items = [
        _item(view, mark.end(), end, opening.source, opening.cue)
        for mark, end in zip(marks, ends, strict=True)
    ]
    found = tuple(item for item in items if item)
    return found if len(found) == len(items) else ()  # else names or things, no demands


def _list_end(view: ParagraphView, start: int) -> int:
    """Return where the last item ends: with its sentence."""
    stop = _SENTENCE_END.search(view.text, start, view.end)
    return stop.start() if stop else view.end


def next_item(view: ParagraphView, opening: Opening) -> QuoteCandidate | None:
    """Return the content of a paragraph behind a cue with a colon, if it is reported.

    Args:
        view: The paragraph.
        opening: The cue in a paragraph before it.
    """
    if is_item(view):
        marker = _LINE.match(view.text, view.start, view.end)
        start = marker.end() if marker else view.start
        return _item(view, start, view.end, opening.source, None)
    if view.marked or not view.words or SPOKEN.isdisjoint(view.lows):
        return None
    start, end = view.starts[0], view.ends[-1]
    source, cue = opening
    return propose(view, "direct.colon_paragraph", "direct", start, end, source, cue)


def is_item(view: ParagraphView) -> bool:
    """Say whether a paragraph begins like the item of a list."""
    marker = _LINE.match(view.text, view.start, view.end)
    return bool(marker and marker[0].strip())


def _item(
    view: ParagraphView, start: int, end: int, source: SourcePhrase, cue: tuple[int, int] | None
) -> QuoteCandidate | None:
    """Return an item between two code points if it holds a predicate."""
    first, last = view.index(start), view.index(end)
    while last > first and view.lows[last - 1] in {"dan", "serta"}:
        last -= 1
    words = [view.lows[k] for k in range(first, last) if view.words[k][0].isalnum()]
    if len(words) < SHORTEST or not any(map(is_predicate, words)):
        return None
    begin = view.starts[first]
    stop = trimmed_end(view, begin, view.ends[last - 1])
    return propose(view, "indirect.list", "indirect", begin, stop, source, cue)
