"""Corrections of persons' names: titles, offices and degrees beside them, words that are no names.

A part of `corrections.py`; names and words are token numbers.
"""

from collections.abc import Sequence
from functools import cache

from humas_nlp.language.lexicon import degrees
from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.name_words import name_weight
from humas_nlp.lexicon.titles import plain

# Forms of address by which public figures are known stay: "Gus Dur", "Bung Karno", "Cak Imin".
_KEPT = word_class("kept_title")


@cache
def _titles() -> frozenset[str]:
    return frozenset(w for w in word_class("honorific") if w.lower() not in _KEPT)


@cache
def _offices() -> frozenset[str]:
    # "Tim", "Rais" and other first names are heads of offices as well
    return frozenset(head.lower() for head in word_class("office_head")) - _KEPT


@cache
def _degrees() -> frozenset[str]:
    return word_class("degree") | frozenset(plain(word) for word in degrees())


def _is_title(word: str) -> bool:
    return plain(word) in _titles() or (word[:1].isupper() and word.lower() in _offices())


def _is_degree(words: Sequence[str], i: int) -> bool:
    """Say whether a word is a degree; "MD", "MA" without stop or comma end names as well."""
    word = words[i]
    if plain(word) not in _degrees():
        return False
    return "." in word or words[i - 1] == "," or not word.isupper()


def trim_person(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Take titles and offices off the front, degrees off the end; nothing may be left."""
    while start < end and _is_title(words[start]):
        start += 1
    while end - start > 1 and (words[end - 1] == "," or _is_degree(words, end - 1)):
        end -= 1
    return start, end


def grow_person(words: Sequence[str], start: int, free: int) -> int:
    """Return the start of a name that a form of address proves to be longer.

    "Prof. Morten | Peter Meldal" begins right after "Prof.".

    Args:
        words: The tokens of a text.
        start: First token of the name.
        free: Tokens before this one belong to another name.
    """
    i = start
    while i > max(free, start - 3) and words[i - 1][:1].isupper() and not _is_title(words[i - 1]):
        i -= 1
    behind_title = i > free and plain(words[i - 1]) in _titles()
    return i if behind_title else start


def is_no_person(words: Sequence[str], start: int, end: int, limit: float) -> bool:
    """Say whether a name holds nothing but words that are never part of names ("Risiko").

    Args:
        words: The tokens of a text.
        start: First token of the name.
        end: One past its last token.
        limit: Log-odds up to which a capitalised word is no part of a name.
    """
    return all(
        not word[:1].isalpha() or (word[:1].isupper() and name_weight(word) <= limit)
        for word in words[start:end]
    )
