"""Which predicted quote is which gold quote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from humas_nlp.evaluation.names import WORD

Positions = set[tuple[int, int]]
Group = Literal["direct", "indirect"]
Form = Literal["clitic", "pronoun", "name", "noun_phrase", "none"]

OVERLAP = 0.5  # intersection over union of words, for a relaxed match
PRONOUNS = frozenset({"ia", "dia", "beliau", "mereka", "dirinya", "pihaknya", "saya", "kami"})


@dataclass(frozen=True, slots=True)
class Match:
    """A pair of a gold and a predicted quote.

    Attributes:
        gold: Index of the gold quote.
        predicted: Index of the predicted quote.
        overlap: Intersection over union of their words.
        strict: Whether first and last word agree.
    """

    gold: int
    predicted: int
    overlap: float
    strict: bool


def word_positions(text: str, start: int, end: int) -> Positions:
    """Return the ranges of the words inside a span; marks and punctuation are no words."""
    return {match.span() for match in WORD.finditer(text, start, end)}


def match_quotes(
    text: str, gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]
) -> list[Match]:
    """Pair quotes one to one, best overlap first.

    Args:
        text: The document's text.
        gold: Gold quotes with "start" and "end".
        predicted: Predicted quotes with "start" and "end".

    Returns:
        The pairs whose words overlap by half or more.
    """
    ours = [word_positions(text, quote["start"], quote["end"]) for quote in gold]
    theirs = [word_positions(text, quote["start"], quote["end"]) for quote in predicted]
    candidates = []
    for i, want in enumerate(ours):
        for j, have in enumerate(theirs):
            common = len(want & have)
            if common and (overlap := common / len(want | have)) >= OVERLAP:
                candidates.append((-overlap, i, j))
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    matches = []
    for negative, i, j in sorted(candidates):
        if i in used_gold or j in used_predicted:
            continue
        used_gold.add(i)
        used_predicted.add(j)
        strict = min(ours[i]) == min(theirs[j]) and max(ours[i]) == max(theirs[j])
        matches.append(Match(i, j, -negative, strict))
    return matches


def group_of(quote: Mapping[str, Any]) -> Group:
    """Return the group in which a quote is counted: mixed quotes count as indirect."""
    return "direct" if quote.get("kind") == "direct" else "indirect"


def source_form(quote: Mapping[str, Any]) -> Form:
    """Tell how the text names the source of a gold quote."""
    if source := quote["source"]:
        name = source["text"]
        if name.casefold() in PRONOUNS:
            return "pronoun"
        is_person = (quote["speaker"] or "").startswith("P")
        return "name" if is_person and name[:1].isupper() else "noun_phrase"
    cue = quote["cue"]
    return "clitic" if cue and cue["text"].casefold().endswith("nya") else "none"
