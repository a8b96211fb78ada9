"""Datelines: place, institution or outlet, and date in front of the first sentence.

Forms: "Jakarta, Kemendikbudristek –", "KENDARI -", "Jakarta (ANTARA) -", "KOMPAS.com -",
"NTTPROV.GO.ID- Kota Kupang,", "PALEMBANG,HS –", "jpnn.com, JAKARTA -", "UNDIP, Semarang (19/3) –",
"Jakarta, 12 Mei 2026 —", "Tangerang-Wakil Menteri ..." and lines "Kendari, 23 September 2021".
"""

import re
from dataclasses import dataclass
from typing import Literal

from humas_nlp.release.dates import DATE_PATTERN, WEEKDAYS
from humas_nlp.release.lexicon import places, words
from humas_nlp.release.outlets import outlet_names

REACH = 130  # code points: no dateline is longer
Kind = Literal["place", "placelike", "org", "date"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands in front of the first sentence.

    Attributes:
        start: First code point.
        end: Where the first sentence begins.
        place: City or region, in the text's case.
        organisation: Institution, outlet or host.
        date: The words of the date, or None.
    """

    start: int
    end: int
    place: str | None = None
    organisation: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    kind: Kind
    bracketed: bool


DASH = r"(?:&[nm]dash;|- -|[–—] ?-|-{1,3}|[–—―−‒]{1,2})"
# \\, zero-width marks and entities come from Markdown and HTML editors
_BLANK = r"(?:&nbsp;|[\s\\\u200b])"
_SEPARATOR = re.compile(
    rf"(?P<before>{_BLANK}{{0,4}}),?\s?(?P<mark>{DASH}|:|\|{{1,2}})(?P<after>{_BLANK}{{0,20}})"
)
_BRACKET = re.compile(r"\(([^()\n]{1,60})\)")
_DOMAIN = re.compile(
    r"(?:[\w-]{1,40}\.){1,4}(?:com|co|id|net|org|go|news|tv|info|asia|press|online|today)(?:\.id)?$",
    re.IGNORECASE,
)
_DATE_WORDS = re.compile(
    # Possessive: digits could be cut into pieces in more ways than there is time to try.
    rf"(?:\s|,|{'|'.join(WEEKDAYS)}|pukul|wib|wita|wit|[\d.:]{{2,}}+|\(|\))*+$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w'’.&-]{0,24}(?: (?:[A-Z][\w'’.&-]{0,24}|di|dan|of)){0,4}$")
_HERALD = re.compile(r"(?:BERITA|Berita|KABAR|Kabar)\s(?=[A-Z])")
_SHORT = re.compile(r"[A-Z]{2,6}(?: [A-Z][a-z]{2,10})?$")
_CUT = re.compile(
    r",(?!(?:id|com)\b)|[;|\\]|&nbsp;|\s-{1,2}\s|\s[–—]\s|(?<=\w)(?<!Kab)(?<!Kec)(?<!Prov)\.\s(?=[A-Z])"
)


def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Read the dateline at the beginning of a paragraph.

    Args:
        text: The whole text.
        start: Where the paragraph begins.
        end: Where it ends.

    Returns:
        The dateline, or None if the paragraph begins with its first sentence.
    """
    while text.startswith(("&nbsp;", " ", '"'), start) and start < end:
        start += 6 if text[start] == "&" else 1
    window = text[start : min(end, start + REACH)]
    if not window or not (window[0].isupper() or window[0] == "(" or _DOMAIN_START.match(window)):
        return None
    for match in _SEPARATOR.finditer(window):
        head = window[: match.start()]
        if len(head) > 90:
            break
        parts = _parts(head)
        if parts is None:
            continue
        after = window[match.end() : match.end() + 40]
        if _fits(parts, match, after):
            found = _resolve(parts, start, start + match.end())
            return _with_place_after(text, found, end)
    return _dated_bracket(window, start) or _domain_only(window, start)


_DOMAIN_START = re.compile(r"(?:[\w-]{1,40}\.){1,4}[a-z]{2,6}\b")


def read_dateline_line(text: str, start: int, end: int) -> Dateline | None:
    """Read a line that is nothing but a dateline: "Kendari, 23 September 2021", "Painan,".

    Returns:
        The dateline, or None if the line is anything else.
    """
    line = text[start:end]
    if len(line) > 70:
        return None
    head = re.sub(rf"(?<![\s,])[\s,]*+{DASH}?\s*$", "", line).rstrip(".")
    parts = _parts(head)
    if not parts:
        return None
    kinds = {part.kind for part in parts}
    place = next((p for p in parts if p.kind in ("place", "placelike")), None)
    if "date" in kinds and len(parts) > 1 and (place is None or len(place.text.split()) <= 4):
        return _resolve(parts, start, end)
    marked = re.search(rf"(?:,|{DASH})\s*$", line) is not None
    if (
        "date" not in kinds
        and place is not None
        and (place.kind == "place" or (marked and kinds == {"placelike"}))
    ):
        return _resolve(parts, start, end) if marked or len(parts) == 1 or "org" in kinds else None
    return None


def classify(part: str, bracketed: bool = False) -> Kind | None:
    """Tell what a part of a dateline is; None if it cannot be one."""
    part = re.sub(r"\s/\s", "/", part)
    folded = part.casefold()
    if not part or len(part) > 60:
        return None
    if any(char.isdigit() for char in part) or folded in WEEKDAYS:
        dated = DATE_PATTERN.search(f"({part})" if bracketed else part)
        rest = DATE_PATTERN.sub(" ", f"({part})" if bracketed else part)
        if (dated or folded in WEEKDAYS) and _DATE_WORDS.match(rest):
            return "date"
    if folded in words("dateline", "not_places"):
        return None
    if _DOMAIN.match(part) or folded.split("/")[0] in outlet_names():
        return "org"
    if folded in places():
        return "place"
    first, _, rest = folded.partition(" ")
    if rest and first in words("dateline", "place_heads"):
        return "place" if _NAME.match(part) or _NAME.match(part.partition(" ")[2]) else None
    if (
        folded in words("dateline", "institutions")
        or first in words("dateline", "institution_heads")
        or first.startswith(("kemen", "diskominfo"))
    ):
        return "org"
    head = first.strip(".")
    if (
        head in words("dateline", "not_places")
        or head in words("dateline", "openers")
        or not _NAME.match(part)
    ):
        return None
    return "placelike"


def _parts(head: str) -> list[_Part] | None:
    """Cut the words in front of the dash into classified parts; None if one is not known."""
    pieces: list[tuple[str, bool]] = []
    last = 0
    for match in _BRACKET.finditer(head):
        pieces += [(p, False) for p in _CUT.split(head[last : match.start()])]
        pieces.append((match[1], True))
        last = match.end()
    pieces += [(p, False) for p in _CUT.split(head[last:])]
    parts = []
    for raw, bracketed in pieces:
        word = _HERALD.sub("", raw.strip(" \t\xa0\u200b\\"))
        if not word:
            continue
        kind = classify(word, bracketed)
        if kind is None:
            return None
        parts.append(_Part(word, kind, bracketed))
    return parts if 0 < len(parts) <= 5 else None


def _fits(parts: list[_Part], separator: re.Match[str], after: str) -> bool:
    """Tell whether the parts in front of a mark are a dateline and not the sentence's own words."""
    mark, spaced = separator["mark"], bool(separator["before"] or separator["after"])
    following = after.lstrip(" \t\xa0\u200b\\\"“”'‘[(")
    if following and not (following[0].isupper() or following[0].isdigit() or spaced):
        return False
    sure = any(part.kind in ("place", "org") for part in parts)
    if all(part.kind == "date" for part in parts):
        return False
    if mark in (":", "|"):
        return sure and (spaced or len(parts) > 1) and len(parts) <= 3
    if _is_acronym_of(parts):
        return False
    if not spaced and mark == "-":
        if following[:2].isupper() and parts[-1].text.isupper() and len(parts) > 1:
            return False  # the hyphen of a name: "REPUBLIKA.CO.ID, AL-MANAMAH --"
        word = re.match(r"[\w]+", following)
        if parts[0].kind == "org" and _DOMAIN.match(parts[0].text):
            return True
        if word and word[0] != "Indonesia" and word[0].casefold() in places():
            return False  # "Jawa-Bali", but "Palu-Indonesia memiliki ..."
        opener = bool(word and word[0].casefold() in words("dateline", "openers"))
        return (
            opener
            or (sure and len(parts) > 1)
            or (parts[0].kind == "place" and _starts_sentence(following))
        )
    if sure or len(parts) > 1:
        return bool(following) or spaced
    # one unknown name: "Meulaboh – Akademisi"; its words are few, and a sentence follows
    if not following or not (following[0].isupper() or after[:1] in "\"“'"):
        return False
    if not spaced and not _starts_sentence(following):
        return False
    return len(parts[0].text.split()) <= 3 or parts[0].text.isupper()


def _is_acronym_of(parts: list[_Part]) -> bool:
    """Tell whether the text opens with a name and its acronym: "Dewan Seni Kota (DSK) - ..."."""
    if len(parts) != 2 or not parts[1].bracketed or parts[0].kind == "place":
        return False
    tokens = parts[0].text.split()
    return len(tokens) > 1 and parts[1].text[:1].isupper() and tokens[0][0] == parts[1].text[0]


def _starts_sentence(following: str) -> bool:
    """A sentence goes on with small words; the second half of a compound name does not."""
    first = re.match(r"[\w’'.]+", following)
    if first and first[0].casefold() in words("dateline", "openers"):
        return True
    return re.match(r"[A-Z][\w’']*,? (?:[A-Z][\w’'.]* ?,? ?){0,3}[a-z]", following) is not None


def _resolve(parts: list[_Part], start: int, end: int) -> Dateline:
    """Choose place, organisation and date among the parts."""
    dates = [
        part.text for part in parts if part.kind == "date" and any(map(str.isdigit, part.text))
    ]
    orgs = [part for part in parts if part.kind == "org"]
    named = [part for part in parts if part.kind in ("place", "placelike")]
    known = [part for part in named if part.kind == "place" and not part.bracketed]
    place: _Part | None = None
    org: _Part | None = orgs[0] if orgs else None
    if org is None and len(named) > 1:
        org = _unknown_org(named, known)
        named = [part for part in named if part is not org]
    if named:
        first_known = next((part for part in named if part.kind == "place"), None)
        # "CINANGKA, BANTEN": the smaller place stands first even if only the larger is known
        place = named[0] if named[0].kind == "placelike" or first_known is None else first_known
    date = next(iter(dates), None)
    return Dateline(
        start,
        end,
        place.text.strip(".") if place else None,
        org.text.strip() if org else None,
        date,
    )


def _unknown_org(named: list[_Part], known: list[_Part]) -> _Part | None:
    """Tell which of several names is an institution that no list has."""
    for part in named:
        if part.bracketed and part.kind != "place":
            return part
    if not known:
        return None
    first, second = named[0], named[1]
    if first.kind == "place" and second.kind == "placelike":
        return second
    # "UNDIP, Malaysia": an acronym in front of a place that is not in capitals
    if first.kind == "placelike" and _SHORT.match(first.text) and not second.text.isupper():
        return first
    return None


_PLACE_AFTER = re.compile(
    r"(?P<place>[A-Z]{3,}(?: [A-Z]{3,}){0,3})(?P<end>\s?(?:[.,]|-{1,2}|[–—])\s+)(?=[\"“A-Z])"
    r"|(?P<named>(?:Kota|Kabupaten|Kab\.) [A-Z]\w+(?: [A-Z]\w+)?)(?P<comma>,\s)"
)


def _with_place_after(text: str, found: Dateline, end: int) -> Dateline:
    """Read the place behind an outlet's dash: "jpnn.com - JAKARTA - "."""
    if found.place is not None or found.organisation is None:
        return found
    match = _PLACE_AFTER.match(text, found.end, min(end, found.end + 60))
    if match is None:
        return found
    return Dateline(
        found.start, match.end(), match["place"] or match["named"], found.organisation, found.date
    )


_LONG_DATE = r"\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d"
_DATED = re.compile(
    r"(?P<head>[A-Z][A-Za-z .]{2,40}?),?\s?"
    rf"(?P<date>\(\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\)[.,]?|{_LONG_DATE}[.,]"
    rf"|(?:{'|'.join(day.title() for day in WEEKDAYS)}),? {_LONG_DATE}[.,]?)"
    r"\s?(?=[\"“A-Z])"
)


def _dated_bracket(window: str, start: int) -> Dateline | None:
    """Read a dateline that ends with its date and has no dash: "Cibitung, (11/6) Menteri"."""
    match = _DATED.match(window)
    parts = _parts(match["head"]) if match else None
    if match is None or not parts or not any(part.kind in ("place", "org") for part in parts):
        return None
    found = _resolve(parts, start, start + match.end())
    date = match["date"].rstrip(".,")
    return Dateline(found.start, found.end, found.place, found.organisation, date)


_OUTLET = re.compile(
    r"(?:(?P<place>[A-Z][\w ]{2,30}), )?(?P<host>(?:[\w-]{1,40}\.){1,4}[A-Za-z]{2,6})"
    r"\s?[,:]?\s(?=[\"“A-Z])"
)


def _domain_only(window: str, start: int) -> Dateline | None:
    """Read a host that opens the text without a dash: "Contoh.co.id, Warga ..."."""
    match = _OUTLET.match(window)
    if match is None or not _DOMAIN.match(match["host"]):
        return None
    if match["place"] and classify(match["place"]) not in ("place", "placelike"):
        return None
    return Dateline(start, start + match.end(), match["place"], match["host"])
