"""Words of the circumstances of a quote: the one loader of `data/quotes_circumstances.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, cast

from humas_nlp.document import Medium


@dataclass(frozen=True, slots=True)
class MediumWords:
    """How a medium is named beside a cue.

    Attributes:
        behind: Words that rule the nouns: "dalam", "lewat".
        nouns: What they rule, a possessive -nya allowed: "konferensi pers".
        phrases: What stands for itself: "berpidato".
    """

    behind: tuple[str, ...]
    nouns: tuple[str, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CircumstanceWords:
    """The lists of `quotes_circumstances.toml`, in lower case.

    Attributes:
        media: How each medium is named; where a text names two, the first here counts.
        statement: How a statement is named of which the text says no more.
        outlet_verbs: Verbs before another outlet: "dilansir".
        outlet_between: Words between such a verb and the outlet.
        not_outlets: What follows such a verb and is no outlet.
        press: Nouns and names of the press.
        press_beginnings: First letters of names of the press: "detikJatim".
        press_endings: Last letters of names of the press.
        people: Nouns of people, for *di depan*.
        nobody: Words that are nobody who is addressed.
        not_places: Words after *di* that make no place.
        heads: Common nouns of places.
        ends: Words at which a noun phrase is over.
        other_acts: Words after which *kepada* belongs to another act than speaking.
        openers: Words that may stand before *kepada* at the head of a sentence.
    """

    media: Mapping[Medium, MediumWords]
    statement: MediumWords
    outlet_verbs: tuple[str, ...]
    outlet_between: tuple[str, ...]
    not_outlets: tuple[str, ...]
    press: frozenset[str]
    press_beginnings: tuple[str, ...]
    press_endings: tuple[str, ...]
    people: frozenset[str]
    nobody: frozenset[str]
    not_places: frozenset[str]
    heads: frozenset[str]
    ends: frozenset[str]
    other_acts: frozenset[str]
    openers: frozenset[str]


@cache
def circumstance_words() -> CircumstanceWords:
    """Return the lists, read once.

    Raises:
        KeyError: A list is missing (an error of the package, not of a text).

    Example:
        >>> "wartawan" in circumstance_words().press
        True
    """
    raw = tomllib.loads((files("humas_nlp.data") / "quotes_circumstances.toml").read_text("utf-8"))

    def words(group: str, name: str) -> tuple[str, ...]:
        return tuple(raw[group][name].split())

    media = {cast(Medium, name): _medium(group) for name, group in raw["media"].items()}
    return CircumstanceWords(
        media=MappingProxyType(media),
        statement=_medium(raw["statement"]),
        outlet_verbs=words("outlets", "verbs"),
        outlet_between=words("outlets", "between"),
        not_outlets=words("outlets", "not_names"),
        press=frozenset(words("addressees", "press")),
        press_beginnings=words("addressees", "press_beginnings"),
        press_endings=words("addressees", "press_endings"),
        people=frozenset(words("addressees", "people")),
        nobody=frozenset(words("addressees", "nobody")),
        not_places=frozenset(words("venues", "not_places")),
        heads=frozenset(words("venues", "heads")),
        ends=frozenset(words("phrases", "ends")),
        other_acts=frozenset(words("phrases", "other_acts")),
        openers=frozenset(words("phrases", "openers")),
    )


def _medium(group: Mapping[str, Any]) -> MediumWords:
    return MediumWords(
        tuple(group["behind"].split()), tuple(group["nouns"]), tuple(group["phrases"])
    )
