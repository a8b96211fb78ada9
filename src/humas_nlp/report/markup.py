"""A text as HTML with its quotes, cues and sources marked.

The text is cut wherever a mark begins or ends, and each piece is written on its own. So quotes
may nest or overlap in any way, and the HTML stays well formed.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from humas_nlp.document import Document, Quote
from humas_nlp.report.voices import INK, Voice

# A lone surrogate cannot be written as UTF-8, and a browser drops NUL. Each becomes one
# replacement character, so offsets stay true.
_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")

# The kind of a quote shows in the line under it, so that colour is not the only sign. The line's
# grey stands out against white and against black.
_LINE = "#777777"
UNDERLINES = {"direct": "solid", "indirect": "dashed", "mixed": "double"}
KIND_LABELS = {"direct": "langsung", "indirect": "tidak langsung", "mixed": "campuran"}
_SIGN_STYLES = {
    "cue": "text-decoration:underline 2px;text-underline-offset:3px;font-weight:600",
    "source": "text-decoration:underline dotted 2px;text-underline-offset:3px",
}
KEY = (
    "Garis bawah kutipan: utuh = langsung, putus-putus = tidak langsung, ganda = campuran. "
    "Di luar kutipan: tebal = kata pelapor, titik-titik = penyebutan narasumber."
)
"""The signs explained, for the reader of a marked text."""


def escape(text: str) -> str:
    """Write text so that HTML shows it and never runs it.

    Args:
        text: Any string.

    Returns:
        The text with ``& < > " '`` as character references, and NUL and lone surrogates as U+FFFD.
    """
    return html.escape(_UNPRINTABLE.sub("\ufffd", text), quote=True)


def marked_text(document: Document, voices: Iterable[Voice], limit: int) -> str:
    """Write the beginning of the text with its marks.

    Args:
        document: The analysis with its text.
        voices: The voices whose quotes are marked.
        limit: Number of code points that are shown at most.

    Returns:
        HTML whose text, tags taken off and references undone, is ``document.text[:limit]``.
    """
    text = document.text[:limit]
    marks = sorted(_marks(voices, len(text)), key=lambda mark: (mark.start, -mark.end))
    return "".join(
        _piece(text[start:end], active) for start, end, active in _pieces(marks, len(text))
    )


@dataclass(frozen=True, slots=True)
class _Mark:
    """A range with its look; `layer` is "quote", "cue" or "source"."""

    start: int
    end: int
    layer: str
    style: str
    hint: str


def _marks(voices: Iterable[Voice], length: int) -> Iterator[_Mark]:
    """Yield the marks of all quotes, cut to the text that is shown."""
    for voice in voices:
        for quote in voice.quotes:
            style = (
                f"background:{voice.colour};color:{INK};border-radius:2px;padding:1px 0;"
                f"border-bottom:2px {UNDERLINES.get(quote.kind, 'solid')} {_LINE}"
            )
            ranges = [(quote.start, quote.end, "quote", style, _hint(quote, voice))]
            for span, layer in ((quote.cue, "cue"), (quote.source, "source")):
                if span is not None:
                    ranges.append((span.start, span.end, layer, _SIGN_STYLES[layer], ""))
            for start, end, layer, look, hint in ranges:
                start, end = max(0, start), min(end, length)
                if start < end:
                    yield _Mark(start, end, layer, look, hint)


def _hint(quote: Quote, voice: Voice) -> str:
    """Say in one line what a quote is, for the pointer that rests on it."""
    speaker = ", ".join(filter(None, (voice.name, voice.role, voice.affiliation)))
    parts = [
        quote.id,
        f"kutipan {KIND_LABELS.get(quote.kind, quote.kind)}",
        speaker or "narasumber tidak diketahui",
        f"keyakinan {quote.confidence:.0%}",
        quote.rule,
    ]
    return " · ".join(filter(None, parts))


def _pieces(marks: list[_Mark], length: int) -> Iterator[tuple[int, int, list[_Mark]]]:
    """Cut the text at every border; yield each piece with the marks that cover it.

    Args:
        marks: Marks sorted by start, the longer first.
        length: Length of the text.
    """
    borders = sorted({0, length, *(m.start for m in marks), *(m.end for m in marks)})
    active: list[_Mark] = []
    waiting = iter(marks)
    coming = next(waiting, None)
    for start, end in pairwise(borders):
        active = [mark for mark in active if mark.end > start]
        while coming is not None and coming.start <= start:
            active.append(coming)
            coming = next(waiting, None)
        yield start, end, active


def _piece(text: str, active: list[_Mark]) -> str:
    """Write one piece: the innermost quote gives the colour, cue and source the underline."""
    written = escape(text)
    for layer, tag in (("source", "span"), ("cue", "span"), ("quote", "mark")):
        mark = next((mark for mark in reversed(active) if mark.layer == layer), None)
        if mark is not None:
            title = f' title="{escape(mark.hint)}"' if mark.hint else ""
            written = f'<{tag} style="{mark.style}"{title}>{written}</{tag}>'
    return written
