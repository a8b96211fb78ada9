"""Read the outer form of a release or article: header, dateline, paragraphs, credits, furniture."""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from humas_nlp.document import BlockKind, Meta, Release
from humas_nlp.release import blocks, credits, furniture
from humas_nlp.release.blocks import Piece
from humas_nlp.release.credits import Credits
from humas_nlp.release.dateline import (
    Dateline,
    read_dateline,
    read_dateline_line,
)
from humas_nlp.release.dates import document_year, find_dates, parse_date
from humas_nlp.release.headline import is_headline
from humas_nlp.release.lead import find_glued_dateline
from humas_nlp.release.lexicon import alternation
from humas_nlp.release.outlets import stamp_names

_HEADER_LINES = 12  # lines of a page's header before the article
_FOOTER_LINES = 60


@dataclass(slots=True)
class _Draft:
    """What is known so far about a text."""

    text: str
    pieces: list[Piece]
    credits: Credits = field(default_factory=Credits)
    title: str | None = None
    dateline: Dateline | None = None
    header_date: str | None = None
    card_date: str | None = None
    signoff_date: str | None = None
    signoff_place: str | None = None

    def mark(self, index: int, kind: BlockKind) -> None:
        self.pieces[index] = replace(self.pieces[index], kind=kind)

    def open_indexes(self) -> list[int]:
        return [i for i, piece in enumerate(self.pieces) if piece.kind is None]


def read_release(text: str) -> Release:
    """Read header data, dateline, paragraphs, credits and page furniture of a text.

    Args:
        text: A release or article as plain text; any text gives a result.

    Returns:
        Blocks that cover every visible character of `text` exactly once, header data, and the
        range of the dateline. Offsets are those of `text`.

    Example:
        >>> release = read_release("Buol, Kominfo - Warga Buol menanam bakau di pantai.")
        >>> release.meta.place, release.meta.organisation
        ('Buol', 'Kominfo')
    """
    pieces = blocks.split_lines(text)
    draft = _Draft(text, blocks.cut(text, pieces, furniture.inline_furniture(text), "furniture"))
    _split_stamp(draft)
    _mark_lines(draft)
    _mark_footer(draft)
    _mark_header(draft)
    _mark_closing(draft)
    if blocks.is_hard_wrapped(text, draft.pieces):
        draft.pieces = blocks.join_rows(text, draft.pieces)
    line = draft.dateline
    return Release(
        meta=_meta(draft),
        blocks=blocks.to_blocks(draft.pieces),
        dateline=(line.start, line.end) if line else None,
    )


# "Headline   30 November 2023   ← Back": a page's header that became one line.
_HEADER_GAP = re.compile(r"[ \t\xa0]{2,}(?=\S)")
_NAVIGATION = re.compile(r"[ \t\xa0]{0,40}[←«‹<|].{0,30}$")


def _split_stamp(draft: _Draft) -> None:
    """Cut the date and the links of the page off a first line that begins with the headline."""
    for index, piece in enumerate(draft.pieces):
        if piece.kind is not None:
            continue
        line = piece.of(draft.text)
        gap = _HEADER_GAP.search(line)
        if gap is None or len(line) > 300:
            return
        links = _NAVIGATION.search(line, gap.end())
        stop = links.start() if links else len(line)
        if _date_stamp(line[gap.end() : stop]) is None:
            return
        cuts: list[tuple[int, int, BlockKind | None]] = [
            (0, gap.start(), None),
            (gap.end(), stop, None),
            (stop, len(line), "furniture"),
        ]
        parts = [_trimmed(draft.text, piece.start + a, piece.start + b, k) for a, b, k in cuts]
        draft.pieces[index : index + 1] = [p for p in parts if p]
        return


def _mark_lines(draft: _Draft) -> None:
    """Mark lines that are furniture or credits by their own words, wherever they stand."""
    text, out = draft.text, []
    link_follows = False
    for piece in draft.pieces:
        line = piece.of(text)
        if piece.kind is not None:
            link_follows = furniture.is_link_lead(line)
            out.append(piece)
            continue
        if link_follows and len(line) <= 160 and not line.endswith((".", "”", '"', "?")):
            out.append(replace(piece, kind="furniture"))
            link_follows = False
            continue
        link_follows = furniture.is_link_lead(line)
        if furniture.is_furniture_line(line):
            out.append(replace(piece, kind="furniture"))
            continue
        if len(line) < 80 and (name := credits.read_house(line)):
            draft.credits = draft.credits.filled(Credits(author=name))
            out.append(replace(piece, kind="credit"))
            continue
        start = credits.find_label(line)
        if start is None:
            out.append(piece)
            continue
        credit = piece.start + start
        out += [p for p in (_trimmed(text, piece.start, credit, None),) if p]
        out += [p for p in (_trimmed(text, credit, piece.end, "credit"),) if p]
        draft.credits = draft.credits.filled(credits.read_labels(line[start:]))
    draft.pieces = out


def _trimmed(text: str, start: int, end: int, kind: BlockKind | None) -> Piece | None:
    start, end = blocks.trim(text, start, end)
    return Piece(start, end, kind) if start < end else None


@cache
def _stamp() -> re.Pattern[str]:
    known = "|".join((alternation("furniture", "stamp_words"), *map(re.escape, stamp_names())))
    return re.compile(rf"(?:\W|\d|{known}|[a-z]{{2,30}}\.(?:com|co|id|net))*", re.IGNORECASE)


def _date_stamp(line: str) -> str | None:
    """Return the date of a line that says nothing but when (and by which page) it was published."""
    if len(line) > 110 or not any(char.isdigit() for char in line):
        return None
    found = [d for d in find_dates(line) if d.has_year and d.value and len(d.value) == 10]
    if not found:
        return None
    rest = line[: found[0].start] + " " + line[found[-1].end :]
    return found[0].value if _stamp().fullmatch(rest) else None


def _mark_footer(draft: _Draft) -> None:
    """Mark the page's foot: cards of other articles, sign-off, letterhead."""
    text = draft.text
    indexes = draft.open_indexes()[-_FOOTER_LINES:]
    _mark_cards(draft, indexes)
    for index in reversed(indexes[1:]):
        piece = draft.pieces[index]
        if piece.kind is not None:
            continue
        line = piece.of(text)
        if furniture.is_signoff_line(line):
            draft.mark(index, "furniture")
        elif (signed := read_dateline_line(text, piece.start, piece.end)) and signed.date:
            draft.signoff_date, draft.signoff_place = signed.date, signed.place
            draft.mark(index, "furniture")
        else:
            break


def _is_prose(line: str, least: int = 90) -> bool:
    return len(line) > least and line.rstrip("*]) [(").endswith((".", "”", '"', "!", "?"))


def _mark_cards(draft: _Draft, indexes: list[int]) -> None:
    """Mark the cards that a page prints after its article: title, section, time, tags.

    Cards begin behind the last paragraph before the first line that is only a time; no paragraph
    follows them. The first card is the article's own if its title stands one or two lines above
    the time.
    """
    text, pieces = draft.text, draft.pieces
    stamp = body = None
    for index in indexes:
        line = pieces[index].of(text)
        if body is not None and len(line) < 60 and _date_stamp(line):
            stamp = index
            break
        if _is_prose(line):
            body = index
    if stamp is None or body is None:
        return
    tail = [i for i in indexes if i > body]
    if any(_is_prose(pieces[i].of(text), 200) for i in tail):
        return
    for index in tail:
        draft.mark(index, "furniture")
    title = pieces[tail[0]].of(text)
    if 1 <= stamp - tail[0] <= 2 and len(title.split()) >= 4:
        draft.mark(tail[0], "headline")
        draft.title = title
        draft.card_date = _date_stamp(pieces[stamp].of(text))


def _mark_header(draft: _Draft) -> None:
    """Mark headline, lines with date or dateline, and byline in front of the body."""
    text = draft.text
    for index in draft.open_indexes()[:_HEADER_LINES]:
        piece = draft.pieces[index]
        line = piece.of(text)
        if stamp := _date_stamp(line):
            draft.header_date = draft.header_date or stamp
            draft.mark(index, "furniture")
        elif found := read_dateline_line(text, piece.start, piece.end):
            draft.dateline = draft.dateline or found
            draft.mark(index, "furniture")
        elif draft.title is None and _headline_at(draft, index):
            draft.title = line
            draft.mark(index, "headline")
        elif index == draft.open_indexes()[0] and _greets(draft, index):
            continue
        else:
            _read_first_paragraph(draft, index)
            return


def _greets(draft: _Draft, index: int) -> bool:
    """Tell whether a short first line, a greeting, stands before a line with place and date."""
    if draft.pieces[index].end - draft.pieces[index].start > 40 or draft.dateline:
        return False
    following = next((p for p in draft.pieces[index + 1 :] if p.kind is None), None)
    if following is None:
        return False
    return read_dateline_line(draft.text, following.start, following.end) is not None


def _headline_at(draft: _Draft, index: int) -> bool:
    text = draft.text
    piece = draft.pieces[index]
    if piece.end - piece.start > 220:
        return False
    following = next((p for p in draft.pieces[index + 1 :] if p.kind is None), None)
    if following is None or read_dateline(text, piece.start, piece.end):
        return False
    line_after = following.of(text)
    dated = (
        read_dateline(text, following.start, following.end) is not None
        or read_dateline_line(text, following.start, following.end) is not None
        or _date_stamp(line_after) is not None
    )
    gap = text[piece.end : following.start]
    return is_headline(
        piece.of(text), line_after, dateline_follows=dated, empty_line=gap.count("\n") > 1
    )


def _read_first_paragraph(draft: _Draft, index: int) -> None:
    """Read byline and dateline of the first paragraph; a pull quote before them is cut off."""
    text, piece = draft.text, draft.pieces[index]
    parts: list[Piece | None] = []
    start = piece.start
    if byline := credits.read_byline(piece.of(text)):
        draft.credits = draft.credits.filled(Credits(author=byline[1]))
        parts.append(_trimmed(text, start, start + byline[0], "credit"))
        start = blocks.trim(text, start + byline[0], piece.end)[0]
    if draft.dateline is None:
        found = read_dateline(text, start, piece.end)
        if found is None and (glued := find_glued_dateline(text, start, piece.end)):
            parts.append(_trimmed(text, start, glued, None))
            start = glued
            found = read_dateline(text, start, piece.end)
        draft.dateline = found
    parts.append(_trimmed(text, start, piece.end, None))
    draft.pieces[index : index + 1] = [part for part in parts if part]


def _mark_closing(draft: _Draft) -> None:
    """Mark what ends the body: marks, a credit in brackets, a team's line."""
    text = draft.text
    outlets = frozenset(
        name.casefold() for name in (draft.dateline and draft.dateline.organisation,) if name
    )
    for _ in range(5):
        indexes = draft.open_indexes()
        if not indexes:
            return
        index = indexes[-1]
        piece = draft.pieces[index]
        line = piece.of(text)
        promotion = credits.promotion_after_initials(line)
        if promotion is not None:
            _split_off(draft, index, promotion, "furniture")
        elif (at := credits.closing_marks(line)) is not None:
            _split_off(draft, index, at, "furniture")
        elif closing := credits.read_closing(line, outlets):
            draft.credits = draft.credits.filled(closing[1])
            _split_off(draft, index, closing[0], "credit")
        elif len(indexes) > 1 and credits.is_team_line(line):
            draft.credits = draft.credits.filled(Credits(author=line))
            _split_off(draft, index, 0, "credit")
        else:
            return


def _split_off(draft: _Draft, index: int, at: int, kind: BlockKind) -> None:
    text, piece = draft.text, draft.pieces[index]
    cut = piece.start + at
    parts = (_trimmed(text, piece.start, cut, None), _trimmed(text, cut, piece.end, kind))
    draft.pieces[index : index + 1] = [part for part in parts if part]


def _meta(draft: _Draft) -> Meta:
    line = draft.dateline
    dated = (line.date if line else None) or draft.signoff_date
    date = draft.header_date or (_publication_date(draft.text, dated) if dated else None)
    date = date or draft.card_date
    return Meta(
        title=draft.title,
        date=date,
        place=(line.place if line else None) or draft.signoff_place,
        organisation=line.organisation if line else None,
        author=draft.credits.author,
        editor=draft.credits.editor,
        source=draft.credits.source,
    )


def _publication_date(text: str, words: str) -> str | None:
    """Return the ISO form of a dateline's date; a missing year is taken from the body."""
    bracketed = words if words.startswith("(") else f"({words})"
    for candidate in (words, bracketed):
        found = parse_date(candidate)
        if found:
            return found if len(found) == 10 else None
    month = re.search(r"\d{1,2}/(\d{1,2})", words)
    year = document_year(text, int(month[1]) if month else None)
    found = parse_date(bracketed, year) if year else None
    return found if found and len(found) == 10 else None
