"""What a trained recogniser says of each token, as evidence beside that of words and titles.

The recogniser sees the sentence and knows foreign and rare names; alone it finds phrases of other
languages as well ("Money Politic"), so that its labels are features and decide nothing.
"""

from bisect import bisect_right
from collections.abc import Sequence

from humas_nlp.mentions.tokens import Token

Recognised = tuple[int, int, str]  # first code point, one past the last one, label

PER = "PER"
SILENT = "?"  # there is no recogniser
NAMES = frozenset({PER, "ORG", "LOC", "LAW", "EVENT"})


def recogniser_codes(
    rows: Sequence[Sequence[Token]], names: Sequence[Recognised] | None
) -> list[list[str]]:
    """Return, for each token, the label of its span and where in the span it stands.

    Args:
        rows: Tokens of each paragraph of the document.
        names: What the recogniser found in the document, in reading order; None without one.

    Returns:
        "PER-S" for a span of one token, "PER-B", "PER-I", "PER-E" for its first, an inner and the
        last one, "" outside spans, "?" everywhere without a recogniser.
    """
    if names is None:
        return [[SILENT] * len(tokens) for tokens in rows]
    starts = [name[0] for name in names]
    return [[_code(token, names, starts) for token in tokens] for tokens in rows]


def _code(token: Token, names: Sequence[Recognised], starts: Sequence[int]) -> str:
    at = bisect_right(starts, token.start) - 1
    if at < 0 or token.start >= names[at][1] or names[at][2] not in NAMES:
        return ""
    start, end, label = names[at]
    opens, closes = token.start <= start, token.end >= end
    place = "S" if opens and closes else "B" if opens else "E" if closes else "I"
    return f"{label}-{place}"


def with_labels(
    tokens: Sequence[Token], codes: Sequence[str], people: Sequence[tuple[int, int]]
) -> list[Token]:
    """Return the tokens of a paragraph with the labels by which offices find their institutions.

    A name that is known takes itself out of an institution that runs into it: "Badan Pengatur Jalan
    Hery Trisaputra", "CSIS Mari Pangestu".

    Args:
        tokens: Tokens of the paragraph.
        codes: What the recogniser says of each.
        people: Index ranges of the names of people, last token included.
    """
    if not tokens or codes[0] == SILENT:
        return list(tokens)  # without a recogniser there is no label
    labels = [code.partition("-")[0] if code != SILENT else "" for code in codes]
    for first, last in people:
        n = last + 1
        while n < len(labels) and codes[n] in {"ORG-I", "ORG-E"} and tokens[n].capital:
            labels[n] = ""
            n += 1
        labels[first : last + 1] = [PER if labels[i] else "" for i in range(first, last + 1)]
    return [
        token._replace(label=label) if label and token.capital else token
        for token, label in zip(tokens, labels, strict=True)
    ]
