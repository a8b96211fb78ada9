"""What each finder proposes, gathered once for a document; nothing is decided here."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from humas_nlp.document import Entity, Release, Value
from humas_nlp.language import analyze_word
from humas_nlp.mentions.gapped_words import Words
from humas_nlp.mentions.institutions.finder import institutions_of
from humas_nlp.mentions.institutions.grammar import grammar
from humas_nlp.mentions.mention import MentionLabel
from humas_nlp.mentions.persons import Persons
from humas_nlp.mentions.places.finder import places_in
from humas_nlp.mentions.values.finder import find_values
from humas_nlp.mentions.values.patterns import fold

Range = tuple[int, int]
_VERBAL = ("di", "me")
# The finder whose stretches are never given up without another institution in their place: a
# speaker's institution is one of the document's.
OFFICE = "office"


class Proposal(NamedTuple):
    """A stretch that one finder takes for something.

    Attributes:
        start: First code point.
        end: One past the last code point.
        label: What it takes it for.
        source: Name of the finder.
        value: The value that the finder read.
    """

    start: int
    end: int
    label: MentionLabel
    source: str
    value: Value = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a document's mentions are read from.

    Attributes:
        text: The whole text.
        release: Its outer form.
        names: What a trained recogniser found, with its corrections; None where there is none.
        persons: Its persons.
    """

    text: str
    release: Release
    names: Sequence[Entity] | None = None
    persons: Persons = field(default_factory=Persons)


def proposals(evidence: Evidence) -> list[Proposal]:
    """Return what all finders propose.

    Rules alone read paragraphs: headings and furniture are written in ways that they take for
    names. Beside a recogniser they read all of the text.

    Args:
        evidence: What the document is read from.
    """
    text, persons = evidence.text, evidence.persons
    whole = evidence.names is not None
    ranges = [(0, len(text))] if whole else evidence.release.paragraphs()
    found = [Proposal(e.start, e.end, e.label, "recogniser") for e in evidence.names or ()]
    found += _cut_clauses(text, evidence.names or ())
    bodies = institutions_of(text)
    found += [
        Proposal(e.start, e.end, "ORG", "free_name" if _has_free_name(e.text) else "institutions")
        for e in bodies
    ]
    folded = fold(text)
    for start, end in ranges:
        places = places_in(Words(text, start, end))
        values = find_values(text, start, end, date=evidence.release.meta.date, folded=folded)
        found += [Proposal(e.start, e.end, "LOC", "places") for e in places]
        found += [Proposal(e.start, e.end, e.label, "patterns", e.value) for e in values]
    found += [Proposal(*stretch, "ORG", OFFICE) for stretch in _united(persons.institutions)]
    found += [Proposal(*stretch, "ORG", "affiliation") for stretch in set(persons.others)]
    found += [Proposal(*stretch, "PER", "people") for stretch in _longest(persons.known)]
    found += [Proposal(*stretch, "PER", "passing") for stretch in _longest(persons.passing)]
    found += _cut_at_persons(text, bodies, sorted({*persons.known, *persons.passing}))
    return found if whole else [row for row in found if _lies_in(row, ranges)]


def _united(stretches: Iterable[Range]) -> list[Range]:
    """Return ranges in reading order, those that overlap as one."""
    found: list[Range] = []
    for start, end in sorted(stretches):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _longest(stretches: Iterable[Range]) -> Iterator[Range]:
    """Return mentions in reading order; of overlapping ones the first stands."""
    last = 0
    for start, end in sorted(set(stretches)):
        if start >= last and end > start:
            yield start, end
            last = end


def _lies_in(row: Proposal, ranges: Iterable[Range]) -> bool:
    return any(start <= row.start and row.end <= end for start, end in ranges)


def _has_free_name(name: str) -> bool:
    """Say whether an institution may be named after a person: "Universitas Budi Luhur"."""
    head = grammar().heads.at(Words(name), 0)
    return head is not None and head[1] in ("free", "company", "school")


def _cut_at_persons(
    text: str, bodies: Iterable[Entity], persons: Sequence[Range]
) -> Iterator[Proposal]:
    """Return what stands before a person in the end of an institution: "Biro Hukum | Rahmat"."""
    for body in bodies:
        at = bisect_right(persons, body.start, key=lambda stretch: stretch[1])
        if at == len(persons) or not body.start < persons[at][0] < body.end:
            continue
        kept = text[body.start : persons[at][0]].rstrip(" ,(")
        if " " in kept:
            yield Proposal(body.start, body.start + len(kept), "ORG", "cut")


def _cut_clauses(text: str, names: Iterable[Entity]) -> Iterator[Proposal]:
    """Return what stands before the verb of a clause that a recogniser takes for one name.

    In a line where every word has a capital, a clause looks like a name: "Humas Pemkot Diminta
    Tanggap".
    """
    for name in names:
        if name.label != "ORG":
            continue
        words = Words(text, name.start, name.end)
        verb = next((i for i in range(1, len(words)) if is_verb(words.folds[i])), None)
        if verb is not None:
            yield Proposal(name.start, words.ends[verb - 1], "ORG", "clause")


def is_verb(word: str) -> bool:
    """Say whether a word in small letters has the prefix of a verb in the active or passive."""
    return word.startswith(_VERBAL) and analyze_word(word).voice in ("active", "passive")
