"""The lexicon of circumstances, and where a noun phrase of an addressee or a venue ends."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

WORD = re.compile(r"[^\W_][\w'’./&@-]*", re.UNICODE)
LONGEST = 14  # words of a noun phrase
_LINKS = frozenset({"yang", "dan", "serta", "atau"})  # nothing ends with one of these


@dataclass(frozen=True, slots=True)
class CircumstanceWords:
    """The word lists of `quotes_circumstances.toml`.

    Attributes:
        ends: Words at which a noun phrase is over.
        other_acts: Words after which *kepada* belongs to another act than speaking.
        openers: Words that may stand before *kepada* at the head of a sentence.
        press: Nouns and names of the press.
        people: Nouns of people, for *di depan*.
        nobody: Words that are nobody who is addressed.
        not_places: Words after *di* that make no place.
        heads: Common nouns of places.
    """

    ends: frozenset[str]
    other_acts: frozenset[str]
    openers: frozenset[str]
    press: frozenset[str]
    people: frozenset[str]
    nobody: frozenset[str]
    not_places: frozenset[str]
    heads: frozenset[str]


@cache
def raw_lists() -> dict[str, Any]:
    """Read the file once; the result must not be changed."""
    raw = (resources.files("humas_nlp.data") / "quotes_circumstances.toml").read_text("utf-8")
    return tomllib.loads(raw)


@cache
def circumstance_words() -> CircumstanceWords:
    """Return the word lists."""
    raw = raw_lists()

    def words(group: str, name: str) -> frozenset[str]:
        return frozenset(raw[group][name].split())

    return CircumstanceWords(
        ends=words("phrases", "ends"),
        other_acts=words("phrases", "other_acts"),
        openers=words("phrases", "openers"),
        press=words("addressees", "press"),
        people=words("addressees", "people"),
        nobody=words("addressees", "nobody"),
        not_places=words("venues", "not_places"),
        heads=words("venues", "heads"),
    )


def is_press(word: str) -> bool:
    """Say whether a lower-cased word is a noun or a name of the press: "wartawan", "detikJatim"."""
    word = word.rstrip(".")
    outlet = word.startswith(("detik", "tribun")) or word.endswith((".com", ".id"))
    return outlet or word in circumstance_words().press


def phrase_end(text: str, start: int, end: int) -> int:
    """Return where the noun phrase that begins at `start` ends; `start` where there is none.

    It ends before punctuation, a figure or one of the words of `ends`.
    """
    ends, seen, last = circumstance_words().ends, start, start
    for number, match in enumerate(WORD.finditer(text, start, end)):
        if text[seen : match.start()].strip() or number == LONGEST:
            break
        word = match[0].rstrip(".'’/-")
        if word.lower() in ends or word[0].isdigit():
            break
        seen = match.start() + len(word)
        if word.lower() not in _LINKS:
            last = seen
    return last
