"""What a cue does with the words it reports: states, demands, hopes, warns, denies or praises."""

import tomllib
from functools import cache
from importlib import resources
from typing import get_args

from humas_nlp.document import Stance

_CLITICS = ("nya", "lah")


@cache
def _stances() -> dict[str, Stance]:
    lists = _lists()
    named: list[Stance] = [stance for stance in get_args(Stance) if stance != "neutral"]
    return {word: stance for stance in named for word in lists[stance].split()}


@cache
def _moods() -> frozenset[str]:
    return frozenset(_lists()["moods"].split())


@cache
def _lists() -> dict[str, str]:
    raw = (resources.files("humas_nlp.data") / "quotes_stances.toml").read_text("utf-8")
    return tomllib.loads(raw)


def stance_of(cue: str, content: str = "") -> Stance:
    """Return the class of a cue.

    A cue of several words takes the class of its first word that has one. A neutral verb before a
    clause with *agar* or *supaya* demands.

    Args:
        cue: The words of the cue in any case: "ujarnya", "mengimbau", "Harapannya".
        content: What it reports.

    Example:
        >>> stance_of("mengimbau"), stance_of("ujarnya"), stance_of("menekankan", "agar hadir")
        ('demand', 'neutral', 'demand')
    """
    known = _stances()
    for word in cue.lower().split():
        if word in known:
            return known[word]
        if word.endswith(_CLITICS) and word[:-3] in known:
            return known[word[:-3]]
    first = content[:16].split(maxsplit=1)
    return "demand" if first and first[0].lower() in _moods() else "neutral"
