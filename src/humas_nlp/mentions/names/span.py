"""A possible name in the text with what belongs to it."""

from dataclasses import dataclass, replace

from humas_nlp.mentions.offices.office import Office
from humas_nlp.mentions.tokens import Token


@dataclass(slots=True)
class NameSpan:
    """A name in the text with what belongs to it.

    Attributes:
        first: Index of its first token.
        last: Index of its last token.
        start: First code point of the name itself.
        end: One past its last code point.
        honorifics: Forms of address before it.
        degrees: Degrees after it.
        left: First code point with the forms of address.
        right: One past the last code point with the degrees.
        score: Log-odds that this is a person.
        offices: Offices next to the name.
        parts: Its words.
        listed: Whether a sure name beside it in a row has lifted its score.
        speaks: Whether a cue of speech stands beside it.
        bracketed: Whether it stands alone in brackets, as the short form of what is before it.
    """

    first: int
    last: int
    start: int
    end: int
    honorifics: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    left: int = 0
    right: int = 0
    score: float = 0.0
    offices: tuple[Office, ...] = ()
    parts: tuple[str, ...] = ()
    listed: bool = False
    speaks: bool = False
    bracketed: bool = False

    def take_first(self, token: Token) -> None:
        """Take the word before the name into it."""
        self.start, self.left = token.start, min(self.left, token.start)
        self.first -= 1
        self.parts = (token.text, *self.parts)
        if self.offices and self.offices[-1].end == token.end:
            self.offices = (*self.offices[:-1], self.offices[-1].without_last(token.text))

    def drop_first(self) -> None:
        """Take the first word off the name."""
        if self.offices and self.offices[-1].end < self.start and not self.offices[-1].affiliation:
            # "Kapolsek Bolo Fedi Akbar": the word was the region of the office
            last = self.offices[-1]
            role = f"{last.role} {self.parts[0]}"
            end = self.start + len(self.parts[0])
            self.offices = (*self.offices[:-1], replace(last, role=role, end=end))
        self.start += len(self.parts[0]) + 1
        self.first += 1
        self.parts = self.parts[1:]
