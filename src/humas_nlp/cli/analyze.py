"""`humas analyze`: the options, and what is said about them."""

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from humas_nlp.cli.job import Job, run
from humas_nlp.cli.options import with_options
from humas_nlp.cli.terminal import plain_errors
from humas_nlp.corpus.engine import load_engine
from humas_nlp.corpus.run_options import RunOptions

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


@with_options(RunOptions)
def analyze_command(
    inputs: Inputs,
    options: RunOptions,
    output: Output = None,
    form: Form = None,
    with_text: WithText = False,
    view: View = None,
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
            options,
            with_text=with_text,
            view=view,
            quiet=quiet,
            dry_run=dry_run,
        )
        code = run(job, load_engine, on_terminal=sys.stdout.isatty())
    raise typer.Exit(code)
