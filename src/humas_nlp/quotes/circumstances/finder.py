"""To whom, by what means, where and when each quote is said, and with which stance.

A quote tells it in the author's words of the sentence that holds its cue ("ujarnya kepada wartawan
di Blora, Selasa (14/11)"), or in a sentence beside it that points back ("Hal itu disampaikan …").
Where that says nothing, the nearest quote of the same speaker in the paragraph lends medium, venue
and date, never the addressee: a paragraph tells of one occasion.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from humas_nlp.document import Cue, DateSpan, Entity, Medium, Quote, Span
from humas_nlp.mentions.values.patterns import WEEKDAY, fold
from humas_nlp.quotes.circumstances.addressee import addressee_of
from humas_nlp.quotes.circumstances.frames import Frames, Piece, Range
from humas_nlp.quotes.circumstances.medium import marker_end, medium_of
from humas_nlp.quotes.circumstances.stance import stance_of
from humas_nlp.quotes.circumstances.venue import venue_of

_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")
_DAY_WORDS = re.compile(rf"\b(?:{WEEKDAY}|hari ini|kemarin|tadi|malam ini|siang ini|sore ini)\b")
# A date behind one of these is that of something else: "terkait pelantikan pada 20 Oktober".
# "yang diterima redaksi, Senin (23/10)" is the statement itself.
_OTHER = re.compile(
    r"\b(?:tentang|terkait|soal|mengenai|untuk|sejak|hingga|sampai|mulai|akan|sebelum|yang"
    r"(?!\s(?:diterima|dirilis|dibagikan|diperoleh|disiarkan|dikirim|digelar|diadakan|diunggah)))\b"
)
_POINTS_BACK = re.compile(
    r"\W{0,3}(?:(?:hal|hal-hal|pernyataan|perihal|ajakan|imbauan|harapan|pesan|penjelasan)\s"
    r"(?:itu|ini|tersebut|senada)|demikian|itu)\s(?:juga\s)?"
    r"(?:disampaikan|dikatakan|diungkapkan|ditegaskan|dijelaskan|diutarakan|dikemukakan|diucapkan"
    r"|dilontarkan|diungkap)(nya)?\b"
)
_ANOTHER_TIME = re.compile(r"\b(?:terpisah|berbeda|sebelumnya|(?:kesempatan|waktu) lain)\b")


class Told(NamedTuple):
    """What the text says of one act of speaking; the fields are those of `Quote`."""

    addressee: Span | None = None
    medium: Medium | None = None
    venue: Span | None = None
    date: DateSpan | None = None

    @property
    def occasion(self) -> bool:
        """Whether it says by what means, where or when."""
        return bool(self.medium or self.venue or self.date)


NOTHING = Told()


def with_circumstances(
    text: str,
    quotes: Iterable[Quote],
    sentences: Sequence[Range],
    entities: Iterable[Entity],
) -> list[Quote]:
    """Give quotes their circumstances.

    Args:
        text: The whole text.
        quotes: Its quotes in reading order.
        sentences: Ranges of all sentences in reading order.
        entities: Its entities in reading order; without dates among them no quote has one.

    Returns:
        The quotes in the same order; nothing but the new fields differs.
    """
    found = list(quotes)
    if not found:
        return found
    reader = _Reader(text, found, sentences, entities)
    told = _lent(found, [reader.read(quote) for quote in found], reader)
    return [_with(quote, circumstances) for quote, circumstances in zip(found, told, strict=True)]


def _with(quote: Quote, told: Told) -> Quote:
    """Return a quote with its circumstances and the stance of its cue."""
    cue = quote.cue
    if cue is not None:
        cue = Cue(cue.start, cue.end, cue.text, cue.lemma, stance_of(cue.text, quote.text))
    return replace(quote, cue=cue, **told._asdict())


class _Reader:
    """Reads the frames of one document."""

    def __init__(
        self,
        text: str,
        quotes: Sequence[Quote],
        sentences: Sequence[Range],
        entities: Iterable[Entity],
    ) -> None:
        self.text, self.folded = text, fold(text)
        self.frames = Frames(text, quotes, sentences)
        known = list(entities)
        self.dates = [e for e in known if e.label == "DATE"]
        self.places = {e.start for e in known if e.label in {"LOC", "ORG"}}

    def read(self, quote: Quote) -> Told:
        """Return what the sentence of a quote says, or one beside it that points back."""
        told = self._told(quote, self.frames.of(quote))
        piece = self._pointing(quote, also_before=not told.occasion)
        if piece is None:
            return told
        beside = self._told(quote, [piece])
        return Told(
            told.addressee or beside.addressee,
            told.medium or beside.medium,
            told.venue or beside.venue,
            told.date or beside.date,
        )

    def differs(self, quote: Quote) -> bool:
        """Say whether the frame of a quote tells of another occasion than the one before."""
        lead = [p for p in self.frames.of(quote) if p.side == "before"]
        return any(_ANOTHER_TIME.search(self.folded, p.start, p.end) for p in lead)

    def _told(self, quote: Quote, pieces: list[Piece]) -> Told:
        if not pieces:
            return NOTHING
        text = self.text
        words = " … ".join(self.folded[p.start : p.end] for p in pieces)
        if quote.source and quote.cue and quote.cue.start > quote.source.start:
            words += f" … {quote.source.text.lower()}"  # "akun bernama X menulis"
        dates = [d for p in pieces for d in self._dates_in(p.start, p.end)]
        addressee = addressee_of(text, quote, pieces)
        return Told(
            addressee,
            medium_of(words, quote, addressee),
            venue_of(text, quote, pieces, dates, self.places),
            next((found for p in pieces if (found := self._date(p))), None) if dates else None,
        )

    def _dates_in(self, start: int, end: int) -> list[Entity]:
        first = bisect_left(self.dates, start, key=lambda d: d.start)
        last = bisect_left(self.dates, end, key=lambda d: d.start)
        return self.dates[first:last]

    def _date(self, piece: Piece) -> DateSpan | None:
        """Return the day that a piece names as that of speaking."""
        for entity in self._dates_in(piece.start, piece.end):
            gap = self.folded[piece.start : entity.start]
            if not _is_day(entity) or _OTHER.search(gap):
                continue
            beside = not self.text[entity.end : piece.end].strip(" ,(")
            if piece.side == "after" or beside or marker_end(gap) is not None:
                value = entity.value if isinstance(entity.value, str) else None
                return DateSpan(entity.start, entity.end, entity.text, value)
        return None

    def _pointing(self, quote: Quote, *, also_before: bool) -> Piece | None:
        """Return the words of the next sentence where it points back, or of the one before.

        One before a quote points back to other words, mostly of the same occasion.
        """
        frames, sentences = self.frames, self.frames.sentences
        last = frames.sentence_at(quote.end - 1)
        first = frames.sentence_at(quote.cue.start if quote.cue else quote.start)
        numbers = [max(first, last) + 1] + [min(first, last) - 1] * also_before
        for number in numbers:
            if not 0 <= number < len(sentences):
                continue
            start, end = sentences[number]
            match = _POINTS_BACK.match(self.folded, start, end)
            if match and (match[1] or _is_about(quote, self.text[match.end() : end])):
                return Piece("after", match.end(), end)
        return None


def _is_about(quote: Quote, words: str) -> bool:
    """Say whether a sentence names the speaker of a quote."""
    if quote.speaker is None:
        return False
    names = [part for part in quote.speaker.name.split() if len(part) > 3]
    first = words.split(maxsplit=1)[:1]
    return any(name in words for name in names) or first in (["ia"], ["dia"], ["beliau"])


def _is_day(entity: Entity) -> bool:
    if isinstance(entity.value, str) and _DAY.fullmatch(entity.value):
        return True
    return entity.value is None and _DAY_WORDS.search(entity.text.lower()) is not None


def _lent(quotes: Sequence[Quote], own: list[Told], reader: _Reader) -> list[Told]:
    """Let quotes that tell nothing have what the nearest of their speaker in the line tells.

    Earlier quotes lend first, then later ones: news opens with the author's words and gives the
    occasion at the first words in marks.
    """
    given = list(own)
    lines = [reader.text.rfind("\n", 0, quote.start) for quote in quotes]
    for order in (range(len(quotes)), range(len(quotes) - 1, -1, -1)):
        last: dict[tuple[int, str], Told] = {}
        for i in order:
            speaker = quotes[i].speaker
            if speaker is None:
                continue
            key = lines[i], speaker.name
            if given[i].occasion:
                last[key] = given[i]
            elif key in last and not reader.differs(quotes[i]):
                given[i] = last[key]._replace(addressee=given[i].addressee)
    return given
