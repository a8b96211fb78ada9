"""A verb before the clause that it reports: "X mengatakan bahwa …", "X meminta warga …"."""

from humas_nlp.quotes.candidates.candidate import NOTHING, Candidates, Entrance, Proposals
from humas_nlp.quotes.candidates.clause import reported_clause
from humas_nlp.quotes.candidates.constructions import clause_construction
from humas_nlp.quotes.sentences.clauses import complement, is_predicate
from humas_nlp.quotes.sentences.cues import lead_cue
from humas_nlp.quotes.sentences.subjects import subject_before
from humas_nlp.quotes.sentences.view import ParagraphView, SentenceView, SourcePhrase


def verb(sentence: SentenceView, i: int, earlier: Candidates = ()) -> Proposals:
    """Read a verb before a clause with its subject.

    Args:
        sentence: The sentence.
        i: Index of the verb.
        earlier: Candidates found before it in the sentence; the subject of the last one is that
            of a verb that a conjunction joins to it.
    """
    view, last = sentence.paragraph, sentence.last
    cue = lead_cue(view.lows[i])
    if cue is None:
        return NOTHING
    source = subject_before(view, i, _clause_start(sentence, i))
    coordinated = source is not None and source.form == "none"
    if coordinated:
        source = earlier[-1].source if earlier else _shared_subject(sentence, i)
        if not earlier and complement(view, i, last, "that") is None:
            return NOTHING  # joined to a verb of doing: only *bahwa* makes it report
    if source is None:
        return NOTHING
    entrances = (Entrance(view.starts[i], source, True),)
    place = complement(view, i, last, cue[1])
    construction = clause_construction(cue[1], place[1]) if place else None
    if place is None or construction is None or _leads_to_segment(view, place[0], last):
        return Proposals((), entrances)
    found = reported_clause(view, place[0], last, source, construction, i, coordinated=coordinated)
    return Proposals(found.candidates, entrances)


def _leads_to_segment(view: ParagraphView, c: int, last: int) -> bool:
    """Say whether all that follows is a segment in marks, which the direct rules read."""
    return not any(not view.inside[k] and view.words[k][0].isalnum() for k in range(c, last + 1))


def _clause_start(sentence: SentenceView, i: int) -> int:
    """Return the index where the clause of the verb at `i` begins, past quoted segments."""
    view = sentence.paragraph
    for k in range(i - 1, sentence.first - 1, -1):
        if view.inside[k] or view.words[k] in {";", ":"}:
            return k + 1
    return sentence.first


def _shared_subject(sentence: SentenceView, i: int) -> SourcePhrase | None:
    """Return the subject of the sentence for a verb that a conjunction joins to another."""
    view, first = sentence.paragraph, sentence.first
    for k in range(first, i):
        if is_predicate(view.lows[k]) or lead_cue(view.lows[k]):
            return subject_before(view, k, first) if k > first else None
    return None
