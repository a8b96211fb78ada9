"""Forms of address before a name and degrees behind it."""

from collections.abc import Sequence

from humas_nlp.mentions.tokens import Token

BRANCHES = frozenset({"TNI", "Pol", "Pol.", "Polisi"})
LONGEST_BRANCH = 6  # letters in the brackets of "Kombes (Pol)"


def honorifics_start(tokens: Sequence[Token], first: int, barrier: int) -> int:
    """Return the index of the first token of the titles before a name, ranks with brackets too.

    Args:
        tokens: Tokens of the paragraph.
        first: Index of the first token of the name.
        barrier: Index of the last token of the name before, -1 where there is none.
    """
    h = first
    while h - 1 > barrier:
        before = tokens[h - 1]
        if before.honorific:
            # "Panglima TNI Jenderal X": a branch belongs to a rank before it, else to the office
            if before.text in BRANCHES and (h < 2 or not tokens[h - 2].honorific):
                break
            h -= 1
        elif _closes_rank(tokens, h):
            h -= 3
        else:
            break
    return h


def _closes_rank(tokens: Sequence[Token], h: int) -> bool:
    """Say whether "(Pol)" behind a rank ends right before the token at `h`."""
    return (
        h >= 4
        and tokens[h - 1].text == ")"
        and tokens[h - 3].text == "("
        and len(tokens[h - 2].text) <= LONGEST_BRANCH
        and tokens[h - 4].honorific
    )


def degrees_end(tokens: Sequence[Token], last: int) -> int:
    """Return the index of the last token of the degrees behind a name that ends at `last`."""
    d = last
    while True:
        n = d + 1
        if n < len(tokens) and (tokens[n].text == "," or (tokens[n].text == "." and d > last)):
            n += 1  # a stop between two degrees: "SE. MM"
        if n < len(tokens) and tokens[n].degree:
            d = n
        else:
            return d
