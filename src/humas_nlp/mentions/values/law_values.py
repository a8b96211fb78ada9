"""The value of a legal act: plain data with the same keys for every act."""

import re
from typing import Any

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.phrases import read_toml
from humas_nlp.mentions.places.gazetteer import places
from humas_nlp.mentions.values.patterns import B

_ARTICLE = (
    rf"pasal{B}(?P<article>\d{{1,4}}[A-Z]{{0,2}})(?!\w)"
    rf"(?:{B}?ayat{B}?\(?(?P<paragraph>\d{{1,2}}[a-z]?)\)?)?(?:{B}huruf{B}(?P<letter>[a-z])(?!\w))?"
)
_BEFORE = re.compile(rf"(?<!\w){_ARTICLE},?{B}(?:(?:dari|dalam|pada|di){B})?$", re.IGNORECASE)
_AFTER = re.compile(rf",?{B}{_ARTICLE}", re.IGNORECASE)
_REACH = 56
# "Republik Indonesia" names the state, a bracket the short form of the kind.
_STATE = re.compile(rf"\b(?:Negara{B})?(?:Republik{B}Indonesia|N?RI)\b{B}?|{B}?\([^()]*\)")
_MINISTERS = frozenset({"Inmen", "Kepmen", "Permen"})
# Acts of the whole state: what stands between kind and number is a name, not an issuer.
_OF_THE_STATE = word_class("law_of_the_state")


def law_value(
    word: str,
    kind: str,
    named: str | None,
    number: str | None,
    year: int | None,
    title: str | None,
    article: str | None,
) -> dict[str, Any]:
    """Make the value of a legal act.

    Args:
        word: First word of the act in lower case; it may name the issuer ("permenkes").
        kind: Usual short form of the kind of act.
        named: What stands between kind and number.
        number: Number as worded.
        year: Year.
        title: What stands behind "tentang".
        article: Article, as `article_around` gives it.

    Returns:
        ``{"kind", "number", "year", "title", "issuer", "article"}``; all but the kind may be None.
        A short name ("UU Cipta Kerja") stands as the title.

    Example:
        >>> law_value("uu", "UU", "Cipta Kerja", None, None, None, None)["title"]
        'Cipta Kerja'
    """
    issuer = read_toml("entities_values.toml")["law_issuer"].get(word)
    name = _STATE.sub("", named).strip(" ,") if named else ""
    if name and (kind in _OF_THE_STATE or (number is None and not _is_issuer(kind, name))):
        title = title or name
    elif name:
        issuer = name
    full = _full(kind, issuer) if issuer else None
    named_by = {"title": title, "issuer": full, "article": article}
    return {"kind": kind, "number": number, "year": year, **named_by}


def _is_issuer(kind: str, name: str) -> bool:
    """Tell whether an act without a number is named by its issuer: "Perda Bali"."""
    return kind in _MINISTERS or name.lower() in places()


def _full(kind: str, issuer: str) -> str:
    """Return an issuer with the office that the kind names: "Permen PANRB" is of a minister."""
    return (
        f"Menteri {issuer}" if kind in _MINISTERS and not issuer.startswith("Menteri") else issuer
    )


def article_around(text: str, start: int, stop: int, low: int, high: int) -> str | None:
    """Return the article that stands before or behind an act: "28", "28 ayat 1 huruf a".

    Args:
        text: The whole text.
        start: First code point of the act.
        stop: One past its last code point.
        low: First code point of the range that is read.
        high: One past the last code point of that range.

    Example:
        >>> article_around("Pasal 28 ayat (1) UUD 1945", 18, 26, 0, 26)
        '28 ayat 1'
    """
    near = max(low, start - _REACH)
    match = _BEFORE.search(text[near:start]) or _AFTER.match(text, stop, high)
    if match is None:
        return None
    parts = [match["article"]]
    if match["paragraph"]:
        parts.append(f"ayat {match['paragraph']}")
    if match["letter"]:
        parts.append(f"huruf {match['letter'].lower()}")
    return " ".join(parts)
