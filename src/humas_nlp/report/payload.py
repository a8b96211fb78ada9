"""The data of a report's list of quotes, compressed into the page.

The quotes are one block that is read when the page opens. The texts are many blocks, each of some
tens of documents, read when somebody opens one of them.
"""

import base64
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from humas_nlp.document import Document
from humas_nlp.report.article import brief_html, excerpt_html
from humas_nlp.report.collection import Collection, Said
from humas_nlp.report.labels import theme_label

BUDGET = 6_800_000
"""Bytes for quotes and texts; with charts and their library the page stays below 8 MB."""

QUOTE_LIMIT = 30_000
"""Quotes in the list; of more, a sample."""

BLOCK = 40
"""Documents in one block of texts."""

Texts = Literal["full", "excerpts", "none"]

# From the one that needs most room to the one that needs least.
WRITERS: dict[Texts, Callable[[Document], str]] = {"full": brief_html, "excerpts": excerpt_html}


@dataclass(frozen=True, slots=True)
class Payload:
    """What goes into the page.

    Attributes:
        quotes: The block of quotes, as `packed` gives it.
        texts: The blocks of texts.
        held: How much of the texts is there.
        listed: Number of quotes in the list.
    """

    quotes: str
    texts: tuple[str, ...]
    held: Texts
    listed: int

    @property
    def size(self) -> int:
        """Bytes of all blocks."""
        return len(self.quotes) + sum(len(block) for block in self.texts)


def build_payload(collection: Collection, *, budget: int = BUDGET) -> Payload:
    """Pack quotes and texts into as many bytes as there are.

    Whole texts where they fit, else their lines with quotes, else no texts, else fewer quotes.

    Args:
        collection: The corpus.
        budget: Bytes that must not be passed.
    """
    listed = sample(collection.said, QUOTE_LIMIT)
    quotes = packed(quote_data(collection, listed))
    for held, write in WRITERS.items():
        blocks: list[str] = []
        rest = budget - len(quotes)
        for block in _text_blocks(collection, write):
            rest -= len(block)
            if rest < 0:
                break
            blocks.append(block)
        else:
            return Payload(quotes, tuple(blocks), held if blocks else "none", len(listed))
    while len(quotes) > budget:
        listed = sample(listed, int(len(listed) * 0.9 * budget / len(quotes)))
        quotes = packed(quote_data(collection, listed))
    return Payload(quotes, (), "none", len(listed))


def packed(data: Any) -> str:  # noqa: ANN401 - JSON has no narrower type
    """Return data as JSON, compressed (zlib, RFC 1950), in base64.

    Example:
        >>> unpacked(packed({"a": [1, "“ya”"]}))
        {'a': [1, '“ya”']}
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    raw = text.encode("utf-8", "replace")
    return base64.b64encode(zlib.compress(raw, 9)).decode("ascii")


def unpacked(block: str) -> Any:  # noqa: ANN401
    """Read what `packed` gives, as the page does."""
    return json.loads(zlib.decompress(base64.b64decode(block)))


def sample(said: Sequence[Said], most: int) -> list[Said]:
    """Return at most so many quotes, drawn by a hash of their words: the same ones every time."""
    if len(said) <= most:
        return list(said)
    drawn = sorted(said, key=_draw)[:most]
    return sorted(drawn, key=lambda each: (each.document, each.quote.start))


def _draw(said: Said) -> bytes:
    key = f"{said.document}\0{said.quote.id}\0{said.quote.text}"
    return hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=8).digest()


def quote_data(collection: Collection, listed: Sequence[Said]) -> dict[str, Any]:
    """Return the list of quotes as plain data: the latest first, the undated last.

    A quote is ``[document, id, kind, person, institution, speaker, office, confidence, text,
    theme]``; -1 is nobody. A document is ``[title, date]``.
    """
    dates = collection.dates
    ordered = sorted(listed, key=lambda each: _backwards(dates[each.document]))
    return {
        "block": BLOCK,
        "documents": [
            [document.meta.title or document.id, date or ""]
            for document, date in zip(collection.documents, dates, strict=True)
        ],
        "people": _named(collection.cast.people.all()),
        "institutions": _named(collection.cast.institutions.all()),
        "themes": {
            code: [theme_label(theme, "id"), theme_label(theme, "en")]
            for code, theme in collection.theme_names.items()
        },
        "quotes": [_quote_row(each) for each in ordered],
    }


def _named(tallies: Sequence[Any]) -> list[list[Any]]:
    return [[tally.name, tally.quotes] for tally in tallies]


def _backwards(date: str | None) -> tuple[int, ...]:
    return tuple(-int(part) for part in date[:10].split("-")) if date else (1,)


def _quote_row(said: Said) -> list[Any]:
    quote, speaker = said.quote, said.quote.speaker
    return [
        said.document,
        quote.id,
        quote.kind,
        -1 if said.person is None else said.person,
        -1 if said.institution is None else said.institution,
        speaker.name if speaker else "",
        ", ".join(filter(None, (speaker.role, speaker.affiliation))) if speaker else "",
        round(quote.confidence * 100),
        quote.text,
        said.theme or "",
    ]


def _text_blocks(collection: Collection, write: Callable[[Document], str]) -> Iterator[str]:
    """Yield the blocks of texts; none if no document has its text."""
    documents = collection.documents
    if not any(document.text for document in documents):
        return
    for start in range(0, len(documents), BLOCK):
        yield packed([write(document) for document in documents[start : start + BLOCK]])
