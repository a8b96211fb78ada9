"""`humas demo`: the samples in the package, analysed."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from humas_nlp.bundled import samples
from humas_nlp.cli.pages import check_page, write_page
from humas_nlp.cli.terminal import plain_errors
from humas_nlp.cli.view import show_document
from humas_nlp.corpus.engine import Engine, load_engine
from humas_nlp.document import Document
from humas_nlp.pipeline import DEFAULT

SHOWN = 3
PAGE_TITLE = "Contoh analisis humas_nlp"


def demo_command(
    count: Annotated[int, typer.Option("-n", "--count", min=0, help="Samples to show.")] = SHOWN,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="FILE",
            help="Also write all samples as one web page.",
            show_default=False,
        ),
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the page.")] = False,
    model: Annotated[
        str, typer.Option(help="Pipeline: id_humas_news, id_humas_news_light, rules.")
    ] = DEFAULT,
) -> None:
    """Show what the library reads out of the releases that come with it."""
    with plain_errors():
        if html is not None:
            check_page(html, overwrite=overwrite)
        engine = load_engine(model)
        show_samples(samples(), engine, Console(), count=count, html=html)


def show_samples(
    texts: Mapping[str, str],
    engine: Engine,
    console: Console,
    *,
    count: int = SHOWN,
    html: Path | None = None,
) -> None:
    """Analyse samples, show the first ones and write the page if one is asked for.

    Args:
        texts: Names with their texts.
        engine: The analysis.
        console: Where to show them.
        count: How many to show.
        html: File for a page of all of them.

    Raises:
        DataError: The page cannot be written.
    """
    wanted = texts if html else dict(islice(texts.items(), count))
    documents: list[Document] = []
    for number, document in enumerate(_analyse(wanted, engine)):
        if number < count:
            show_document(document, console)
        if html:
            documents.append(document)
    if html:
        from humas_nlp.report.page import page_html

        write_page(html, page_html(documents, PAGE_TITLE))
        console.print(f"{len(documents)} naskah: {html}", markup=False, highlight=False)


def _analyse(texts: Mapping[str, str], engine: Engine) -> Iterator[Document]:
    return engine.analyze_many(texts.values(), ids=texts.keys(), nlp=engine.nlp)
