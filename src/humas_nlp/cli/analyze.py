"""`humas analyze`: the options, and what is said about them."""

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from humas_nlp.cli.job import Job, run
from humas_nlp.cli.terminal import plain_errors
from humas_nlp.corpus.engine import DEFAULT_MODEL, load_engine
from humas_nlp.corpus.records import DEFAULT_ID
from humas_nlp.corpus.shards import DOCUMENTS

KEEP = "--keep"

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Text, HTML, JSONL, CSV and Parquet files, .gz and .zip, folders, patterns, or - for "
        "standard input.",
        show_default=False,
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="OUT",
        help="A folder (hasil/) for tables, a file (hasil.jsonl), or - for standard output.",
        show_default="a view on a terminal, else JSONL",
    ),
]
Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="jsonl|csv|parquet",
        help="Format of the output.",
        show_default="by the suffix; parquet in a folder",
    ),
]
Id = Annotated[str, typer.Option(help="Field that holds the id; else file name and line.")]
Title = Annotated[
    str | None, typer.Option(help="Field that holds the headline.", show_default="none")
]
Keep = Annotated[
    list[str] | None,
    typer.Option(
        KEEP,
        metavar="FIELD...",
        help='Fields to copy into the output under "input".',
        show_default=False,
    ),
]
WithText = Annotated[
    bool, typer.Option("--with-text", help='Write the text too, under "text" (JSONL).')
]
View = Annotated[
    Path | None,
    typer.Option(
        "--view",
        metavar="FILE",
        help="Write the texts with their marks as a web page, in place of another output.",
        show_default=False,
    ),
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Replace an output that is not empty.")
]
Model = Annotated[
    str,
    typer.Option(help="Pipeline: id_humas_news, id_humas_news_light, rules, or a path."),
]
Themes = Annotated[
    Path | None,
    typer.Option(
        "--themes",
        metavar="MODEL.skops",
        help="Your own theme model, as `humas themes train` writes it, with its .json beside it.",
        show_default="the pipeline's",
    ),
]
Workers = Annotated[
    int, typer.Option("-w", "--workers", metavar="N", help="Worker processes, some 500 MB each.")
]
EngineName = Annotated[
    str,
    typer.Option("--engine", metavar="local|ray", help="This machine, or a Ray cluster."),
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on where an earlier run into this folder stopped.")
]
Limit = Annotated[
    int | None,
    typer.Option(metavar="N", help="Analyse the first N documents.", show_default="all"),
]
Sample = Annotated[
    float | None,
    typer.Option(
        metavar="N|SHARE",
        help="Analyse a random part: 500 documents, or a share such as 0.05.",
        show_default="all",
    ),
]
Seed = Annotated[int, typer.Option(help="Another seed draws another sample.")]
ShardSize = Annotated[
    int, typer.Option(metavar="N", help="Documents in a shard of the Parquet tables.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Read everything, analyse and write nothing.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")]


class VariadicKeep(TyperCommand):
    """A command whose ``--keep`` takes one field or several: ``--keep outlet tanggal``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Repeat the option before each of its fields, then parse as usual."""
        return super().parse_args(ctx, spread_keep(args))


def spread_keep(args: list[str]) -> list[str]:
    """Write ``--keep a b`` as ``--keep a --keep b``.

    A word ends the fields if it begins with "-", is an existing file or folder, or looks like a
    path (has a dot or a slash), so that inputs may follow.

    Example:
        >>> spread_keep(["--keep", "outlet", "tanggal", "artikel.jsonl"])
        ['--keep', 'outlet', '--keep', 'tanggal', 'artikel.jsonl']
    """
    spread: list[str] = []
    fields = -1  # fields seen after the last --keep; -1 outside of one
    for place, word in enumerate(args):
        if word == "--":
            return spread + args[place:]
        if word == KEEP:
            fields = 0
        elif fields >= 0:
            if word.startswith("-") or (fields and _is_path(word)):
                fields = -1
            else:
                if fields:
                    spread.append(KEEP)
                fields += 1
        spread.append(word)
    return spread


def _is_path(word: str) -> bool:
    return "." in word or "/" in word or os.sep in word or Path(word).exists()


def analyze_command(
    inputs: Inputs,
    output: Output = None,
    form: Form = None,
    text: Annotated[str, typer.Option(help="Field that holds the text.")] = "text",
    id: Id = DEFAULT_ID,
    title: Title = None,
    keep: Keep = None,
    model: Model = DEFAULT_MODEL,
    themes: Themes = None,
    with_text: WithText = False,
    view: View = None,
    overwrite: Overwrite = False,
    workers: Workers = 1,
    engine: EngineName = "local",
    resume: Resume = False,
    limit: Limit = None,
    sample: Sample = None,
    seed: Seed = 0,
    shard_size: ShardSize = DOCUMENTS,
    dry_run: DryRun = False,
    quiet: Quiet = False,
) -> None:
    """Find people, quotes with speakers, entities and themes in texts.

    Exit code 0: all documents are analysed. 1: some failed; each is named on standard error with
    file and line, all others are in the output. 2: bad use, nothing was done. 130: stopped by
    Ctrl-C; with Parquet tables the same command and --resume goes on.
    """
    with plain_errors():
        job = Job(
            tuple(inputs),
            output,
            form,
            text=text,
            id=id,
            title=title,
            keep=tuple(keep or ()),
            model=model,
            themes=themes,
            with_text=with_text,
            view=view,
            overwrite=overwrite,
            quiet=quiet,
            workers=workers,
            engine=engine,
            resume=resume,
            limit=limit,
            sample=sample,
            seed=seed,
            shard_size=shard_size,
            dry_run=dry_run,
        )
        code = run(job, load_engine, on_terminal=sys.stdout.isatty())
    raise typer.Exit(code)
