"""Pieces of patterns that the readers of values share."""

import re
from collections.abc import Iterable

from humas_nlp.folding import fold as fold  # with the other pieces, for those who read values
from humas_nlp.mentions.phrases import read_toml

# A blank inside an expression: it does not cross a line.
B = r"[ \t\u00a0]"
# Between the two ends of a stretch: "5-10", "5 hingga 10", "5 s.d. 10", "5 sampai dengan 10".
TO = rf"(?:{B}?[-–—]{B}?|{B}(?:s/d|s\.d\.?|sd\.?|hingga|sampai(?:{B}dengan)?){B})"
WEEKDAYS: tuple[str, ...] = tuple(read_toml("entities_values.toml")["relative"]["weekdays"])
WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)"


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern of any of some phrases, the longest first, any blank between words."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", B) for phrase in longest_first)


def words_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile a pattern that finds whole words quickly in folded text.

    The matcher skips to the next candidate by a table of first characters, then drops most by their
    second one; only then it looks back to the beginning of the word.

    Args:
        phrases: Words of two letters or more, and phrases, in lower case.
    """
    branches: dict[str, dict[str, list[str]]] = {}
    for phrase in phrases:
        branches.setdefault(phrase[0], {}).setdefault(phrase[1], []).append(phrase[2:])
    return re.compile(
        "|".join(
            f"{first}(?:{'|'.join(_branch(first + second, rest) for second, rest in group)})"
            for first, group in ((c, sorted(d.items())) for c, d in sorted(branches.items()))
        )
    )


def _branch(head: str, rest: list[str]) -> str:
    return rf"{head[1]}(?<!\w{head})(?:{any_of(rest)})(?!\w)"
