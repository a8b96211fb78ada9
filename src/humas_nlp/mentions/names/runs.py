"""Runs of capitalised words that may hold a name, what joins them included."""

from collections.abc import Sequence

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.tokens import BINDERS, Token

# First words of names in Buton, Bali, Bugis lands that are common words elsewhere.
PARTICLES = word_class("name_particle")
# A hyphen after one of these goes on with the name; elsewhere it joins two people.
HYPHENATED = word_class("hyphenated_name_part")


def runs(text: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return index ranges of words that may hold a name: capitals joined by plain spaces."""
    found = []
    i, n = 0, len(tokens)
    opens = [token.capital and _opens(token) for token in tokens]
    while i < n:
        if not opens[i]:
            i += 1
            continue
        j = i
        while j + 1 < n:
            if j + 2 < n and tokens[j + 1].text == "-" and _hyphenated(*tokens[j : j + 3]):
                j += 2
            elif not _is_blank(text[tokens[j].end : tokens[j + 1].start]):
                break
            elif opens[j + 1]:
                j += 1
            elif j + 2 < n and opens[j + 2] and _bridges(text, tokens[j + 1], tokens[j + 2]):
                j += 2
            else:
                break
        found.append((i, j))
        i = j + 1
    return found


def _is_blank(gap: str) -> bool:
    """Say whether a gap is the space between two words of a line."""
    return gap == " " or (0 < len(gap) <= 3 and gap.isspace() and "\n" not in gap)


def _hyphenated(before: Token, hyphen: Token, after: Token) -> bool:
    """Say whether three tokens are a double name: "Saleh Abdel-Makshoud"."""
    return (
        hyphen.text == "-"
        and before.end + 1 == after.start
        and _opens(after)
        and before.text in HYPHENATED
    )


def _bridges(text: str, middle: Token, after: Token) -> bool:
    """Say whether a binder or initials that look like a degree go on to another name word."""
    gap = text[middle.end : after.start]
    if not _opens(after) or not (gap == "" or _is_blank(gap)):
        return False
    return middle.text in BINDERS or (
        middle.degree and middle.text.isupper() and "." in middle.text and after.weight > -1
    )


def _opens(token: Token) -> bool:
    if token.honorific or token.degree or not token.capital:
        return False
    return token.initial or token.text[-1] != "." or token.text in PARTICLES
