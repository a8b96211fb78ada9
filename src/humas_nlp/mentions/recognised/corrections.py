"""Corrections of the trained recogniser's names: where it begins and ends them wrong by habit.

Names and words are token numbers here, so that whatever comes out begins and ends with a token.
Every rule mends a fault of the model that was seen many times in releases it had not learned:

- marks at the edges, brackets that open and do not close;
- forms of address, offices and degrees taken into a person's name (`person_borders.py`);
- a company of two names read as a person ("Tani & Tani");
- the kind of a region left outside a place ("Kabupaten | Buton");
- "Pemerintah | Belanda": an institution read as its last word;
- the country of a currency ("dolar | AS");
- a commission of parliament, a governor's hall, cut in two ("Komisi IV | DPR RI");
- anniversaries ("HUT Kota Baubau ke-20") and events "bertajuk" something, which follow patterns.
"""

import itertools
import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.recognised.person_borders import grow_person, is_no_person, trim_person
from humas_nlp.mentions.recognised.repeats import repeat

# First token, one past the last, label.
Name = tuple[int, int, str]

_WORD = re.compile(r"\w")
_OPEN, _CLOSE = "([", ")]"
_REGIONS = word_class("region_word")
# Company forms in brackets behind the name: the bracket belongs to it.
_FORMS = frozenset(("Persero", "Perseroda", "Tbk", "Tbk."))
_CURRENCIES = frozenset(("dolar", "dollar"))
_RULERS = frozenset(("Gubernur", "Bupati", "Walikota"))
_QUOTES = frozenset("“”\"'‘’")
_ORDINAL = re.compile(r"ke-?\d*")
_ANNIVERSARY = frozenset(("HUT", "Milad", "Dirgahayu"))
_DAY_NAMES = word_class("day_name")


class Limits(NamedTuple):
    """Log-odds of words as parts of names, between which the corrections decide.

    Attributes:
        common: Up to it, a capitalised word is no part of a person's name.
        alone: From it, a word of a person's name may stand alone.
    """

    common: float
    alone: float


@cache
def fitted_limits() -> Limits:
    """Return the limits that `python -m models.mentions.fit` chose."""
    text = (files("humas_nlp") / "data/mentions_weights.json").read_text("utf-8")
    return Limits(**json.loads(text)["corrections"])


def tidy(words: Sequence[str], names: Sequence[Name], limits: Limits | None = None) -> list[Name]:
    """Correct names.

    Args:
        words: The tokens of a text.
        names: Names in reading order, not overlapping.
        limits: Log-odds that decide; None for the fitted ones.

    Returns:
        Names in reading order, not overlapping.

    Example:
        >>> tidy(["kata", "Prof.", "Ani", "di", "Kota", "Bima"], [(1, 3, "PER"), (5, 6, "LOC")])
        [(2, 3, 'PER'), (4, 6, 'LOC')]
    """
    whole = [piece for name in names for piece in _balanced(words, name)]
    limits = limits or fitted_limits()
    cleaned = [_cleaned(words, name, limits.common) for name in whole]
    kept = [name for name in cleaned if name[0] < name[1] and not _is_currency(words, name)]
    found = _joined(words, _extended(words, _with_events(words, kept)))
    return repeat(words, found, limits.alone)


def _cleaned(words: Sequence[str], name: Name, common: float) -> Name:
    """Trim a name; one of which nothing is left is empty."""
    start, end, label = _without_marks(words, name)
    if label != "PER":
        return start, end, label
    if "&" in words[start:end]:
        return start, end, "ORG"
    start, end = trim_person(words, start, end)
    if is_no_person(words, start, end, common):
        return start, start, label
    return start, end, label


def _balanced(words: Sequence[str], name: Name) -> list[Name]:
    """Cut a name at brackets that have no partner in it: "A ( B" gives "A" and "B"."""
    start, end, label = name
    if words[end - 1] in _FORMS and words[end - 2] == "(" and words[end : end + 1] == [")"]:
        return [(start, end + 1, label)]
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


def _is_currency(words: Sequence[str], name: Name) -> bool:
    start, _, label = name
    return label == "LOC" and start > 0 and words[start - 1].lower() in _CURRENCIES


def _extended(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Grow names to the left over the words that belong to them."""
    found: list[Name] = []
    for start, end, label in names:
        free = found[-1][1] if found else 0
        before = words[start - 1] if start > free else ""
        if (
            label == "PER"
            and before == "&"
            and start - 2 >= free
            and words[start - 2][:1].isupper()
        ):
            start, label = start - 2, "ORG"
        elif label == "PER":
            start = grow_person(words, start, free)
        elif label == "LOC" and before == "Pemerintah":
            start, label = start - 1, "ORG"
        elif label == "LOC" and before in _REGIONS and words[start - 2 : start - 1] != ["Ibu"]:
            start -= 1
        found.append((start, end, label))
    return found


def _joined(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Join neighbours that are one name."""
    found: list[Name] = []
    for name in names:
        if found and found[-1][1] == name[0] and _are_one(words, found[-1], name):
            name = (found.pop()[0], name[1], name[2])
        found.append(name)
    return found


def _are_one(words: Sequence[str], first: Name, second: Name) -> bool:
    if first[2] == second[2] == "ORG":
        return words[first[0]] in ("Komisi", "Fraksi") and words[second[0]] == "DPR"
    return first[2] == second[2] == "LOC" and words[first[1] - 1] in _RULERS


def _with_events(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Let an event that a pattern finds take the place of the names inside it.

    Where the model reads an event that ends later, the later end stands.
    """
    found = list(names)
    persons = {i for start, stop, label in names if label == "PER" for i in range(start, stop)}
    i = 0
    while i < len(words):
        end = _anniversary(words, i) or _headed(words, i)
        if end is not None and i in persons:
            end = None  # "Hari" is a first name as well
        if end is not None:
            inside = [name for name in found if name[0] < end and i < name[1]]
            end = max([end, *(stop for _, stop, label in inside if label == "EVENT")])
            found = [name for name in found if name[1] <= i or name[0] >= end]
            found.append((i, end, "EVENT"))
        i = end or i + 1
    return sorted(found)


def _headed(words: Sequence[str], i: int) -> int | None:
    """Read "bertajuk “Tani Maju”" from its first word; return its end."""
    if i < 2 or words[i - 1] not in _QUOTES or words[i - 2].lower() != "bertajuk":
        return None
    for end in range(i + 1, min(len(words), i + 20)):
        if words[end] in _QUOTES:
            return end - 1 if words[end - 1] in ".,!" and end - 1 > i else end
    return None


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
