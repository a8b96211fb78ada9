"""Quotes in quotation marks: which segments are quotes, and what their cue is.

Order of trust: a cue after the closing mark (93 of 100 quoted segments of news have one), a cue
before the opening mark, a whole sentence in marks that continues its speaker. Titles, themes,
programmes and ironic words have none of these.
"""

from humas_nlp.quotes.candidates.candidate import QuoteCandidate, SourcePhrase
from humas_nlp.quotes.candidates.constructions import propose
from humas_nlp.quotes.sentences.cues import lead_cue, lexicon, post_cue
from humas_nlp.quotes.sentences.marks import Segment
from humas_nlp.quotes.sentences.paragraph import Paragraph
from humas_nlp.quotes.sentences.sources import (
    CLITIC,
    NONE,
    first_candidate,
    source_after,
    subject_before,
)
from humas_nlp.quotes.words import PRONOUNS

NEAR = 4  # words that may stand between a verb and the mark it opens
LINKS = frozenset({",", ".", "-", "–", "—", ";"})
STRAY = LINKS | frozenset('"“”')  # with the mark of `…, "ujar X`, which a space took away


def direct_quotes(para: Paragraph) -> list[QuoteCandidate]:
    """Return the direct quotes of a paragraph in reading order."""
    found: list[QuoteCandidate] = []
    for segment in para.marked:
        candidate = _with_cue_after(para, segment) or _with_cue_before(para, segment)
        candidate = candidate or _floating(para, segment, bool(found))
        if candidate:
            found.append(candidate)
    return found


def _size(para: Paragraph, segment: Segment) -> int:
    return len(para.text[segment.start : segment.end].split())


def _draft(
    segment: Segment, source: SourcePhrase, construction: str, cue: tuple[int, int] | None
) -> QuoteCandidate:
    return propose(construction, "direct", segment.start, segment.end, source, cue)


def _with_cue_after(para: Paragraph, segment: Segment) -> QuoteCandidate | None:
    toks, i = para.toks, para.index(segment.outer_end)
    skipped = 0
    while i < len(toks) and toks[i].text in STRAY and skipped < 3 and not toks[i].inside:
        i, skipped = i + 1, skipped + 1
    if i >= len(toks) or toks[i].inside or toks[i].start - segment.outer_end > 8:
        return None
    if "\n" in para.text[segment.outer_end : toks[i].start]:
        return None
    last = para.sentence_of(i)[1]
    if toks[i].low in {"demikian", "begitu", "begitulah", "demikianlah"} and i < last:
        found = _after_demikian(para, segment, i, last)
        if found:
            return found
    cue = post_cue(toks[i].low)
    if cue and not (cue[0] in lexicon().common_roots and not cue[1] and segment.closed is False):
        return _post(para, segment, i, last, clitic=cue[1])
    comma = "," in para.text[segment.end : segment.outer_end]
    if _passive_of(toks[i].low) and (skipped or comma):
        source = CLITIC if toks[i].low.endswith("nya") else source_after(para, i + 1, last)[0]
        return _taken(para, segment, i, source, "direct.cue_after.passive")
    return _clause_after(para, segment, i, last)


def _passive_of(word: str) -> bool:
    """Say whether a word is a passive of reporting: "dikatakan", "dikatakannya"."""
    return word.removesuffix("nya") in lexicon().passive


def _after_demikian(para: Paragraph, segment: Segment, i: int, last: int) -> QuoteCandidate | None:
    word = para.toks[i + 1].low
    cue = post_cue(word)
    if cue:
        return _post(para, segment, i + 1, last, clitic=cue[1])
    if _passive_of(word) or word in {"bunyi", "pernyataan", "isi"}:
        n = i + 2
        while n <= last and para.toks[n].low in {"resmi", "tertulis", "pers", "dari"}:
            n += 1
        source = CLITIC if word.endswith("nya") else source_after(para, n, last)[0]
        return _taken(para, segment, i + 1, source, "direct.cue_after.demikian")
    return _clause_after(para, segment, i + 1, last) or _post(para, segment, i, last, clitic=False)


def _post(para: Paragraph, segment: Segment, i: int, last: int, *, clitic: bool) -> QuoteCandidate:
    toks = para.toks
    if clitic:
        return _taken(para, segment, i, CLITIC, "direct.cue_after.clitic")
    n = i + 1
    if n <= last and post_cue(toks[n].low) and toks[n].low != "kata":
        # "ujar tegas", "ungkap jelasnya"
        if toks[n].low.endswith("nya"):
            return _taken(para, segment, i, CLITIC, "direct.cue_after.clitic")
        n += 1
    source, _ = source_after(para, n, last)
    return _taken(para, segment, i, source, "direct.cue_after.name")


def _taken(
    para: Paragraph, segment: Segment, i: int, source: SourcePhrase, construction: str
) -> QuoteCandidate:
    para.used.add(para.toks[i].start)
    return _draft(segment, source, construction, (para.toks[i].start, para.toks[i].end))


def _clause_after(para: Paragraph, segment: Segment, i: int, last: int) -> QuoteCandidate | None:
    """Read "…," Yos menjelaskan. / “…” Suwandi menambahkan."""
    toks = para.toks
    comma = para.text[segment.end : segment.outer_end + 2].find(",") >= 0
    for n in range(i + 1, min(i + 12, last + 1)):
        cue = lead_cue(toks[n].low)
        if not cue:
            if toks[n].text in {".", ";", ":"}:
                return None
            continue
        short = n + 1 > last or toks[n + 1].text in {".", ",", "kepada", "di", "saat", "dalam"}
        if not (short and (comma or n + 1 > last or toks[n + 1].text == ".")):
            return None
        source = subject_before(para, n, i)
        if source is None or source.form == "none":
            return None
        return _taken(para, segment, n, source, "direct.cue_after.clause")
    return None


def _with_cue_before(para: Paragraph, segment: Segment) -> QuoteCandidate | None:
    toks, i = para.toks, para.index(segment.outer_start)
    if i == 0:
        return None
    first, _ = para.sentence_of(min(i, len(toks) - 1))
    if first >= i:  # the mark opens a sentence: the cue ends the sentence before, with a colon
        if toks[i - 1].text != ":":
            return None
        first, _ = para.sentence_of(i - 1)
    k = i - 1
    colon = toks[k].text == ":"
    while k > first and toks[k].text in {":", ",", "bahwa"}:
        k -= 1
    for n in range(k, max(first - 1, k - (25 if colon else NEAR)), -1):
        if toks[n].inside:
            return None
        cue = lead_cue(toks[n].low)
        post = post_cue(toks[n].low)
        if cue and cue[1] not in {"mind", "that"}:
            if n < k and not colon and _size(para, segment) < 5:
                return None
            return _pre(para, segment, n, first)
        if (
            post
            and (colon or n == k)
            and (post[1] or n < k)
            and post[0] not in lexicon().common_roots
        ):
            source = CLITIC if post[1] else source_after(para, n + 1, k)[0]
            return _taken(para, segment, n, source, "direct.cue_before.root")
    if not colon or _size(para, segment) < 4:
        return None
    return _labelled(para, segment, first, k)


def _pre(para: Paragraph, segment: Segment, n: int, first: int) -> QuoteCandidate | None:
    toks = para.toks
    if (n > first and toks[n - 1].low == "yang") or _size(para, segment) < 2:
        # "yang menulis “…”": the relative's head speaks
        source: SourcePhrase | None = NONE
    else:
        source = subject_before(para, n, first)
        if source is None or source.form == "none":
            # "X buka suara dengan mengatakan “…”": the subject of the verb before
            source = first_candidate(para, first, n - 1)
    if source is None:
        source = NONE
    return _taken(para, segment, n, source, "direct.cue_before.verb")


def _labelled(para: Paragraph, segment: Segment, first: int, k: int) -> QuoteCandidate | None:
    """Read "Budi Santoso, Kepala Dinas: “…”" and other text that a colon leads into a quote."""
    toks = para.toks
    for n in range(first, k + 1):
        mention = para.mention_at(n)
        if mention:
            source = SourcePhrase("phrase", mention.left, mention.right)
            return _draft(segment, source, "direct.label", None)
        if toks[n].low in PRONOUNS:
            source = SourcePhrase("pronoun", toks[n].start, toks[n].end)
            return _draft(segment, source, "direct.label", None)
    return _draft(segment, NONE, "direct.colon", None)


def _floating(para: Paragraph, segment: Segment, continued: bool) -> QuoteCandidate | None:
    """Accept a whole sentence in marks without a cue; it goes on with its speaker."""
    toks, i = para.toks, para.index(segment.outer_start)
    words = _size(para, segment)
    content = para.text[segment.start : segment.end]
    split = continued and i > 0 and toks[i - 1].text == ","
    if words < (2 if split else 5) or (not content[:1].isalnum() and content[:1] not in "([.‘'"):
        return None
    before = toks[i - 1] if i else None
    opens = (
        before is None
        or before.text in {".", "!", "?", ":"}
        or before.inside
        or (before.text in {"]", ")"})
    )
    after = para.index(segment.outer_end)
    n = after
    while n < len(toks) and toks[n].text in LINKS:
        n += 1
    ends = (
        n == len(toks)
        or para.sentence_of(n)[0] >= after
        or (toks[n].text in {"(", "["} or content[-1] in ".!?")
    )
    if before is not None and before.low in lexicon().titles:
        return None
    if (opens or split) and (ends or not segment.closed) and not content.istitle():
        return _draft(segment, NONE, "direct.split" if split else "direct.floating", None)
    return None
