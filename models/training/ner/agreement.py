"""What is kept of labels that a teacher gave: the sure, the agreed; the rest is unknown."""

from collections.abc import Iterable, Sequence

from humas_nlp.entities import find_institutions, find_laws
from humas_nlp.evaluation.entities import Labelled
from humas_nlp.people.finder import find_people
from models.training.ner.examples import Example, Range

# start, end, label, least probability of the tags; the label "O" is a doubtful "none"
Guess = tuple[int, int, str, float]
SURE = 0.85
AGREED = 0.5  # enough where the rules find the very same range
SURE_EVENT = 0.7


def overlaps(start: int, end: int, ranges: Iterable[Range]) -> bool:
    """Say whether a range shares a character with one of others."""
    return any(start < b and a < end for a, b in ranges)


def keep(guesses: Sequence[Guess], text: str, found: frozenset[Labelled]) -> list[Labelled]:
    """Return the guesses that are sure, agreed with the rules, or sure elsewhere in the text.

    Args:
        guesses: What the teacher says.
        text: The text.
        found: What the rules find.
    """
    named = {(text[s:e], label) for s, e, label, p in guesses if p >= SURE and label != "O"}
    kept: list[Labelled] = []
    for start, end, label, p in guesses:
        agreed = p >= AGREED and ((start, end, label) in found or (text[start:end], label) in named)
        sure = p >= (SURE_EVENT if label == "EVENT" else SURE)
        if label != "O" and (sure or agreed):
            kept.append((start, end, label))
    return kept


def agree(text: str, guesses: Sequence[Guess], source: str) -> Example:
    """Make an example of a text: laws by the rules, the rest as `keep` has it.

    What the teacher doubts, and what the rules alone find, is unknown.
    """
    laws = [(e.start, e.end, "LAW") for e in find_laws(text)]
    rules = _finds(text)
    kept = [e for e in keep(guesses, text, frozenset(rules)) if e[2] != "LAW"]
    kept = [e for e in kept if not overlaps(e[0], e[1], [law[:2] for law in laws])]
    kept = sorted([*kept, *laws])
    taken = [entity[:2] for entity in kept]
    doubts = [(s, e) for s, e, _, _ in guesses] + [(s, e) for s, e, _ in rules]
    unknown = sorted({d for d in doubts if not overlaps(*d, taken)})
    # a doubt that reaches over a kept entity makes the rest of its range unknown
    wider = {d for d in doubts if overlaps(*d, taken) and d not in taken}
    return Example(text, tuple(kept), tuple(sorted({*unknown, *wider})), source)


def _finds(text: str) -> list[Labelled]:
    people = find_people(text, [(0, len(text))])
    found = [(m.start, m.end, "PER") for m in people.mentions]
    return found + [(e.start, e.end, "ORG") for e in find_institutions(text)]


def complete(example: Example, guesses: Sequence[Guess]) -> Example:
    """Fill what a partial source leaves open; its own entities stand.

    A person that the source does not know of stays unknown.
    """
    known = [entity[:2] for entity in example.entities]
    found = agree(example.text, guesses, example.source)
    new = [e for e in found.entities if not overlaps(e[0], e[1], known)]
    added = [e for e in new if e[2] != "PER"]
    doubts = [e[:2] for e in new if e[2] == "PER"] + list(found.unknown)
    unknown = [d for d in doubts if d not in known]
    return Example(
        example.text, tuple(sorted([*example.entities, *added])), tuple(sorted(unknown)),
        example.source,
    )  # fmt: skip
