"""Offices before a name.

The office stands before the name in more than nine introductions of ten ("Kepala Bappeda Kota
Kendari, Ridwansyah Taridala"); after it, between commas or behind *selaku*, *sebagai*.
"""

import re

from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.name_words import PORTMANTEAU
from humas_nlp.mentions.offices.institution_border import named
from humas_nlp.mentions.offices.office import Office
from humas_nlp.mentions.offices.phrases import (
    CHAIN,
    JOINTS,
    NOT_IN_CHAIN,
    REACH,
    Offices,
    is_body,
    is_verbal,
    split_offices,
)
from humas_nlp.mentions.tokens import MARKS, Token

SENTENCE_END = frozenset(".!?;:…")
# Between an office and a name: "Camat setempat, X", "Anggota DPR lainnya X".
YEAR = re.compile(r"(?:19|20)\d\d$")
SUBORDINATE = word_class("subordinator_of_time")
# A cue that opens a sentence before an office, and what a clause goes on with after its subject.
FRAME = re.compile(r"(?:Di[a-z]{3,}kan|Diakui|Menurut)$")
FINITE = word_class("finite")
# What follows one of these is a group, not the office of one person.
PLURALS = word_class("plural")
QUALIFIERS = frozenset("setempat lainnya lain terpilih periode".split())


def offices_before(text: str, tokens: list[Token], h: int, barrier: int) -> Offices:
    """Find the offices that end right before a name.

    Args:
        text: The whole text.
        tokens: Tokens of the paragraph.
        h: Index of the first token of the name with its forms of address.
        barrier: Index of the last token of the name before; the office does not reach over it.

    Returns:
        The offices in reading order: of "Ketua Panitia yang juga Kepala Bappeda X" both.
    """
    k = h - 1
    if k >= 0 and (tokens[k].text in {",", "-", "–", ":"} or _holds_name(tokens, k)):
        k -= 1
    comma = k < h - 1
    while k > 0 and (tokens[k].text in QUALIFIERS or YEAR.match(tokens[k].text)):
        k -= 2 if tokens[k - 1].text in {"-", "–", "/"} else 1
    if k > 2 and tokens[k].text == "baru" and tokens[k - 1].text == "yang":
        k -= 2
    start = _head_leftwards(tokens, k, max(barrier, h - REACH))
    if start is None:
        start = _occupation(tokens, k, barrier)
    if comma and start == k and (_ends_clause(tokens, k) or _reports(tokens, k, h)):
        return ()
    if start is None:
        return _body_before(text, tokens, k, barrier) if comma else ()
    if start > 0 and tokens[start - 1].text in PLURALS:
        return ()
    return split_offices(text, tokens, start, k)


def _holds_name(tokens: list[Token], k: int) -> bool:
    """Say whether a bracket at `k` holds a name with degrees: "Analis SDM (Budi Santoso, S.IP)"."""
    if tokens[k].text != "(" or k < 1 or not tokens[k - 1].capital:
        return False
    inner = tokens[k + 1 : k + 1 + CHAIN * 2]
    close = next((j for j, t in enumerate(inner) if t.text == ")"), None)
    return close is not None and any(t.degree for t in inner[:close])


def _ends_clause(tokens: list[Token], k: int) -> bool:
    """Say whether an office of one word ends a clause: "Sebelum dikunjungi Bupati, Dudi …"."""
    for token in reversed(tokens[max(0, k - CHAIN) : k]):
        if token.text in SUBORDINATE:
            return True
        if token.text in {",", ".", "”", '"'}:
            return False
    return False


def _reports(tokens: list[Token], k: int, h: int) -> bool:
    """Say whether an office is the source of a clause whose subject is the name behind the comma.

    "Dilanjutkan Bupati, Budi Utomo adalah organisasi …", "Menurut Camat, Budi akan …".
    """
    if k < 1 or not FRAME.match(tokens[k - 1].text):
        return False
    n = h
    while n < len(tokens) and (tokens[n].capital or tokens[n].text in {"bin", "binti"}):
        n += 1
    return n < len(tokens) and (tokens[n].text in FINITE or is_verbal(tokens[n].text))


def is_loose(office: Office) -> bool:
    """Say whether small words stand between the head of an occupation and the name.

    "pakar hukum tata negara X" says less about X than "pakar X": programmes and places follow
    such phrases as well. An institution alone says less than an office.
    """
    return not office.role or (
        not office.affiliation and " " in office.role and office.role.rpartition(" ")[2].islower()
    )


def _body_before(text: str, tokens: list[Token], k: int, barrier: int) -> Offices:
    """Read "KTNA Kabupaten Jember, Iqbal Abipraya, …": the institution of the person alone."""
    first = k
    if not tokens[k].capital:
        return ()
    while first - 1 > barrier and _inside(tokens, first - 1) and tokens[first - 1].text != ",":
        first -= 1
    if first < 0 or first > k or not is_body(tokens[first]):
        return ()
    if first and tokens[first - 1].text not in {".", ",", "dari", "hadir", "!", "?", ":"}:
        return ()
    start, end = tokens[first].start, tokens[k].end
    affiliation, institution = named(text, (start, end))
    return (Office(start, end, "", affiliation, institution=institution),)


def _head_leftwards(tokens: list[Token], last: int, barrier: int) -> int | None:
    """Return the index of the leftmost head from which a phrase runs unbroken up to `last`."""
    found = None
    k = last
    while k > barrier:
        token = tokens[k]
        if token.text == ")":
            k = _bracket_open(tokens, k, barrier)
        elif token.head or token.text in word_class("occupation"):
            if found is None or _governs(tokens, k, found):
                found = k
            else:
                return found
        elif not (_inside(tokens, k) or (found is not None and _joins(tokens, k, found))):
            return found
        k -= 1
    return found


def _occupation(tokens: list[Token], last: int, barrier: int) -> int | None:
    """Return the index of an occupation that small words carry on up to `last`.

    "penjaga lapak telur asin, X", "pakar tindak pidana pencucian uang X".
    """
    for k in range(last, max(barrier, last - CHAIN), -1):
        token = tokens[k]
        opens = k == 0 or tokens[k - 1].text in SENTENCE_END | MARKS
        word = token.text.lower() if opens else token.text
        if word in word_class("occupation") or (token.head and k < last):
            j = k
            while j - 1 > barrier and tokens[j - 1].text in JOINTS:
                j -= 1
            joined = _head_leftwards(tokens, j - 1, barrier) if j < k else None
            return k if joined is None else joined
        if not token.word or token.text in NOT_IN_CHAIN or is_verbal(token.text):
            return None
    return None


def _joins(tokens: list[Token], k: int, found: int) -> bool:
    """Say whether words before a head join it to another office: "yang juga menjadi Ketua …"."""
    between = [t.text for t in tokens[k:found]]
    if between[0] == ",":
        between = between[1:] if between[1:2] == ["yang"] else between
    return bool(between) and all(t in JOINTS for t in between)


def _bracket_open(tokens: list[Token], k: int, barrier: int) -> int:
    for j in range(k, max(barrier, k - 12), -1):
        if tokens[j].text == "(":
            return j
    return barrier


def _governs(tokens: list[Token], k: int, found: int) -> bool:
    """Say whether the head at `k` rules the one at `found` ("Wakil Ketua", "Staf Ahli Menteri")."""
    between = [t.text for t in tokens[k + 1 : found]]
    if any(w in {",", "dan", "serta", "oleh"} for w in between[-1:]):
        return False
    return tokens[k].head or not between


def _inside(tokens: list[Token], k: int) -> bool:
    token = tokens[k]
    if token.text[0] in MARKS:  # the university is spelled UPN “Veteran”
        return "Veteran" in (tokens[k - 1].text, tokens[min(k + 1, len(tokens) - 1)].text)
    if token.text in SENTENCE_END:
        # "Pemkab. Agam": the full stop of a short form
        return token.text == "." and k > 0 and bool(PORTMANTEAU.match(tokens[k - 1].text))
    if token.text == ",":
        # a portfolio ("Pendidikan, Kebudayaan, Riset, dan Teknologi") or one before the institution
        after = tokens[k + 1]
        return not after.head and (
            (after.capital or after.text == "dan")
            and (tokens[k - 1].word or tokens[k - 1].text == ")")
        )
    if token.text in {"dan", "serta"}:
        return not tokens[k + 1].head
    return (
        token.capital
        or token.text in word_class("office_link")
        or token.text in {"/", "-", "&"}
        or (token.text.isdigit() and (len(token.text) <= 2 or tokens[k + 1].text == "/"))
    )
