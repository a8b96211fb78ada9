"""Two clauses of one sentence: "mengajak warga hemat dan mengimbau mereka menanam pohon"."""

from humas_nlp.quotes.candidates.candidate import Candidates, QuoteCandidate
from humas_nlp.quotes.candidates.constructions import shortened
from humas_nlp.quotes.sentences.content import trimmed_end
from humas_nlp.quotes.sentences.subjects import COORDINATORS
from humas_nlp.quotes.sentences.view import ParagraphView

SHORTEST = 2  # words of a clause that is cut off
JOINING = frozenset({"dan", "sedangkan", "sementara"})
BEFORE_VERB = frozenset({",", "juga", "turut"})


def coordinated(view: ParagraphView, found: Candidates, candidate: QuoteCandidate) -> Candidates:
    """Return the candidates of a sentence with one more.

    A candidate inside an earlier one is left out, unless a conjunction joins it to that: then the
    earlier one ends before the conjunction.

    Args:
        view: The paragraph.
        found: The candidates found before it in the sentence.
        candidate: The one more.
    """
    outer = next((other for other in found if _holds(other, candidate)), None)
    if outer is None:
        return (*found, candidate)
    cut = _cut(view, candidate)
    if cut is None:
        return found
    end = trimmed_end(view, outer.start, _before_coordinator(view, cut))
    rest = (shortened(view, outer, end),) if view.size(outer.start, end) >= SHORTEST else ()
    at = found.index(outer)
    return (*found[:at], *rest, *found[at + 1 :], candidate)


def _holds(outer: QuoteCandidate, inner: QuoteCandidate) -> bool:
    spans = outer.start <= inner.start and inner.end <= outer.end
    return spans and bool(inner.cue and outer.cue)


def _cut(view: ParagraphView, candidate: QuoteCandidate) -> int | None:
    """Return where the clause of a candidate begins that a conjunction joins to another."""
    source, cue = candidate.source, candidate.cue
    if cue is None:
        return None
    if candidate.coordinated:
        return cue[0]
    if source.form not in {"phrase", "pronoun"} or source.start > cue[0]:
        return None
    # a clause of its own: ", dan ia mengatakan …"
    i = view.index(source.start)
    joined = i >= 2 and view.lows[i - 1] in JOINING and view.words[i - 2] == ","
    return source.start if joined else None


def _before_coordinator(view: ParagraphView, position: int) -> int:
    i = view.index(position) - 1
    while i > 0 and (view.lows[i] in COORDINATORS or view.lows[i] in BEFORE_VERB):
        i -= 1
    return view.ends[max(i, 0)]
