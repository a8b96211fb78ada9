"""Measure a pipeline: ``python -m humas_nlp.evaluation entities|trees|speed``.

MODEL is "humas" for the default pipeline, "rules" for the one without a trained model, or the
folder of any spaCy pipeline. The model card's table is the output of these commands.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from humas_nlp.errors import HumasError
from humas_nlp.evaluation.entities import read_entities, score_entities
from humas_nlp.evaluation.figures import Tally
from humas_nlp.evaluation.treebank import read_trees
from humas_nlp.evaluation.trees import score_trees

if TYPE_CHECKING:
    from spacy.language import Language

app = typer.Typer(add_completion=False, help=__doc__, no_args_is_help=True)
Model = Annotated[str, typer.Argument(help="humas, rules, or the folder of a pipeline")]


def _load(model: str) -> "Language":
    from humas_nlp.pipeline import DEFAULT, load, load_saved

    names = {"humas": DEFAULT, "rules": "rules"}
    return load(names[model]) if model in names else load_saved(Path(model))


def _print(name: str, tally: Tally) -> None:
    typer.echo(
        f"{name:<10} P {100 * tally.precision:5.1f}  R {100 * tally.recall:5.1f}  "
        f"F1 {100 * tally.f1:5.1f}  (gold {tally.gold}, predicted {tally.predicted})"
    )


@app.command()
def entities(
    model: Model,
    files: Annotated[list[Path], typer.Argument(help=".bio or .jsonl", exists=True)],
    labels: Annotated[str, typer.Option(help="labels that count")] = "PER,ORG,LOC",
) -> None:
    """Score named entities, exact range and label, by label."""
    nlp = _load(model)
    for path in files:
        typer.echo(f"\n{path.name}")
        found = score_entities(nlp, list(read_entities(path)), labels.split(","))
        for label, tally in found.items():
            _print(label, tally)


@app.command()
def trees(
    model: Model,
    files: Annotated[list[Path], typer.Argument(help=".conllu", exists=True)],
    relations: Annotated[bool, typer.Option("--relations", help="recall by relation")] = False,
) -> None:
    """Score tokens, sentences, parts of speech, roots and trees, from raw text."""
    nlp = _load(model)
    for path in files:
        typer.echo(f"\n{path.name}")
        found = score_trees(nlp, list(read_trees(path)), relations=relations)
        for name, tally in found.items():
            if name.startswith("las:"):
                typer.echo(f"{name:<16} R {100 * tally.recall:5.1f}  (gold {tally.gold})")
            else:
                _print(name, tally)


@app.command()
def speed(
    model: Model,
    file: Annotated[Path, typer.Argument(help='.jsonl or .jsonl.gz with "text"', exists=True)],
    processes: Annotated[
        list[int] | None, typer.Option(help="worker processes; can be repeated; 1 and 2 if none")
    ] = None,
    repeat: Annotated[int, typer.Option(help="runs of which the best counts")] = 3,
    limit: Annotated[int | None, typer.Option(help="texts to read; all if not given")] = None,
) -> None:
    """Measure words a second with the start of everything, and the steady rate.

    A word is what stands between blanks. The steady rate leaves out the first and the last tenth
    of the texts.
    """
    from humas_nlp.evaluation.speed import measure, read_texts

    nlp = _load(model)
    texts = read_texts(file, limit)
    if not texts:
        raise HumasError(f"{file} has no text to measure with. Give a file with one a line.")
    typer.echo(f"{len(texts):,} texts; best of {repeat}")
    for count in processes or [1, 2]:
        for name, rate in measure(nlp, texts, processes=count, repeat=repeat).items():
            typer.echo(
                f"{count} process(es), {name:<11} {rate.words:8,.0f} words/s  "
                f"{rate.texts:7,.1f} documents/s"
            )


if __name__ == "__main__":
    try:
        app()
    except HumasError as error:
        raise SystemExit(f"Error: {error}") from error
