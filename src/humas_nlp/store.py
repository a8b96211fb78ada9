"""Where a Doc keeps what the rooms found: plain data in ``user_data``, spans in ``doc.spans``.

Nothing but JSON-able data is stored, so that a Doc survives `to_bytes`, `DocBin` and worker
processes. The one extension attribute, ``doc._.humas``, is a view computed from it.
"""

from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc, Span

from humas_nlp.document import Document, Entity, Meta, Person, Quote, Release, Theme

KEY = "humas_nlp"
EXTENSION = "humas"


def data_of(doc: Doc) -> dict[str, Any]:
    """Return the dictionary of a Doc that the rooms write to."""
    found = doc.user_data.setdefault(KEY, {})
    assert isinstance(found, dict)
    return found


_last: tuple[Doc | None, str] = (None, "")


def text_of(doc: Doc) -> str:
    """Return ``doc.text``, put together once for all rooms: a Doc joins its tokens anew."""
    global _last
    kept = _last  # another thread may put its own Doc there meanwhile
    if kept[0] is not doc:
        kept = _last = (doc, doc.text)
    return kept[1]


def forget_text() -> None:
    """Let go of the last Doc."""
    global _last
    _last = (None, "")


def set_spans(doc: Doc, key: str, ranges: Iterable[tuple[int, int, str]]) -> None:
    """Write character ranges as a span group, grown to whole tokens.

    Args:
        doc: The Doc.
        key: Name of the group.
        ranges: ``(start, end, label)`` in code points.
    """
    spans: list[Span] = []
    for start, end, label in ranges:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.spans[key] = spans


class HumasView:
    """What the library found in a Doc, read from the Doc's own data.

    Args:
        doc: The Doc.
    """

    def __init__(self, doc: Doc) -> None:
        """Keep the Doc."""
        self._doc = doc

    def _items(self, key: str) -> list[dict[str, Any]]:
        return list(self._doc.user_data.get(KEY, {}).get(key, ()))

    @property
    def release(self) -> Release | None:
        """Header data and blocks, or None where no component has read them."""
        found = self._doc.user_data.get(KEY, {}).get("release")
        return Release.from_dict(found) if found else None

    @property
    def people(self) -> tuple[Person, ...]:
        """Named people in order of first mention."""
        return tuple(Person.from_dict(p) for p in self._items("people"))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Quotes in reading order."""
        return tuple(Quote.from_dict(q) for q in self._items("quotes"))

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Entities in reading order."""
        return tuple(Entity.from_dict(e) for e in self._items("entities"))

    @property
    def themes(self) -> tuple[Theme, ...]:
        """Themes, the main one first, the others in descending score."""
        return tuple(Theme.from_dict(t) for t in self._items("themes"))

    def document(self, id: str = "") -> Document:
        """Return everything as one `Document`.

        Args:
            id: The caller's id.
        """
        release = self.release
        return Document(
            id=id,
            text=text_of(self._doc),
            meta=release.meta if release else Meta(),
            people=self.people,
            quotes=self.quotes,
            entities=self.entities,
            themes=self.themes,
            sentences=sentence_ranges(self._doc),
        )

    def __repr__(self) -> str:
        """Show the counts."""
        return (
            f"HumasView(people={len(self.people)}, quotes={len(self.quotes)}, "
            f"themes={[t.code for t in self.themes]})"
        )


def sentence_ranges(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a Doc as trimmed character ranges; empty where none are set."""
    stored = doc.user_data.get(KEY, {}).get("sentences")
    if stored is not None:
        return tuple((start, end) for start, end in stored)
    if not doc.has_annotation("SENT_START"):
        return ()
    text, found = text_of(doc), []
    for sent in doc.sents:
        words = text[sent.start_char : sent.end_char]
        inner = words.strip()
        if inner:
            start = sent.start_char + words.index(inner[0])
            found.append((start, start + len(inner)))
    return tuple(found)


def register() -> None:
    """Register ``doc._.humas`` unless something has that name already."""
    if not Doc.has_extension(EXTENSION):
        Doc.set_extension(EXTENSION, getter=HumasView)


register()
