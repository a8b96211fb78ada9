"""The word lists of this room, read once, and a way to turn them into patterns."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_KINDS = ("title", "number", "final", "legal", "month")


def _read(name: str) -> str:
    return files("humas_nlp").joinpath("data", name).read_text(encoding="utf-8")


def read_lines(name: str) -> list[str]:
    """Read ``data/language_NAME``, without comments and empty lines; inner tabs stay."""
    lines = _read(f"language_{name}").splitlines()
    return [line for line in lines if line and line[0] != "#"]


@cache
def word_list(name: str) -> frozenset[str]:
    """Read a lexicon with one entry a line; ``#`` starts a comment.

    Args:
        name: Middle of the file name: "degrees" reads ``data/language_degrees.txt``.

    Raises:
        FileNotFoundError: If the package carries no such list.
    """
    return frozenset(read_lines(f"{name}.txt"))


@cache
def abbreviations() -> dict[str, str]:
    """Map every abbreviation, its last full stop left out, to its kind.

    Kinds: "title" never ends a sentence, "number" ends none before a figure, "final" may end
    one, "legal" (a company form) only before a clear starter, "month" stands beside figures,
    "degree" follows a name.
    """
    table = tomllib.loads(_read("language_abbreviations.toml"))
    kinds = dict.fromkeys(degrees(), "degree")
    for kind in _KINDS:
        kinds.update(dict.fromkeys(table[kind], kind))
    return kinds


@cache
def degrees() -> frozenset[str]:
    """Return the degrees and their capital forms ("S.SOS"), the last full stop left out."""
    listed = word_list("degrees")
    return listed | {degree.upper() for degree in listed}


def alternation(words: Iterable[str]) -> str:
    """Write `words` as one pattern that shares prefixes, the longest match first.

    Python tries the branches of a plain alternation one by one; a prefix tree keeps the cost of a
    miss at one or two characters however long the list is.
    """
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _write(tree)


def _write(tree: dict[str, dict]) -> str:  # type: ignore[type-arg]
    branches = [
        re.escape(char) + (_write(rest) if rest else "")
        for char, rest in sorted(tree.items())
        if char
    ]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return body + ("?" if "" in tree else "")
