"""A document on a terminal: header, people with offices, quotes with speakers, themes."""

import re

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from humas_nlp.document import Document, Meta, Quote

KINDS = {"direct": "langsung", "indirect": "tak langsung", "mixed": "campuran"}
# Escape sequences in a text must not steer the reader's terminal.
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
UNKNOWN = "—"
QUOTE_LIMIT = 400  # characters of one quote that are shown


def show_document(document: Document, console: Console) -> None:
    """Print a document as tables.

    Args:
        document: The analysis.
        console: Where to print; its width decides the layout.
    """
    title = document.meta.title or document.id or "Naskah"
    console.print(Rule(_plain(title, "bold"), align="left"))
    if facts := header_facts(document.meta):
        console.print(_plain(" · ".join(facts), "dim"))
    for table in (_people(document), _quotes(document), _themes(document)):
        if table.row_count:
            console.print(Padding(table, (1, 0, 0, 0)))
    if not document.people and not document.quotes:
        console.print(_plain("Tidak ada tokoh atau kutipan.", "dim"))
    for warning in document.warnings:
        console.print(_plain(f"Peringatan: {warning}", "yellow"))
    console.print()


def header_facts(meta: Meta) -> list[str]:
    """Return the header data without the title, each with its label where it needs one."""
    facts = [fact for fact in (meta.date, meta.place, meta.organisation) if fact]
    labelled = (("Penulis", meta.author), ("Editor", meta.editor), ("Sumber", meta.source))
    return facts + [f"{label}: {value}" for label, value in labelled if value]


def speaker_line(quote: Quote) -> str:
    """Return who speaks, with office and institution where they are known."""
    speaker = quote.speaker
    if speaker is None:
        return UNKNOWN
    office = ", ".join(part for part in (speaker.role, speaker.affiliation) if part)
    return f"{speaker.name} ({office})" if office else speaker.name


def _people(document: Document) -> Table:
    table = _table("Tokoh", ("Nama", 2), ("Jabatan", 3), ("Lembaga", 2), ("Kutipan", None))
    spoken = [q.speaker.person for q in document.quotes if q.speaker]
    for person in document.people:
        table.add_row(
            _plain(person.name, "bold"),
            _plain(person.role or UNKNOWN),
            _plain(person.affiliation or UNKNOWN),
            Text(str(spoken.count(person.id)), justify="right"),
        )
    return table


def _quotes(document: Document) -> Table:
    table = _table("Kutipan", ("Narasumber", 2), ("Jenis", None), ("Isi", 5), ("Kata ujar", 1))
    for quote in document.quotes:
        content = quote.text
        if len(content) > QUOTE_LIMIT:
            content = content[:QUOTE_LIMIT].rstrip() + " …"
        table.add_row(
            _plain(speaker_line(quote), "bold"),
            _plain(KINDS[quote.kind]),
            _plain(f"“{content}”" if quote.kind == "direct" else content),
            _plain(quote.cue.text if quote.cue else UNKNOWN),
        )
    return table


def _themes(document: Document) -> Table:
    table = _table("Tema", ("Tema", 2), ("Skor", None), ("Kata penanda", 4))
    for theme in document.themes:
        reasons = ", ".join(theme.reasons) or UNKNOWN
        score = Text(f"{theme.score:.2f}", justify="right")
        table.add_row(_plain(theme.label, "bold"), score, _plain(reasons))
    return table


def _table(title: str, *columns: tuple[str, int | None]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold cyan", expand=True)
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold", no_wrap=ratio is None)
    return table


def _plain(text: str, style: str = "") -> Text:
    return Text(CONTROLS.sub(" ", text), style=style)
