"""`humas report`: the results of a run as one page to send around."""

from pathlib import Path
from typing import Annotated

import typer

from humas_nlp.cli.pages import check_page, write_page
from humas_nlp.cli.terminal import error_console, plain_errors
from humas_nlp.corpus.readers import read_records
from humas_nlp.corpus.records import DEFAULT_ID, Record


def report_command(
    run: Annotated[
        Path,
        typer.Argument(
            metavar="RUN", help="What `humas analyze -o` has written: a folder or a JSONL file."
        ),
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="The page.")
    ] = Path("report.html"),
    title: Annotated[
        str | None, typer.Option(help="Heading of the page.", show_default="a plain one")
    ] = None,
    language: Annotated[
        str, typer.Option(metavar="id|en", help="Language that the page opens in.")
    ] = "id",
    date: Annotated[
        str | None,
        typer.Option(
            metavar="FIELD",
            help="Field that was kept with --keep: the date where the text states none.",
            show_default="none",
        ),
    ] = None,
    texts: Annotated[
        list[str] | None,
        typer.Option(
            metavar="INPUT",
            help="Input of the run, where its results hold no texts (may be given several times).",
            show_default="none",
        ),
    ] = None,
    text: Annotated[str, typer.Option(help="Field that holds the text in --texts.")] = "text",
    id: Annotated[str, typer.Option(help="Field that holds the id in --texts.")] = DEFAULT_ID,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the page.")] = False,
) -> None:
    """Write a report of a corpus: one page that stands alone, with charts and all quotes."""
    from humas_nlp.report.collection import collect
    from humas_nlp.report.corpus_page import chart_library, collection_html
    from humas_nlp.report.labels import known_language
    from humas_nlp.report.run import failures_of, read_entries, with_texts

    with plain_errors():
        check_page(output, overwrite=overwrite)
        opens_in, library = known_language(language), chart_library()
        entries = read_entries(run)
        if texts:
            entries = with_texts(entries, _texts(texts, text, id))
        collection = collect(entries, date_field=date, failed=failures_of(run))
        write_page(output, collection_html(collection, title, opens_in, library=library))
    console = error_console()
    console.print(f"humas: {output}")
    if undated := collection.quality()["undated"]:
        console.print(
            f"humas: {undated} of {len(collection.documents)} documents have no date and are not "
            "in the chart over time. If a field of the input holds it: humas analyze --keep FIELD, "
            "then humas report --date FIELD."
        )


def _texts(paths: list[str], text: str, id: str) -> dict[str, str]:
    """Read the texts of a run's input; what failed then is no document now."""
    records = read_records(paths, text=text, id=id)
    return {record.id: record.text for record in records if isinstance(record, Record)}
