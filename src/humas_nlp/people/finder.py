"""People of a document: names found, joined into persons, every mention found.

paragraphs ─► tokens ─► person mentions ─► clusters ─► occurrences ─► PeopleReading
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from humas_nlp.document import Person, Span
from humas_nlp.mentions.names.finder import NameWeights, bundled_weights, find_person_mentions
from humas_nlp.mentions.names.logistic import Logistic, read_logistic
from humas_nlp.mentions.names.recognised import Recognised
from humas_nlp.mentions.offices.office import main_office
from humas_nlp.mentions.offices.territories import territories
from humas_nlp.mentions.tokens import read_tokens
from humas_nlp.people.aliases import bracketed, nicknames
from humas_nlp.people.clusters import Cluster, cluster
from humas_nlp.people.occurrences import find_mentions, with_initials
from humas_nlp.people.reading import Mention, PeopleReading
from humas_nlp.people.same_person import people_weights, same_person_weights

DIGITS = 3  # of a probability in the results

__all__ = ["Mention", "PeopleReading", "find_people"]


@dataclass(frozen=True, slots=True)
class PeopleWeights:
    """Everything that is fitted.

    Attributes:
        names: Which words are names.
        same_person: Which names are one person's.
        occurrence: Which further words name a person that is known.
    """

    names: NameWeights
    same_person: Logistic
    occurrence: Logistic


def bundled_people_weights() -> PeopleWeights:
    """Return the weights that the package holds."""
    occurrence = read_logistic(people_weights()["occurrence"])
    return PeopleWeights(bundled_weights(), same_person_weights(), occurrence)


def find_people(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    recognised: Sequence[Recognised] | None = None,
    weights: PeopleWeights | None = None,
) -> PeopleReading:
    """Find the named people of a document.

    Args:
        text: The whole text.
        paragraphs: Ranges of the body's paragraphs in reading order.
        recognised: Names that a trained recogniser found in the text, in reading order; None
            where there is none.
        weights: What is fitted; the bundled weights by default.

    Returns:
        Persons, their mentions and their offices.
    """
    fitted = weights or bundled_people_weights()
    rows = [read_tokens(text, start, end) for start, end in paragraphs]
    names = find_person_mentions(text, rows, recognised, fitted.names)
    aliases = [alias for tokens in rows for alias in (*nicknames(tokens), *bracketed(tokens))]
    people = with_initials(rows, cluster(names, aliases, fitted.same_person))
    mentions = find_mentions(rows, people, fitted.occurrence)
    return _reading(text, people, mentions, territories(text, rows))


def _reading(
    text: str,
    people: Sequence[Cluster],
    mentions: tuple[Mention, ...],
    regional: Mapping[str, str],
) -> PeopleReading:
    placed: list[list[Span]] = [[] for _ in people]
    for m in mentions:
        placed[m.person].append(Span.of(text, m.start, m.end))
    persons = tuple(
        _person(text, f"P{number + 1}", one, tuple(placed[number]), regional)
        for number, one in enumerate(people)
    )
    held = tuple((i, office) for i, one in enumerate(people) for office in one.offices)
    return PeopleReading(persons, mentions, held, tuple(one.probability for one in people))


def _person(
    text: str, name: str, one: Cluster, mentions: tuple[Span, ...], regional: Mapping[str, str]
) -> Person:
    office = main_office(one.offices)
    counts = Counter(m.parts for m in one.mentions)
    longest = max(one.mentions, key=lambda m: (len(m.parts), counts[m.parts], -m.start))
    return Person(
        id=name,
        name=" ".join(text[longest.start : longest.end].split()),
        role=regional.get(office.role, office.role) or None if office else None,
        affiliation=office.affiliation if office else None,
        honorifics=_unique(h for m in one.mentions for h in m.honorifics),
        degrees=_unique(d for m in one.mentions for d in m.degrees),
        mentions=mentions,
        confidence=round(one.probability, DIGITS),
    )


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
