"""Tokens of Indonesian news and releases: one compiled pattern, exact offsets.

Conventions follow the UD treebanks CSUI and PUD where they agree: "Rp" and its figure are two
tokens, ranges and the sign "%" come apart, reduplications and "ke-7" stay whole. Clitics stay on
their word ("ujarnya"), those behind a hyphen come apart ("APBD-nya").

Every unbounded repetition is possessive or runs over one class up to its complement, every other
one has a limit, so that the time is linear in the text whatever it holds.
"""

import re
from functools import cache

from humas_nlp.language.lexicon import abbreviations, alternation, degrees, word_list

_LETTER = r"[^\W\d_]"
# Decomposed accents ("e" + U+0301) are no word characters for `re`, yet part of the word.
_TAIL = r"[\w\u0300-\u036f]*+"
_APOSTROPHE = "'’ʼ‘`"
_ROMAN = r"[IVXLC]{1,7}"
_MONTH = (
    r"(?:Januari|Februari|Pebruari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|"
    r"November|Nopember|Desember)"
)
# First halves that are bound to a second capital: articles, prefixes, peoples.
_BOUND = (
    r"(?:Al|Ar|As|At|Az|An|Ad|El|Abd|Anti|Non|Pra|Pasca|Pro|Eks|Ex|Neo|Sub|Trans|Pan|Indo|Austro|"
    r"Franco|Anglo|Sino|Afro|Euro|Under|Vice|Saint|Multi|Inter|Antar)-"
)
# A part of a law or letter number: "PUU-XVI", "KM.10", "2018".
_CODE = r"[\dA-Z]\w{0,15}(?:[.-]\w{1,12}){0,3}"


def _addresses() -> list[str]:
    domain = alternation(word_list("domains"))
    body = r"[^\s<>\"“”]{1,2000}(?<![.,;:!?)\]}'’])"
    return [
        rf"(?:https?|ftp)://{body}",
        rf"www\.{body}",
        r"\w[\w+-]{0,63}(?:\.[\w+-]{1,63}){0,4}@\w[\w-]{0,62}(?:\.\w[\w-]{0,62}){0,6}",
        rf"\w[\w-]{{1,62}}(?:\.[\w-]{{1,63}}){{0,5}}\.{domain}(?![\w-])"
        r"(?:/[\w./?=&%#-]{0,500}(?<![./?]))?",
    ]


def _words() -> list[str]:
    """Branches for tokens that start with a letter and have something special near them."""
    short = alternation(abbreviations())
    return [
        rf"{alternation(degrees())}(?![^\W_])\.?",
        # Rows of initials ("A.S", "R.A."), abbreviations, lone initials ("H.").
        r"(?:[A-Z]\.){2,8}(?:[A-Z](?!\w))?",
        rf"{short}\.(?!\.)",
        r"[A-Z]\.(?!\.)",
        r"(?:Rp|IDR|USD)(?=\d)",
        # Numbers of laws and letters: "II/2007", "Kep-176/KM.10/7", "B/12/XI/2023".
        rf"(?:{_ROMAN}|[A-Z][A-Za-z]{{0,9}}-\d{{1,5}}|[A-Z]{{1,9}})(?:/{_CODE}){{0,6}}/\d{{1,4}}(?!\w)",
        r"[A-Z]/[A-Z](?!\w)",
        # Like halves are a reduplication; unlike halves with capitals are two names.
        rf"({_LETTER}{{2,30}})-\1(?!\w)",
        rf"{_MONTH}(?=-{_MONTH})",
        rf"(?!{_BOUND})[A-Z][a-z]{{1,30}}(?=-[A-Z][a-z]{{2}})",
        rf"{_LETTER}{_TAIL}(?:(?:-|[{_APOSTROPHE}](?={_LETTER}))(?!nya\b)[^\W_]{_TAIL})*+",
    ]


def _figures() -> list[str]:
    """Branches for tokens that start with a digit."""
    unit = alternation(word_list("units"))
    return [
        r"\d{1,2}/\d{1,2}/\d{2,4}(?!\w)",
        r"\d{1,4}([-.])\d{1,2}\1\d{2,4}(?![.,-]?\w)",
        r"0\d{2,3}-\d{3,4}-\d{3,5}(?!\w)",
        # A stroke before capitals or a short figure makes a number of a law; "9.405/9.415" and
        # "5/ton" come apart.
        rf"\d{{1,6}}(?:\.\d{{1,3}})?/[A-Z]\w{{0,15}}(?:[.-]\w{{1,12}}){{0,3}}(?:/{_CODE}){{0,6}}",
        r"\d{1,4}/\d{1,4}(?![.,]?\w)",
        rf"\d++(?:[.,:]\d++)*+(?={unit}(?!\w))",
        r"\d++(?:[.,:]\d++)++(?:,-)?",
        r"\d++(?:,-|-(?:[A-Z]?[a-z]{1,20}|[A-Z]{1,3})(?!\w)|[^\W_]*+)",
    ]


@cache
def pattern() -> re.Pattern[str]:
    """Return the compiled token pattern.

    The order is one of frequency: plain words and plain marks make up nine tokens of ten, so they
    are tried before everything that needs a closer look.
    """
    figures = _figures()
    # Group 2: the number of a back-reference depends on the groups before it.
    figures[1] = figures[1].replace(r"\1", r"\2")
    addresses = "|".join(_addresses())
    branches = [
        rf"{_LETTER}++(?![\w.\-/:@{_APOSTROPHE}\u0300-\u036f])",
        r"[^\w\s.\-'`@#&°]",
        r"\.(?!\.)",
        rf"(?={_LETTER})(?:{addresses}|{'|'.join(_words())})",
        rf"(?=\d)(?:{'|'.join(figures)}|{addresses})",
        r"[@#][^\W_](?:\w|\.(?=\w)){0,200}",
        r"&(?:[A-Za-z]{2,8}|#\d{1,6});",
        r"°[CF](?!\w)",
        r"\.{2,}|-{2,}|`{2}|'{2}|_+",
        r"\S",
    ]
    return re.compile("|".join(branches))


def tokenize(text: str) -> list[tuple[int, int]]:
    """Split `text` into tokens.

    Args:
        text: Any string; nothing in it is changed.

    Returns:
        Half-open ranges of code points in reading order; every character that is not white space
        lies in exactly one of them.

    Example:
        >>> text = "Bantuan Rp2,5 triliun, kata Plt. Bupati."
        >>> [text[start:end] for start, end in tokenize(text)]
        ['Bantuan', 'Rp', '2,5', 'triliun', ',', 'kata', 'Plt.', 'Bupati', '.']
    """
    return [match.span() for match in pattern().finditer(text)]
