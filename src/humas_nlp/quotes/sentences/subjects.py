"""The subject of a verb of reporting: who stands before it and can speak."""

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.tokens import is_head
from humas_nlp.people.finder import Mention
from humas_nlp.quotes.sentences.cues import lead_cue
from humas_nlp.quotes.sentences.sources import HUMANS, NONE, STOPS
from humas_nlp.quotes.sentences.view import ParagraphView, SourcePhrase
from humas_nlp.quotes.words import ADVERBS, DETERMINERS, NEGATED, PRONOUNS, UNNAMED_HEADS

PREPOSITIONS = word_class("preposition")
COORDINATORS = word_class("coordinator")
CLAUSE_OPENERS = word_class("clause_opener")
FRAME_HEADS = word_class("frame_head")
FRAMES = word_class("frame_word")
# A frame before the subject may begin like this: "Dalam sambutannya Bupati X mengatakan".
FRAME_OPENERS = word_class("frame_opener")
# Words that end the noun phrase of a subject: what follows says when, where or with whom.
PHRASE_ENDS = word_class("ends_subject")
# Before a noun these go on with the noun phrase that it stands in.
INSIDE_NOUN_PHRASE = word_class("inside_noun_phrase")
# A verb right behind one of these opens no clause with a subject: "Meski menganggap …, ia".
CONCEDING = word_class("conceding")
APPOSED = word_class("apposed")
ISSUED = word_class("issued_document")
# What begins like this is no subject.
NO_SUBJECTS = PREPOSITIONS | word_class("begins_no_subject")
# Words in small letters after which an institution or an office is a subject of its own.
BEFORE_OFFICE = FRAMES | ADVERBS | DETERMINERS
BEFORE_BODY = BEFORE_OFFICE | COORDINATORS | ISSUED | {"pihak", "maka"}


def subject_before(view: ParagraphView, i: int, first: int) -> SourcePhrase | None:
    """Find the subject of the verb at token `i`.

    Args:
        view: The paragraph.
        i: Index of the verb.
        first: Index of the first token of its clause.

    Returns:
        The subject; `NONE` where the verb is coordinated with one before ("… dan mengimbau …");
        None where the verb has no subject that can speak.
    """
    k = i - 1
    while k >= first and view.lows[k] in ADVERBS and view.mention_of[k] is None:
        if view.lows[k] in {"tidak", "tak", "belum"}:
            return None
        k -= 1
    if k < first:
        return None
    if view.lows[k] in COORDINATORS and view.mention_of[k] is None:
        return NONE
    if view.lows[k] == "yang" and k > first and _ends_source(view, k - 1):
        return _candidate_at(view, k - 1)  # "Nanda Aulia, yang mengaku …"
    if view.lows[k] in NEGATED | CONCEDING:
        return None
    described = _description(view, first, k)
    if described:
        return described
    adjacent = _candidate_at(view, k)
    if adjacent:
        return _read_out(view, first, adjacent) or adjacent
    return (
        _representative(view, first, k)
        or _office_at(view, first, k)
        or first_candidate(view, first, k)
        or _raw_phrase(view, first, k)
    )


def _description(view: ParagraphView, first: int, k: int) -> SourcePhrase | None:
    """Return "pria yang juga Menteri BUMN tersebut": from a human head to the determiner."""
    k -= view.words[k] == "," and k > first
    if view.lows[k] not in DETERMINERS:
        return None
    for n in range(k - 1, max(first, k - 14) - 1, -1):
        low = view.lows[n]
        if (view.words[n] in STOPS or view.words[n] == ",") or view.inside[n]:
            return None
        human = low in HUMANS
        if human and (n == first or view.lows[n - 1] not in INSIDE_NOUN_PHRASE):
            starts = n == first or view.words[n - 1] == "," or view.lows[n - 1] in FRAMES
            if starts and not _governed(view, view.starts[n]):
                return SourcePhrase("phrase", view.starts[n], view.ends[k])
    return None


def _ends_source(view: ParagraphView, k: int) -> bool:
    """Say whether a comma or a person's name ends at token `k`: "Warjono yang menyebut …"."""
    mention = view.mention_of[k]
    return view.words[k] == "," or (mention is not None and mention.end == view.ends[k])


def _office_at(view: ParagraphView, first: int, k: int) -> SourcePhrase | None:
    """Return an office without a name that ends at token `k`, where others stand before it.

    "Dalam wawancara yang dipandu X, Wapres menyampaikan …".
    """
    n = k
    while n > first and view.words[n - 1][0].isupper() and view.mention_of[n - 1] is None:
        n -= 1
    if not is_head(view.words[n]) or _governed(view, view.starts[n]):
        return None
    addressed = "kepada" in view.lows[max(first, n - 4) : max(first, n - 1)]
    framed = n == first or not view.words[n - 1][0].isalnum() or view.lows[n - 1] in BEFORE_OFFICE
    if not (framed or addressed):  # "kepada masyarakat Presiden berpesan"
        return None
    return SourcePhrase("phrase", view.starts[n], view.ends[k])


def _read_out(view: ParagraphView, first: int, reader: SourcePhrase) -> SourcePhrase | None:
    """Return whose written words a reader reads out: "Bupati dalam sambutan yang dibacakan X"."""
    i = view.index(reader.start) - 1
    while i > first and view.lows[i] in {"oleh", ":"}:
        i -= 1
    if i <= first or view.lows[i] != "dibacakan":
        return None
    return first_candidate(view, first, i - 1) or _raw_phrase(view, first, i - 1)


def _representative(view: ParagraphView, first: int, k: int) -> SourcePhrase | None:
    """Return who stands in for another: "Bupati X diwakili Sekda Y dalam sambutannya …"."""
    for n in range(first, k):
        if view.lows[n] != "diwakili":
            continue
        n += 1
        while n < k and view.lows[n] in {"oleh", ":"}:
            n += 1
        mention = view.mention_of[n]
        return SourcePhrase("phrase", mention.left, mention.right) if mention else None
    return None


def _candidate_at(view: ParagraphView, k: int) -> SourcePhrase | None:
    """Return the mention or pronoun that ends at token `k`, a comma or bracket skipped."""
    if view.words[k] == "," and k:
        k -= 1
    mention = view.mention_of[k]
    if mention and (not _governed(view, mention.left) or _accompanies(view, mention.left)):
        mention = _first_of_two(view, mention)
        return SourcePhrase("phrase", mention.left, mention.right)
    if view.lows[k] in PRONOUNS:
        return SourcePhrase("pronoun", view.starts[k], view.ends[k])
    body = view.institution_of[k - (k > 0 and view.words[k] == ")")]
    if body:
        before = view.index(body[0]) - 1
        titled = _degrees_of(view, before)
        if titled:
            return titled
        if before > 0 and view.words[before] == "(":  # a short form: what it stands for speaks
            body = view.institution_of[before - 1]
    return SourcePhrase("phrase", *body) if body and _is_free(view, body) else None


def _accompanies(view: ParagraphView, start: int) -> bool:
    """Say whether ", dengan" adds a clause of its own: "…, dengan Heru menegaskan bahwa"."""
    i = view.index(start) - 1
    return i > 0 and view.lows[i] == "dengan" and view.words[i - 1] == ","


def _first_of_two(view: ParagraphView, second: Mention) -> Mention:
    """Return the first of two people who speak together: "Sofie dan Eva mengaku"."""
    i = view.index(second.left) - 2
    if i < 0 or view.lows[i + 1] not in {"dan", "maupun"}:
        return second
    return view.mention_of[i] or second


def _degrees_of(view: ParagraphView, i: int) -> SourcePhrase | None:
    """Return the person whose unknown degrees look like institutions: "X, Sp.P, FISR, FAPSR"."""
    if i < 1 or view.words[i] != ",":
        return None
    while i >= 0 and (view.words[i] in {",", ".", "(", ")"} or view.words[i].isupper()):
        i -= 1
    mention = view.mention_of[i] if i >= 0 else None
    return SourcePhrase("phrase", mention.left, mention.right) if mention else None


def _is_free(view: ParagraphView, body: tuple[int, int]) -> bool:
    """Say whether an institution stands for itself: no preposition or office rules it."""
    if _governed(view, body[0]) or _office_before(view, body[0]):
        return False
    before = view.index(body[0]) - 1  # "konferensi pers KSSK", "jajak pendapat Reuters"
    return before < 0 or not view.words[before].isalpha() or view.lows[before] in BEFORE_BODY


def _office_before(view: ParagraphView, start: int) -> bool:
    """Say whether an office rules an institution: "Kepala Dinas Kesehatan"."""
    i = view.index(start) - 1
    if i >= 0 and view.lows[i] in ISSUED:
        return False  # "Surat Edaran Kementerian X menyebutkan": the issuer speaks
    return i >= 0 and (view.words[i][0].isupper() or view.lows[i] in UNNAMED_HEADS)


def _governed(view: ParagraphView, start: int) -> bool:
    """Say whether a preposition or a relative stands right before `start`."""
    before = view.index(start) - 1
    return before >= 0 and view.lows[before] in PREPOSITIONS


def first_candidate(view: ParagraphView, first: int, last: int) -> SourcePhrase | None:
    """Return the first pronoun or mention of the clause that no preposition governs."""
    k = first
    while k <= last:
        mention = view.mention_of[k]
        if mention:
            if not _governed(view, mention.left):
                return SourcePhrase("phrase", mention.left, mention.right)
            while k <= last and view.ends[k] <= mention.right:
                k += 1
            continue
        body = view.institution_of[k]
        if body:
            if _is_free(view, body):
                return SourcePhrase("phrase", *body)
            while k <= last and view.ends[k] <= body[1]:
                k += 1
            continue
        if view.lows[k] in {"ia", "dia", "beliau"} and not _governed(view, view.starts[k]):
            return SourcePhrase("pronoun", view.starts[k], view.ends[k])
        k += 1
    return None


def _raw_phrase(view: ParagraphView, first: int, last: int) -> SourcePhrase | None:
    """Return the words before the verb as a phrase where they can name a speaker."""
    closed = view.words[last] == ","
    last -= closed
    if last < first:
        return None
    start = _phrase_start(view, first, last)
    if (
        closed
        and start > first + 1
        and view.lows[start] in APPOSED
        and view.words[start - 1] == ","
    ):
        # "True Bakti Indonesia, salah satu perusahaan X, mengungkapkan"
        last = start - 2
        start = _phrase_start(view, first, last)
    if start > last or any(view.inside[start : last + 1]):
        return None
    if view.lows[start] in NO_SUBJECTS:
        return None
    if any(view.words[k][0].islower() and lead_cue(view.lows[k]) for k in range(start, last + 1)):
        return None  # "X menekankan pentingnya peran kepala daerah memastikan …": no phrase
    for k in range(start + 1, last + 1):
        if view.lows[k] == "yang" and view.lows[start] not in UNNAMED_HEADS:
            return None
        if view.lows[k] in PHRASE_ENDS:
            last = k - 1
            break
    return SourcePhrase("phrase", view.starts[start], view.ends[last])


def _phrase_start(view: ParagraphView, first: int, last: int) -> int:
    """Return where the noun phrase that ends at token `last` begins, frames before it left out."""
    start = last
    while start > first and view.words[start - 1] not in {",", ";", ":", "–", "-"}:
        start -= 1
        if view.lows[start] in CLAUSE_OPENERS:
            start += 1
            break
    while start < last and view.lows[start] in FRAME_HEADS and view.lows[start + 1] == "itu":
        start += 2
    while start <= last and view.lows[start] in FRAMES:
        start += 1
    # "Dalam sambutannya Bupati Kendal mengatakan": a frame that ends in -nya without a comma
    if start < last and view.lows[start] in FRAME_OPENERS:
        for k in range(start + 1, min(start + 5, last)):
            small = view.words[k][0].islower()
            if view.lows[k].endswith("nya") or (small and view.words[k + 1][0].isupper()):
                return k + 1
    return start
