"""The roots with their prices, and the words that go their own way.

The prices were learned by the build script from word counts of news and releases: a root with a
large family there ("guna" in "menggunakan", "penggunaan", "berguna") is cheap. Roots without one
come from PySastrawi's list, read from the installed package, at the highest price.
"""

from functools import cache
from typing import NamedTuple

from humas_nlp.language.lexicon import read_lines, word_list

# Price of a root that no text of the corpora used.
RARE = 8.2


class Lexicon(NamedTuple):
    """What the analysis looks up.

    Attributes:
        prices: Price of every root; compounds are written together.
        compounds: The parts of a compound by the form written together.
        exceptions: Root of words that the prices would misread; some roots are the word itself.
        names: Words in lower case that are names, acronyms or portmanteaus.
        name_parts: Nouns in lower case that are parts of names when they have a capital.
        pairs: Roots of hyphenated words whose halves differ ("sayur-mayur").
    """

    prices: dict[str, float]
    compounds: dict[str, str]
    exceptions: dict[str, str]
    names: frozenset[str]
    name_parts: frozenset[str]
    pairs: dict[str, str]


def _pairs(name: str) -> dict[str, str]:
    return dict(line.split("\t") for line in read_lines(name))


def installed_roots() -> list[str]:
    """Read PySastrawi's roots; hyphenated ones are left out."""
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    words: list[str] = StemmerFactory().get_words()
    return [word for word in words if word and "-" not in word]


def read_prices() -> dict[str, float]:
    """Give every root its learned price, RARE where the texts showed no family."""
    rows = (line.split("\t") for line in read_lines("families.tsv"))
    learned = {word: float(price) for word, price in rows}
    roots = {*installed_roots(), *word_list("roots")} - word_list("not_roots")
    return {root: learned.get(root, RARE) for root in roots}


@cache
def lexicon() -> Lexicon:
    """Read everything once; about 45,000 entries in 20 ms."""
    prices = read_prices()
    compounds = {parts.replace(" ", ""): parts for parts in word_list("compounds")}
    for joined in compounds:
        prices.setdefault(joined, 3.0)
    return Lexicon(
        prices=prices,
        compounds=compounds,
        exceptions=_pairs("exceptions.tsv"),
        names=word_list("names"),
        name_parts=word_list("name_parts"),
        pairs=_pairs("pairs.tsv"),
    )
