"""The content of a reported clause: where it ends, and the candidate that is made of it."""

from humas_nlp.quotes.candidates.candidate import QuoteCandidate, QuoteToken, SourcePhrase
from humas_nlp.quotes.candidates.constructions import propose
from humas_nlp.quotes.sentences.clauses import has_clause
from humas_nlp.quotes.sentences.cues import post_cue
from humas_nlp.quotes.sentences.paragraph import Paragraph
from humas_nlp.quotes.sentences.sources import source_after

ENDS = frozenset(".!?…")
WHILE = frozenset({"sambil", "seraya", "sembari"})


def make_candidate(
    para: Paragraph,
    c: int,
    last: int,
    source: SourcePhrase,
    construction: str,
    cue: int,
    end: int | None = None,
    *,
    coordinated: bool = False,
) -> QuoteCandidate | None:
    """Make a candidate of the clause that begins at token `c`.

    Args:
        para: The paragraph.
        c: Index of the first token of the content.
        last: Index of the last token of the sentence.
        source: How the text names who speaks.
        construction: Id of the construction.
        cue: Index of the cue.
        end: One past the last code point; found from the sentence if None.
        coordinated: Whether the cue shares the subject of another one.

    Returns:
        The candidate, or None for a content of less than two words.
    """
    start = para.toks[c].start
    stop = _content_end(para, c, last, cue) if end is None else trimmed_end(para, start, end)
    if len(para.text[start:stop].split()) < 2:
        return None
    marked = para.is_marked(start, stop)
    para.used.add(para.toks[cue].start)
    return propose(
        construction,
        "mixed" if marked else "indirect",
        start,
        stop,
        source,
        (para.toks[cue].start, para.toks[cue].end),
        coordinated=coordinated,
    )


def trimmed_end(para: Paragraph, start: int, end: int) -> int:
    """Return `end` moved left over closing punctuation and space."""
    text = para.text
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.!?…-–"):
        end -= 1
    return end


def _content_end(para: Paragraph, c: int, last: int, cue: int) -> int:
    """Return where a clause that begins at token `c` ends; its own cue does not end it."""
    toks = para.toks
    end = toks[last].end
    for k in range(c + 2, last):
        if toks[k].inside:
            continue
        comma = toks[k].text == ","
        if (
            comma
            and k + 1 != cue
            and (_trailing_cue(para, k + 1, last) or toks[k + 1].low in WHILE)
        ):
            end = toks[k].start
            break
        if toks[k].low == "di" and _before_people(toks, k + 1, last):
            end = toks[k].start
            break
    return trimmed_end(para, toks[c].start, end)


def _before_people(toks: list[QuoteToken], k: int, last: int) -> bool:
    """Say whether "hadapan rekannya" or "depan para wartawan" stands at `k`."""
    if toks[k].low not in {"hadapan", "depan"} or k + 1 > last:
        return False
    return toks[k + 1].low.endswith("nya") or toks[k + 1].low in {"para", "wartawan", "awak"}


def _trailing_cue(para: Paragraph, k: int, last: int) -> bool:
    """Say whether from token `k` on only a cue with its source follows: ", kata X."."""
    toks = para.toks
    if k > last or not (post_cue(toks[k].low) or toks[k].low in {"menurut", "menurutnya"}):
        return False
    if toks[k].low.endswith("nya"):
        return k + 1 > last or toks[k + 1].text in ENDS or not has_clause(toks, k + 1, last)
    _, n = source_after(para, k + 1, last)
    return n > last or toks[n].text != ","


def skip_aside(para: Paragraph, n: int, last: int) -> int:
    """Skip the comma after a source, and an office or a time between commas."""
    toks = para.toks
    comma = next((k for k in range(n, min(n + 14, last)) if toks[k].text == ","), None)
    if comma is not None and not has_clause(toks, n, comma - 1):
        nxt = next(
            (k for k in range(comma + 1, min(comma + 10, last)) if toks[k].text == ","), None
        )
        if nxt is not None and toks[comma + 1].text[0].isupper() and para.mention_at(comma + 1):
            return nxt + 1
        return comma + 1
    return n


def names_person(para: Paragraph, source: SourcePhrase) -> bool:
    """Say whether a source phrase holds the name of a known person."""
    first, last = para.index(source.start), para.index(source.end)
    return any(
        m is not None and m.start < source.end and source.start < m.end
        for m in para.mention_of[first:last]
    )
