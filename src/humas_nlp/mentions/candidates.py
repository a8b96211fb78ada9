"""Proposals gathered by stretch and label, each with the features that its probability hangs on."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from humas_nlp.document import Release, Value
from humas_nlp.mentions.gapped_words import Words
from humas_nlp.mentions.mention import MentionLabel, Zone
from humas_nlp.mentions.proposals import Proposal, is_verb

LONG = 7  # words from which all lengths are one
_ZONES: dict[str, Zone] = {
    "headline": "headline",
    "paragraph": "body",
    "credit": "credit",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch with a label, proposed by one finder or several.

    Attributes:
        start: First code point.
        end: One past the last code point.
        label: What it is taken for.
        sources: Names of the finders.
        zone: The part of the text.
        value: The value of the finder that read one.
        features: Names of what speaks for and against it.
    """

    start: int
    end: int
    label: MentionLabel
    sources: frozenset[str]
    zone: Zone
    value: Value
    features: tuple[str, ...]


def candidates(text: str, release: Release, rows: Sequence[Proposal]) -> list[Candidate]:
    """Gather proposals.

    Args:
        text: The whole text.
        release: Its outer form.
        rows: What all finders propose.

    Returns:
        One candidate a stretch and label, in order of their ends.
    """
    groups: dict[tuple[int, int, MentionLabel], list[Proposal]] = defaultdict(list)
    for row in rows:
        groups[row.start, row.end, row.label].append(row)
    order = sorted(groups, key=lambda key: (key[1], key[0], key[2]))
    against = _overlaps(order)
    found = []
    for number, key in enumerate(order):
        start, end, label = key
        sources = frozenset(row.source for row in groups[key])
        value = next((row.value for row in groups[key] if row.value is not None), None)
        zone = zone_of(release, start)
        others = {
            f"{row.source}:{row.label}:{_relation(key, order[other])}"
            for other in against[number]
            for row in groups[order[other]]
        }
        words = Words(text, start, end)
        traits = [
            label,
            f"{label} by {'+'.join(sorted(sources))}",
            f"{label} in {zone}",
            f"{label} of {min(max(len(words), 1), LONG)} words",
            *(f"{label} with {other}" for other in sorted(others)),
            *(f"{label}, {trait}" for trait in _shape(text, words)),
        ]
        if label != "PER" and not any(o.startswith("recogniser") for o in others | sources):
            traits.append(f"{label}, recogniser silent")
        found.append(Candidate(start, end, label, sources, zone, value, tuple(traits)))
    return found


def zone_of(release: Release, position: int) -> Zone:
    """Return the part of a text that a code point stands in."""
    line = release.dateline
    if line is not None and line[0] <= position < line[1]:
        return "dateline"
    at = bisect_right(release.blocks, position, key=lambda block: block.start) - 1
    if at < 0 or position >= release.blocks[at].end:
        return "furniture"
    return _ZONES.get(release.blocks[at].kind, "furniture")


def _overlaps(order: Sequence[tuple[int, int, MentionLabel]]) -> list[list[int]]:
    """Return for each candidate the numbers of those that it overlaps; they stand by their ends."""
    found: list[list[int]] = [[] for _ in order]
    for number, (start, _, _) in enumerate(order):
        other = number - 1
        while other >= 0 and order[other][1] > start:
            found[number].append(other)
            found[other].append(number)
            other -= 1
    return found


def _relation(one: tuple[int, int, MentionLabel], two: tuple[int, int, MentionLabel]) -> str:
    """Say how another stretch lies to one."""
    if one[:2] == two[:2]:
        return "same"
    if two[0] <= one[0] and one[1] <= two[1]:
        return "around"
    return "inside" if one[0] <= two[0] and two[1] <= one[1] else "across"


def _shape(text: str, words: Words) -> Iterator[str]:
    """Yield what the words of a stretch look like."""
    if any(is_verb(fold) for fold in words.folds[1:]):
        yield "verb inside"
    if len(words) == 1 and words.word(0).isupper():
        yield "one word in capitals"
    if len(words) and not words.capital[0]:
        yield "small letter first"
    before = text[max(0, words.starts[0] - 2) : words.starts[0]] if len(words) else ""
    if before.endswith("("):
        yield "in brackets"
