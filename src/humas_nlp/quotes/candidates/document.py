"""All candidates of a document, and who comes into view beside them, paragraph by paragraph."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from humas_nlp.lexicon import word_class
from humas_nlp.people.finder import Mention
from humas_nlp.quotes.candidates.candidate import Entrance, QuoteCandidate, QuoteToken, SourcePhrase
from humas_nlp.quotes.candidates.direct import direct_quotes
from humas_nlp.quotes.candidates.indirect import indirect_quotes
from humas_nlp.quotes.candidates.lists import Opening, inline_items, is_item, next_item, opening_of
from humas_nlp.quotes.sentences.clauses import is_predicate
from humas_nlp.quotes.sentences.content import trimmed_end
from humas_nlp.quotes.sentences.cues import lead_cue
from humas_nlp.quotes.sentences.marks import whole_paragraphs
from humas_nlp.quotes.sentences.paragraph import Paragraph, read_paragraph
from humas_nlp.quotes.sentences.sources import FRAMES, PREPOSITIONS, source_after
from humas_nlp.quotes.words import ADVERBS, REPORT_NOUNS

# Occupations at the start of a sentence are mostly groups or nobody in particular.
GROUPS = word_class("group_occupation")
SHORTEST = 3  # words of a clause that is left before a quote
COMPARING = word_class("comparing")


class Proposals(NamedTuple):
    """What the constructions propose for a document.

    Attributes:
        candidates: Stretches that may be quotes, in reading order.
        entrances: Who comes into view without a quote.
    """

    candidates: tuple[QuoteCandidate, ...]
    entrances: tuple[Entrance, ...]


def proposals(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    institutions: Sequence[tuple[int, int]],
) -> Proposals:
    """Read all paragraphs of a document.

    Args:
        text: The whole text.
        paragraphs: Ranges of the body's paragraphs in reading order.
        mentions: Mentions of people in reading order.
        institutions: Ranges of institutions in reading order.
    """
    candidates: list[QuoteCandidate] = []
    entrances: list[Entrance] = []
    opening: Opening | None = None
    fresh = False  # whether the colon ends the paragraph right before
    for start, end in whole_paragraphs(text, paragraphs):
        para = read_paragraph(text, start, end, mentions, institutions)
        item = next_item(para, opening) if opening and (fresh or is_item(para)) else None
        fresh = False
        if opening and not is_item(para):
            opening = None
        if item:
            candidates.append(item)
            continue
        items = inline_items(para)
        marked = direct_quotes(para)
        reported, speaking = indirect_quotes(para)
        if items:
            begin, stop = items[0].cue[0] if items[0].cue else start, items[-1].end
            reported = [d for d in reported if d.end <= begin or d.start >= stop] + items
        found = opening_of(para)
        opening, fresh = found or opening, found is not None
        candidates.extend(marked)
        candidates.extend(_outside(para, reported, marked))
        entrances.extend(speaking)
        entrances.extend(_subjects(para))
    return Proposals(
        tuple(sorted(candidates, key=lambda d: (d.start, d.end))),
        tuple(sorted(entrances, key=lambda e: e.position)),
    )


def _outside(
    para: Paragraph, candidates: list[QuoteCandidate], marked: list[QuoteCandidate]
) -> list[QuoteCandidate]:
    """Return the reported clauses that share nothing with a quote in marks that has a cue.

    A clause that runs into a quote with a cue of its own, for want of a full stop, ends before it.
    """
    cued = [d for d in marked if d.cue]
    ends = [d.end for d in cued]
    kept = []
    for candidate in candidates:
        at = bisect_right(ends, candidate.start)
        if at == len(cued) or cued[at].start >= candidate.end:
            kept.append(candidate)
        elif cued[at].start > candidate.start and cued[at].cue != candidate.cue:
            last = para.index(cued[at].start) - 2
            stop = trimmed_end(para, candidate.start, para.toks[max(last, 0)].end)
            if lead_cue(para.toks[max(last, 0)].low):
                continue  # the verb of the quote in marks
            if len(para.text[candidate.start : stop].split()) >= SHORTEST:
                kept.append(replace(candidate, kind="indirect", end=stop))
    return kept


def _subjects(para: Paragraph) -> list[Entrance]:
    """Return the person each sentence is about: its first mention before the predicate."""
    found = [_actor(m) for m in para.mentions if _is_agent(para.toks, para.index(m.left) - 1)]
    for first, last in para.sentences:
        office = _office_subject(para, first, last)
        if office:
            found.append(office)
        for k in range(first, min(last, first + 25) + 1):
            token = para.toks[k]
            if token.inside:
                break
            mention = para.mention_at(k)
            if mention:
                before = para.toks[k - 1]
                if k > first and _compared(para, first, k):
                    found.append(replace(_actor(mention), introduced=True))
                elif k == first or _may_stand_after(before):
                    found.append(_actor(mention))
                break
            if is_predicate(token.low) and k > first and token.low not in {"menurut", "dalam"}:
                break
    return found


def _is_agent(toks: list[QuoteToken], i: int) -> bool:
    """Say whether a passive at token `i` rules what follows: "dibuka oleh X", "dibantah X".

    A passive of a relative clause tells of another act ("kebijakan yang diambil X").
    """
    if i < 0 or toks[i].low == "oleh":
        return i >= 0
    low = toks[i].low
    return low.startswith("di") and is_predicate(low) and (i == 0 or toks[i - 1].low != "yang")


def _compared(para: Paragraph, first: int, k: int) -> bool:
    """Say whether a sentence turns to somebody: "Lain lagi dengan X.", "Senada dengan X, …"."""
    return para.toks[k - 1].low == "dengan" and para.toks[first].low in COMPARING


def _may_stand_after(before: QuoteToken) -> bool:
    """Say whether a subject may follow a token: no preposition, no noun that it belongs to.

    "sejalan dengan arahan Presiden X" is about no act of X.
    """
    if not before.text[0].isalpha() or before.text[0].isupper():
        return before.low not in PREPOSITIONS - {"oleh"}
    return before.low in FRAMES | ADVERBS | REPORT_NOUNS | {"oleh"} or is_predicate(before.low)


def _office_subject(para: Paragraph, first: int, last: int) -> Entrance | None:
    """Return the office that a sentence begins with or that acts in its passive, without a name.

    "Bupati membuka acara.", "Kegiatan dibuka oleh Wakil Direktur Bidang Kerja Sama."
    """
    start = first
    for k in range(first, min(last, first + 12)):
        if para.toks[k].low == "oleh" and para.toks[k - 1].low.startswith("di"):
            start = k + 1
    token = para.toks[start]
    official = token.text in word_class("office_head") and token.low not in GROUPS
    if token.inside or not official or para.mention_at(start) is not None:
        return None  # "Warga" and "Petani" are groups
    source, n = source_after(para, start, last)
    named = any(para.mention_at(k) is not None for k in range(start, min(n, last + 1)))
    if source.form != "phrase" or named:
        return None
    return Entrance(token.start, source, False, introduced=True)


def _actor(mention: Mention) -> Entrance:
    source = SourcePhrase("phrase", mention.left, mention.right)
    return Entrance(mention.start, source, False, mention.introduced)
