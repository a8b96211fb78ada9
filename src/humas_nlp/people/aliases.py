"""Other names that the text gives a person: nicknames, bracketed short forms."""

from dataclasses import dataclass

from humas_nlp.mentions.places.gazetteer import places
from humas_nlp.mentions.tokens import MARKS, Token

NICKNAMED = frozenset({"disapa", "dipanggil", "dijuluki", "panggilan", "alias"})


@dataclass(slots=True, frozen=True)
class Alias:
    """A further name.

    Attributes:
        of: Code point inside the name that it belongs to.
        parts: Its words.
        word: A word of the name that it belongs to, where that may stand alone: "Gethuk, sapaan
            Joko".
    """

    of: int
    parts: tuple[str, ...]
    word: str = ""


def nicknames(tokens: list[Token]) -> list[Alias]:
    """Find "Suheni yang akrab disapa Heni", "Anwar alias Nuar"."""
    found = []
    for i, token in enumerate(tokens):
        titled = i + 1 < len(tokens) and tokens[i + 1].honorific
        if token.text not in NICKNAMED and not (token.text == "atau" and titled):
            continue  # "Arifin atau Mas Ipin"
        n = i + 1
        while n < len(tokens) and (tokens[n].text[0] in MARKS or tokens[n].honorific):
            n += 1
        parts: list[str] = []
        while n < len(tokens) and tokens[n].capital and len(parts) < 3:
            parts.append(tokens[n].text)
            n += 1
        name = _name_before(tokens, i)
        if parts and name is not None:
            found.append(Alias(name, tuple(parts)))
    return found + [alias for i in range(2, len(tokens) - 1) for alias in _called(tokens, i)]


def _called(tokens: list[Token], i: int) -> list[Alias]:
    """Find "Gethuk, sapaan Joko," and "Ipul, sapaan akrab Saifullah Yusuf"."""
    if tokens[i].text != "sapaan" or tokens[i - 1].text not in {",", "("}:
        return []
    n = i + 1
    while n + 1 < len(tokens) and tokens[n].text in {"akrab", "akrabnya"}:
        n += 1
    if not (tokens[n].capital and tokens[i - 2].capital):
        return []
    return [Alias(tokens[n].start, (tokens[i - 2].text,), tokens[n].text)]


def _name_before(tokens: list[Token], i: int) -> int | None:
    """Return the start of the nearest name-like word within six tokens before `i`."""
    for j in range(i - 1, max(-1, i - 7), -1):
        if tokens[j].text in {".", ";"}:
            return None
        if tokens[j].capital and tokens[j].weight > -1 and not tokens[j].honorific:
            return tokens[j].start
    return None


def _is_nickname(tokens: list[Token], i: int) -> bool:
    """Say whether one word in the bracket at `i` follows a full name: "Hadi Wibowo (Ipung)"."""
    short = tokens[i + 1]
    named = all(t.capital and not t.head and t.weight > -1 for t in tokens[i - 2 : i])
    return named and short.text.istitle() and short.text.lower() not in places()


def bracketed(tokens: list[Token]) -> list[Alias]:
    """Find "Agus Harimurti Yudhoyono (AHY)" and "Saifullah Yusuf (Gus Ipul)".

    Capitals have to be the initials of the words before; a nickname follows a form of address.
    """
    found = []
    for i in range(2, len(tokens) - 3):
        inner = tokens[i + 1 : i + 3]
        closed = tokens[i].text == "(" and tokens[i + 3].text == ")"
        named = inner[0].honorific and inner[1].capital and tokens[i - 1].weight > -1
        if closed and named:
            found.append(Alias(tokens[i - 1].start, (inner[0].text, inner[1].text)))
    for i in range(2, len(tokens) - 2):
        short = tokens[i + 1].text
        if tokens[i].text != "(" or tokens[i + 2].text != ")":
            continue
        if _is_nickname(tokens, i):
            found.append(Alias(tokens[i - 1].start, (short,)))
        if not short.isupper():
            continue
        n = len(short)
        words = tokens[max(0, i - n) : i]
        if n > 1 and len(words) == n and "".join(w.text[0] for w in words) == short:
            found.append(Alias(words[-1].start, (short,)))
    return found
