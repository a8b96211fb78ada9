"""Words of the press, and where a noun phrase of an addressee or a venue ends."""

import re

from humas_nlp.lexicon.circumstances import circumstance_words

WORD = re.compile(r"[^\W_][\w'’./&@-]*", re.UNICODE)
LONGEST = 14  # words of a noun phrase
_LINKS = frozenset({"yang", "dan", "serta", "atau"})  # nothing ends with one of these


def is_press(word: str) -> bool:
    """Say whether a lower-cased word is a noun or a name of the press: "wartawan", "detikJatim"."""
    word, known = word.rstrip("."), circumstance_words()
    return (
        word.startswith(known.press_beginnings)
        or word.endswith(known.press_endings)
        or word in known.press
    )


def phrase_end(text: str, start: int, end: int) -> int:
    """Return where the noun phrase that begins at `start` ends; `start` where there is none.

    It ends before punctuation, a figure or one of the words of `ends`.
    """
    ends, seen, last = circumstance_words().ends, start, start
    for number, match in enumerate(WORD.finditer(text, start, end)):
        if text[seen : match.start()].strip() or number == LONGEST:
            break
        word = match[0].rstrip(".'’/-")
        if word.lower() in ends or word[0].isdigit():
            break
        seen = match.start() + len(word)
        if word.lower() not in _LINKS:
            last = seen
    return last
