"""The room's word lists, read once from the package's data."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


def _read(name: str) -> str:
    return (files("humas_nlp") / "data" / name).read_text(encoding="utf-8")


@cache
def words(table: str, key: str) -> frozenset[str]:
    """Return one list of a TOML lexicon.

    Args:
        table: File name without prefix and extension: "credits" for release_credits.toml.
        key: Name of the list.

    Raises:
        KeyError: The lexicon has no such list (an error of the package, not of the text).
    """
    return frozenset(tomllib.loads(_read(f"release_{table}.toml"))[key])


@cache
def alternation(table: str, *keys: str) -> str:
    """Return lists as a regular expression that prefers longer entries.

    A blank of an entry matches up to three blanks; a colon may have blanks before it.
    """
    entries = frozenset[str]().union(*(words(table, key) for key in keys))
    ordered = sorted(entries, key=lambda word: (-len(word), word))
    joined = "|".join(re.escape(word) for word in ordered)
    return joined.replace(r"\ ", r"[ \xa0]{1,3}").replace(":", r"[ \xa0]{0,3}:")


@cache
def shapes(kind: str) -> Mapping[str, float]:
    """Return the proportions of lines of one kind; read-only.

    Args:
        kind: "rows" of hard-wrapped text, or "headline".

    Raises:
        KeyError: There is no such kind (an error of the package, not of the text).
    """
    return MappingProxyType(tomllib.loads(_read("release_shapes.toml"))[kind])


@cache
def places() -> frozenset[str]:
    """Return the names of places, case folded: regions, towns, foreign cities and countries."""
    names = {line.strip() for line in _read("release_places.txt").splitlines()}
    names = {name for name in names if name and not name.startswith("#")}
    for province in tomllib.loads(_read("entities_regions.toml"))["province"]:
        for name in (
            province["name"],
            *province["short"],
            *province["regencies"],
            *province["cities"],
        ):
            names.add(name.casefold())
    return frozenset(names)
