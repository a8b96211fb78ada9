"""The one merge: the best set of candidates that do not overlap."""

from bisect import bisect_right
from collections.abc import Sequence

from humas_nlp.mentions.candidates import Candidate
from humas_nlp.mentions.mention import Mention
from humas_nlp.mentions.proposals import OFFICE
from humas_nlp.mentions.weights import Weights

Range = tuple[int, int]


def select(found: Sequence[Candidate], model: Weights) -> list[Mention]:
    """Choose among candidates.

    Of all sets without overlaps the one is taken whose probabilities, each less the least one that
    is worth a place, add up to most. Where a person's office names an institution, one stands: the
    stretch that the office names, or a likelier one that shares words with it. No other label may
    take its place.

    Args:
        found: Candidates in order of their ends.
        model: How likely each is right.

    Returns:
        Mentions in reading order, not overlapping.
    """
    held = [(row.start, row.end) for row in found if OFFICE in row.sources]
    open_ones = [row for row in found if row.label == "ORG" or not _meets(row, held)]
    ends = [row.end for row in open_ones]
    chances = [model.probability(row.features) for row in open_ones]
    best = [0.0]  # of the first n candidates
    taken: list[bool] = []
    for number, row in enumerate(open_ones):
        gain = chances[number] - model.least[row.label]
        named = OFFICE in row.sources
        with_it = best[bisect_right(ends, row.start, 0, number)] + (
            max(gain, 0.0) if named else gain
        )
        taken.append(with_it > best[-1] or (named and with_it == best[-1]))
        best.append(max(with_it, best[-1]))
    chosen = []
    number = len(open_ones)
    while number:
        number -= 1
        if taken[number]:
            row = open_ones[number]
            chosen.append(_mention(row, chances[number]))
            number = bisect_right(ends, row.start, 0, number)
    return chosen[::-1]


def _meets(row: Candidate, held: Sequence[Range]) -> bool:
    """Say whether a candidate shares words with an institution that an office names.

    Args:
        row: The candidate.
        held: Stretches that do not overlap, in reading order.
    """
    at = bisect_right(held, row.start, key=lambda stretch: stretch[1])
    return at < len(held) and held[at][0] < row.end


def _mention(row: Candidate, chance: float) -> Mention:
    source = "+".join(sorted(row.sources))
    return Mention(row.start, row.end, row.label, source, chance, row.zone, row.value)
