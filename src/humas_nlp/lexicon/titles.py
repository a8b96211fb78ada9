"""Titles without their stops, and nicknames of public figures."""

import tomllib
from functools import cache
from importlib import resources


def plain(word: str) -> str:
    """Return a title or degree without its full stops: "S.Sos." becomes "SSos".

    The classes "honorific", "degree" and "surname" hold words in this form.
    """
    return word.replace(".", "")


@cache
def public_nicknames() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the nicknames of public figures and the full names they may stand for, as words."""
    raw = (resources.files("humas_nlp.data") / "people_nicknames.toml").read_text("utf-8")
    rows = tomllib.loads(raw)["nicknames"]
    return {tuple(k.split()): tuple(tuple(n.split()) for n in v) for k, v in rows.items()}
