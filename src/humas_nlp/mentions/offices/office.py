"""An office as it stands in the text, and how two of them compare."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.offices.institution_border import tidy

# Words that are offices themselves, so that they abbreviate nothing.
EVENT_ROLES = word_class("event_role")
OCCUPATIONS = word_class("mass_occupation")
FULL_WORDS = word_class("office_in_full")


@dataclass(slots=True, frozen=True)
class Office:
    """An office as it stands in the text.

    Attributes:
        start: First code point of the whole phrase.
        end: One past its last code point.
        role: Office without the institution; "" where only the institution is named.
        affiliation: Institution, or None.
        short: Bracketed short forms of the office ("Wamendiktisaintek").
        institution: First code point of the institution and one past its last; None without one.
            The affiliation is this stretch on one line, without a bracket that says the office
            and with a short form in brackets behind it.
    """

    start: int
    end: int
    role: str
    affiliation: str | None
    short: tuple[str, ...] = ()
    institution: tuple[int, int] | None = None

    @classmethod
    def from_row(cls, row: Sequence[Any]) -> Self:
        """Read the plain list that `dataclasses.astuple` and JSON make of an office."""
        start, end, role, affiliation, short, institution = row
        return cls(
            start, end, role, affiliation, tuple(short), tuple(institution) if institution else None
        )

    def without_last(self, word: str) -> "Office":
        """Return the office without its last word, which belongs to the name."""
        end = self.end - len(word) - 1
        if self.affiliation:
            left = tidy(self.affiliation.removesuffix(word))
            stretch = (self.institution[0], end) if self.institution and left else None
            return replace(self, end=end, affiliation=left, institution=stretch)
        return replace(self, end=end, role=self.role.removesuffix(word).rstrip())


def abbreviates(short: str, words: Sequence[str]) -> bool:
    """Say whether a short form stands for an office: "menhub" for "menteri perhubungan".

    Every letter has to be found in order, the first two at the start of the first word, and at
    least two words have to give letters.
    """
    if len(short) < 4 or len(words) < 2 or short[:2] != words[0][:2] or short == words[0]:
        return False
    at = 0
    givers = 0
    for word in words:
        before, position = at, 0
        while at < len(short):
            position = word.find(short[at], position)
            if position < 0:
                break
            at, position = at + 1, position + 1
        givers += at > before
        if at == len(short):
            return givers > 1
    return False


def compatible(a: Office, b: Office) -> bool:
    """Say whether two offices may be one person's: of one head, or one short for the other."""
    one, two = _words(a), _words(b)
    if not a.role or not b.role or one[0] == two[0]:
        return True
    return any(a[0] not in FULL_WORDS and abbreviates(a[0], b) for a, b in ((one, two), (two, one)))


def _words(office: Office) -> list[str]:
    return f"{office.role} {office.affiliation or ''}".lower().split()


def main_office(held: Sequence[Office]) -> Office | None:
    """Return the office in its longest form, the first of equals.

    An office comes before an occupation, and both before a part in an event.
    """
    if not held:
        return None
    return max(
        held,
        key=lambda o: (
            o.role.lower() not in EVENT_ROLES,
            o.role.partition(" ")[0].lower() not in OCCUPATIONS,
            not o.role[:1].islower(),
            len(o.role.split()) + len((o.affiliation or "").split()),
        ),
    )
