"""`humas themes`: a classifier of one's own, its figures, and what a model does on a corpus."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from humas_nlp.cli.terminal import error_console, plain_errors
from humas_nlp.errors import DataError

app = typer.Typer(
    name="themes",
    help="Train themes of your own, measure them, and see what a model does on a corpus.",
    no_args_is_help=True,
    add_completion=False,
)

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="CSV, JSONL, Parquet files or folders."),
]
Text = Annotated[str, typer.Option(help="Field that holds the text.")]
Title = Annotated[str | None, typer.Option(help="Field that holds the headline.")]
Labels = Annotated[
    list[str] | None,
    typer.Option(
        "--label",
        metavar="FIELD",
        help="Field of the labels, several codes apart by ; or |. Repeat it for more fields.",
        show_default="label",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")]
ModelPath = Annotated[
    str | None,
    typer.Option("--model", metavar="MODEL.skops", help="A model of your own.",
                 show_default="the bundled one"),
]  # fmt: skip


@app.command("train")
def train_command(
    inputs: Inputs,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="OUT.skops", help="Model to write.")
    ],
    text: Text = "text",
    label: Labels = None,
    title: Title = None,
    seeds: Annotated[
        str | None,
        typer.Option(metavar="SEEDS.toml", help="Keywords of the themes, one [[theme]] each."),
    ] = None,
    unlabelled: Annotated[
        bool, typer.Option("--unlabelled", help="Label the texts by the seeds; needs --seeds.")
    ] = False,
    curve: Annotated[
        bool, typer.Option("--curve/--no-curve", help="Measure a learning curve too.")
    ] = True,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace a model that is there.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Train a theme classifier from labelled texts, from keywords, or from both.

    The report is a five-fold cross-validation: figures of each label, main themes taken for
    others, and how the agreement grows with the number of documents. The model stands in
    OUT.skops, its manifest (labels, figures, versions, SHA-256) beside it in OUT.json.
    """
    with plain_errors():
        target = _free(output, overwrite)
        from humas_nlp.corpus.labelled import read_examples
        from humas_nlp.themes.own import train_own
        from humas_nlp.themes.seeds import read_seeds

        known = read_seeds(seeds) if seeds else []
        if unlabelled and not known:
            raise DataError("--unlabelled needs keywords: name a file with --seeds.")
        fields = [] if unlabelled else (label or ["label"])
        examples = read_examples(inputs, text=text, label=fields, title=title)
        trained = train_own(examples, known, by_seeds=unlabelled, curve=curve)
        trained.save(target)
    console = error_console()
    for warning in trained.warnings:
        console.print(f"humas: {warning}")
    if as_json:
        _echo_json(trained.figures.to_dict())
        return
    if trained.by_seeds:
        typer.echo("The labels came from keywords: figures say how well they are learned, not")
        typer.echo("how right they are.")
    _print_figures(trained.figures)
    typer.echo(f"\n{target}: {len(trained.model.classes_)} labels, ", nl=False)
    typer.echo(f"{len(trained.examples.texts)} documents, {target.stat().st_size:,} bytes")


@app.command("evaluate")
def evaluate_command(
    inputs: Inputs,
    model: ModelPath = None,
    text: Text = "text",
    label: Labels = None,
    title: Title = None,
    as_json: Json = False,
) -> None:
    """Measure a model on labelled texts it has not learned from."""
    with plain_errors():
        from humas_nlp.corpus.labelled import read_examples
        from humas_nlp.themes.examples import check_measured
        from humas_nlp.themes.own import evaluate_model
        from humas_nlp.themes.store import bundled, load

        classifier = load(model) if model else bundled()
        examples = read_examples(inputs, text=text, label=label or ["label"], title=title)
        usable = check_measured(examples, [str(code) for code in classifier.classes_])
        figures = evaluate_model(classifier, usable)
    for warning in usable.warnings:
        error_console().print(f"humas: {warning}")
    if as_json:
        _echo_json(figures.to_dict())
    else:
        _print_figures(figures)


@app.command("report")
def report_command(
    inputs: Inputs,
    model: ModelPath = None,
    text: Text = "text",
    title: Title = None,
    date: Annotated[
        str | None,
        typer.Option(metavar="FIELD", help="Field of an ISO date.",
                     show_default="the date in the text"),
    ] = None,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Show what a model does on a corpus: abstentions, confidence, unknown words, themes by month.

    Beside each figure stands that of the texts the model learned from, each judged while it was
    held out, where the manifest has it.
    """
    with plain_errors():
        from humas_nlp.corpus.bodies import Bodies
        from humas_nlp.themes.drift import corpus_report
        from humas_nlp.themes.store import bundled, bundled_path, load, read_manifest

        classifier = load(model) if model else bundled()
        before = read_manifest(model or bundled_path()).get("baseline", {})
        bodies = Bodies(list(inputs), text, title, date)
        report = corpus_report(bodies, classifier)
    for failure in bodies.failures:
        error_console().print(f"humas: {failure}")
    if as_json:
        _echo_json(report.to_dict() | {"learned_from": before})
    else:
        _print_report(report, before)


def _free(output: str, overwrite: bool) -> Path:
    target = Path(output)
    if target.suffix != ".skops":
        raise DataError(f"{output} does not end in .skops; models are skops files.")
    if target.exists() and not overwrite:
        raise DataError(f"{output} is there already. Name another file, or add --overwrite.")
    return target


def _echo_json(found: dict[str, Any]) -> None:
    typer.echo(json.dumps(found, ensure_ascii=False, indent=1))


def _print_figures(figures: Any) -> None:  # noqa: ANN401 - ThemeFigures, imported late
    """Print figures as three plain tables."""
    summary = "  ".join(f"{name} {value:.3f}" for name, value in figures.summary().items())
    typer.echo(f"documents {figures.documents}  {summary}\n")
    width = max(map(len, figures.labels), default=5)
    typer.echo(f"{'label':{width}}  precision  recall     F1  documents")
    for code, one in figures.labels.items():
        typer.echo(
            f"{code:{width}}  {one.precision:9.3f}  {one.recall:6.3f}  {one.f1:5.3f}  "
            f"{one.support:9}"
        )
    if figures.confusion:
        typer.echo("\nmain themes taken for others:")
        for right, found, count in figures.confusion[:10]:
            typer.echo(f"{count:5}  {right} taken for {found}")
    if len(figures.curve) > 1:
        typer.echo("\nlearned from  micro F1")
        for documents, value in figures.curve:
            typer.echo(f"{documents:12}  {value:8.3f}")


@app.command("words")
def words_command(
    model: ModelPath = None,
    theme: Annotated[
        str | None, typer.Option(metavar="CODE", help="One theme only.", show_default="all")
    ] = None,
    most: Annotated[int, typer.Option("-n", min=1, help="Words of each theme.")] = 12,
) -> None:
    """Show what a model looks at for each theme: the terms that speak most for it."""
    with plain_errors():
        from humas_nlp.themes.reasoning import telling_terms
        from humas_nlp.themes.store import bundled, load

        classifier = load(model) if model else bundled()
        codes = [theme] if theme else [str(code) for code in classifier.classes_]
        shown = {code: telling_terms(classifier, code, most=most) for code in codes}
    console = Console(highlight=False)
    for code, terms in shown.items():
        console.print(f"{code}: {', '.join(terms)}", markup=False)


def _print_report(report: Any, before: dict[str, Any]) -> None:  # noqa: ANN401 - imported late
    """Print a corpus report as plain tables, with the figures of the texts learned from."""
    from humas_nlp.themes.drift import stability, stability_by_chance

    typer.echo(f"documents {report.documents}, without a date {report.undated}\n")
    typer.echo(f"{'':34}    here  learned from")
    for name, what in (
        ("abstained", "none of the themes"),
        ("confidence", "mean probability of the main theme"),
        ("sure", "main theme at 0.9 or more"),
        ("unknown", "words the model does not know"),
    ):
        known = f"{before[name]:12.3f}" if name in before else f"{'-':>12}"
        typer.echo(f"{what:34}  {getattr(report, name):6.3f}  {known}")
    shares = before.get("themes", {})
    if shares:
        chance = stability_by_chance(len(shares), report.documents)
        typer.echo(
            f"shift of the themes {stability(report.themes, shares):.3f}: above 0.25 is strong, "
            f"but {report.documents} documents show {chance:.2f} by chance"
        )
    typer.echo("\nshare of the documents with each theme:")
    for code, share in report.themes.items():
        known = f"{shares[code]:12.3f}" if code in shares else f"{'-':>12}"
        typer.echo(f"{code:34}  {share:6.3f}  {known}")
    if report.unknown_terms:
        terms = ", ".join(f"{term} ({n})" for term, n in report.unknown_terms)
        typer.echo(f"\nunknown words, by documents: {terms}")
    if report.periods:
        typer.echo("\nmost frequent themes by month:")
        for month, counts in report.periods.items():
            top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]
            typer.echo(f"{month}  {', '.join(f'{code} {n}' for code, n in top)}")
