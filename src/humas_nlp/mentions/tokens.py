"""Tokens of a paragraph with what the people room asks of each: shape, title, office, weight."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from humas_nlp.language import tokenize
from humas_nlp.language.spelling import one_edit
from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.name_words import LOWEST, name_weight, name_weights
from humas_nlp.lexicon.titles import plain
from humas_nlp.mentions.places.gazetteer import places

WORDS = 1 << 16  # words that are remembered: a corpus has no end of them
MARKS = frozenset("\"“”„‟«»'‘’")
# Forms of address that are written small.
SMALL_TITLES = word_class("small_title")
# Before *Jenderal* these make an office, no rank.
GENERALS = word_class("head_of_general")
# Short forms of offices are made anew with every ministry and agency: "Wamendukbangga".
HEAD_PREFIXES = (
    "Mendik Wamen Menpan Sesmen Sesdit Sesitjen Dirjen Kadis Kabid Kasub Kapus Kakan Wadir Wakap"
    " Stafsus Kabag Kasat Danrem Dandim Pangdam Kapol Kajat Kajar"
)
SHORT_HEAD = 5  # letters of an office up to which a word like it is another word
GIVEN = -0.5  # weight of a word before "H." that is a name already
_GENERAL = frozenset({"Jenderal", "Jendral"})
_MINISTER = re.compile(r"(?:Wam|M)en(?:ko)?[A-Z]{2}")  # "MenPPPA", "MenkoPMK"
_PREFIXES = tuple(HEAD_PREFIXES.split())
# Two capitals with a full stop that are no initials of a name.
NO_INITIALS = word_class("capitals_no_initials")
HEADS = word_class("office_head")
HONORIFICS = word_class("honorific")
DEGREES = word_class("degree")
# Words that bind two halves of a name and are written small.
BINDERS = word_class("name_binder")


class Token(NamedTuple):
    """One token with its range in the text and its classes; `label` is that of a recogniser."""

    start: int
    end: int
    text: str
    capital: bool
    honorific: bool
    degree: bool
    initial: bool
    head: bool
    weight: float
    label: str = ""

    @property
    def word(self) -> bool:
        """Whether the token is made of letters or digits."""
        return self.text[0].isalnum()


def _is_degree(text: str, bare: str) -> bool:
    if bare in DEGREES:
        return True
    # "S.Sos.", "M.Si", "Ph.D.": a capital, a stop inside, and a capital after a stop
    head, stop, tail = text.rstrip(".").partition(".")
    return (
        bool(stop)
        and 0 < len(head) <= 3
        and head[0].isupper()
        and len(tail) > 1
        and tail[0].isupper()
    )


def _ranges(part: str) -> Iterator[tuple[int, int]]:
    """Return the tokens of a paragraph as names need them.

    Two initials keep their full stop ("LT. Handoko", "TB. Hasan"), and two names that a hyphen
    joins come apart ("Widodo-Ma'ruf").
    """
    rows = tokenize(part)
    skip = False
    for i, (a, b) in enumerate(rows):
        if skip:
            skip = False
        elif b - a == 2 and part[a].isupper() and _is_initials(part, rows, i):
            skip = True
            yield a, b + 1
        elif b - a > 4 and part[a].isupper() and "-" in part[a:b]:
            yield from _apart(part, a, b)
        else:
            yield a, b


def _is_initials(part: str, rows: Sequence[tuple[int, int]], i: int) -> bool:
    """Say whether the two letters of a token are initials with a full stop before a name."""
    a, b = rows[i]
    word = part[a:b]
    if part[b : b + 2] != ". " or not (word.isalpha() and word.isupper()) or word in NO_INITIALS:
        return False
    if i + 2 >= len(rows) or rows[i + 1] != (b, b + 1):
        return False
    following = part[slice(*rows[i + 2])]
    return following[0].isupper() and name_weight(following) > -1


def _apart(part: str, a: int, b: int) -> Iterator[tuple[int, int]]:
    hyphen = part.find("-", a + 2, b - 2)
    capital = hyphen > 0 and part[hyphen + 1].isupper()
    if capital and min(name_weight(part[a:hyphen]), name_weight(part[hyphen + 1 : b])) > 1:
        yield from ((a, hyphen), (hyphen, hyphen + 1), (hyphen + 1, b))
    else:
        yield a, b


def is_head(word: str) -> bool:
    """Say whether a word begins an office: "Kepala", "KEPALA", "Wamendukbangga"."""
    if word in HEADS or (word.isupper() and word.capitalize() in HEADS):
        return True
    if _MINISTER.match(word):
        return True
    if len(word) > 6 and word.startswith(_PREFIXES) and word.isalpha() and word[1:].islower():
        return True
    return _is_misspelt(word)


@lru_cache(WORDS)
def _is_misspelt(word: str) -> bool:
    """Say whether a word that the corpora do not know differs from an office by one letter."""
    if not (word.istitle() and word.isalpha() and len(word) > SHORT_HEAD):
        return False
    if word in name_weights() or word.lower() in places():
        return False
    near = _long_heads().get(word[0], ())
    return any(abs(len(head) - len(word)) <= 1 and one_edit(head, word) for head in near)


@cache
def _long_heads() -> dict[str, tuple[str, ...]]:
    """Return the offices that a misspelt word may mean, by their first letter."""
    found: dict[str, list[str]] = {}
    for head in sorted(HEADS):
        if len(head) >= SHORT_HEAD:
            found.setdefault(head[0], []).append(head)
    return {letter: tuple(heads) for letter, heads in found.items()}


class _Traits(NamedTuple):
    """What a word is wherever it stands."""

    capital: bool
    honorific: bool
    degree: bool
    initial: bool
    head: bool
    weight: float


@lru_cache(WORDS)
def _traits(word: str) -> _Traits:
    bare = plain(word)
    capital = word[0].isupper()
    honorific = bare in HONORIFICS and (capital or word in SMALL_TITLES)
    return _Traits(
        capital,
        honorific,
        capital and not honorific and _is_degree(word, bare),
        capital and bare.isupper() and len(bare) <= 3 and ("." in word or len(bare) == 1),
        is_head(word),
        name_weight(word) if capital else LOWEST,
    )


def read_tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of one paragraph.

    Args:
        text: The whole text.
        start: First code point of the paragraph.
        end: One past its last code point.
    """
    found: list[Token] = []
    for a, b in _ranges(text[start:end]):
        word = text[start + a : start + b]
        traits = _traits(word)
        if traits.honorific and word in _GENERAL and found and found[-1].text in GENERALS:
            traits = traits._replace(honorific=False)
        if found and found[-1].text == "Perdana" and word != "Menteri":
            found[-1] = found[-1]._replace(head=False)  # a name: only a minister is a prime one
        if word == "H." and found and _is_given_name(found[-1], start + a):
            traits = traits._replace(honorific=False, initial=True)
        found.append(Token(start + a, start + b, word, *traits))
    return found


def _is_given_name(before: Token, start: int) -> bool:
    """Say whether "H." after a word is an initial, no title: "Tetty H. Simanjuntak"."""
    named = before.weight > GIVEN and not (before.head or before.honorific or before.initial)
    return named and before.end + 1 == start and before.text.lower() not in places()
