"""`humas evaluate`: figures of an analysis against gold."""

from itertools import islice
from typing import Annotated

import typer

from humas_nlp.cli.terminal import plain_errors


def evaluate_command(
    gold: Annotated[str, typer.Argument(metavar="GOLD", help="Annotated documents, JSONL.")],
    predicted: Annotated[
        str, typer.Argument(metavar="PREDICTED", help="Output of humas analyze, JSONL.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    errors: Annotated[
        int, typer.Option("--errors", min=0, metavar="N", help="Print up to N wrong quotes.")
    ] = 0,
) -> None:
    """Score quotes, speakers, people, header data and themes against gold.

    The wrong quotes follow the figures; with --json they go to standard error, so that standard
    output stays JSON.
    """
    from humas_nlp.evaluation.listing import figure_lines, mistake_lines, to_json
    from humas_nlp.evaluation.scorer import read_objects, score

    with plain_errors():
        result = score(read_objects(gold), read_objects(predicted))
    if as_json:
        typer.echo(to_json(result.measures))
    else:
        for line in figure_lines(result.measures):
            typer.echo(line)
    for line in islice(mistake_lines(result.mistakes), errors):
        typer.echo(line, err=as_json)
