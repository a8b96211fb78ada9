"""The command `humas`.

Exit codes: 0 all is well; 1 some documents failed, each named on standard error; 2 bad use.
"""

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from humas_nlp.cli.analyze import VariadicKeep, analyze_command
from humas_nlp.cli.demo import demo_command
from humas_nlp.cli.doctor import doctor_command
from humas_nlp.cli.evaluate import evaluate_command
from humas_nlp.cli.explain import explain_command
from humas_nlp.cli.info import info_command, version
from humas_nlp.cli.report import report_command
from humas_nlp.cli.themes import app as themes_app

app = typer.Typer(
    name="humas",
    help="Read Indonesian government releases and news: people, quotes with speakers, themes.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("analyze", cls=VariadicKeep)(analyze_command)
app.command("evaluate")(evaluate_command)
app.command("explain")(explain_command)
app.command("info")(info_command)
app.command("demo")(demo_command)
app.command("doctor")(doctor_command)
app.command("report")(report_command)
app.add_typer(themes_app)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"humas_nlp {version('humas-nlp')}")
        raise typer.Exit


@app.callback()
def _options(
    show_version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and leave."
        ),
    ] = False,
) -> None:
    """Read Indonesian government releases and news: people, quotes with speakers, themes."""


def main() -> None:
    """Run the command; the entry point of the installed script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # an old console may know no curly quotes
            stream.reconfigure(errors="replace")
    app()
