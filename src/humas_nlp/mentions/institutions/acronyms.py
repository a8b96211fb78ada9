"""Short forms that a text explains: "Badan Kepegawaian Daerah (BKD)"."""

import re

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.gapped_words import Words

_SHORT = re.compile(r"\(([A-Z][\w/.&-]{1,20}(?: [A-Z][\w/.-]{0,20}){0,2})\)")
# Words that give no letter to a short form.
_LINKS = word_class("link_in_long_form")
_MAX_WORDS = 12
_REACH = 160


def acronyms(text: str) -> dict[str, str]:
    """Find the short forms that a text explains in brackets behind the long form.

    The long form is the shortest run of words before the bracket, beginning with a capital, whose
    initials or syllables spell the short form.

    Args:
        text: Any text.

    Returns:
        Long form by short form, the first explanation of each.

    Example:
        >>> acronyms("Kepala Badan Riset Bahari (BRB) dan Dinas Arsip Kota (Disarko).")
        {'BRB': 'Badan Riset Bahari', 'Disarko': 'Dinas Arsip Kota'}
    """
    return explanations(text)[0]


def explanations(text: str) -> tuple[dict[str, str], frozenset[str]]:
    """Find the short forms that a text explains by proper names, and by common words.

    Args:
        text: Any text.

    Returns:
        Long form by short form as `acronyms` gives them, and the short forms that stand behind
        words in lower case ("kerja sama (KS)").
    """
    names: dict[str, str] = {}
    terms: set[str] = set()
    for match in _SHORT.finditer(text):
        short = match[1]
        if short in names or short in terms:
            continue
        words = Words(text, max(0, match.start() - _REACH), match.start())
        long = long_form(words, short)
        if long is not None:
            names[short] = long
            continue
        # The last word of a proper name has a capital.
        if (
            len(words)
            and not words.capital[len(words) - 1]
            and long_form(words, short, capital=False)
        ):
            terms.add(short)
    return names, frozenset(terms)


def long_form(words: Words, short: str, *, capital: bool = True) -> str | None:
    """Return the last words of a stretch of text that a short form behind it stands for.

    Args:
        words: The words before the bracket.
        short: The short form in the bracket.
        capital: Whether the long form must begin with a capital letter.

    Returns:
        The long form, or None if the words do not spell the short form.
    """
    letters = re.sub(r"[\W_]", "", short).lower()
    last = len(words) - 1
    if last < 0 or letters[-1] not in words.folds[last]:
        return None
    for first in range(last, max(-1, last - _MAX_WORDS), -1):
        if first < last and words.gap(first) not in ("blank", "comma", "dot"):
            return None
        starts = (words.capital[first] or not capital) and words.folds[first][0] == letters[0]
        if starts and first < last and _spells(letters, words.folds[first:]):
            return words.text[words.starts[first] : words.ends[last]]
    return None


def _spells(letters: str, folds: list[str]) -> bool:
    """Tell whether words spell letters, each giving its beginning or a syllable.

    The first and the last word give a letter or more; one word that is no link may give none.
    """
    # Positions in `letters` reached so far, with the number of words passed over.
    first = folds[0]
    states = {(size, 0) for size in range(1, 7) if first.startswith(letters[:size])}
    if first[1:2] == letters[1:2] and letters[2:3] in first[2:]:
        states.add((3, 0))  # "Dis" of "Dinas"
    for fold in folds[1:]:
        reached = set()
        for place, skipped in states:
            if fold in _LINKS:
                reached.add((place, skipped))
            elif skipped == 0:
                reached.add((place, 1))
            for size in range(1, 6):
                piece = letters[place : place + size]
                if len(piece) < size:
                    break
                if fold.startswith(piece) or (size >= 2 and piece in fold):
                    reached.add((place + size, skipped))
        states = reached
    final = folds[-1]
    return any(
        place == len(letters) and any(letters[-size:] in final for size in (1, 2))
        for place, _ in states
    )
