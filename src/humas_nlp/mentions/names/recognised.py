"""What a trained recogniser says of each word, as evidence beside that of the rules.

The recogniser sees the sentence and knows foreign and rare names; the rules know offices, cues and
forms of address. Alone it finds phrases of other languages as well ("Money Politic"), so that it
moves the weight of a word and decides nothing. The amounts were chosen on the dev set of the gold
annotations and on texts of outlets that the gold does not hold.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from humas_nlp.mentions.tokens import Token

Recognised = tuple[int, int, str]  # first code point, one past the last one, label

PERSON = 1.0  # log-odds that the label PER adds to a word that may be one of a name
OTHER = -1.0  # ORG, LOC, LAW, EVENT
NOTHING = -0.4
INITIALS = 2  # letters of initials that are written without stops
SURE = 2.0  # weight of a word that is hardly anything but one of a name
OPEN = -0.5  # weight over which a word may be one of a name
PER = "PER"
NAMES = frozenset({PER, "ORG", "LOC", "LAW", "EVENT"})


def with_evidence(
    paragraphs: Sequence[Sequence[Token]], names: Sequence[Recognised]
) -> list[list[Token]]:
    """Return tokens whose weights take the recogniser's labels into account.

    Args:
        paragraphs: Tokens of each paragraph of the document.
        names: What the recogniser found in the document, in reading order.
    """
    starts = [name[0] for name in names]
    return [_weigh_all(tokens, names, starts) for tokens in paragraphs]


def _weigh_all(
    tokens: Sequence[Token], names: Sequence[Recognised], starts: Sequence[int]
) -> list[Token]:
    labels = _without_people([_label(token, names, starts) for token in tokens], tokens)
    # beside a person the recogniser may have cut the name short
    beside = [PER in pair for pair in zip(["", *labels], [*labels[1:], ""], strict=False)]
    return [_weighed(*row) for row in zip(tokens, labels, beside, strict=True)]


def _without_people(labels: list[str], tokens: Sequence[Token]) -> list[str]:
    """Take the name of a person out of an institution that runs into it.

    "Badan Pengatur Jalan Hery Trisaputra", "CSIS Mari Pangestu": from a sure name on, no word is
    one of the institution.
    """
    found = list(labels)
    for i in range(1, len(labels)):
        inside = found[i] == labels[i - 1] == "ORG"
        if inside and (not found[i - 1] or tokens[i].weight >= SURE):
            found[i] = ""
    return found


def _label(token: Token, names: Sequence[Recognised], starts: Sequence[int]) -> str:
    at = bisect_right(starts, token.start) - 1
    return names[at][2] if at >= 0 and token.start < names[at][1] else ""


def _weighed(token: Token, label: str, beside: bool) -> Token:
    if not token.capital or (beside and not label):
        return token
    if label == PER and token.text.isupper() and len(token.text) <= INITIALS:
        more = max(PERSON, -token.weight)  # "BW Purba Negara": initials, no acronym
    elif label == PER:
        more = PERSON if token.weight > OPEN else 0.0
    else:
        more = OTHER if label in NAMES else NOTHING
    return replace(token, weight=token.weight + more, label=label)
