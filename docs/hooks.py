"""What the site takes from elsewhere while it is built, so that it cannot go stale.

A page that holds ``<!-- include: NAME -->`` alone on a line gets: "commands", the help of every
command; "article", the article view of a release; "rules", the rules of quotes; "explained-text"
and "explained", a release and what `humas explain` says of its second quote; or the text of a file
of the checkout, its own headings one level lower.
"""

import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
INCLUDE = re.compile(r"^<!-- include: (\S+) -->$", re.MULTILINE)

RELEASE = (
    "Magelang, 3 Mei 2024 – Pemerintah Kota Magelang menambah layanan imunisasi balita.\n"
    "“Kami membuka layanan setiap hari kerja,” ujar Kepala Dinas Kesehatan Kota Magelang Rina "
    "Wulandari.\nMenurut Rina, vaksin tersedia di semua puskesmas."
)

EXPLAINED = """\
Magelang, 3 Mei 2024 – Kepala Dinas Kesehatan Kota Magelang Rina Wulandari meresmikan layanan
imunisasi balita bersama Camat Magelang Utara, Budi Santosa.
“Layanan ini buka setiap hari kerja,” ujar Rina.
Ia meminta orang tua membawa buku kesehatan anak."""


def on_page_markdown(markdown: str, **_: Any) -> str:  # noqa: ANN401 - the hook's own signature
    """Put in what the page asks for; called by MkDocs for every page."""
    return INCLUDE.sub(lambda found: included(found[1]), markdown)


def included(name: str) -> str:
    """Return the Markdown that a name stands for."""
    if name == "commands":
        return commands()
    if name == "article":
        return article()
    if name == "rules":
        return rule_table()
    if name == "explained-text":
        return f"```text\n{EXPLAINED}\n```"
    if name == "explained":
        return explained()
    text = (ROOT / name).read_text("utf-8")
    # Links of the file lead into the checkout, which the site does not hold.
    text = re.sub(r"(?<!!)\[([^\]]+)\]\((?!https?:)[^)]+\)", r"\1", text)
    return re.sub(r"^#", "##", text, flags=re.MULTILINE)


def commands() -> str:
    """Return the help of every command, as the terminal shows it."""
    import os

    os.environ |= {"COLUMNS": "96", "NO_COLOR": "1", "TERM": "dumb"}
    from typer.main import get_command
    from typer.testing import CliRunner

    from humas_nlp.cli import app

    parts = []
    for name in sorted(get_command(app).commands):  # type: ignore[attr-defined]
        shown = CliRunner().invoke(app, [name, "--help"], prog_name="humas").stdout
        lines = "\n".join(line.rstrip() for line in shown.strip().splitlines())
        parts.append(f"## humas {name}\n\n```text\n{lines}\n```\n")
    return "\n".join(parts)


def article() -> str:
    """Return the article view of a short release, analysed now."""
    import humas_nlp
    from humas_nlp.report import document_html

    return re.sub(r"\n\s*", " ", document_html(humas_nlp.analyze(RELEASE, id="magelang"), "id"))


def explained() -> str:
    """Return what `humas explain` says of the second quote of a release, analysed now."""
    import io

    from rich.console import Console

    import humas_nlp
    from humas_nlp.cli.explain import explanations, print_explanations

    document = humas_nlp.analyze(EXPLAINED, steps=True)
    stream = io.StringIO()
    shown = explanations(document, "en", quote="Q2")
    print_explanations(shown, Console(file=stream, width=96, no_color=True), "en")
    lines = "\n".join(line.rstrip() for line in stream.getvalue().strip().splitlines())
    return f"```text\n{lines}\n```"


def rule_table() -> str:
    """Return the rules of quotes as a table: id, what it reads, an example, counts."""
    from humas_nlp.quotes.candidates.constructions import constructions

    head = "| rule | reads | example | right of found |\n|---|---|---|---|"
    rows = (
        f"| `{r.id}` | {r.reads} | {r.example} | {r.right} of {r.found} |"
        for r in constructions().values()
    )
    return "\n".join((head, *rows))
