"""The word lists of the people room, read once."""

import tomllib
from functools import cache
from importlib import resources


def _read(name: str) -> dict[str, str]:
    return tomllib.loads((resources.files("humas_nlp.data") / name).read_text("utf-8"))


@cache
def offices() -> dict[str, frozenset[str]]:
    """Return the lists of `people_offices.toml`: heads, common, links."""
    return {key: frozenset(words.split()) for key, words in _read("people_offices.toml").items()}


@cache
def titles() -> dict[str, frozenset[str]]:
    """Return the lists of `people_titles.toml`: honorifics, degrees, surnames.

    Entries stand without full stops, as `plain` gives them.
    """
    lists = _read("people_titles.toml")
    return {key: frozenset(plain(w) for w in words.split()) for key, words in lists.items()}


def plain(word: str) -> str:
    """Return a title or degree without its full stops: "S.Sos." becomes "SSos"."""
    return word.replace(".", "")


@cache
def public_nicknames() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the nicknames of public figures and the full names they may stand for, as words."""
    raw = (resources.files("humas_nlp.data") / "people_nicknames.toml").read_text("utf-8")
    rows = tomllib.loads(raw)["nicknames"]
    return {tuple(k.split()): tuple(tuple(n.split()) for n in v) for k, v in rows.items()}
