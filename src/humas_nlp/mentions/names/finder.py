"""Names of people inside a paragraph, from word weights and from what stands around them.

A run of capitalised words may hold an office, an institution and a name one after another
("Kepala Bappeda Kota Kendari Ridwansyah Taridala"). The best cut is the path through two states,
name and other, that has the highest sum of word log-odds; leaving a name inside a run is costly
since names end with their run (in the training releases 19 of 20 do). The evidence around the
segment - form of address, office, degree, age, reporting verb - is added before the threshold.
"""

import re
from bisect import bisect_left
from itertools import pairwise

from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.name_words import PORTMANTEAU, ROMAN, is_acronym
from humas_nlp.mentions.institutions.finder import is_institution
from humas_nlp.mentions.names.evidence import (
    BLOCKING,
    BRANCHES,
    NAMING,
    QUOTE_ENDS,
    ROOTS,
    degrees_end,
    evidence_left,
    evidence_right,
    has_age,
    honorifics_start,
    is_supported,
    leads_unit,
    name_apposed,
    names_place,
    verb_follows,
)
from humas_nlp.mentions.names.runs import PARTICLES, runs
from humas_nlp.mentions.names.span import NameSpan
from humas_nlp.mentions.offices.after import offices_after
from humas_nlp.mentions.offices.before import is_loose, offices_before
from humas_nlp.mentions.places.gazetteer import places
from humas_nlp.mentions.tokens import BINDERS, Token

ENTER, LEAVE, STAY = -0.5, -3.0, 0.3
AFTER_OFFICE = 1.0  # entering a name in a run that began with an office
BESIDE_HEAD = 1.0  # "Sekda One Andang Wardoyo": no unit, so a name
PLACE_FIRST = 2.0  # "Kapolsek Soromandi Fedy Mih…": corpora do not know small places
OF_SMALL_PLACES = word_class("office_of_small_place")
TEAMS = word_class("campaign_team")
TEAM_REACH = 6  # tokens of "Kampanye Nasional (TKN)"
UNIT = -1.0  # the most weight of a word that goes on with an office
AFTER_ACRONYM = 2.0  # "Kepala Bappenas Indah Anggraini", "Presiden Donald …": a name is due
ANCHORED = 2.0  # a name is due: after a form of address or an office with a comma
AFTER_CUE = 1.5  # "kata X", "X mengatakan"
OPENING = -1.5  # the least weight of the first word of a name that opens a sentence
INNER = -1.5  # the least that a common word inside a name costs ("Danang Hari Purnomo")
GIVEN = 1.0  # the least weight of a name that a common word goes on with: "David Utama"
ACCEPT = 2.0
DETERMINERS = frozenset({"itu", "tersebut", "ini"})
# Words with a capital that speak and are no persons.
NO_PERSON = word_class("speaker_no_person")
ACTING = word_class("acting")
# A verb that opens a sentence before its agent or its object.
REPORTING = re.compile(r"(?:Di|Me(?:ng|ny|m|n)?)[a-z]{3,}kan$")
REGIONS = frozenset("Kecamatan Kelurahan Kabupaten Provinsi Desa".split())
ENDING_NYA = word_class("name_in_nya")
CITED = frozenset({"menurut"})
INITIALLED = frozenset("inisial berinisial".split())


def find_names(text: str, tokens: list[Token]) -> list[NameSpan]:
    """Return the names of one paragraph, accepted or not, in reading order.

    Args:
        text: The whole text.
        tokens: Its tokens as `read_tokens` gives them.

    Returns:
        Spans with a score; those under `ACCEPT` are kept for the document's alias pass to see.
    """
    found: list[NameSpan] = []
    barrier = -1  # token index of the last accepted name
    for first, last in runs(text, tokens):
        due = _due(text, tokens, first, last, barrier)
        segments = [(first, last)] if _is_framed(tokens, first, last, *due) else None
        if segments is None and first == last and _after_quote(tokens, first):
            segments = [(first, last)]
        for a, b in segments or _segments(tokens, first, last, *due):
            if due[2] and a == first + 1 and b == last and _may_open(tokens, first):
                a = first
            span = _describe(text, tokens, a, b, barrier)
            quoted = a > first and _is_quoted(tokens, first)
            if b == last and quoted and not name_apposed(tokens, b):
                span.score += 2.0  # "…," kata Kapten Timnas X Y: the source ends with its name
            found.append(span)
            if _names_team(tokens, a):
                span.offices = ()
            elif span.score >= ACCEPT:
                barrier = b
    found = _with_initials(tokens, found)
    _lift_lists(tokens, found)
    return found


def _with_initials(tokens: list[Token], found: list[NameSpan]) -> list[NameSpan]:
    """Add people whom crime reports name by initials: "pelaku berinisial RT (34)"."""
    known = {i: span for span in found for i in range(span.first, span.last + 1)}
    added = []
    for i, token in enumerate(tokens):
        if not (token.text.isupper() and token.text.isalpha() and len(token.text) <= 4):
            continue
        named = i > 0 and tokens[i - 1].text in INITIALLED
        if not (named or (has_age(tokens, i) and not tokens[max(i - 1, 0)].capital)):
            continue
        span = known.get(i)
        if span is None:
            span = NameSpan(i, i, token.start, token.end, left=token.start, right=token.end)
            span.parts = (token.text,)
            added.append(span)
        if span.first == span.last:
            span.score = ACCEPT + 2.0
    return sorted(found + added, key=lambda s: s.first) if added else found


def _lift_lists(tokens: list[Token], spans: list[NameSpan]) -> None:
    """Lift names that stand in a row with a sure one: "Asep Permana, Tri Yulianto dan Ego"."""
    starts = [t.start for t in tokens]
    rows = []
    for before, after in pairwise(spans):
        a, b = bisect_left(starts, before.right), bisect_left(starts, after.left)
        between = {t.text for t in tokens[a : min(b, a + 4)]}
        if b - a <= 3 and between and between <= {",", "dan", "serta", "/", "-"}:
            rows.append((before, after))
    for before, after in (*rows, *reversed(rows)):
        for sure, other in ((before, after), (after, before)):
            if sure.score >= ACCEPT > other.score and not other.listed and other.score > -3:
                other.score += 2.0
                other.listed = True


def _due(
    text: str, tokens: list[Token], first: int, last: int, barrier: int
) -> tuple[float, float, float]:
    """Return what speaks for a name at the start of a run, inside it and at its end."""
    begin = 0.0
    if first:
        before = tokens[first - 1]
        purn = before.text == ")" and first > 1 and "Purn" in tokens[first - 2].text
        closed = before.text == "," or (
            before.text == ")" and last > first and tokens[first - 2].text not in BLOCKING
        )
        office = closed and offices_before(text, tokens, first, barrier)
        if (
            (before.honorific and before.text not in BRANCHES)
            or before.text in NAMING
            or purn
            or office
        ):
            begin = ANCHORED
        elif before.text.lower() in ROOTS:
            quoted = first > 1 and tokens[first - 2].text in QUOTE_ENDS
            begin = ANCHORED + 0.5 if quoted else AFTER_CUE
    apposed = any(office.role for office in offices_after(text, tokens, last))
    finish = AFTER_CUE if apposed or verb_follows(tokens, last) else 0.0
    return begin, AFTER_OFFICE if tokens[first].head else ENTER, finish


def _is_short_form(tokens: list[Token], a: int, b: int) -> bool:
    """Say whether a word alone in brackets shortens an office: "Sekretaris Utama (Sestama)".

    Behind a name it is a nickname.
    """
    if a < 2 or b + 1 >= len(tokens) or tokens[a - 2].weight > -1:
        return False
    return a == b and tokens[a - 1].text == "(" and tokens[b + 1].text == ")"


def _is_quoted(tokens: list[Token], i: int) -> bool:
    """Say whether a quotation mark or comma and a cue stand before the token at `i`."""
    return i > 1 and tokens[i - 1].text.lower() in ROOTS and tokens[i - 2].text in QUOTE_ENDS


def _after_quote(tokens: list[Token], i: int) -> bool:
    """Say whether one word stands where only a speaker stands: "…," kata Novel.

    Whatever it means elsewhere, it is a name there, but for institutions, offices and places.
    """
    token = tokens[i]
    if not _is_quoted(tokens, i):
        return False
    low = token.text.lower()
    place = places().get(low)
    return not (
        token.head
        or low in NO_PERSON
        or (place is not None and place.kind in {"country", "capital", "province"})
        or is_acronym(token.text)
        or PORTMANTEAU.match(token.text)
        or token.text in word_class("institution_head")
        or is_institution(token.text)
    )


def _is_framed(
    tokens: list[Token], first: int, last: int, begin: float, enter: float, finish: float
) -> bool:
    """Say whether a whole run is a name: "…, Harapan Takarya menjelaskan" behind an office.

    The first words of a name may be common words where an office and a verb leave it no choice.
    """
    if begin < ANCHORED or not finish or not 1 <= last - first <= 3 or tokens[last].weight < 0:
        return False
    return not any(
        t.head or t.text.lower() in places() or is_acronym(t.text) or PORTMANTEAU.match(t.text)
        for t in tokens[first : last + 1]
    )


def _segments(
    tokens: list[Token], first: int, last: int, begin: float, enter: float, finish: float
) -> list[tuple[int, int]]:
    """Return the index ranges that the best path through a run calls names."""
    other, name = 0.0, _weight(tokens, first, first, last) + begin
    back: list[tuple[bool, bool]] = []  # per step: did `other`/`name` come from a name
    for i in range(first + 1, last + 1):
        left, kept = name + LEAVE, name + STAY
        due = _closes_body(tokens, i) or _takes_name(tokens, i)
        entered = other + enter + (AFTER_ACRONYM if due else 0.0)
        if _holds_alone(tokens[i - 1]) and tokens[i].weight > UNIT:
            entered += BESIDE_HEAD
        if tokens[i - 1].text in OF_SMALL_PLACES and last - i > 1:
            entered -= PLACE_FIRST
        back.append((left > other, kept > entered))
        other = max(left, other)
        name = max(kept, entered) + _weight(tokens, i, first, last)
        if tokens[i].head:
            enter = AFTER_OFFICE
    state = name + finish > other
    path = [state]
    for from_other, from_name in reversed(back):
        state = from_name if state else from_other
        path.append(state)
    path.reverse()
    return _ranges(path, first)


def _names_team(tokens: list[Token], a: int) -> bool:
    """Say whether the name at `a` is that of a campaign team: "Ketua TKN Prabowo-Gibran, X".

    The office before it reaches over it to the person behind the comma.
    """
    while a > 1 and tokens[a - 1].text == "-":  # the second of a pair
        a -= 2
        while a > 0 and tokens[a - 1].capital and tokens[a].weight > 0:
            a -= 1
    before = tokens[max(0, a - TEAM_REACH) : a]
    closed = bool(before) and (before[-1].text == ")" or before[-1].text in TEAMS)
    return closed and any(t.text in TEAMS for t in before)


def _holds_alone(token: Token) -> bool:
    """Say whether a name follows an office directly: behind "Kapolsek" a place comes first."""
    return token.head and (
        token.text not in word_class("territorial_office") or token.text.startswith("Sek")
    )


def _takes_name(tokens: list[Token], i: int) -> bool:
    """Say whether the word before `i` is an office that a name follows: "Presiden Donald …"."""
    return tokens[i - 1].text in {"Presiden", "Paus", "Wapres"} and not (
        tokens[i].head or tokens[i].text.lower() in places()
    )


def _closes_body(tokens: list[Token], i: int) -> bool:
    """Say whether the word before `i` is a short form that ends the name of an institution."""
    token = tokens[i - 1]
    if tokens[i].text.lower() in places():
        return False  # "Ketua DPRD Wonosobo"
    short = is_acronym(token.text) and not token.initial and "." not in token.text
    return short or bool(PORTMANTEAU.match(token.text))


def _may_open(tokens: list[Token], first: int) -> bool:
    """Say whether a sentence may begin with a first name that is a common word: "Pesta", "Mawar".

    The words between it and the verb or the apposition are a name already.
    """
    opens = first == 0 or tokens[first - 1].text in {".", "!", "?"}
    return opens and tokens[first].weight > OPENING and not tokens[first].head


def _ranges(path: list[bool], first: int) -> list[tuple[int, int]]:
    """Return the index ranges where a path is true."""
    spans, i = [], 0
    while i < len(path):
        if path[i]:
            j = i
            while j + 1 < len(path) and path[j + 1]:
                j += 1
            spans.append((first + i, first + j))
            i = j
        i += 1
    return spans


def _weight(tokens: list[Token], i: int, first: int, last: int) -> float:
    token = tokens[i]
    ordinal = i > 0 and tokens[i - 1].head  # "Asisten I Teguh Jaya"
    if token.text == "I" and (i == last or ordinal or tokens[i + 1].weight < 0):
        return -4.0
    if token.text == "-":
        return 0.0
    if token.initial or (token.degree and first < i < last):
        return 0.3
    if ROMAN.match(token.text) and token.text not in PARTICLES:
        return -4.0
    if token.text in BINDERS:
        return 0.0
    inside = first < i and token.label == "PER"  # "Farhan Hakim": a judge is no part of a name
    if token.text in REGIONS | ACTING or (token.head and token.weight < 1 and not inside):
        return -4.0
    if i == first < last and token.text.endswith("nya") and token.text not in ENDING_NYA:
        return -4.0  # "Sekjennya Hasto Kristiyanto"
    if i == first < last and (token.text.lower() in ROOTS or REPORTING.match(token.text)):
        return -4.0  # "Ujar Rika.", "Dipaparkan Hilmar …"
    if token.text in PARTICLES:
        return max(0.0, token.weight)
    if first < i and tokens[i - 1].weight > 0:
        if i < last and tokens[i + 1].weight > 0.5:
            return max(token.weight, INNER)
        if token.text in word_class("surname") and tokens[i - 1].weight > GIVEN:
            return max(token.weight, INNER)
    return token.weight


def _describe(text: str, tokens: list[Token], a: int, b: int, barrier: int) -> NameSpan:
    """Weigh a segment with what stands around it."""
    while b > a and tokens[b].initial and tokens[b].text in {"S.", "M.", "A.", "SE", "SH"}:
        b -= 1  # the beginning of a degree that came apart
    span = NameSpan(a, b, tokens[a].start, tokens[b].end)
    span.parts = tuple(t.text for t in tokens[a : b + 1] if t.text != "-")
    h = honorifics_start(tokens, a, barrier)
    span.honorifics = tuple(t.text for t in tokens[h:a] if t.honorific)
    span.left = tokens[h].start
    d = degrees_end(tokens, b)
    span.degrees = tuple(t.text for t in tokens[b + 1 : d + 1] if t.degree)
    span.right = tokens[d].end
    score = sum(_weight(tokens, i, a, b) for i in range(a, b + 1)) + STAY * (b - a)
    if a == b and h == a and _after_quote(tokens, a):
        score = max(score, INNER)
    if all(tokens[i].initial for i in range(a, b + 1)):
        score -= 9.0
    score += evidence_left(tokens, a, h)
    span.offices = offices_before(text, tokens, h, barrier)
    if span.offices:
        score += 1.5 if is_loose(span.offices[-1]) else 4.0
    else:
        cued = h > 0 and tokens[h - 1].text.lower() in ROOTS | CITED
        span.offices = offices_after(text, tokens, d, cued=cued)
        if span.offices and span.offices[0].role:
            end = bisect_left(tokens, span.offices[-1].end, key=lambda t: t.end)
            score += 4.0 if verb_follows(tokens, end) else 2.0
    score += evidence_right(tokens, b, d)
    if a == b and not is_supported(span, tokens, h, b, d):
        score -= 2.5
    span.bracketed = _is_short_form(tokens, a, b)
    if a == b and is_acronym(tokens[a].text) and not span.honorifics:
        score -= 3.0
    if a == b and h == a and span.offices and names_place(tokens, span, d):
        score -= 4.0
    after = tokens[d + 1].text if d + 1 < len(tokens) else ""
    if after in DETERMINERS and span.offices and span.offices[-1].start < span.start:
        span.offices = ()  # "mantan ajudan X itu" is not X
    if a == b and tokens[b].text in REGIONS:
        score -= 9.0
    if a == b and tokens[b].text.lower() in places() and not span.honorifics:
        score -= 3.0
    if a == b and tokens[b].weight < 1.0 and h > 0 and leads_unit(tokens[h - 1]):
        score -= 3.0
    if span.parts[-1].endswith("nya") and span.parts[-1] not in ENDING_NYA:
        score -= 3.0  # "Motifnya, tersangka …"
    span.score = score
    if h == 0 or not leads_unit(tokens[h - 1]):
        span.speaks = verb_follows(tokens, d) or tokens[h - 1].text.lower() in ROOTS
    return span
