"""Page furniture: what a page prints around and inside an article.

Furniture is marked, never cut, so that offsets stay those of the given text. A rule marks only
what it knows: real text that is marked would be lost to quotes and people.
"""

import re
from functools import cache

from humas_nlp.release.lexicon import alternation, words
from humas_nlp.release.outlets import inline_patterns

_LINK_END = 220  # code points: no headline of a link is longer

_LINK = re.compile(
    r"\b(?:Baca|BACA|Simak|SIMAK|Lihat|LIHAT|Tonton|TONTON)[ _]?(?:[Jj]uga|JUGA|[Pp]ula|PULA)\b"
    r"[ \xa0]{0,3}(?P<colon>:)?|\b(?:Baca|BACA) [Jj]uga(?=[A-Z\d“\"])|\bBACA JUGA(?=[A-Z\d“\"])"
)
_CREDIT = re.compile(r"(?:Pewarta|Penulis|Reporter|Editor|COPYRIGHT)\s?[:©]")
_GAP = re.compile(r"(?<=[^\s:])[ \xa0]{2,40}(?=[A-Z\"“])")
_LINE_START = re.compile(r"(?:[\n\r]|\|\|)[ \t\xa0*•|-]*$")
_WORD = re.compile(r"\S+")


def inline_furniture(text: str) -> list[tuple[int, int]]:
    """Find furniture inside lines: banners, players, links to other articles, left-over tags.

    Args:
        text: The whole text.

    Returns:
        Ranges in reading order that do not overlap.
    """
    found: list[tuple[int, int]] = []
    for furniture in inline_patterns():
        if furniture.words in text:
            found.extend(match.span() for match in furniture.pattern.finditer(text))
    if "uga" in text or "UGA" in text or "ula" in text:
        found.extend(_links(text))
    found.sort()
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _links(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _LINK.finditer(text):
        # nothing beyond a few hundred code points is looked at: a text may be one long line
        line_end = text.find("\n", match.end(), match.end() + 600)
        line_end = min(len(text), match.end() + 600) if line_end < 0 else line_end
        before = text[max(0, match.start() - 8) : match.start()]
        before = before if match.start() >= 8 else "\n" + before
        at_line_start = _LINE_START.search(before) is not None
        credit = _CREDIT.search(text, match.end(), min(line_end, match.end() + 400))
        stop = credit.start() if credit else line_end
        if gap := _GAP.search(text, match.end(), min(stop, match.end() + _LINK_END)):
            stop = gap.start()  # flattened pages keep the end of a line as blanks
        if span := _link_span(text, match, stop, at_line_start=at_line_start):
            found.append(span)
    return found


def _link_span(
    text: str, match: re.Match[str], stop: int, *, at_line_start: bool
) -> tuple[int, int] | None:
    """Return the range of a link from its lead on, or None for words of a sentence."""
    following = text[match.end() : match.end() + 1]
    glued = following not in ("", "\n") and not match[0][-1].isspace()
    if at_line_start and stop - match.end() <= _LINK_END:
        title = text[match.end() : stop].rstrip()
        if match["colon"] or not title.endswith((".", "!", "?", "”", '"')):
            return match.start(), stop
        # "Baca Juga“Kami senang.”" loses its lead, "Baca juga buku itu." is a sentence
        return match.span() if glued else None
    if match["colon"]:
        return match.start(), _link_end(text, match.end(), stop)
    return match.span() if glued or following == "\n" else None


def _link_end(text: str, start: int, stop: int) -> int:
    """Tell where a link's headline ends inside a line that goes on with the article.

    Headlines of links are in title case; the article goes on with a quotation mark, with a
    capitalised function word, or with the capitalised word before the first small content word.
    """
    window = text[start : min(stop, start + _LINK_END)]
    tokens = list(_WORD.finditer(window))
    small, openers = words("furniture", "small_words"), words("furniture", "openers")
    for index, token in enumerate(tokens):
        word = token[0].strip("\"“”‘’'(),.:;!?")
        if index >= 2 and token[0][0] in '"“' and _opens_speech(window, token.start()):
            return start + token.start()
        if index >= 2 and word[:1].isupper() and word.casefold() in small | openers:
            if _opens_sentence(tokens, index):
                return start + token.start()
            continue
        if word[:1].islower() and word.casefold() not in small and word.isalpha():
            if index < 3:  # not in title case: the headline ends with its sentence
                break
            return start + tokens[_subject(text, start, tokens, index)].start()
    sentence = re.search(r"[.!?](?=\s|$)", window)
    return start + sentence.end() if sentence else min(stop, start + len(window))


def _opens_sentence(tokens: list[re.Match[str]], index: int) -> bool:
    """Say whether a sentence begins at a word: small content words follow soon, or a comma.

    In a headline a function word may have a capital too ("untuk Tidak Sombong", "Ini Tren 2023").
    """
    small = words("furniture", "small_words")
    if tokens[index][0].endswith(","):
        return True
    reach = 6 if tokens[index][0].casefold() in words("furniture", "openers") else 2
    after = [t[0].strip("\"“”‘’'(),.:;!?") for t in tokens[index + 1 : index + reach]]
    return any(w.isalpha() and w.islower() and w not in small for w in after)


def _opens_speech(window: str, start: int) -> bool:
    closing = re.compile(r"[\"”]").search(window, start + 1)
    return closing is None or len(window[start : closing.start()].split()) >= 6


def _subject(text: str, start: int, tokens: list[re.Match[str]], index: int) -> int:
    """Return the index of the first word of the sentence whose predicate is at `index`."""
    first = index - 1
    while first > 1 and tokens[first][0].casefold() in words("furniture", "small_words"):
        first -= 1
    # a name of two words is taken whole if the text has it elsewhere too
    if first > 2 and tokens[first - 1][0][:1].isupper():
        pair = f"{tokens[first - 1][0]} {tokens[first][0]}"
        if text.count(pair, max(0, start - 5000), start + 5000) > 1:
            first -= 1
    return _introduced(tokens, first)


def _introduced(tokens: list[re.Match[str]], last: int) -> int:
    """Return where a name with a rank begins, its office included: "Kapolres X, AKBP Y Z"."""
    ranks, heads = words("furniture", "ranks"), words("furniture", "offices")
    for first in range(last, max(2, last - 4), -1):
        if not tokens[first][0][:1].isupper():
            return last
        if tokens[first][0].strip(".").casefold() not in ranks:
            continue
        reach = range(first - 1, max(2, first - 6), -1)
        return next((k for k in reach if tokens[k][0].casefold() in heads), first)
    return last


@cache
def _line_pattern() -> re.Pattern[str]:
    starts = alternation("furniture", "line_starts")
    leads = alternation("furniture", "link_leads")
    return re.compile(
        rf"[\W_]{{0,6}}(?:(?P<start>{starts})"
        rf"|(?P<link>{leads})[ \xa0]{{0,3}}(?::|(?=['‘\"“]|[Vv]ideo\b)|$))",
        re.IGNORECASE,
    )


_HASHTAGS = re.compile(r"(?:[#@][\w.]++[\s,]{0,3}+){1,30}(?:\w+)?$")
_ADDRESS = re.compile(r"(?:[\w .]{1,30}:\s{0,3})?(?:https?://|www\.)\S+$|[\w.+-]+@[\w-]+\.[\w.]+$")
_VIEWS = re.compile(
    r"\W{0,4}(?:(?:di)?(?:lihat|baca|kunjungi)|views?|hits?|pembaca)?\W{0,4}[\d.,]{1,9}\s?[KkJj]?[KkTtBb]?"
    r"\s?(?:kali|views?|x|pembaca|hits?|komentar|menit(?: baca)?)?\W{0,3}$",
    re.IGNORECASE,
)


def is_furniture_line(line: str) -> bool:
    """Tell whether a whole line is furniture by its own words.

    Example:
        >>> is_furniture_line("Dilihat 611 kali"), is_furniture_line("Dilihat dari sisi anggaran,")
        (True, False)
    """
    if len(line) > 260:
        return False
    bare = line.strip(" \t\xa0←→«»‹›*_|\\-–—•·.:/>#=~").casefold()
    if not any(char.isalpha() for char in bare):
        # figures alone are counters of the page; marks alone are rules and bullets
        return not bare or _VIEWS.match(bare) is not None
    if bare in words("furniture", "whole_lines"):
        return True
    if line[0] in "#@" and _HASHTAGS.match(line):
        return True
    if _ADDRESS.match(line) or (bare[0] in "dvhkp" and _VIEWS.match(bare)):
        return True
    match = _line_pattern().match(line)
    if match is None:
        return False
    if match["link"]:
        return not line.rstrip().endswith((".", ".”", '."')) or "ideo" in line[:30]
    if match["start"].casefold() in ("dilihat", "dibaca"):
        return any(char.isdigit() for char in line) and len(line) < 40
    return len(line) <= 160 and not line.endswith(".”")


def is_link_lead(line: str) -> bool:
    """Tell whether a line announces that the next one is a link ("Baca Juga:")."""
    if len(line) > 24:
        return False
    match = _line_pattern().match(line)
    return bool(match and match["link"] and match.end() >= len(line.rstrip(": ")))


@cache
def _signoff_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation('furniture', 'signoffs')})\b", re.IGNORECASE)


_SMALL = re.compile(r"\b(?!dan\b|di\b|dari\b|untuk\b|pada\b|dengan\b|atas\b|bagi\b)[a-z]{3,}")


def is_signoff_line(line: str) -> bool:
    """Tell whether a line at the end of a text is a letterhead: "Humas", "Kementerian X".

    Every content word is capitalised, there is no sentence, and the first word heads the name of
    an institution or unit.
    """
    return (
        len(line) <= 110
        and not line.endswith((".", ",", ":", ";", "”", '"'))
        and _signoff_pattern().match(line) is not None
        and _SMALL.search(line) is None
        and not re.search(r"[()–—]|\s-\s|\d", line)
    )
