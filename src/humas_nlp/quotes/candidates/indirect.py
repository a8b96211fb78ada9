"""Reported clauses without marks: verbs before a clause, *menurut*, cues between commas."""

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.tokens import is_head
from humas_nlp.quotes.candidates.candidate import Entrance, QuoteCandidate, QuoteToken, SourcePhrase
from humas_nlp.quotes.candidates.passive import noun_quote, passive_quote
from humas_nlp.quotes.sentences.clauses import complement, has_clause, is_predicate
from humas_nlp.quotes.sentences.content import ENDS, make_candidate, skip_aside, trimmed_end
from humas_nlp.quotes.sentences.cues import CueClass, lead_cue, lexicon, post_cue
from humas_nlp.quotes.sentences.paragraph import Paragraph
from humas_nlp.quotes.sentences.sources import (
    CLITIC,
    COORDINATORS,
    PREPOSITIONS,
    source_after,
    subject_before,
)
from humas_nlp.quotes.words import ADVERBS, COLLECTIVES, CONNECTIVES, UNNAMED_HEADS

# With misspellings that the corpora hold.
ACCORDING = word_class("according")
DATA_NOUNS = word_class("data_noun")
SPEAKERS = UNNAMED_HEADS | COLLECTIVES | word_class("occupation")
FRAME = 3  # tokens of a frame of the author before a medial cue: "Sayangnya, menurut X …"
DETERMINED = word_class("determined")
# A word that leans on what stands before it, so that no clause of its own begins.
LEANING = ADVERBS | PREPOSITIONS | word_class("leaning")
ACCOUNTS = frozenset("keterangan penuturan pengakuan kesaksian penjelasan".split())
# Words after which *menurut* opens a clause.
BEFORE_SOURCE = word_class("before_according")


def indirect_quotes(para: Paragraph) -> tuple[list[QuoteCandidate], list[Entrance]]:
    """Return the reported clauses of a paragraph and who else takes the stage in it."""
    candidates: list[QuoteCandidate] = []
    entrances: list[Entrance] = []
    for first, last in para.sentences:
        _read_sentence(para, first, last, candidates, entrances)
    return candidates, entrances


def _read_sentence(
    para: Paragraph,
    first: int,
    last: int,
    candidates: list[QuoteCandidate],
    entrances: list[Entrance],
) -> None:
    toks = para.toks
    found: list[QuoteCandidate] = []
    i = first
    while i <= last:
        token = toks[i]
        if token.inside or token.start in para.used or _is_name(para, i):
            i += 1
            continue
        low = token.low
        candidate: QuoteCandidate | None = None
        if low in ACCORDING or (i == first and _on_account(toks, i, last)):
            candidate = _according(para, i, first, last)
        elif low in lexicon().passive or (low[:-3] in lexicon().passive and low.endswith("nya")):
            candidate = passive_quote(para, i, first, last, entrances)
        elif low in lexicon().nouns or (low.endswith("nya") and low[:-3] in lexicon().nouns):
            candidate = noun_quote(para, i, first, last)
        if candidate is None:
            cue = lead_cue(low)
            if cue:
                candidate = _verb(para, i, first, last, cue[1], found, entrances)
            elif post_cue(low):
                candidate = _between_commas(para, i, first, last)
        if candidate:
            _add(para, found, candidate)
        i += 1
    candidates.extend(found)


def _on_account(toks: list[QuoteToken], i: int, last: int) -> bool:
    """Say whether "Berdasarkan keterangan X, …" begins: what X tells, not what data show."""
    return toks[i].low == "berdasarkan" and i < last and toks[i + 1].low in ACCOUNTS


def _is_name(para: Paragraph, i: int) -> bool:
    """Say whether a token is part of a name: "Puji Rahayu" praises nobody."""
    token = para.toks[i]
    mention = para.mention_at(i)
    return mention is not None and mention.start <= token.start < mention.end


def _add(para: Paragraph, found: list[QuoteCandidate], candidate: QuoteCandidate) -> None:
    """Take a candidate unless it lies inside an earlier one; end one that it cuts into."""
    for other in list(found):
        if (
            other.start <= candidate.start
            and candidate.end <= other.end
            and candidate.cue
            and other.cue
        ):
            if not (candidate.coordinated or _joined(para, candidate)):
                return
            cut = candidate.cue[0] if candidate.coordinated else candidate.source.start
            other.end = trimmed_end(para, other.start, _before_coordinator(para, cut))
            if len(para.text[other.start : other.end].split()) < 2:
                found.remove(other)
            break
    found.append(candidate)


def _joined(para: Paragraph, candidate: QuoteCandidate) -> bool:
    """Say whether a clause of its own begins with ", dan ia …" before the cue of a candidate."""
    if candidate.source.form not in {"phrase", "pronoun"} or candidate.cue is None:
        return False
    i = para.index(candidate.source.start)
    if candidate.source.start > candidate.cue[0] or i < 2:
        return False
    return (
        para.toks[i - 1].low in {"dan", "sedangkan", "sementara"} and para.toks[i - 2].text == ","
    )


def _before_coordinator(para: Paragraph, position: int) -> int:
    i = para.index(position) - 1
    while i >= 0 and para.toks[i].low in COORDINATORS | {",", "juga", "turut"}:
        i -= 1
    return para.toks[i].end


def _verb(
    para: Paragraph,
    i: int,
    first: int,
    last: int,
    kind: CueClass,
    found: list[QuoteCandidate],
    entrances: list[Entrance],
) -> QuoteCandidate | None:
    """Read a verb before a clause with its subject."""
    toks = para.toks
    source = subject_before(para, i, _clause_start(para, i, first))
    coordinated = source is not None and source.form == "none"
    if coordinated:
        source = _shared_subject(para, i, first, found)
        if not found and complement(toks, i, last, "that") is None:
            return None  # joined to a verb of doing: only *bahwa* makes it report
    if source is None:
        return None
    entrances.append(Entrance(toks[i].start, source, True))
    place = complement(toks, i, last, kind)
    if place is None:
        return None
    c, marker = place
    if _leads_to_segment(para, c, last):
        return None
    construction = f"indirect.{kind}.{marker}"
    return make_candidate(para, c, last, source, construction, i, coordinated=coordinated)


def _leads_to_segment(para: Paragraph, c: int, last: int) -> bool:
    """Say whether all that follows is a segment in marks, which the direct rules read."""
    outside = [t for t in para.toks[c : last + 1] if not t.inside and t.text[0].isalnum()]
    return not outside


def _clause_start(para: Paragraph, i: int, first: int) -> int:
    """Return the index where the clause of the verb at `i` begins, past quoted segments."""
    toks = para.toks
    for k in range(i - 1, first - 1, -1):
        if toks[k].inside or toks[k].text in {";", ":"}:
            return k + 1
    return first


def _shared_subject(
    para: Paragraph, i: int, first: int, found: list[QuoteCandidate]
) -> SourcePhrase | None:
    """Return the subject of the sentence for a verb that a conjunction joins to another."""
    if found:
        return found[-1].source
    toks = para.toks
    for k in range(first, i):
        if is_predicate(toks[k].low) or lead_cue(toks[k].low):
            return subject_before(para, k, first) if k > first else None
    return None


def _according(para: Paragraph, i: int, first: int, last: int) -> QuoteCandidate | None:
    """Read "Menurut X, …", "…, menurut X.", "Menurutnya, …", "Bagi X, …"."""
    toks = para.toks
    low = toks[i].low
    start = i == first or toks[i - 1].low in BEFORE_SOURCE
    if low in {"bagi", "baginya"} and i != first:
        return None
    if low.endswith("nya"):
        source, n = CLITIC, i + 1
    else:
        k = i + 1
        while k <= last and toks[k].low in DATA_NOUNS:
            k += 1
        source, n = source_after(para, k, last)
        if source.form == "none":
            return None
    if low == "bagi" and (n > last or toks[n].text != ","):
        return None
    bare_medial = i > first + 1 and toks[i - 1].text != "," and (n > last or toks[n].text != ",")
    if toks[i - 1].low in {"namun", "sementara", "itu", "dan", "karena"} or low[:4] == "bagi":
        bare_medial = False
    if bare_medial and n <= last and toks[n].text not in ENDS:
        return make_candidate(para, first, last, source, "indirect.menurut.medial", i)
    n = skip_aside(para, n, last)
    if n < last and toks[n - 1].text == "," and _cites(para, n, last):
        return None  # "Berdasarkan pengakuan tersangka, lanjut X, …": X speaks
    if low == "bagi":
        return make_candidate(para, n, last, source, "indirect.bagi", i) if n < last else None
    rule = "indirect.menurut.clitic" if source.form == "clitic" else "indirect.menurut"
    if n <= last and toks[n].text not in ENDS and (start or has_clause(toks, n, last)):
        if i > first and toks[i - 1].text == "," and _is_own_part(para, first, i - 1, n, last):
            return make_candidate(para, first, last, source, rule + ".medial", i)
        return make_candidate(para, n, last, source, rule, i)
    if i > first + 2:
        end = toks[i - 1].end if toks[i - 1].text != "," else toks[i - 1].start
        return make_candidate(para, first, last, source, rule + ".trailing", i, end)
    return None


def _cites(para: Paragraph, n: int, last: int) -> bool:
    """Say whether a cue with a source of its own stands between commas at token `n`."""
    cue = post_cue(para.toks[n].low)
    if cue is None:
        return False
    source, after = (CLITIC, n + 1) if cue[1] else source_after(para, n + 1, last)
    return source.form != "none" and after <= last and para.toks[after].text == ","


def _is_own_part(para: Paragraph, first: int, comma: int, n: int, last: int) -> bool:
    """Say whether the words before a medial cue are a part of the reported clause.

    "Hal itu, kata dia, menunjukkan …" is one clause with the cue inside; in "Selain itu, kata dia,
    warga …" the second part stands alone.
    """
    toks = para.toks
    if toks[first].low in CONNECTIVES and not is_predicate(toks[n].low):
        return has_clause(toks, first, comma - 1) and comma - first > 9
    pointing = toks[first].low in DETERMINED or toks[comma - 1].low in DETERMINED | {"tersebut"}
    short = comma - first <= FRAME and not pointing
    stands = toks[n].text[0].isalpha() and toks[n].low not in LEANING and has_clause(toks, n, last)
    return not (short and stands and not is_predicate(toks[n].low))


def _between_commas(para: Paragraph, i: int, first: int, last: int) -> QuoteCandidate | None:
    """Read ", kata X," and ", ujarnya," in a sentence, and the same at its start or end."""
    toks = para.toks
    root, clitic = post_cue(toks[i].low)  # type: ignore[misc]
    common = root in lexicon().common_roots or root in lexicon().everyday_roots
    opened = i > first and (toks[i - 1].text in {",", "–", "-"} or _closed_kata(para, i, last))
    if i != first and not opened:
        return None
    if clitic:
        source, n = CLITIC, i + 1
    else:
        source, n = source_after(para, i + 1, last)
        if source.form == "none" or (common and not _is_known(para, source)):
            return None
        if source.form == "phrase" and not _can_name(toks, i + 1, n):
            return None
    n2 = skip_aside(para, n, last)
    if i == first:
        if n2 <= last and (clitic or toks[n2 - 1].text == ",") and has_clause(toks, n2, last):
            return make_candidate(para, n2, last, source, "indirect.cue_first", i)
        return None
    before = has_clause(toks, first, i - 2)
    if n > last or toks[n].text in ENDS or (before and not has_clause(toks, n2, last)):
        return make_candidate(para, first, last, source, "indirect.cue_last", i, toks[i - 1].start)
    named = root == "kata" and not clitic and n <= last and _is_known(para, source)
    if clitic or named or (n <= last and toks[n].text in {",", "–", "-"}):
        if _is_own_part(para, first, i - 1, n2, last):
            return make_candidate(para, first, last, source, "indirect.cue_medial", i)
        return make_candidate(para, n2, last, source, "indirect.cue_medial.second", i)
    return None


def _closed_kata(para: Paragraph, i: int, last: int) -> bool:
    """Say whether "kata dia," stands at `i`: "Apalagi kata dia, harga naik"."""
    if para.toks[i].low != "kata" or i >= last:
        return False
    source, n = source_after(para, i + 1, last)
    known = source.form == "pronoun" or (source.form == "phrase" and _is_known(para, source))
    return known and n < last and para.toks[n].text == ","


def _can_name(toks: list[QuoteToken], first: int, stop: int) -> bool:
    """Say whether words name somebody: "sambung ayat" is no source."""
    words = toks[first:stop]
    return any(t.text[0].isupper() for t in words) or words[0].low in SPEAKERS


def _is_known(para: Paragraph, source: SourcePhrase) -> bool:
    if source.form == "pronoun":
        return True
    i = para.index(source.start)
    return para.mention_at(i) is not None or is_head(para.toks[i].text)
