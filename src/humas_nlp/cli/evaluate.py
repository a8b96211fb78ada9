"""`humas evaluate`: figures of an analysis against gold."""

from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

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
    by_part: Annotated[
        bool, typer.Option("--slices", help="Add scores by kind, genre, outlet and confidence.")
    ] = False,
    baselines: Annotated[
        bool, typer.Option("--baselines", help="Add what two simple ways to name speakers score.")
    ] = False,
    listing: Annotated[
        Path | None,
        typer.Option("--listing", metavar="FILE", help="Write the wrong quotes for reading."),
    ] = None,
) -> None:
    """Score quotes, speakers, people, header data and themes against gold.

    The wrong quotes follow the figures; with --json they go to standard error, so that standard
    output stays JSON.
    """
    from humas_nlp.evaluation.listing import figure_lines, mistake_lines, to_json
    from humas_nlp.evaluation.reading import reading_lines
    from humas_nlp.evaluation.scorer import read_objects, score

    with plain_errors():
        wanted, found = read_objects(gold), read_objects(predicted)
        result = score(wanted, found)
        measures = result.measures | _more(wanted, found, by_part, baselines)
        if listing is not None:
            listing.write_text("\n".join(reading_lines(wanted, found)) + "\n", encoding="utf-8")
    if as_json:
        typer.echo(to_json(measures))
    else:
        for line in figure_lines(measures):
            typer.echo(line)
    for line in islice(mistake_lines(result.mistakes), errors):
        typer.echo(line, err=as_json)


def _more(
    gold: Sequence[Mapping[str, Any]],
    predicted: Sequence[Mapping[str, Any]],
    by_part: bool,
    baselines: bool,
) -> dict[str, Any]:
    """Return the figures that are asked for beside the usual ones, by name."""
    from humas_nlp.evaluation.baselines import BASELINES
    from humas_nlp.evaluation.scorer import score
    from humas_nlp.evaluation.slices import slices

    more: dict[str, Any] = {}
    if by_part:
        for key, parts in slices(gold, predicted).items():
            if all(isinstance(value, float) for value in parts.values()):
                more[f"slice_{key}"] = parts
            else:
                more |= {f"slice_{key}: {part}": value for part, value in parts.items()}
    if baselines:
        for name, baseline in BASELINES.items():
            measures = score(gold, [baseline(document) for document in predicted]).measures
            more[f"{name}: end_to_end"] = measures["end_to_end_all"]
            more[f"{name}: attribution"] = measures["attribution_all"]
    return more
