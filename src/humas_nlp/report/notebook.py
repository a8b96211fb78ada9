"""One document as an HTML fragment: what a notebook shows for a `Document`.

The fragment has inline styles only, runs no script and loads nothing, so it looks the same in
Jupyter, VS Code and Colab. Its colours are the notebook's own, light or dark; marked quotes carry
their own background and ink.
"""

from collections.abc import Iterable

from humas_nlp.document import Document, Meta, Person, Theme
from humas_nlp.report.markup import KEY, KIND_LABELS, escape, marked_text
from humas_nlp.report.voices import INK, Voice, voices

TEXT_LIMIT = 20_000
"""Code points of the text that are shown."""

ROW_LIMIT = 200
"""Rows of a list that are shown."""

_FRAME = "border:1px solid rgba(127,127,127,.45);border-radius:6px;padding:12px 16px;margin:8px 0"
_HEADING = "font-weight:600;margin:14px 0 4px"
_LIST = "margin:0;padding-left:20px"
_CHIP = "display:inline-block;width:1.4em;text-align:center;border-radius:3px;margin-right:6px"


def document_html(document: Document) -> str:
    """Show a document with quotes and speakers marked.

    Args:
        document: The analysis. With its text, the quotes are marked in it; without, they are
            listed.

    Returns:
        An HTML fragment; every word that comes from the text is escaped.
    """
    found = voices(document)
    parts = [
        _header(document),
        _voice_list(found, with_quotes=not document.text),
        _text(document, found),
        _people(document.people),
        _themes(document.themes),
        _warnings(document.warnings),
    ]
    return (
        f'<div lang="id" style="{_FRAME};line-height:1.6;overflow-wrap:anywhere">'
        f"{''.join(parts)}</div>"
    )


def _header(document: Document) -> str:
    """Write the headline (else the id) and the line of header data."""
    title = document.meta.title or document.id
    line = f'<div style="font-size:1.15em;font-weight:600">{_isolated(title)}</div>'
    facts = meta_line(document.meta)
    return line + (f'<div style="opacity:.85">{facts}</div>' if facts else "")


def meta_line(meta: Meta) -> str:
    """Write header data without the title as one line of HTML; empty if there is none."""
    parts = [_isolated(value) for value in (meta.date, meta.place, meta.organisation) if value]
    credits = (("penulis", meta.author), ("editor", meta.editor), ("sumber", meta.source))
    parts += [f"{label}: {_isolated(value)}" for label, value in credits if value]
    return " · ".join(parts)


def _voice_list(found: list[Voice], *, with_quotes: bool) -> str:
    """Write the legend: colour, speaker, office, institution, number of quotes."""
    rows = []
    for voice in found:
        name = _isolated(voice.name) if voice.name else "<em>narasumber tidak diketahui</em>"
        chip = f"{_CHIP};background:{voice.colour};color:{INK}"
        kinds = ", ".join(f"{n} {KIND_LABELS.get(k, escape(k))}" for k, n in voice.kinds().items())
        office = "".join(f", {_isolated(part)}" for part in (voice.role, voice.affiliation) if part)
        row = (
            f'<span style="{chip}">{len(voice.quotes)}</span>'
            f"<strong>{name}</strong>{office} ({kinds})"
        )
        if with_quotes:
            row += _items(f"“{_isolated(quote.text)}”" for quote in voice.quotes)
        rows.append(row)
    if not rows:
        return _section("Narasumber", "<div>Tidak ada kutipan.</div>")
    return _section("Narasumber", _items(rows, style="list-style:none;margin:0;padding:0"))


def _text(document: Document, found: list[Voice]) -> str:
    """Write the text with its marks, and a note where it goes on."""
    if not document.text:
        return ""
    body = (
        '<div style="white-space:pre-wrap;unicode-bidi:isolate;margin-top:4px">'
        f"{marked_text(document, found, TEXT_LIMIT)}</div>"
    )
    rest = len(document.text) - TEXT_LIMIT
    if rest > 0:
        body += f"<div><em>… {rest} karakter berikutnya tidak ditampilkan.</em></div>"
    if found:
        body = f'<div style="font-size:.85em;opacity:.85">{KEY}</div>{body}'
    return _section("Naskah", body)


def _people(people: tuple[Person, ...]) -> str:
    """List the people with office, institution and number of mentions."""
    rows = []
    for person in people[:ROW_LIMIT]:
        front = " ".join(person.honorifics)
        degrees = "".join(f", {degree}" for degree in person.degrees)
        name = f"{front} {person.name}{degrees}".strip()
        office = "".join(
            f", {_isolated(part)}" for part in (person.role, person.affiliation) if part
        )
        rows.append(
            f"<strong>{_isolated(name)}</strong>{office} ({len(person.mentions)} kali disebut)"
        )
    if len(people) > ROW_LIMIT:
        rows.append(f"<em>… dan {len(people) - ROW_LIMIT} lainnya</em>")
    return _section("Tokoh", _items(rows)) if rows else ""


def _themes(themes: tuple[Theme, ...]) -> str:
    """List the themes with their score and the words that carried them."""
    rows = []
    for theme in themes:
        reasons = ", ".join(_isolated(reason) for reason in theme.reasons)
        why = f": {reasons}" if reasons else ""
        rows.append(f"<strong>{_isolated(theme.label)}</strong> ({theme.score:.0%}){why}")
    return _section("Tema", _items(rows)) if rows else ""


def _warnings(warnings: tuple[str, ...]) -> str:
    """List what was odd about the text."""
    rows = [f"⚠ {_isolated(warning)}" for warning in warnings[:ROW_LIMIT]]
    return _section("Peringatan", _items(rows)) if rows else ""


def _section(title: str, body: str) -> str:
    """Put a heading over a part."""
    return f'<div style="{_HEADING}">{title}</div>{body}'


def _items(rows: Iterable[str], style: str = _LIST) -> str:
    """Write rows of HTML as a list."""
    return f'<ul style="{style}">{"".join(f"<li>{row}</li>" for row in rows)}</ul>'


def _isolated(text: str) -> str:
    """Escape text and keep its writing direction from reaching the words around it."""
    return f"<bdi>{escape(text)}</bdi>"
