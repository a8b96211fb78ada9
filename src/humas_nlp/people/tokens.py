"""Tokens of a paragraph with what the people room asks of each: shape, title, office, weight."""

from dataclasses import dataclass

from humas_nlp.language import tokenize
from humas_nlp.people.lexicon import offices, plain, titles
from humas_nlp.people.words import LOWEST, name_weight

MARKS = frozenset("\"“”„‟«»'‘’")
# Forms of address that are written small.
SMALL_TITLES = frozenset(
    {"dr", "dr.", "drg.", "drh.", "apt.", "mendiang", "almarhum", "almarhumah"}
)
# Words that bind two halves of a name and are written small.
BINDERS = frozenset(
    {"bin", "binti", "ibn", "van", "von", "der", "den", "de", "da", "dos", "al", "el"}
)


@dataclass(slots=True, frozen=True)
class Token:
    """One token with its range in the text and its classes."""

    start: int
    end: int
    text: str
    capital: bool
    honorific: bool
    degree: bool
    initial: bool
    head: bool
    weight: float

    @property
    def word(self) -> bool:
        """Whether the token is made of letters or digits."""
        return self.text[0].isalnum()


def _is_degree(text: str, bare: str) -> bool:
    if bare in titles()["degrees"]:
        return True
    # "S.Sos.", "M.Si", "Ph.D.": a capital, a stop inside, and a capital after a stop
    head, stop, tail = text.rstrip(".").partition(".")
    return (
        bool(stop)
        and 0 < len(head) <= 3
        and head[0].isupper()
        and len(tail) > 1
        and tail[0].isupper()
    )


def read_tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of one paragraph.

    Args:
        text: The whole text.
        start: First code point of the paragraph.
        end: One past its last code point.
    """
    known, heads = titles(), offices()["heads"]
    found = []
    for a, b in tokenize(text[start:end]):
        word = text[start + a : start + b]
        bare = plain(word)
        capital = word[0].isupper()
        initial = capital and bare.isupper() and len(bare) <= 3 and ("." in word or len(bare) == 1)
        honorific = bare in known["honorifics"] and (capital or word in SMALL_TITLES)
        found.append(
            Token(
                start + a,
                start + b,
                word,
                capital,
                honorific,
                capital and not honorific and _is_degree(word, bare),
                initial,
                word in heads or (capital and word.isupper() and word.capitalize() in heads),
                name_weight(word) if capital else LOWEST,
            )
        )
    return found
