"""A name of a person in the text with what belongs to it."""

from dataclasses import dataclass

from humas_nlp.mentions.offices.office import Office


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A name of a person in the text with what belongs to it.

    Attributes:
        start: First code point of the name itself.
        end: One past its last code point.
        left: First code point with the forms of address.
        right: One past the last code point with the degrees.
        parts: Words of the name.
        honorifics: Forms of address before it.
        degrees: Degrees after it.
        offices: Offices next to it.
        probability: That this stretch is the name of a person, in [0, 1].
        row: Index of its paragraph.
        first: Index of its first token in the paragraph.
        last: Index of its last token in the paragraph.
        source: "tagger" where the words and their surroundings decide, "document" where what the
            document says elsewhere does.
    """

    start: int
    end: int
    left: int
    right: int
    parts: tuple[str, ...]
    honorifics: tuple[str, ...]
    degrees: tuple[str, ...]
    offices: tuple[Office, ...]
    probability: float
    row: int
    first: int
    last: int
    source: str = "tagger"
