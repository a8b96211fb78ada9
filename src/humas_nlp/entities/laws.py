"""Laws, regulations and other legal acts with kind, number and year."""

import re
from functools import cache

from humas_nlp.document import Entity
from humas_nlp.entities.lexicon import Phrases, read_toml
from humas_nlp.entities.words import Words

_B = r"[ \t\u00a0]"
# Words between kind and number: the issuer ("Peraturan Menteri | Kesehatan").
# A bracket goes along only where more of the title follows ("(Kepdirjen) Nomor …").
_ISSUER_WORD = re.compile(
    rf"{_B}(?:(?:dan|&|/)(?={_B}[A-Z])|[A-Z][\w/-]*),?"
    rf"|{_B}?\([A-Z][\w -]{{0,30}}\)(?={_B}?(?:[Nn]omor|[Nn]o\b|[A-Z]))"
)
_NUMBER = re.compile(
    rf"{_B}?,?{_B}?(?:nomor|nomer|no)\b\.?{_B}?:?{_B}?(\d[\w./-]{{0,40}}(?:{_B}[–-]{_B}\d{{1,6}})?)",
    re.I,
)
_BARE_NUMBER = re.compile(rf"{_B}(\d{{1,4}})/((?:19|20)\d{{2}})\b")
_YEAR = re.compile(
    rf"{_B}?,?{_B}?(?:tanggal{_B}\d{{1,2}}{_B}\w{{3,9}}{_B})?(?:tahun|thn|th\.?)?{_B}((?:19|20)\d{{2}})\b",
    re.I,
)
_SLASH_YEAR = re.compile(r"(\d{1,4})/((?:19|20)\d{2})")
_TITLE_HEAD = re.compile(rf"{_B}{{1,2}}tentang(?={_B}{{1,2}}[A-Z])", re.I)
_TITLE_WORD = re.compile(
    rf"{_B}{{1,2}}(?:([A-Z][\w/’'-]*|\d{{4}}\b)|(?:dan|atas|bagi|dalam|dari|dengan|di|kepada|oleh|pada|serta|"
    rf"terhadap|untuk|yang)\b),?"
)
_NEXT_WORD = re.compile(rf"{_B}([\w-]{{1,30}})")
_MAX_ISSUER = 14
_MAX_TITLE = 40
# Kinds whose short form means other things as well: they count only with a number.
_NUMBER_NEEDED = frozenset(
    {"Keputusan Kepala", "PMK", "PP", "Peraturan Badan", "Peraturan Kepala", "SE", "SK", "SKB"}
)


def find_laws(text: str, start: int = 0, end: int | None = None) -> list[Entity]:
    """Find legal acts in a range of a text.

    Args:
        text: The whole text.
        start: First code point of the range.
        end: One past its last code point; None for the end of the text.

    Returns:
        LAW entities in reading order, not overlapping, with ``{"kind", "number", "year"}``; number
        and year may be None ("UU Cipta Kerja").

    Example:
        >>> [e.value for e in find_laws("Sesuai UU Nomor 5 Tahun 2014 dan PP 94/2021.")]
        [{'kind': 'UU', 'number': '5', 'year': 2014}, {'kind': 'PP', 'number': '94', 'year': 2021}]
    """
    return laws_in(Words(text, start, end), len(text) if end is None else end)


def laws_in(words: Words, end: int) -> list[Entity]:
    """Find legal acts among words that are already cut.

    Args:
        words: The words of a range.
        end: End of the range.

    Returns:
        As `find_laws`.
    """
    found: list[Entity] = []
    for index in range(len(words)):
        if words.folds[index] not in _first_words() or (
            found and words.starts[index] < found[-1].end
        ):
            continue
        kind = _kind_at(words, index)
        if kind is None:
            continue
        entity = _read(words.text, words.starts[index], words.ends[kind[0] - 1], kind[1], end)
        if entity is not None:
            found.append(entity)
    return found


def _kind_at(words: Words, index: int) -> tuple[int, str] | None:
    found = _kinds().at(words, index)
    if found is None:
        return None
    name = found[1]
    # Short forms in capitals stand in capitals: "SE", "PP".
    if name.isupper() and not words.word(index).isupper():
        return None
    return found[0], read_toml("entities_values.toml")["law"][name]


def _read(text: str, start: int, place: int, kind: str, end: int) -> Entity | None:
    place, named = _issuer(text, place, end)
    number, year, place = _number(text, place, end)
    needed = not named or kind in _NUMBER_NEEDED
    if number is None and needed and not (kind == "UUD" and year is not None):
        return None
    place = _title(text, place, end)
    value = {"kind": kind, "number": number, "year": year}
    return Entity(start, place, text[start:place], "LAW", value)


def _issuer(text: str, place: int, end: int) -> tuple[int, bool]:
    """Pass over capitalised words; tell whether there was one."""
    first = place
    for _ in range(_MAX_ISSUER):
        if _NUMBER.match(text, place, end) or _YEAR.match(text, place, end):
            break
        word = _ISSUER_WORD.match(text, place, end)
        if word is None:
            break
        # Another act may follow: "RUU Desa dan UUD 1945".
        if _starts_act(text, word.end() if word[0].endswith("dan") else place, end):
            break
        # A comma goes on only before another capitalised word with a number to come.
        if word[0].endswith(",") and not _ISSUER_WORD.match(text, word.end(), end):
            return word.end() - 1, True
        place = word.end()
    return place, place > first


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
    match = _YEAR.match(text, place, end)
    if match is not None:
        year, place = int(match[1]), match.end()
    return number, year, place


def _title(text: str, place: int, end: int) -> int:
    """Pass over "tentang Aparatur Sipil Negara": to the last capitalised word."""
    head = _TITLE_HEAD.match(text, place, end)
    if head is None:
        return place
    at = last = head.end()
    for _ in range(_MAX_TITLE):
        word = _TITLE_WORD.match(text, at, end)
        if word is None:
            break
        # The next act of a list is no part of the title: "… tentang Desa, PP 94/2021".
        if word[1] and word[1].lower() in _first_words():
            break
        at = word.end()
        if word[1]:
            last = word.end(1)
    return last if last > head.end() else place


@cache
def _kinds() -> Phrases:
    return Phrases.of(read_toml("entities_values.toml")["law"])


@cache
def _first_words() -> frozenset[str]:
    kinds = read_toml("entities_values.toml")["law"]
    return frozenset(kind.split()[0].lower() for kind in kinds)
