"""Headlines: a first line in the shape of a title, followed by a body."""

import re

from humas_nlp.release.lexicon import shapes, words

_END = tuple('.,;:-–—"”’)]…')
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_STOP = tuple('.!?"”’)]')
_LABEL = re.compile(r"([A-Za-z][A-Za-z ]{1,24}):")
_OPENING = tuple("-•*–—(\"“'‘1234567890#@")
_SHAPE = shapes("headline")
# predicates that press headlines leave without their prefix or begin with
_SENTENCE = re.compile(r"\b(?:adalah|merupakan|yang|telah|sedang|tersebut|yaitu|yakni)\b")


def is_headline(line: str, following: str, *, dateline_follows: bool, empty_line: bool) -> bool:
    """Tell whether a first line is the headline.

    Args:
        line: The first line that is no furniture, credit or dateline.
        following: The line after it.
        dateline_follows: Whether the line after it begins with a dateline, or a line with the
            date stands between.
        empty_line: Whether an empty line separates the two.

    Returns:
        True for a line without final punctuation, of 3 to 30 words, before a longer line: in
        title case or capitals, or with a dateline or empty line after it.
    """
    tokens = _WORD.findall(line)
    if not 3 <= len(tokens) <= 30 or not 15 <= len(line) <= 220 or line.endswith(_END):
        return False
    if line.startswith(_OPENING) or not following or _is_label(line):
        return False
    if following[0].islower():  # the row of a hard-wrapped paragraph
        return False
    if len(following) < _SHAPE["body_share"] * len(line) and not dateline_follows:
        return False
    if dateline_follows:
        return True
    small = words("furniture", "small_words")
    content = [token for token in tokens if token.casefold() not in small]
    capital = sum(token[0].isupper() for token in content)
    if content and capital >= _SHAPE["capital_share"] * len(content):
        return True
    # in sentence case ("Bupati buka pelatihan nelayan"): a sentence that lost its full stop looks
    # the same, so that the body must be clearly longer and whole
    long = len(following) >= max(100, _SHAPE["whole_body"] * len(line))
    whole = long and following.endswith(_STOP)
    return (empty_line or whole) and len(line) <= 140 and not _SENTENCE.search(line)


def _is_label(line: str) -> bool:
    label = _LABEL.match(line)
    return label is not None and label[1].split()[0].casefold() in words("dateline", "not_places")
