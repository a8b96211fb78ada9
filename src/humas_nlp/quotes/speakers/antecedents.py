"""Everybody in a document who can speak: persons, institutions, short forms, held offices.

The index is built once a document and never changed; `phrases.py` reads source phrases with it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from humas_nlp.document import Person, Speaker
from humas_nlp.lexicon import word_class
from humas_nlp.mentions.institutions.acronyms import acronyms
from humas_nlp.mentions.institutions.registry import long_names
from humas_nlp.mentions.mention import Mention as Stretch
from humas_nlp.mentions.offices.office import Office, abbreviates
from humas_nlp.mentions.places.gazetteer import places
from humas_nlp.people.finder import Mention, PeopleReading

WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
# Beginnings of short forms of offices: Menhub, Wamen, Kadis, Sekda, Dirjen, Pangdam.
_SHORT_OFFICE = re.compile(
    r"(?:men|wa[bgkmpw]|ka|se[ksr]|dir|di[nk]|dan|pang|stafsus|irjen|as|gub|jub)"
)
# Other words for an office.
_PARAPHRASES = {"kepala negara": "Presiden", "kepala pemerintahan": "Presiden"}
_EMPTY = word_class("empty_in_office")
_INITIALS = range(2, 5)  # letters


@dataclass(slots=True, frozen=True)
class Held:
    """An office that a person holds.

    Attributes:
        person: Index of the person.
        office: The office as found.
        words: Its words with those of its institution, short forms spelled out.
    """

    person: int
    office: Office
    words: tuple[str, ...]


@dataclass(slots=True, frozen=True)
class Antecedents:
    """Who can speak in one document.

    Attributes:
        text: The whole text.
        persons: The persons as speakers, in order of first mention.
        mentions: Where they are named, in reading order.
        starts: First code points of the mentions.
        ends: One past their last code points.
        small: Index of the first person with a part of a name, by the part in small letters.
        long_forms: Long forms of acronyms that the text explains.
        short_words: Words of the long forms, by acronym in small letters.
        institutions: Names of institutions in the text, from its list of mentions.
        held: Offices that persons hold.
        named_surely: Probability that each person's name is one and rightly cut.
    """

    text: str
    persons: tuple[Speaker, ...]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    small: Mapping[str, int]
    long_forms: Mapping[str, str]
    short_words: Mapping[str, Sequence[str]]
    institutions: frozenset[str]
    held: tuple[Held, ...]
    named_surely: tuple[float, ...]

    @classmethod
    def of(cls, text: str, people: PeopleReading, institutions: Iterable[Stretch] = ()) -> Self:
        """Index a document.

        Args:
            text: The whole text.
            people: What the people room found.
            institutions: Names of institutions in the text, from its list of mentions.
        """
        long_forms = acronyms(text)
        short = {s.lower(): long.lower().split() for s, long in long_forms.items()}
        chances = getattr(people, "probability", ())
        return cls(
            text,
            tuple(map(_speaker, people.people)),
            people.mentions,
            tuple(m.start for m in people.mentions),
            tuple(m.end for m in people.mentions),
            {
                part.lower(): i
                for i, p in reversed(list(enumerate(people.people)))
                for part in p.name.split()
            },
            long_forms,
            short,
            frozenset(" ".join(m.text(text).split()) for m in institutions),
            tuple(
                Held(i, office, _content(f"{office.role} {office.affiliation or ''}", short))
                for i, office in people.offices
            ),
            tuple(chances) or (1.0,) * len(people.people),
        )

    def name_probability(self, speaker: Speaker | None) -> float:
        """Return how sure the name of a person is; 1 for everybody else."""
        if speaker is None or speaker.person is None:
            return 1.0
        return self.named_surely[int(speaker.person[1:]) - 1]

    def mentioned(self, start: int, end: int) -> Mention | None:
        """Return the mention whose name overlaps a range, the first of several."""
        at = bisect_right(self.ends, start)
        return self.mentions[at] if at < len(self.mentions) and self.starts[at] < end else None

    def recent(self, position: int, number: int) -> Sequence[Mention]:
        """Return the last mentions before a place, in reading order."""
        at = bisect_left(self.starts, position)
        return self.mentions[max(0, at - number) : at]

    def named_between(self, start: int, end: int) -> frozenset[str | None]:
        """Return the ids of the persons named in a range."""
        at, stop = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return frozenset(self.persons[m.person].person for m in self.mentions[at:stop])

    def by_initials(self, phrase: str) -> int | None:
        """Return the one person whose initials a phrase is: "HD" of "Herman Deru"."""
        if not phrase.isupper() or phrase in self.long_forms or len(phrase) not in _INITIALS:
            return None
        found = [
            i for i, p in enumerate(self.persons) if "".join(w[0] for w in p.name.split()) == phrase
        ]
        return found[0] if len(found) == 1 else None

    def holders(self, phrase: str, position: int) -> tuple[tuple[int, int], ...]:
        """Return who holds an office, the likeliest first: "Kepala Bappeda", "Menhub", "Wamen".

        Args:
            phrase: The office as the text words it.
            position: Where it stands.

        Returns:
            Index and grade (1 to 4) of each person; of equals the one whose office stands last
            before the place comes first.
        """
        wanted = self.office_words(phrase)
        if not wanted:
            return ()
        ranks: dict[int, tuple[int, bool, int]] = {}
        for held in self.held:
            grade = _grade(wanted, held.words, held.office.short, phrase) if held.words else 0
            if grade:
                start = held.office.start
                rank = (grade, start < position, -abs(position - start))
                if held.person not in ranks or rank > ranks[held.person]:
                    ranks[held.person] = rank
        ordered = sorted(ranks, key=lambda person: ranks[person], reverse=True)
        return tuple((person, ranks[person][0]) for person in ordered)

    def office_words(self, phrase: str) -> tuple[str, ...]:
        """Return the words of an office in small letters, short forms spelled out."""
        return _content(_PARAPHRASES.get(phrase.lower(), phrase), self.short_words)

    def full_institution(self, name: str) -> str:
        """Return the one longer name of the text that begins with a name: "Pemprov DKI Jakarta"."""
        name = self.long_forms.get(name, name)
        longer = [body for body in self.institutions if body.startswith(f"{name} ")]
        return longer[0] if len(longer) == 1 else name


def _speaker(person: Person) -> Speaker:
    return Speaker("person", person.name, person.id, person.role, person.affiliation)


def _content(phrase: str, short: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the words of an office in small letters, short forms of regions spelled out."""
    words: list[str] = []
    for word in (w.lower().strip(".") for w in WORD.findall(phrase)):
        if word in _EMPTY:
            continue
        place = places().get(word)
        if word in short and len(word) > 2:
            words.extend(w for w in short[word] if w not in _EMPTY)
        elif place and place.kind == "province" and place.name.lower() != word:
            words.extend(place.name.lower().split())
        else:
            long = long_names().get(word)  # "Kepala BRIN"
            known = long.lower().split() if long else [word]
            words.extend(["wali", "kota"] if word == "walikota" else known)
    return tuple(words)


def _grade(wanted: Sequence[str], full: Sequence[str], short: Sequence[str], phrase: str) -> int:
    """Grade how well a phrase fits an office: 0 not at all, 4 the same."""
    if wanted == full or any(phrase.casefold() == s.casefold() for s in short):
        return 4
    if wanted[0] == full[0] and set(wanted) <= set(full):
        return 3
    if wanted[0] == full[0] and set(full) <= set(wanted):
        return 2 if len(full) > 1 else 1
    if len(wanted) <= 2 and _SHORT_OFFICE.match(wanted[0]) and abbreviates(wanted[0], list(full)):
        return 2
    if len(full) <= 2 and abbreviates(full[0], list(wanted)):
        return 2
    return 0
