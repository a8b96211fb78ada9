"""Quotes of a document: found paragraph by paragraph, attributed in one pass."""

from bisect import bisect_right
from collections.abc import Sequence

from humas_nlp.document import Cue, Quote, Span
from humas_nlp.entities.institutions import find_institutions
from humas_nlp.people.finder import Mention, PeopleReading
from humas_nlp.quotes.attribution import Attributed, attribute
from humas_nlp.quotes.cast import Cast
from humas_nlp.quotes.clauses import is_predicate
from humas_nlp.quotes.confidence import confidence
from humas_nlp.quotes.cues import lemma
from humas_nlp.quotes.direct import direct_quotes
from humas_nlp.quotes.drafts import Actor, Draft, Source
from humas_nlp.quotes.indirect import indirect_quotes
from humas_nlp.quotes.paragraph import Paragraph, read_paragraph
from humas_nlp.quotes.sources import PREPOSITIONS


def find_quotes(
    text: str, paragraphs: Sequence[tuple[int, int]], people: PeopleReading
) -> tuple[Quote, ...]:
    """Find the quotes of a document and who says them.

    Args:
        text: The whole text.
        paragraphs: Ranges of the body's paragraphs in reading order.
        people: What the people room found in the same paragraphs.

    Returns:
        Quotes in reading order.
    """
    drafts: list[Draft] = []
    actors: list[Actor] = []
    bodies = [(e.start, e.end) for e in find_institutions(text)]
    for start, end in paragraphs:
        para = read_paragraph(text, start, end, people.mentions, bodies)
        marked = direct_quotes(para)
        reported, speaking = indirect_quotes(para)
        drafts.extend(marked)
        drafts.extend(_outside(reported, marked))
        actors.extend(speaking)
        actors.extend(_subjects(para))
    drafts.sort(key=lambda d: (d.start, d.end))
    attributed = attribute(drafts, actors, Cast(text, people))
    return tuple(_quote(text, n, item) for n, item in enumerate(attributed, 1))


def _outside(drafts: list[Draft], marked: list[Draft]) -> list[Draft]:
    """Return the reported clauses that share nothing with a quote in marks that has a cue."""
    cued = [d for d in marked if d.cue]
    ends = [d.end for d in cued]
    kept = []
    for draft in drafts:
        at = bisect_right(ends, draft.start)
        if at == len(cued) or cued[at].start >= draft.end:
            kept.append(draft)
    return kept


def _subjects(para: Paragraph) -> list[Actor]:
    """Return the person each sentence is about: its first mention before the predicate."""
    found = [
        _actor(m) for m in para.mentions if para.toks[max(para.index(m.left) - 1, 0)].low == "oleh"
    ]
    for first, last in para.sentences:
        for k in range(first, min(last, first + 25) + 1):
            token = para.toks[k]
            if token.inside:
                break
            mention = para.mention_at(k)
            if mention:
                if k == first or para.toks[k - 1].low not in PREPOSITIONS - {"oleh"}:
                    found.append(_actor(mention))
                break
            if is_predicate(token.low) and k > first and token.low not in {"menurut", "dalam"}:
                break
    return found


def _actor(mention: Mention) -> Actor:
    source = Source("phrase", mention.left, mention.right)
    return Actor(mention.start, source, False, mention.introduced)


def _quote(text: str, number: int, item: Attributed) -> Quote:
    draft, reading = item
    cue = Cue.of(text, *draft.cue, lemma(text[slice(*draft.cue)])) if draft.cue else None
    source = draft.source
    rule = f"{draft.rule}>{source.form}.{reading.how}"
    return Quote(
        id=f"Q{number}",
        kind=draft.kind,
        start=draft.start,
        end=draft.end,
        text=text[draft.start : draft.end],
        cue=cue,
        source=Span.of(text, source.start, source.end) if source.end else None,
        speaker=reading.speaker,
        confidence=confidence(rule),
        rule=rule,
    )
