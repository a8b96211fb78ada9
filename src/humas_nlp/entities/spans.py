"""Corrections of the trained recogniser's names: where it begins and ends them wrong by habit.

Names and words are token numbers here, so that whatever comes out begins and ends with a token.
Every rule mends a fault of the model that was seen many times in releases it had not learned:

- marks at the edges, brackets that open and do not close;
- forms of address, offices and degrees taken into a person's name;
- the kind of a region left outside a place ("Kabupaten | Buton");
- "Pemerintah | Belanda": an institution read as its last word;
- the country of a currency ("dolar | AS");
- anniversaries ("HUT Kota Baubau ke-20"), which follow a pattern.
"""

import itertools
import re
from collections.abc import Sequence
from functools import cache

from humas_nlp.language.lexicon import degrees
from humas_nlp.people.lexicon import plain, titles

# First token, one past the last, label.
Name = tuple[int, int, str]

_WORD = re.compile(r"\w")
_OPEN, _CLOSE = "([", ")]"
# Forms of address by which public figures are known stay: "Gus Dur", "Bung Karno", "Cak Imin".
_KEPT = frozenset(
    "gus cak bung raden sultan pangeran imam habib teuku tengku andi buya tuanku kang mbak mas "
    "bang ra ms mar ca".split()
)
_REGIONS = frozenset(
    "kabupaten kab. kota provinsi prov. propinsi kecamatan kec. kelurahan desa pulau gunung "
    "kawasan wilayah".split()
)
_CURRENCIES = frozenset(("dolar", "dollar"))
_ORDINAL = re.compile(r"ke-?\d*")
_ANNIVERSARY = frozenset(("HUT", "Milad", "Dirgahayu"))
_DAY_NAMES = frozenset("Senin Selasa Rabu Kamis Jumat Jum'at Sabtu Minggu Ahad Ini".split())


def tidy(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Correct names.

    Args:
        words: The tokens of a text.
        names: Names in reading order, not overlapping.

    Returns:
        Names in reading order, not overlapping.

    Example:
        >>> tidy(["kata", "Prof.", "Ani", "di", "Kota", "Bima"], [(1, 3, "PER"), (5, 6, "LOC")])
        [(2, 3, 'PER'), (4, 6, 'LOC')]
    """
    whole = [piece for name in names for piece in _balanced(words, name)]
    cleaned = [_without_titles(words, _without_marks(words, name)) for name in whole]
    kept = [name for name in cleaned if name[0] < name[1] and not _is_currency(words, name)]
    return _extended(words, _with_anniversaries(words, kept))


def _meets(name: Name, others: Sequence[Name]) -> bool:
    return any(name[0] < end and start < name[1] for start, end, _ in others)


def _balanced(words: Sequence[str], name: Name) -> list[Name]:
    """Cut a name at brackets that have no partner in it: "A ( B" gives "A" and "B"."""
    start, end, label = name
    opened: list[int] = []
    cuts: list[int] = []
    for i in range(start, end):
        if words[i] in _OPEN:
            opened.append(i)
        elif words[i] in _CLOSE:
            if opened:
                opened.pop()
            else:
                cuts.append(i)
    borders = [start - 1, *sorted([*cuts, *opened]), end]
    pairs = itertools.pairwise(borders)
    return [(a + 1, b, label) for a, b in pairs if a + 1 < b]


def _without_marks(words: Sequence[str], name: Name) -> Name:
    start, end, label = name
    while start < end and not _WORD.search(words[start]) and words[start] not in _OPEN:
        start += 1
    while start < end and not _WORD.search(words[end - 1]) and words[end - 1] not in _CLOSE:
        end -= 1
    # a bracket around the whole name is none of it
    if end - start > 2 and words[start] in _OPEN and words[end - 1] in _CLOSE:
        start, end = start + 1, end - 1
    return start, end, label


@cache
def _titles() -> frozenset[str]:
    return frozenset(w for w in titles()["honorifics"] if w.lower() not in _KEPT)


@cache
def _degrees() -> frozenset[str]:
    return titles()["degrees"] | frozenset(plain(word) for word in degrees())


def _is_degree(words: Sequence[str], i: int) -> bool:
    """Say whether a word is a degree; "MD", "MA" without stop or comma end names as well."""
    word = words[i]
    if plain(word) not in _degrees():
        return False
    return "." in word or words[i - 1] == "," or not word.isupper()


def _without_titles(words: Sequence[str], name: Name) -> Name:
    """Take titles off the front and degrees off the end of a person's name."""
    start, end, label = name
    if label != "PER":
        return name
    while start < end and plain(words[start]) in _titles():
        start += 1
    while end - start > 1 and (words[end - 1] == "," or _is_degree(words, end - 1)):
        end -= 1
    return start, end, label


def _is_currency(words: Sequence[str], name: Name) -> bool:
    start, _, label = name
    return label == "LOC" and start > 0 and words[start - 1].lower() in _CURRENCIES


def _extended(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Grow names to the left over the words that belong to them."""
    found: list[Name] = []
    for start, end, label in names:
        free = found[-1][1] if found else 0
        before = words[start - 1] if start > free else ""
        if label == "LOC" and before == "Pemerintah":
            start, label = start - 1, "ORG"
        elif label == "LOC" and before.lower() in _REGIONS and before[0].isupper():
            start -= 1
        found.append((start, end, label))
    return found


def _with_anniversaries(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Let an anniversary take the place of the names inside it, and of its own wider reading."""
    found = list(names)
    i = 0
    while i < len(words):
        end = _anniversary(words, i)
        if end is not None:
            inside = [name for name in found if name[0] < end and i < name[1]]
            last = max([end, *(stop for _, stop, label in inside if label == "EVENT")])
            found = [name for name in found if name[1] <= i or name[0] >= last]
            found.append((i, last, "EVENT"))
            end = last
        i = end or i + 1
    return sorted(found)


def _anniversary(words: Sequence[str], i: int) -> int | None:
    """Read "HUT Republik Indonesia ke-78", "Hari Guru Nasional Tahun 2021"; return its end."""
    after = words[i + 1] if i + 1 < len(words) else ""
    is_day = words[i] == "Hari" and after[:1].isupper() and after not in _DAY_NAMES
    if words[i] not in _ANNIVERSARY and (not is_day or (i and words[i - 1] == "Tunjangan")):
        return None
    end = i + 1
    while end < len(words) and _goes_on(words, end):
        end += 1
    return end if end > i + 1 else None


def _goes_on(words: Sequence[str], i: int) -> bool:
    word = words[i]
    if word[0].isdigit():
        return words[i - 1].lower() in ("ke", "ke-", "tahun", "no.", "nomor")
    if word[0].isupper():
        return word not in _DAY_NAMES
    after = words[i + 1] if i + 1 < len(words) else ""
    return bool(_ORDINAL.fullmatch(word)) or (
        word in ("tahun", "no.", "nomor") and after[:1].isdigit()
    )
