"""Who speaks in a corpus: people and institutions, counted over all documents."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field

from humas_nlp.document import Quote


@dataclass(slots=True)
class Tally:
    """A person or an institution with what was counted.

    Attributes:
        number: Place in the order of first appearance.
        names: Wordings of the name.
        roles: Offices as worded.
        institutions: Numbers of the institutions spoken for.
        themes: Quotes by theme.
        quotes: Number of quotes.
        documents: Number of documents with a quote.
    """

    number: int
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    institutions: Counter[int] = field(default_factory=Counter)
    themes: Counter[str | None] = field(default_factory=Counter)
    quotes: int = 0
    documents: int = 0
    _last: Hashable = None

    @property
    def name(self) -> str:
        """The most frequent wording of the name."""
        return self.names.most_common(1)[0][0]

    @property
    def role(self) -> str | None:
        """The most frequent office."""
        return self.roles.most_common(1)[0][0] if self.roles else None

    def count(self, name: str, document: Hashable, theme: str | None) -> None:
        """Count one quote."""
        self.names[name] += 1
        self.themes[theme] += 1
        self.quotes += 1
        if document != self._last:  # the quotes of one document come one after another
            self.documents += 1
            self._last = document


class Register:
    """Tallies by key."""

    def __init__(self) -> None:
        """Begin with none."""
        self._tallies: dict[Hashable, Tally] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._tallies)

    def tally(self, key: Hashable) -> Tally:
        """Return the tally of a key, a new one if it has none."""
        known = self._tallies.get(key)
        if known is None:
            known = self._tallies[key] = Tally(len(self._tallies))
        return known

    def all(self) -> list[Tally]:
        """Return the tallies by number."""
        return list(self._tallies.values())

    def top(self, most: int) -> list[Tally]:
        """Return those with most quotes; of equals, the one that came first."""
        ordered = sorted(self._tallies.values(), key=lambda tally: (-tally.quotes, tally.number))
        return ordered[:most]


@dataclass(slots=True)
class Cast:
    """The people and institutions of a corpus.

    People are told apart by their names alone: two of one name are counted as one, and a person
    whose surname alone stands in a text is another.
    """

    people: Register = field(default_factory=Register)
    institutions: Register = field(default_factory=Register)

    def count(
        self, quote: Quote, document: Hashable, theme: str | None, date: str | None
    ) -> tuple[int | None, int | None]:
        """Count the speaker of a quote.

        Args:
            quote: The quote.
            document: What tells its document from others.
            theme: Theme of the quote.
            date: Date of the document, for institutions that were renamed.

        Returns:
            Number of the person and of the institution; None where there is none.
        """
        speaker = quote.speaker
        if speaker is None:
            return None, None
        body = speaker.name if speaker.type == "organisation" else speaker.affiliation
        institution = self._institution(body, document, theme, date) if body else None
        if speaker.type != "person":
            return None, institution
        person = self.people.tally(" ".join(speaker.name.casefold().split()))
        person.count(speaker.name, document, theme)
        if speaker.role:
            person.roles[speaker.role] += 1
        if institution is not None:
            person.institutions[institution] += 1
        return person.number, institution

    def _institution(
        self, name: str, document: Hashable, theme: str | None, date: str | None
    ) -> int:
        from humas_nlp.mentions.institutions.registry import canonical

        known = canonical(name, date)
        key: Hashable = known.id if known else " ".join(name.casefold().split())
        tally = self.institutions.tally(key)
        tally.count(known.name if known else name, document, theme)
        return tally.number
