"""To whom a quote is said: "kepada wartawan", "di hadapan para camat", "mengimbau warga agar"."""

import re
from collections.abc import Sequence

from humas_nlp.document import Quote, Span
from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.circumstances import circumstance_words
from humas_nlp.quotes.circumstances.frames import Piece
from humas_nlp.quotes.circumstances.stance import stance_of
from humas_nlp.quotes.circumstances.vocabulary import WORD, is_press, phrase_end
from humas_nlp.quotes.words import COLLECTIVES

_TO = re.compile(
    r"\b(kepada|(?:di\s?)hadapan|(?:di\s?)depan|ke|pada|kpd)\s+(?=\w)",
    re.IGNORECASE,
)
# Who asks is whom the answer is said to: "saat dihubungi Kompas.com", "berbincang dengan detikcom".
_ASKED = re.compile(
    r"\b(?:ditemui|dijumpai|dihubungi|dikonfirmasi|diwawancarai|ditanya|dimintai\s(?:konfirmasi"
    r"|keterangan|tanggapan)|(?:berbincang|wawancara)\s(?=dengan))\s+(?=\w)",
    re.IGNORECASE,
)
_COMMA_WITHIN = 160  # characters of a phrase that a comma closes at the head of a sentence
_LONGEST_OBJECT = 12  # words
_ASKS = frozenset({"demand", "hope", "warning"})
# Nouns of acts are asked for, not spoken to: "meminta pengembalian dana agar dipercepat".
_ACT = re.compile(r"(?:pe|ke)\w{3,}an")
_OTHER_BODIES = word_class("institution_in_pe")
_ALONGSIDE = frozenset("juga kembali pula lagi langsung".split())


def addressee_of(text: str, quote: Quote, pieces: Sequence[Piece]) -> Span | None:
    """Return to whom a quote is said, None where its frame does not tell.

    Args:
        text: The whole text.
        quote: The quote, its cue with a stance.
        pieces: The author's words around it.
    """
    for piece in pieces:
        found = _prepositional(text, piece) or _asking(text, piece)
        if found:
            return Span.of(text, *found)
    return _object(text, quote)


def _prepositional(text: str, piece: Piece) -> tuple[int, int] | None:
    for match in _TO.finditer(text, piece.start, piece.end):
        low = " ".join(match[1].lower().split())
        first = WORD.match(text, match.end(), piece.end)
        if first is None or not _may_hear(low, first[0].lower()):
            continue
        told = is_press(first[0].lower())
        if not told and not _is_free(text, piece, match.start()):
            continue
        stop = phrase_end(text, match.end(), piece.end)
        if piece.side == "before" and not told:
            comma = text.find(",", match.end(), min(piece.end, match.end() + _COMMA_WITHIN))
            stop = comma if comma > 0 else stop
        if stop > match.end():
            return match.start(), stop
    return None


def _may_hear(preposition: str, word: str) -> bool:
    """Say whether a preposition and the word behind it name somebody who listens."""
    words = circumstance_words()
    if preposition in {"ke", "pada"}:
        return is_press(word) and word not in {"kantor", "antara"}
    if preposition.endswith("depan"):
        return word in words.people
    return word not in words.nobody and word not in words.ends


def _is_free(text: str, piece: Piece, position: int) -> bool:
    """Say whether *kepada* belongs to the act of speaking and to no other."""
    words = circumstance_words()
    before = text[piece.start : position]
    if piece.side == "after":
        return words.other_acts.isdisjoint(before.lower().split())
    head = before.rstrip()
    return not head or head[-1] in ",;" or head.split()[-1].lower() in words.openers


def _asking(text: str, piece: Piece) -> tuple[int, int] | None:
    match = _ASKED.search(text, piece.start, piece.end)
    if match is None:
        return None
    start = match.end()
    first = WORD.match(text, start, piece.end)
    if first and first[0].lower() in {"oleh", "dengan"}:
        first = WORD.search(text, first.end(), piece.end)
    if first is None or not is_press(first[0].lower()):
        return None
    return start, phrase_end(text, first.start(), piece.end)


def _object(text: str, quote: Quote) -> Span | None:
    """Return whom a demand is made of: the words between the cue and the clause."""
    cue, source = quote.cue, quote.source
    if cue is None or cue.end >= quote.start or stance_of(cue.text) not in _ASKS:
        return None
    if source and cue.end <= source.start < quote.start:
        return None
    words = list(WORD.finditer(text, cue.end, quote.start))
    while words and words[0][0].lower() in _ALONGSIDE:
        words.pop(0)
    if not words or len(words) > _LONGEST_OBJECT:
        return None
    start, stop = words[0].start(), words[-1].end()
    phrase = text[start:stop]
    first = words[0][0].lower()
    if first in circumstance_words().ends or any(c in phrase for c in ',:;“”"('):
        return None
    if _ACT.fullmatch(first) and first not in COLLECTIVES | _OTHER_BODIES:
        return None
    return Span.of(text, start, stop)
