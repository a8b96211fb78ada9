"""All candidates of a document, and who comes into view beside them, paragraph by paragraph."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from humas_nlp.quotes.candidates.candidate import Candidates, Proposals, QuoteCandidate
from humas_nlp.quotes.candidates.constructions import shortened
from humas_nlp.quotes.candidates.dispatch import marked_quotes, reported
from humas_nlp.quotes.candidates.entrances import entrances
from humas_nlp.quotes.candidates.lists import Opening, inline_items, is_item, next_item, opening_of
from humas_nlp.quotes.sentences.content import trimmed_end
from humas_nlp.quotes.sentences.cues import lead_cue
from humas_nlp.quotes.sentences.view import ParagraphView

SHORTEST = 3  # words of a clause that is left before a quote


class _Colon(NamedTuple):
    """The last cue before a colon at the end of a paragraph.

    Attributes:
        opening: The cue, or None.
        fresh: Whether it ends the paragraph right before.
    """

    opening: Opening | None = None
    fresh: bool = False


def propose_all(views: Sequence[ParagraphView]) -> Proposals:
    """Read all constructions in a document.

    Args:
        views: Its paragraphs in reading order.

    Returns:
        Candidates and entrances in reading order.
    """
    found = tuple(_paragraphs(views))
    candidates = (c for proposals in found for c in proposals.candidates)
    entering = (e for proposals in found for e in proposals.entrances)
    return Proposals(
        tuple(sorted(candidates, key=lambda c: (c.start, c.end))),
        tuple(sorted(entering, key=lambda e: e.position)),
    )


def _paragraphs(views: Iterable[ParagraphView]) -> Iterator[Proposals]:
    """Yield what each paragraph holds: an item of a list before it, or what stands in it."""
    colon = _Colon()
    for view in views:
        listed = colon.opening is not None and is_item(view)
        item = None
        if colon.opening and (colon.fresh or listed):
            item = next_item(view, colon.opening)
        kept = colon.opening if listed else None
        if item:
            colon = _Colon(kept)
            yield Proposals((item,))
        else:
            opening = opening_of(view) if _ends_in_colon(view) else None
            colon = _Colon(opening or kept, opening is not None)
            yield propose_in(view)


def _ends_in_colon(view: ParagraphView) -> bool:
    return bool(view.words) and view.words[-1] == ":"


def propose_in(view: ParagraphView) -> Proposals:
    """Read all constructions in one paragraph.

    Args:
        view: The paragraph.
    """
    marked = marked_quotes(view) if view.marked else ()
    clauses = reported(view, frozenset(c.cue[0] for c in marked if c.cue))
    candidates = clauses.candidates
    items = inline_items(view) if ":" in view.words else ()
    if items:
        begin, stop = items[0].cue[0] if items[0].cue else view.start, items[-1].end
        outside = (c for c in candidates if c.end <= begin or c.start >= stop)
        candidates = (*outside, *items)
    return Proposals(
        marked + outside_marked(view, candidates, marked),
        clauses.entrances + entrances(view),
    )


def outside_marked(view: ParagraphView, clauses: Candidates, marked: Candidates) -> Candidates:
    """Return the reported clauses that share nothing with a quote in marks that has a cue.

    A clause that runs into a quote with a cue of its own, for want of a full stop, ends before it.

    Args:
        view: The paragraph.
        clauses: The reported clauses.
        marked: The quotes in marks, in reading order.
    """
    cued = [c for c in marked if c.cue]
    if not cued:
        return clauses
    ends = [c.end for c in cued]
    kept: Candidates = ()
    for clause in clauses:
        at = bisect_right(ends, clause.start)
        if at == len(cued) or cued[at].start >= clause.end:
            kept += (clause,)
        elif cued[at].start > clause.start and cued[at].cue != clause.cue:
            kept += _before(view, clause, cued[at].start)
    return kept


def _before(view: ParagraphView, clause: QuoteCandidate, position: int) -> Candidates:
    """Return a clause cut before a quote in marks, if it is still one."""
    last = max(view.index(position) - 2, 0)
    if lead_cue(view.lows[last]):
        return ()  # the verb of the quote in marks
    end = trimmed_end(view, clause.start, view.ends[last])
    if view.size(clause.start, end) < SHORTEST:
        return ()
    return (shortened(view, clause, end, "indirect"),)
