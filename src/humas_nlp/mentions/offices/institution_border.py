"""Where an office ends and its institution begins inside one phrase.

"Kepala Dinas Kesehatan Kota Batu" is "Kepala" of "Dinas Kesehatan Kota Batu"; the region of a
governor, mayor or police chief and the portfolio of a minister are part of the office.
"""

import re
from itertools import pairwise

from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.name_words import PORTMANTEAU, ROMAN, is_acronym, is_code, is_mixed_acronym
from humas_nlp.mentions.institutions.acronyms import acronyms
from humas_nlp.mentions.institutions.finder import institutions_between
from humas_nlp.mentions.tokens import Token, is_head

# Two-word offices of regions; their single words are offices of other bodies too.
_TERRITORIAL_PAIRS = frozenset({("Kepala", "Desa"), ("Sekretaris", "Daerah"), ("Kepala", "Dusun")})
# Capitals inside an office that are no institution: country, office unit, ordinal number.
_NO_BODY = word_class("capitals_no_institution")
# Units of a university belong to the office where the university follows.
_SCHOOL_UNITS = word_class("school_unit")
_SCHOOLS = frozenset("Universitas Institut Politeknik University".split())
# Teams that have a name of their own; any other *Tim* is a unit of the office.
_NAMED_TEAMS = frozenset({"Penggerak", "Kampanye", "Pemenangan"})
# Words after an institution that are no part of it: "DPR RI Fraksi X", "… periode 2019-2024".
_AFTER_BODY = word_class("after_institution")
_OUTSIDE = frozenset({"(", ")", ","})
_BRACKET = re.compile(r"\(([\w.-]++)[^()]*\)")
_LAST_BRACKET = re.compile(r"\([^()]{0,80}\)[ \t\u00a0,]{0,3}\Z")
_EDGES = " ,-–"  # marks that end no name of an institution
_BLANK_EDGES = _EDGES + "\n\r\t\u00a0"


def body_at(text: str, phrase: list[Token]) -> int:
    """Return the index in an office phrase where its institution begins.

    Args:
        text: The whole text.
        phrase: Tokens of the phrase, the head of the office first.

    Returns:
        The index of the first token of the institution; the length of the phrase if it has none.
    """
    lead = _lead(phrase)
    word = phrase[lead].text
    pair = (word, phrase[lead + 1].text) if lead + 1 < len(phrase) else (word, "")
    if word in word_class("territorial_office") or pair in _TERRITORIAL_PAIRS:
        return _after_territorial(phrase, lead)
    if word in word_class("minister") and "-".join(pair) not in word_class("whole_office_pair"):
        return _after_minister(phrase, lead)
    after = lead + 1 if word in word_class("whole_office") else lead + 2
    if word in word_class("whole_office") or "-".join(pair) in word_class("whole_office_pair"):
        after = _past_bracket(phrase, after)
        if after < len(phrase) and _names_body(phrase[after]):
            return after
    return _first_body(text, phrase)


def body_end(phrase: list[Token], cut: int) -> int:
    """Return the index after the last token of the institution that begins at `cut`."""
    teacher = phrase[0].text in {"Guru", "Dosen", "dosen", "guru"}
    for i in range(cut + 1, len(phrase)):
        token = phrase[i]
        if token.text in _AFTER_BODY or (token.text.isdigit() and len(token.text) == 4):
            return i - 1 if phrase[i - 1].text == "," else i
        if teacher and token.text == "Bidang":
            return i
    return len(phrase)


def _lead(phrase: list[Token]) -> int:
    """Return the index of the word that says which office it is, deputies skipped."""
    for i in range(min(len(phrase) - 1, 6)):
        bracketed = i > 0 and phrase[i - 1].text == "("
        if phrase[i].text not in word_class("deputy") and not bracketed:
            return i
    return 0


def _past_bracket(phrase: list[Token], i: int) -> int:
    """Skip "(CEO)" and an ordinal number."""
    if i + 2 < len(phrase) and phrase[i].text == "(" and phrase[i + 2].text == ")":
        return i + 3
    return i


def _names_body(token: Token) -> bool:
    """Say whether a word after a whole office begins the name of an institution."""
    return (
        token.capital
        and token.text not in word_class("office_unit")
        and not ROMAN.match(token.text)
    ) or token.text in {"PT", "CV"}


def _after_territorial(phrase: list[Token], lead: int) -> int:
    """Return where the institution begins after "Gubernur": only a bank has a governor."""
    for i in range(lead + 1, len(phrase)):
        if phrase[i].text in {"Bank", "Lemhannas"}:
            return i
    return len(phrase)


def _after_minister(phrase: list[Token], lead: int) -> int:
    """Return where the ministry begins after the portfolio of a minister."""
    for i in range(lead + 1, len(phrase)):
        token = phrase[i]
        stroke = phrase[i - 1].text in {"/", "("}
        if not stroke and (PORTMANTEAU.match(token.text) or token.text == "Kementerian"):
            return i
        if i == lead + 1 and phrase[lead].text == "Presiden":
            foreign = phrase[-1].text in word_class("institution_end")
            if foreign or (is_acronym(token.text) and token.text not in _NO_BODY):
                return i
    return len(phrase)


def _first_body(text: str, phrase: list[Token]) -> int:
    """Return where the institution begins after any other office."""
    cut = _known_head(phrase)
    if _has_portfolio(phrase):
        return cut
    cut = min(cut, _spelled_out(text, phrase))
    if cut < len(phrase):
        return cut
    cut = _recognised(phrase)
    if cut < len(phrase):
        return cut
    last = next((t for t in reversed(phrase) if t.text not in _OUTSIDE), phrase[-1])
    for entity in institutions_between(text, phrase[0].start + 1, phrase[-1].end):
        if entity.end >= last.end:
            found = next((i for i, t in enumerate(phrase) if t.start >= entity.start), cut)
            if (
                phrase[found].text not in word_class("office_unit")
                and phrase[found - 1].text != "("
            ):
                return found
    if len(phrase) > 2 and last.text in word_class("institution_end"):
        return min(_lead(phrase) + 1, len(phrase))
    return cut


def _recognised(phrase: list[Token]) -> int:
    """Return where an institution begins that the recogniser knows: "Pelatih Arema Cronus"."""
    i = len(phrase)
    while i > 1 and phrase[i - 1].label == "ORG" and not phrase[i - 1].head:
        i -= 1
    return len(phrase) if phrase[i - 1].text in word_class("office_unit") else i


def _has_portfolio(phrase: list[Token]) -> bool:
    """Say whether the words after the office are its field: "Direktur Jenderal Imigrasi"."""
    words = [t.text for t in phrase[:5]]
    general = any(a == "Direktur" and b in {"Jenderal", "Jendral"} for a, b in pairwise(words))
    return general or "Dirjen" in words or "Deputi" in words


def _known_head(phrase: list[Token]) -> int:
    """Return the index of the first known head of an institution, or acronym."""
    unit = phrase[0].text in word_class("unit_office")
    chief = any(t.text in {"Kepala", "Deputi", "Kapus"} for t in phrase[:4])
    seen_unit, depth = unit, 0
    for i, token in enumerate(phrase):
        depth += (token.text == "(") - (token.text == ")")
        if i == 0 or depth or token.text == ")":
            continue
        after = phrase[i + 1].text if i + 1 < len(phrase) else ""
        named = (token.text == "Tim" and after in _NAMED_TEAMS) or (
            token.text == "Pusat" and not chief and i == 1
        )
        school = token.text in _SCHOOL_UNITS and any(t.text in _SCHOOLS for t in phrase[i:])
        if (token.text in word_class("office_unit") or school) and not unit and not named:
            seen_unit = True
            continue
        if PORTMANTEAU.match(token.text) or is_mixed_acronym(token.text):
            return i
        if is_code(token.text) and any(c.isdigit() for c in token.text):
            return i
        if token.text in word_class("institution_head") and not (
            token.text in {"Bagian", "Program"} and seen_unit
        ):
            return i
        if is_acronym(token.text) and token.text not in _NO_BODY and not (unit and i == 1):
            return i
    return len(phrase)


def _spelled_out(text: str, phrase: list[Token]) -> int:
    """Return where a name begins that a bracket shortens: "Relawan Muda Nasional (Remnas)"."""
    if not any(t.text == "(" for t in phrase):
        return len(phrase)
    start = phrase[0].start
    part = text[start : phrase[-1].end]
    for short, long in acronyms(part).items():
        at = part.find(long)
        known = short.lower().startswith(phrase[0].text[:2].lower())
        if at > 0 and not known and len(long.split()) > 2:
            return next((i for i, t in enumerate(phrase) if t.start >= start + at), len(phrase))
    return len(phrase)


def clean(role: str) -> str:
    """Return a role without bracketed parts, trailing commas and prepositions."""
    out, depth = [], 0
    for char in role:
        depth += char == "("
        if not depth:
            out.append(char)
        depth -= char == ")" and depth > 0
    words = " ".join("".join(out).replace(" ,", ",").split()).strip(" ,-–")
    while words and words.rpartition(" ")[2] in {"dari", "di", "pada", "dan", "untuk", "/"}:
        words = words.rpartition(" ")[0].strip(" ,-–")
    return words


def named(text: str, stretch: tuple[int, int] | None) -> tuple[str | None, tuple[int, int] | None]:
    """Return the institution that a stretch of text names, and where exactly it does.

    Args:
        text: The whole text.
        stretch: Code points of the institution with what stands around it, or None.

    Returns:
        The name on one line, without marks at its ends and without a bracket that says the office
        ("Kemenbud (Dirjen Riset)"); and its range, without a short form in brackets at its end,
        which is a name of its own ("Universitas Budi Utama (UBU)"). None twice where no name is
        left.
    """
    if stretch is None:
        return None, None
    start, end = stretch
    opened = text.rfind("(", start, end)
    if opened > text.rfind(")", start, end):
        end = opened
    words = _BRACKET.sub(lambda m: "" if _says_office(m) else m[0], text[start:end])
    name = tidy(words)
    behind = _LAST_BRACKET.search(text, start, end)
    if behind is not None:
        end = behind.start()
    part = text[start:end]
    left = part.lstrip(_BLANK_EDGES)
    start += len(part) - len(left)
    end = start + len(left.rstrip(_BLANK_EDGES))
    return name, (start, end) if name and start < end else None


def _says_office(bracket: re.Match[str]) -> bool:
    return bracket[1] in word_class("office_head") or is_head(bracket[1])


def tidy(affiliation: str) -> str | None:
    """Return an affiliation on one line without trailing punctuation; None if nothing is left."""
    return " ".join(affiliation.split()).strip(_EDGES) or None
