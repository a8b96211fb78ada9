"""Laws, regulations and other legal acts with kind, number, year, title, issuer and article."""

import re
from functools import cache

from humas_nlp.document import Entity
from humas_nlp.lexicon import word_class
from humas_nlp.mentions.gapped_words import Words
from humas_nlp.mentions.phrases import Phrases, read_toml
from humas_nlp.mentions.values.law_values import article_around, law_value
from humas_nlp.mentions.values.patterns import B, words_pattern
from humas_nlp.mentions.values.scan import Scan

# Words between kind and number: the issuer ("Peraturan Menteri | Kesehatan").
# A bracket goes along only where more of the title follows ("(Kepdirjen) Nomor …").
_ISSUER_WORD = re.compile(
    rf"{B}(?:Kab|Prov|Prop|Kec)\.(?={B}?[A-Z])|{B}(?:(?:dan|&|/)(?={B}[A-Z])|[A-Z][\w/-]*),?"
    rf"|{B}?\([A-Z][\w -]{{0,30}}\)(?={B}?(?:[Nn]omor|[Nn]o\b|[A-Z]))"
)
_NUMBER = re.compile(
    rf"{B}?,?{B}?(?:nomor|nomer|no)\b\.?{B}?:?{B}?"
    rf"((?:\d|[IVXLC]{{1,6}}/)[\w./-]{{0,40}}(?:{B}[–-]{B}\d{{1,6}})?)",
    re.I,
)
_BARE_NUMBER = re.compile(rf"{B}(\d{{1,4}})/((?:19|20)\d{{2}})\b")
# "UU 23 Tahun 2014"
_SHORT_NUMBER = re.compile(rf"{B}(\d{{1,3}})(?={B}(?:tahun|thn|th\.?){B}(?:19|20)\d{{2}}\b)", re.I)
_YEAR = re.compile(
    rf"{B}?,?{B}?(?:tanggal{B}\d{{1,2}}{B}\w{{3,9}}{B})?(?:tahun|thn|th\.?)?{B}((?:19|20)\d{{2}})\b",
    re.I,
)
_SLASH_YEAR = re.compile(r"(\d{1,4})/((?:19|20)\d{2})")
_YEAR_AT_END = re.compile(r"/((?:19|20)\d{2})$")
_TITLE_HEAD = re.compile(rf"{B}{{1,2}}tentang(?={B}{{1,2}}[A-Z])", re.I)
_TITLE_WORD = re.compile(
    rf"{B}{{1,2}}(?:([A-Z][\w/’'-]*|\d{{4}}\b)|(?:dan|atas|bagi|dalam|dari|dengan|di|kepada|oleh|pada|serta|"
    rf"terhadap|untuk|yang)\b)"
)
_CAPITALS = rf"(?:{B}[A-Z][\w/-]*){{1,4}}"
# A comma goes on with a title only where "dan" closes the list: "Hak Cipta, Paten, dan Merek".
_TITLE_COMMA = re.compile(
    rf",(?=(?:{_CAPITALS},){{0,5}}(?:{_CAPITALS},?)?{B}(?:dan|serta){B}[A-Z])"
)
_AMENDS = re.compile(r"(?:\batas|\bPencabutan|\bPelaksanaan)$", re.I)
_NEXT_WORD = re.compile(rf"{B}([\w-]{{1,30}})")
_MINISTERIAL = re.compile(r"(permen|kepmen|inmen)[a-z][a-z-]{1,24}")
_MAX_ISSUER = 14
_MAX_TITLE = 40
_MAX_KIND = 80
# Kinds whose short form means other things as well: they count only with a number.
_NUMBER_NEEDED = frozenset(
    {"Keputusan Bersama", "Keputusan Bupati", "Keputusan Gubernur", "Keputusan KPU"}
    | {"Keputusan Kepala", "Keputusan Rektor", "Keputusan Wali Kota", "Ketetapan", "Maklumat"}
    | {"Instruksi Bupati", "Instruksi Wali Kota", "PMK", "PP"}
    | word_class("law_with_number")
)


def find_laws(text: str, start: int = 0, end: int | None = None) -> list[Entity]:
    """Find legal acts in a range of a text.

    An article stands in the value, not in the range: of "Pasal 3 ayat (1) PP 94/2021" the entity is
    "PP 94/2021".

    Args:
        text: The whole text.
        start: First code point of the range.
        end: One past its last code point; None for the end of the text.

    Returns:
        LAW entities in reading order, not overlapping, with the values of `law_value`.

    Example:
        >>> found = find_laws("Sesuai UU Nomor 5 Tahun 2014 dan PP 94/2021.")
        >>> [(e.value["kind"], e.value["number"], e.value["year"]) for e in found]
        [('UU', '5', 2014), ('PP', '94', 2021)]
    """
    return laws_in(Scan(text, start, end))


def laws_in(scan: Scan) -> list[Entity]:
    """Find legal acts, as `find_laws`."""
    found: list[Entity] = []
    for match in _triggers().finditer(scan.folded, scan.start, scan.end):
        if found and match.start() < found[-1].end:
            continue
        entity = _act_at(scan.text, match.start(), scan.start, scan.end)
        if entity is not None:
            found.append(entity)
    return found


def _act_at(text: str, place: int, start: int, end: int) -> Entity | None:
    """Read the act that starts at a place."""
    words = Words(text, place, min(end, place + _MAX_KIND))
    kind = _kind_at(words) if len(words) and words.starts[0] == place else None
    if kind is None:
        return None
    read = _read(text, place, words.ends[kind[0] - 1], kind[1], end)
    if read is None:
        return None
    stop, title, named, number, year = read
    article = article_around(text, place, stop, start, end)
    value = law_value(words.folds[0], kind[1], named, number, year, title, article)
    return Entity(place, stop, text[place:stop], "LAW", value)


def _kind_at(words: Words) -> tuple[int, str] | None:
    found = _kinds().at(words, 0)
    if found is None:
        ministerial = _MINISTERIAL.fullmatch(words.folds[0])
        return (1, ministerial[1].capitalize()) if ministerial else None
    name = found[1]
    # Short forms in capitals stand in capitals: "SE", "PP".
    if name.isupper() and not words.word(0).isupper():
        return None
    return found[0], read_toml("entities_values.toml")["law"][name]


# End of the act, title behind "tentang", words between kind and number, number, year.
_Read = tuple[int, str | None, str | None, str | None, int | None]


def _read(text: str, start: int, place: int, kind: str, end: int) -> _Read | None:
    if kind in _codes():
        return place, None, None, None, None
    first = place
    place = _issuer(text, place, end)
    named = text[first:place].strip() or None
    number, year, place = _number(text, place, end)
    glued = _MINISTERIAL.fullmatch(text[start:first].lower()) is not None
    stop, title = _title(text, place, end)
    told = number is not None or (kind == "UUD" and year is not None)
    if not told and (glued or kind in _NUMBER_NEEDED or not (named or title)):
        return None
    return stop, title, named, number, year


def _issuer(text: str, place: int, end: int) -> int:
    """Pass over capitalised words."""
    for _ in range(_MAX_ISSUER):
        if any(pattern.match(text, place, end) for pattern in (_NUMBER, _YEAR, _TITLE_HEAD)):
            break
        word = _ISSUER_WORD.match(text, place, end)
        if word is None:
            break
        # Another act may follow: "RUU Desa dan UUD 1945".
        if _starts_act(text, word.end() if word[0].endswith("dan") else place, end):
            break
        # A comma goes on only before another capitalised word with a number to come.
        if word[0].endswith(",") and not _ISSUER_WORD.match(text, word.end(), end):
            return word.end() - 1
        place = word.end()
    return place


def _starts_act(text: str, place: int, end: int) -> bool:
    word = _NEXT_WORD.match(text, place, end)
    return word is not None and word[1].lower() in _first_words()


def _number(text: str, place: int, end: int) -> tuple[str | None, int | None, int]:
    number = year = None
    match = _NUMBER.match(text, place, end)
    if match is not None:
        number = match[1].rstrip("./-")
        place = match.start(1) + len(number)
        slash = _SLASH_YEAR.fullmatch(number)
        if slash is not None:
            return slash[1], int(slash[2]), place
    else:
        bare = _BARE_NUMBER.match(text, place, end)
        if bare is not None:
            return bare[1], int(bare[2]), bare.end()
        short = _SHORT_NUMBER.match(text, place, end)
        if short is not None:
            number, place = short[1], short.end()
    match = _YEAR.match(text, place, end)
    if match is not None:
        year, place = int(match[1]), match.end()
    elif number is not None and (closing := _YEAR_AT_END.search(number)):
        year = int(closing[1])  # "90/PUU-XXI/2023"
    return number, year, place


def _title(text: str, place: int, end: int, depth: int = 0) -> tuple[int, str | None]:
    """Pass over "tentang Aparatur Sipil Negara": to the last capitalised word."""
    head = _TITLE_HEAD.match(text, place, end)
    if head is None:
        return place, None
    at = last = head.end()
    for _ in range(_MAX_TITLE):
        word = _TITLE_WORD.match(text, at, end)
        if word is None:
            break
        if word[1] and word[1].lower() in ("nomor", "no"):
            break
        if word[1] and word[1].lower() in _first_words():
            # The act that is amended is part of the title, the next act of a list is none.
            if depth < 3 and _AMENDS.search(text, head.end(), at):
                last = _amended(text, word.start(1), end, depth) or last
            break
        at = word.end()
        if word[1]:
            last = at
            comma = _TITLE_COMMA.match(text, at, end)
            at = comma.end() if comma else at
    if last == head.end():
        return place, None
    return last, text[head.end() : last].strip()


def _amended(text: str, start: int, end: int, depth: int) -> int | None:
    words = Words(text, start, min(end, start + _MAX_KIND))
    kind = _kind_at(words)
    if kind is None:
        return None
    place = _issuer(text, words.ends[kind[0] - 1], end)
    number, _, place = _number(text, place, end)
    return _title(text, place, end, depth + 1)[0] if number else None


@cache
def _kinds() -> Phrases:
    return Phrases.of(read_toml("entities_values.toml")["law"])


@cache
def _codes() -> frozenset[str]:
    return frozenset(read_toml("entities_values.toml")["law_codes"]["names"])


@cache
def _first_words() -> frozenset[str]:
    kinds = read_toml("entities_values.toml")["law"]
    return frozenset(kind.split()[0].lower() for kind in kinds)


@cache
def _triggers() -> re.Pattern[str]:
    whole = words_pattern(_first_words()).pattern
    return re.compile(rf"{whole}|p(?<!\wp)ermen[a-z]|k(?<!\wk)epmen[a-z]|i(?<!\wi)nmen[a-z]")
