"""The one merge: the best set of candidates that do not overlap."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from humas_nlp.mentions.candidates import Candidate
from humas_nlp.mentions.mention import Mention
from humas_nlp.mentions.proposals import OFFICE
from humas_nlp.mentions.weights import Weights

Range = tuple[int, int]
SURE = 1.0  # more than any probability is worth


def select(found: Sequence[Candidate], model: Weights) -> list[Mention]:
    """Choose among candidates.

    Of all sets without overlaps the one is taken whose probabilities, each less the least one that
    is worth a place, add up to most. The institution of a person's office is an institution of the
    document: it stands itself or inside a longer one ("Bidang Anggaran | Badan Keuangan Daerah"),
    and what would cut it gives way.

    Args:
        found: Candidates in order of their ends.
        model: How likely each is right.

    Returns:
        Mentions in reading order, not overlapping.
    """
    held = [(row.start, row.end) for row in found if OFFICE in row.sources]
    open_ones = [(row, holds) for row in found if (holds := _holds(row, held)) is not None]
    ends = [row.end for row, _ in open_ones]
    chances = [model.probability(row.features) for row, _ in open_ones]
    best = [0.0]  # of the first n candidates
    taken: list[bool] = []
    for number, (row, holds) in enumerate(open_ones):
        gain = chances[number] - model.least[row.label] + holds * SURE
        with_it = best[bisect_right(ends, row.start, 0, number)] + gain
        taken.append(with_it > best[-1])
        best.append(max(with_it, best[-1]))
    chosen = []
    number = len(open_ones)
    while number:
        number -= 1
        if taken[number]:
            row, _ = open_ones[number]
            chosen.append(_mention(row, chances[number]))
            number = bisect_right(ends, row.start, 0, number)
    return chosen[::-1]


def _holds(row: Candidate, held: Sequence[Range]) -> int | None:
    """Return how many institutions of offices lie in a candidate; None if it would cut one.

    Args:
        row: The candidate.
        held: Stretches that do not overlap, in reading order.
    """
    first = bisect_right(held, row.start, key=lambda stretch: stretch[1])
    stop = bisect_left(held, row.end, key=lambda stretch: stretch[0])
    for start, end in held[first:stop]:
        if row.label != "ORG" or start < row.start or row.end < end:
            return None
    return stop - first


def _mention(row: Candidate, chance: float) -> Mention:
    source = "+".join(sorted(row.sources))
    return Mention(row.start, row.end, row.label, source, chance, row.zone, row.value)
