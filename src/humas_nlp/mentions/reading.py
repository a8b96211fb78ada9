"""The list of mentions of a document, made once: what every later room reads."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from humas_nlp.document import Block, Entity, Meta, Release
from humas_nlp.mentions.candidates import Candidate, candidates, zone_of
from humas_nlp.mentions.linking import linked
from humas_nlp.mentions.mention import Mention, Mentions
from humas_nlp.mentions.persons import Persons
from humas_nlp.mentions.proposals import Evidence, proposals
from humas_nlp.mentions.selection import select
from humas_nlp.mentions.weights import weights

Range = tuple[int, int]
NOBODY = Persons()


def read_mentions(evidence: Evidence) -> Mentions:
    """Return what the stretches of a text are.

    Every finder proposes (`proposals`), candidates are gathered with what speaks for and against
    each (`candidates`), fitted weights give each a probability (`weights`), and the best set
    without overlaps stays (`select`). Institutions and places get their values (`linked`).

    Args:
        evidence: What the document is read from.

    Returns:
        Names and values, which do not overlap one another, and the offices of persons, which hold
        the institutions in them.
    """
    model = weights("rules" if evidence.names is None else "recogniser")
    chosen = select(gathered(evidence), model)
    entities = [mention.entity(evidence.text) for mention in chosen]
    values = linked(evidence.text, entities, date=evidence.release.meta.date)
    named = [
        replace(mention, value=entity.value) for mention, entity in zip(chosen, values, strict=True)
    ]
    offices = [
        Mention(start, end, "OFFICE", "office", zone=zone_of(evidence.release, start))
        for start, end in sorted(set(evidence.persons.offices))
    ]
    return Mentions.of([*named, *offices])


def mentions_by_rules(
    text: str, ranges: Sequence[Range], persons: Persons = NOBODY, date: str | None = None
) -> Mentions:
    """Return the mentions of a text of which no more than its paragraphs is known.

    Args:
        text: The whole text.
        ranges: Ranges of its paragraphs in reading order.
        persons: Its persons.
        date: Date of the text, ``YYYY-MM-DD``, for dates without a year.
    """
    return read_mentions(Evidence(text, _paragraphs(ranges, date), None, persons))


def find_entities(
    text: str,
    ranges: Sequence[Range] | None = None,
    *,
    date: str | None = None,
    people: Iterable[Range] = (),
    passing: Iterable[Range] = (),
    names: Sequence[Entity] | None = None,
) -> list[Entity]:
    """Find the entities of a text.

    Args:
        text: The whole text.
        ranges: Ranges to read, in reading order; None for the whole text.
        date: Date of the text, ``YYYY-MM-DD``, for dates without a year.
        people: Ranges of the mentions of persons.
        passing: Ranges of persons who are named once and hold no office.
        names: PER, ORG, LOC, LAW and EVENT of a recogniser, in reading order, not overlapping;
            None if there is none.

    Returns:
        Entities in reading order, not overlapping.

    Example:
        >>> found = find_entities("Dinas Sosial Jatim menyalurkan Rp2 juta, Rabu (4/10/2023).")
        >>> [(e.label, e.text) for e in found]
        [('ORG', 'Dinas Sosial Jatim'), ('MONEY', 'Rp2 juta'), ('DATE', 'Rabu (4/10/2023)')]
    """
    spots = [(0, len(text))] if ranges is None else ranges
    persons = Persons(tuple(people), tuple(passing))
    evidence = Evidence(text, _paragraphs(spots, date), names, persons)
    return read_mentions(evidence).entities(text)


def _paragraphs(ranges: Iterable[Range], date: str | None) -> Release:
    """Return the outer form of a text that is nothing but paragraphs."""
    blocks = tuple(Block(start, end, "paragraph") for start, end in ranges if start < end)
    return Release(Meta(date=date), blocks)


def gathered(evidence: Evidence) -> list[Candidate]:
    """Return all candidates of a document with their features, in order of their ends.

    Args:
        evidence: What the document is read from.
    """
    return candidates(evidence.text, evidence.release, proposals(evidence))
