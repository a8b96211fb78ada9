"""The noun phrase beside a cue that names the source."""

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.tokens import is_head
from humas_nlp.people.finder import Mention
from humas_nlp.quotes.candidates.candidate import SourcePhrase
from humas_nlp.quotes.sentences.clauses import is_predicate
from humas_nlp.quotes.sentences.cues import lead_cue
from humas_nlp.quotes.sentences.paragraph import Paragraph
from humas_nlp.quotes.words import (
    ADVERBS,
    AFTER_SOURCE,
    DETERMINERS,
    HUMAN_NOUNS,
    NEGATED,
    PRONOUNS,
    UNNAMED_HEADS,
)

RELATIVE = 12  # tokens of a relative clause in a source
LONGEST = 30  # tokens of a source phrase
PREPOSITIONS = word_class("preposition")
COORDINATORS = word_class("coordinator")
CLAUSE_OPENERS = word_class("clause_opener")
FRAME_HEADS = word_class("frame_head")
FRAMES = word_class("frame_word")
# Words that end the noun phrase of a subject: what follows says when, where or with whom.
PHRASE_ENDS = word_class("ends_subject")
# Before a noun these go on with the noun phrase that it stands in.
INSIDE_NOUN_PHRASE = word_class("inside_noun_phrase")
# A verb right behind one of these opens no clause with a subject: "Meski menganggap …, ia".
CONCEDING = word_class("conceding")
APPOSED = word_class("apposed")
ISSUED = word_class("issued_document")
# Words in small letters after which an institution is a subject of its own.
BEFORE_BODY = FRAMES | ADVERBS | COORDINATORS | DETERMINERS | ISSUED | {"pihak", "maka"}
STOPS = frozenset('.;:!?…“”"()')
NONE = SourcePhrase("none")
CLITIC = SourcePhrase("clitic")


def source_after(para: Paragraph, i: int, last: int) -> tuple[SourcePhrase, int]:
    """Read the source that starts at token `i`, right after a cue.

    Args:
        para: The paragraph.
        i: Index of the first token after the cue.
        last: Index of the last token of the sentence.

    Returns:
        The source, and the index after its last token.
    """
    if i > last:
        return NONE, i
    toks = para.toks
    if toks[i].low == "oleh":
        i += 1
    if i > last or toks[i].low in {"dan", "atau", "serta"}:
        return NONE, i
    if toks[i].low == "nya":
        return CLITIC, i + 1  # "pungkas nya"
    if toks[i].low in PRONOUNS:
        return SourcePhrase("pronoun", toks[i].start, toks[i].end), i + 1
    n = i
    while n <= last and n < i + LONGEST:
        token = toks[n]
        mention = para.mention_at(n)
        if mention:
            while n <= last and toks[n].end <= mention.right:
                n += 1
            return SourcePhrase("phrase", toks[i].start, max(mention.end, toks[n - 1].end)), n
        if token.text == "(" and n > i:
            close = next((k for k in range(n, min(n + 8, last + 1)) if toks[k].text == ")"), None)
            if close is None:
                break
            n = close + 1
            continue
        if token.text == "," and n > i:
            if n + 1 <= last and _name_follows(para, n + 1) and not _is_subject(para, n + 1, last):
                n += 1
                continue
            break
        if token.low == "yang" and n > i and (close := _described_end(para, i, n, last)):
            return SourcePhrase("phrase", toks[i].start, toks[close].end), close + 1
        if token.text in STOPS or token.inside or (token.low in AFTER_SOURCE and n > i):
            break
        verbal = is_predicate(token.low) and token.low != "tertulis"
        if n > i and token.text[0].islower() and verbal:
            break  # "menurut Sekda telah tersedia …", "tandas Bupati lebih lanjut"
        n += 1
    if n == i:
        return NONE, i
    return SourcePhrase("phrase", toks[i].start, toks[n - 1].end), n


def _described_end(para: Paragraph, i: int, n: int, last: int) -> int | None:
    """Return where "senator yang sudah terpilih empat kali ini" ends, with a determiner."""
    toks = para.toks
    if toks[i].low not in HUMAN_NOUNS and toks[i].low not in word_class("occupation"):
        return None
    for k in range(n + 1, min(n + RELATIVE, last) + 1):
        if toks[k].text in STOPS | {","} or toks[k].inside:
            return None
        if toks[k].low in DETERMINERS:
            return k
    return None


def _is_subject(para: Paragraph, i: int, last: int) -> bool:
    """Say whether a verb follows the name at `i`: "Dijelaskan Bupati, Budi Utomo adalah …"."""
    while i <= last and para.mention_at(i) is not None:
        i += 1
    return i < last and is_predicate(para.toks[i].low)


def _name_follows(para: Paragraph, i: int) -> bool:
    mention = para.mention_at(i)
    return mention is not None and mention.start <= para.toks[i].start + 40


def subject_before(para: Paragraph, i: int, first: int) -> SourcePhrase | None:
    """Find the subject of the verb at token `i`.

    Args:
        para: The paragraph.
        i: Index of the verb.
        first: Index of the first token of its clause.

    Returns:
        The subject; `NONE` where the verb is coordinated with one before ("… dan mengimbau …");
        None where the verb has no subject that can speak.
    """
    toks = para.toks
    k = i - 1
    while k >= first and toks[k].low in ADVERBS and para.mention_at(k) is None:
        if toks[k].low in {"tidak", "tak", "belum"}:
            return None
        k -= 1
    if k < first:
        return None
    if toks[k].low in COORDINATORS and para.mention_at(k) is None:
        return NONE
    if toks[k].low == "yang" and k > first and _ends_source(para, k - 1):
        return _candidate_at(para, k - 1)  # "Nanda Aulia, yang mengaku …"
    if toks[k].low in NEGATED | CONCEDING:
        return None
    described = _description(para, first, k)
    if described:
        return described
    adjacent = _candidate_at(para, k)
    if adjacent:
        return _read_out(para, first, adjacent) or adjacent
    return (
        _representative(para, first, k)
        or _office_at(para, first, k)
        or first_candidate(para, first, k)
        or _raw_phrase(para, first, k)
    )


def _description(para: Paragraph, first: int, k: int) -> SourcePhrase | None:
    """Return "pria yang juga Menteri BUMN tersebut": from a human head to the determiner."""
    toks = para.toks
    k -= toks[k].text == "," and k > first
    if toks[k].low not in DETERMINERS:
        return None
    for n in range(k - 1, max(first, k - 14) - 1, -1):
        low = toks[n].low
        if toks[n].text in STOPS | {","} or toks[n].inside:
            return None
        human = low in HUMAN_NOUNS or low in word_class("occupation")
        if human and (n == first or toks[n - 1].low not in INSIDE_NOUN_PHRASE):
            starts = n == first or toks[n - 1].text == "," or toks[n - 1].low in FRAMES
            if starts and not _governed(para, toks[n].start):
                return SourcePhrase("phrase", toks[n].start, toks[k].end)
    return None


def _ends_source(para: Paragraph, k: int) -> bool:
    """Say whether a comma or a person's name ends at token `k`: "Warjono yang menyebut …"."""
    mention = para.mention_at(k)
    return para.toks[k].text == "," or (mention is not None and mention.end == para.toks[k].end)


def _office_at(para: Paragraph, first: int, k: int) -> SourcePhrase | None:
    """Return an office without a name that ends at token `k`, where others stand before it.

    "Dalam wawancara yang dipandu X, Wapres menyampaikan …".
    """
    toks = para.toks
    n = k
    while n > first and toks[n - 1].text[0].isupper() and para.mention_at(n - 1) is None:
        n -= 1
    if not is_head(toks[n].text) or _governed(para, toks[n].start):
        return None
    before = toks[n - 1] if n > first else None
    addressed = any(t.low == "kepada" for t in toks[max(first, n - 4) : n - 1])
    frames = FRAMES | ADVERBS | DETERMINERS
    framed = before is None or not before.text[0].isalnum() or before.low in frames
    if not (framed or addressed):  # "kepada masyarakat Presiden berpesan"
        return None
    return SourcePhrase("phrase", toks[n].start, toks[k].end)


def _read_out(para: Paragraph, first: int, reader: SourcePhrase) -> SourcePhrase | None:
    """Return whose written words a reader reads out: "Bupati dalam sambutan yang dibacakan X"."""
    toks = para.toks
    i = para.index(reader.start) - 1
    while i > first and toks[i].low in {"oleh", ":"}:
        i -= 1
    if i <= first or toks[i].low != "dibacakan":
        return None
    return first_candidate(para, first, i - 1) or _raw_phrase(para, first, i - 1)


def _representative(para: Paragraph, first: int, k: int) -> SourcePhrase | None:
    """Return who stands in for another: "Bupati X diwakili Sekda Y dalam sambutannya …"."""
    toks = para.toks
    for n in range(first, k):
        if toks[n].low != "diwakili":
            continue
        n += 1
        while n < k and toks[n].low in {"oleh", ":"}:
            n += 1
        mention = para.mention_at(n)
        return SourcePhrase("phrase", mention.left, mention.right) if mention else None
    return None


def _candidate_at(para: Paragraph, k: int) -> SourcePhrase | None:
    """Return the mention or pronoun that ends at token `k`, a comma or bracket skipped."""
    toks = para.toks
    if toks[k].text == "," and k:
        k -= 1
    mention = para.mention_at(k)
    if mention and (not _governed(para, mention.left) or _accompanies(para, mention.left)):
        mention = _first_of_two(para, mention)
        return SourcePhrase("phrase", mention.left, mention.right)
    if toks[k].low in PRONOUNS:
        return SourcePhrase("pronoun", toks[k].start, toks[k].end)
    body = para.institution_of[k - (toks[k].text == ")")]
    if body:
        before = para.index(body[0]) - 1
        titled = _degrees_of(para, before)
        if titled:
            return titled
        if before > 0 and toks[before].text == "(":  # a short form: what it stands for speaks
            body = para.institution_of[before - 1]
    return SourcePhrase("phrase", *body) if body and _is_free(para, body) else None


def _accompanies(para: Paragraph, start: int) -> bool:
    """Say whether ", dengan" adds a clause of its own: "…, dengan Heru menegaskan bahwa"."""
    i = para.index(start) - 1
    return i > 0 and para.toks[i].low == "dengan" and para.toks[i - 1].text == ","


def _first_of_two(para: Paragraph, second: Mention) -> Mention:
    """Return the first of two people who speak together: "Sofie dan Eva mengaku"."""
    i = para.index(second.left) - 2
    if i < 0 or para.toks[i + 1].low not in {"dan", "maupun"}:
        return second
    return para.mention_at(i) or second


def _degrees_of(para: Paragraph, i: int) -> SourcePhrase | None:
    """Return the person whose unknown degrees look like institutions: "X, Sp.P, FISR, FAPSR"."""
    toks = para.toks
    if i < 1 or toks[i].text != ",":
        return None
    while i >= 0 and (toks[i].text in {",", ".", "(", ")"} or toks[i].text.isupper()):
        i -= 1
    mention = para.mention_at(i) if i >= 0 else None
    return SourcePhrase("phrase", mention.left, mention.right) if mention else None


def _is_free(para: Paragraph, body: tuple[int, int]) -> bool:
    """Say whether an institution stands for itself: no preposition or office rules it."""
    if _governed(para, body[0]) or _office_before(para, body[0]):
        return False
    before = para.index(body[0]) - 1  # "konferensi pers KSSK", "jajak pendapat Reuters"
    return (
        before < 0 or not para.toks[before].text.isalpha() or para.toks[before].low in BEFORE_BODY
    )


def _office_before(para: Paragraph, start: int) -> bool:
    """Say whether an office rules an institution: "Kepala Dinas Kesehatan"."""
    i = para.index(start) - 1
    if i >= 0 and para.toks[i].low in ISSUED:
        return False  # "Surat Edaran Kementerian X menyebutkan": the issuer speaks
    return i >= 0 and (para.toks[i].text[0].isupper() or para.toks[i].low in UNNAMED_HEADS)


def _governed(para: Paragraph, start: int) -> bool:
    """Say whether a preposition or a relative stands right before `start`."""
    before = para.index(start) - 1
    return before >= 0 and para.toks[before].low in PREPOSITIONS


def first_candidate(para: Paragraph, first: int, last: int) -> SourcePhrase | None:
    """Return the first pronoun or mention of the clause that no preposition governs."""
    toks = para.toks
    k = first
    while k <= last:
        mention = para.mention_at(k)
        if mention:
            if not _governed(para, mention.left):
                return SourcePhrase("phrase", mention.left, mention.right)
            while k <= last and toks[k].end <= mention.right:
                k += 1
            continue
        body = para.institution_of[k]
        if body:
            if _is_free(para, body):
                return SourcePhrase("phrase", *body)
            while k <= last and toks[k].end <= body[1]:
                k += 1
            continue
        if toks[k].low in {"ia", "dia", "beliau"} and not _governed(para, toks[k].start):
            return SourcePhrase("pronoun", toks[k].start, toks[k].end)
        k += 1
    return None


def _raw_phrase(para: Paragraph, first: int, last: int) -> SourcePhrase | None:
    """Return the words before the verb as a phrase where they can name a speaker."""
    toks = para.toks
    closed = toks[last].text == ","
    last -= closed
    start = _phrase_start(para, first, last)
    if closed and start > first + 1 and toks[start].low in APPOSED and toks[start - 1].text == ",":
        # "True Bakti Indonesia, salah satu perusahaan X, mengungkapkan"
        last = start - 2
        start = _phrase_start(para, first, last)
    if start > last or any(t.inside for t in toks[start : last + 1]):
        return None
    if toks[start].low in PREPOSITIONS | {"saat", "ketika", "usai", "melalui", "ini", "itu"}:
        return None
    if any(t.text[0].islower() and lead_cue(t.low) for t in toks[start : last + 1]):
        return None  # "X menekankan pentingnya peran kepala daerah memastikan …": no phrase
    for k in range(start + 1, last + 1):
        if toks[k].low == "yang" and toks[start].low not in UNNAMED_HEADS:
            return None
        if toks[k].low in PHRASE_ENDS:
            last = k - 1
            break
    return SourcePhrase("phrase", toks[start].start, toks[last].end)


def _phrase_start(para: Paragraph, first: int, last: int) -> int:
    """Return where the noun phrase that ends at token `last` begins, frames before it left out."""
    toks = para.toks
    start = last
    while start > first and toks[start - 1].text not in {",", ";", ":", "–", "-"}:
        start -= 1
        if toks[start].low in CLAUSE_OPENERS:
            start += 1
            break
    while start < last and toks[start].low in FRAME_HEADS and toks[start + 1].low == "itu":
        start += 2
    while start <= last and toks[start].low in FRAMES:
        start += 1
    # "Dalam sambutannya Bupati Kendal mengatakan": a frame that ends in -nya without a comma
    if start < last and toks[start].low in {"dalam", "di", "pada", "lanjut", "menurut", "melalui"}:
        for k in range(start + 1, min(start + 5, last)):
            small = toks[k].text[0].islower()
            if toks[k].low.endswith("nya") or (small and toks[k + 1].text[0].isupper()):
                return k + 1
    return start
