"""What stands right before and right after a run of capitals, as names of features."""

from collections.abc import Sequence

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.names.titles_around import honorifics_start
from humas_nlp.mentions.names.word_traits import class_features
from humas_nlp.mentions.offices.after import offices_after
from humas_nlp.mentions.offices.before import is_loose, offices_before
from humas_nlp.mentions.tokens import MARKS, Token

QUOTE_ENDS = MARKS | {",", "''"}
OFFICE_OPENERS = frozenset(",(") | {"selaku", "sebagai", "dari", "yang"}
SENTENCE_ENDS = frozenset(".!?;:…")
CUE_ROOTS = word_class("cue_root")
CUE_VERBS = word_class("cue_verb") | word_class("speaker_verb")
ADVERBS = word_class("adverb_before_verb")
_ADVERBS_SKIPPED = 3


def left_of(text: str, tokens: Sequence[Token], first: int) -> list[str]:
    """Return what stands before the token at `first`, the most telling first.

    Args:
        text: The whole text.
        tokens: Tokens of the paragraph.
        first: Index of the first token of a run.
    """
    if first == 0:
        return ["opens paragraph"]
    before = tokens[first - 1]
    second = tokens[first - 2].text if first > 1 else "<"
    found = [_side(before)]
    if is_quoted(tokens, first):
        found.append("cue after quote" if tokens[first - 2].text != "," else "cue after comma")
    elif before.text.lower() in CUE_ROOTS:
        found.append("cue")
    if before.text in SENTENCE_ENDS:
        found.append("opens sentence")
    if before.honorific:
        found += _beyond_titles(text, tokens, first)
    if before.text == "," or (before.text == ")" and first > 1):
        offices = offices_before(text, list(tokens), first, -1)
        if offices:
            found.append("loose office and comma" if is_loose(offices[-1]) else "office and comma")
        elif before.text == ")" and "Purn" in second:
            found.append("honorific")
    found += class_features(before.text)
    word = before.text.lower()
    found.append(f"{word}" if before.word and not before.capital else f"mark {word[:3]}")
    found.append(f"{second.lower()} {word}"[:24])
    if first > 1:
        found += [f"second {name}" for name in class_features(second)]
    return found


def _beyond_titles(text: str, tokens: Sequence[Token], first: int) -> list[str]:
    """Return what stands before the forms of address before the token at `first`."""
    h = honorifics_start(tokens, first, -1)
    if h == 0:
        return ["beyond titles nothing"]
    before = tokens[h - 1]
    found = [f"beyond titles {_side(before)}"]
    found += [f"beyond titles {name}" for name in class_features(before.text)]
    if is_quoted(tokens, h):
        found.append("beyond titles cue after quote")
    if offices_before(text, list(tokens), h, -1):
        found.append("beyond titles office")
    return found


def right_of(text: str, tokens: Sequence[Token], last: int) -> list[str]:
    """Return what stands after the token at `last`, the most telling first."""
    if last + 1 >= len(tokens):
        return ["closes paragraph"]
    after = tokens[last + 1]
    second = tokens[last + 2].text if last + 2 < len(tokens) else ">"
    found = [_side(after)]
    if has_age(tokens, last):
        found.append("age")
    if after.text == "," and last + 2 < len(tokens) and tokens[last + 2].degree:
        found.append("degree")
    if verb_follows(tokens, last):
        found.append("verb of a speaker")
    if after.text in OFFICE_OPENERS:
        offices = offices_after(text, list(tokens), last)
        if offices:
            found.append("office after" if offices[0].role else "institution after")
    if after.text == ",":
        verb = verb_follows(tokens, last + 1)
        found.append(
            "comma and verb"
            if verb
            else f"comma {_side(tokens[last + 2])}"
            if last + 2 < len(tokens)
            else "comma"
        )
    if after.text == "(" and last + 3 < len(tokens) and tokens[last + 3].text == ")":
        found.append("short form in brackets" if second.isupper() else "word in brackets")
    found += class_features(after.text)
    word = after.text.lower()
    found.append(f"{word}" if after.word and not after.capital else f"mark {word[:3]}")
    found.append(f"{word} {second.lower()}"[:24])
    return found


def is_quoted(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a quotation mark or comma and a cue stand before the token at `i`."""
    return i > 1 and tokens[i - 1].text.lower() in CUE_ROOTS and tokens[i - 2].text in QUOTE_ENDS


def has_age(tokens: Sequence[Token], b: int) -> bool:
    """Say whether "(34)" or "(34 tahun)" follows the token at `b`."""
    after = tokens[b + 1 : b + 4]
    return (
        len(after) == 3
        and after[0].text == "("
        and after[1].text.isdigit()
        and len(after[1].text) == 2
        and after[2].text in {")", "tahun"}
    )


def verb_follows(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a verb of a speaker comes next, a comma and adverbs skipped."""
    n = last + 1
    if n < len(tokens) and tokens[n].text == ",":
        n += 1
    end = min(len(tokens), n + _ADVERBS_SKIPPED)
    while n < end and tokens[n].text in ADVERBS:
        n += 1
    return n < len(tokens) and tokens[n].text in CUE_VERBS


def cue_before(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a bare root of saying stands right before the token at `first`."""
    return first > 0 and tokens[first - 1].text.lower() in CUE_ROOTS


def speaks(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether words stand where a speaker does: "Sita menyarankan", "kata Sita"."""
    return verb_follows(tokens, last) or cue_before(tokens, first)


def _side(token: Token) -> str:
    """Return what a token beside a run is, in one word."""
    if token.honorific:
        return "honorific"
    if token.degree:
        return "degree"
    if token.text[0] in MARKS:
        return "mark"
    if token.text in SENTENCE_ENDS:
        return "end"
    if token.capital:
        return "capital head" if token.head else "capital"
    return "word" if token.word else token.text[:2]
