"""Outlet profiles: how portals name themselves, and what their pages print inside an article.

`data/release_outlets.toml` has a table for each; the code of this room names no outlet.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class OutletProfile:
    """One outlet as the texts name it.

    Attributes:
        names: In datelines and closing credits, without an internet domain, case folded.
        houses: First letters of its editions behind a byline, case folded.
        stamps: In a line that says only when something was published, case folded.
    """

    names: tuple[str, ...]
    houses: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InlineFurniture:
    """One piece of page furniture inside a line.

    Attributes:
        outlets: Names of the outlets that print it; empty where many do.
        words: Words that stand in every match; a plain search for them keeps the pattern off most
            texts.
        pattern: What is furniture.
        example: A line of our own, with « » around what is found.
    """

    outlets: tuple[str, ...]
    words: str
    pattern: re.Pattern[str]
    example: str


@cache
def outlet_profiles() -> tuple[OutletProfile, ...]:
    """Return the outlets in the order of the file."""
    return tuple(
        OutletProfile(
            tuple(row["names"]), tuple(row.get("houses", ())), tuple(row.get("stamps", ()))
        )
        for row in _tables()["outlet"]
    )


@cache
def inline_patterns() -> tuple[InlineFurniture, ...]:
    """Return the furniture inside lines in the order of the file."""
    return tuple(
        InlineFurniture(
            tuple(row["outlets"]),
            row["words"],
            re.compile(row["pattern"], re.MULTILINE),
            row["example"],
        )
        for row in _tables()["furniture"]
    )


@cache
def outlet_names() -> frozenset[str]:
    """Return the names of all outlets, case folded."""
    return frozenset(name for outlet in outlet_profiles() for name in outlet.names)


@cache
def house_beginnings() -> tuple[str, ...]:
    """Return the first letters of editions behind a byline, for `str.startswith`."""
    return tuple(house for outlet in outlet_profiles() for house in outlet.houses)


@cache
def stamp_names() -> tuple[str, ...]:
    """Return the names of outlets in lines that say only when something was published."""
    return tuple(stamp for outlet in outlet_profiles() for stamp in outlet.stamps)


def _tables() -> dict[str, Any]:
    return tomllib.loads((files("humas_nlp") / "data" / "release_outlets.toml").read_text("utf-8"))
