"""Reading of the room's data files, and look-up of phrases of several words."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from humas_nlp.mentions.gapped_words import Words


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Read a TOML file of the package's data folder; the result must not be changed."""
    text = (files("humas_nlp") / "data" / name).read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def read_lines(name: str) -> frozenset[str]:
    """Read a data file with one entry a line; ``#`` begins a comment."""
    text = (files("humas_nlp") / "data" / name).read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return frozenset(line for line in lines if line)


class Phrases:
    """Phrases of one or more words, each with a value, found by longest match."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        """Take the value of every phrase; case is ignored."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, value in entries.items():
            folds = tuple(Words(phrase).folds)
            if folds:
                self._by_first.setdefault(folds[0], []).append((folds, value))
        for group in self._by_first.values():
            group.sort(key=lambda item: -len(item[0]))

    @classmethod
    def of(cls, phrases: Iterable[str]) -> "Phrases":
        """Make phrases whose value is the phrase itself."""
        return cls({phrase: phrase for phrase in phrases})

    def first_words(self) -> frozenset[str]:
        """Return the first words of the phrases, in lower case."""
        return frozenset(self._by_first)

    def at(self, words: Words, index: int) -> tuple[int, str] | None:
        """Return the longest phrase that starts at a word.

        Args:
            words: The text's words.
            index: Number of a word.

        Returns:
            Number of the word after the phrase, and the phrase's value; None if there is none.
        """
        group = self._by_first.get(words.folds[index])
        if group is None:
            return None
        for folds, value in group:
            stop = index + len(folds)
            if tuple(words.folds[index:stop]) != folds:
                continue
            # "Tempo.co" is two words with a full stop between them.
            gaps = {"blank"} | ({"dot"} if "." in value else set())
            # Lists are punctuated freely: "Riset dan Teknologi", "Riset, dan Teknologi".
            gaps |= {"comma"} if "," in value else set()
            gaps |= {"slash"} if "/" in value else set()
            if all(words.gap(i) in gaps for i in range(index, stop - 1)):
                return stop, value
        return None
