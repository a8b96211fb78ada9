"""Whether a stop ends a sentence: what stands before it, what stands after it.

Nothing here knows of quotations or brackets; `sentences` asks only about stops outside them.
"""

import re

from humas_nlp.language.lexicon import abbreviations, word_list
from humas_nlp.language.marks import DOUBLE, MARKS
from humas_nlp.lexicon.cues import closing_forms

OPENERS = MARKS + "([{"
_BULLETS = "•▪●◦✓✔"
_NEXT_WORD = re.compile(r"[^\W\d_]+")
# The word before a stop: no longer than any abbreviation with its inner stops.
_LAST_WORD = re.compile(r"(?:(?<=[^\w.-])|^)[\w.-]{1,24}$|\w{1,24}$")
_LIST_NUMBER = re.compile(r"\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})")
_JOINT = re.compile(r"[.-]")
_WINDOW = 25
_LONGEST_WORD = 40
_NEVER_ENDS = frozenset({"title", "initial", "legal"})


def ends_sentence(text: str, begin: int, first: int, last: int, limit: int) -> bool:
    """Tell whether the stop at `first` ends the sentence that began at `begin`.

    Args:
        text: The whole text.
        begin: Where the sentence began.
        first: The first stop of the run ("." of "...”").
        last: One past the marks and brackets that close with it.
        limit: End of the line.
    """
    after = last
    while after < limit and text[after].isspace():
        after += 1
    if after == limit:
        return True
    glued, char = after == last, text[after]
    if glued and not char.isupper() and char not in OPENERS:
        return False
    if not (char.isupper() or char.isdigit() or char in OPENERS):
        return char in _BULLETS
    following = _following(text, after, limit)
    if _reports(text, first, last, following):
        return False
    if char in OPENERS and char not in DOUBLE and following[:1].islower():
        # "(hm.ys)" signs a text off; other words in small letters go on.
        return char == "(" and _signs_off(text, after, limit)
    if text[first] != "." or text.startswith("..", first):
        return not glued or len(following) > 1
    return _ends_clause(text, begin, first, after, following, glued=glued)


def _ends_clause(
    text: str, begin: int, first: int, after: int, following: str, *, glued: bool
) -> bool:
    """Decide a single full stop by the word before it and the one at `after`."""
    char = text[after]
    word = _before(text, max(begin, first - _WINDOW), first)
    if not word:
        return not glued or len(following) > 1
    if glued and not _splits_glued(word, char, following):
        return False
    if first - begin < _WINDOW and _LIST_NUMBER.fullmatch(text, begin, first):
        return False
    if len(following) == 1 and _is_code(word) and text.startswith(f"{following}.", after):
        return False
    kind = _kind(word)
    if kind is None:
        return not (_is_short_figure(word) and _in_list(text, first - len(word), first, begin))
    return _ends_behind(kind, word, char, following, glued=glued)


def _following(text: str, after: int, limit: int) -> str:
    """Return the word that starts at `after`, behind an opening mark if there is one."""
    end = min(limit, after + _LONGEST_WORD)
    find = _NEXT_WORD.search if text[after] in OPENERS else _NEXT_WORD.match
    match = find(text, after, end)
    return match[0] if match else ""


def _before(text: str, start: int, first: int) -> str:
    match = _LAST_WORD.search(text[start:first])
    return match[0] if match else ""


def _kind(word: str) -> str | None:
    """Return the kind of abbreviation that `word` is, "initial" for "H" and "A.S"."""
    kinds = abbreviations()
    kind = kinds.get(word) or kinds.get(_JOINT.split(word)[-1])
    lone = len(word) == 1 or word[-2] == "."
    return "initial" if lone and word.isupper() and kind != "degree" else kind


def _ends_behind(kind: str, word: str, char: str, following: str, *, glued: bool) -> bool:
    """Decide a full stop behind an abbreviation."""
    if kind == "number":
        is_code = char.isdigit() or (following.isupper() and not glued)
        return not is_code and len(word) > 1
    if kind in _NEVER_ENDS:
        return following in word_list("starters")
    if glued or char in "([" or following in abbreviations():
        return False
    return kind != "month" or not char.isdigit()


def _reports(text: str, first: int, last: int, following: str) -> bool:
    """Whether a reporting clause with a false capital follows ("...baik.” Ujarnya")."""
    cue = following.lower()
    if cue not in closing_forms():
        return False
    marked = text[last - 1] in MARKS or (first > 0 and text[first - 1] in MARKS)
    return marked or cue.endswith("nya")


def _signs_off(text: str, start: int, limit: int) -> bool:
    """Whether the bracket at `start` is the last thing of its line."""
    end = text.find(")", start, min(limit, start + _LONGEST_WORD))
    return end >= 0 and not text[end + 1 : min(limit, end + _LONGEST_WORD)].strip(" .*")


def _splits_glued(word: str, char: str, following: str) -> bool:
    """Whether "dia.Menurutnya" is two sentences: a site ("Kompas.Com") or a degree is not."""
    if len(word) < 2 or (char not in OPENERS and len(following) < 2):
        return False
    if char in OPENERS or following[1:].islower():
        return following.lower() not in word_list("domains")
    return word.islower()


def _is_code(word: str) -> bool:
    """Whether `word` can be a part of a rule number ("No. XI. B. 2")."""
    return word.isdigit() or not word.strip("IVXLC")


def _is_short_figure(word: str) -> bool:
    return len(word) < 3 and word.isdecimal()


def _in_list(text: str, start: int, end: int, begin: int) -> bool:
    """Whether a figure numbers an item inside a sentence ("yaitu: 1. Kerja 2. Doa")."""
    at = start - 1
    while at > begin and text[at].isspace():
        at -= 1
    if begin < at < start - 1 and text[at] in ":;,":
        return True
    # The time stays linear: a miss ends the sentence, so nothing is searched twice.
    previous = f"{int(text[start:end]) - 1}. "
    return text.startswith(previous, begin) or text.find(f" {previous}", begin, start) >= 0
