"""`humas explain`: why each quote has its speaker, and why a person is one."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from humas_nlp.cli.pages import check_page, write_page
from humas_nlp.cli.terminal import plain_errors
from humas_nlp.cli.view import CONTROLS, QUOTE_LIMIT
from humas_nlp.corpus.engine import Engine, load_engine
from humas_nlp.corpus.readers import read_records
from humas_nlp.corpus.records import Failure, Record
from humas_nlp.document import Document, Step
from humas_nlp.errors import DataError, name_list
from humas_nlp.pipeline import DEFAULT
from humas_nlp.report.explained_person import explain_person
from humas_nlp.report.explanation import Answer, Explanation, explain_quote
from humas_nlp.report.labels import Language, known_language, labels
from humas_nlp.report.unquoted import explain_unquoted

PEOPLE = "humas_people"

File = Annotated[
    str,
    typer.Argument(
        metavar="FILE", help="One text, HTML page or record, or - for standard input.",
        show_default=False,
    ),
]  # fmt: skip
Wanted = Annotated[
    str | None, typer.Option(metavar="ID", help="One quote alone: Q3.", show_default=False)
]
WantedPerson = Annotated[
    str | None, typer.Option(metavar="ID", help="One person alone: P1.", show_default=False)
]
DocumentId = Annotated[
    str | None,
    typer.Option("--document", metavar="ID", help="Which record of FILE.", show_default="the only"),
]
View = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Write the article view with all explanations as a web page.",
        show_default=False,
    ),
]


def explain_command(
    file: File,
    quote: Wanted = None,
    person: WantedPerson = None,
    document: DocumentId = None,
    language: Annotated[str, typer.Option(help="Language of the words: id, en.")] = "id",
    model: Annotated[
        str, typer.Option(help="Pipeline: id_humas_news, id_humas_news_light, rules, or a path.")
    ] = DEFAULT,
    view: View = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the page.")] = False,
) -> None:
    """Say why each quote has its speaker, why a person is one, and which file decided it."""
    with plain_errors():
        tongue = known_language(language)
        if view is not None:
            check_page(view, overwrite=overwrite)
        record = one_record(file, document)
        engine = load_engine(model, steps=True)
        found = _analysed(record, engine)
        names = () if person is None and quote is not None else _names(record, engine)
        shown = explanations(found, tongue, quote=quote, person=person, names=names)
        if view is not None:
            from humas_nlp.report.page import page_html

            write_page(view, page_html([found], view.stem, tongue))
    print_explanations(shown, Console(), tongue)


def one_record(file: str, wanted: str | None) -> Record:
    """Read the one record that is to be explained.

    Raises:
        DataError: There is none, it cannot be read, or there are several and none was named.
    """
    ids: list[str] = []
    first: Record | None = None
    for item in read_records([file]):
        if isinstance(item, Failure):
            if wanted is None or item.id == wanted:
                raise DataError(str(item))
            continue
        if item.id == wanted:
            return item
        first, ids = first or item, [*ids, item.id]
        if wanted is None and len(ids) > 1:
            raise DataError(
                f"{file} holds more than one text ({name_list(ids)}, …). "
                "Name the one to explain with --document."
            )
    if wanted is not None or first is None:
        wish = "text" if wanted is None else f"text with the id {wanted!r}"
        raise DataError(f"{file} holds no {wish}. Ids: {name_list(ids)}.")
    return first


def _analysed(record: Record, engine: Engine) -> Document:
    texts, titles = [record.text], [record.title]
    return next(iter(engine.analyze_many(texts, ids=[record.id], titles=titles, nlp=engine.nlp)))


def _names(record: Record, engine: Engine) -> tuple[Step, ...]:
    """Return why each name is one; a stand-in engine has no pipeline to ask."""
    if engine.nlp is None:
        return ()
    from humas_nlp.people.component import name_steps_of

    names = engine.nlp.pipe_names
    # What comes behind the people writes entities of its own over those of the recogniser.
    later = names[names.index(PEOPLE) :] if PEOPLE in names else []
    return name_steps_of(engine.nlp(record.text, disable=later))


def explanations(
    document: Document,
    language: Language,
    *,
    quote: str | None = None,
    person: str | None = None,
    names: Sequence[Step] = (),
) -> tuple[Explanation, ...]:
    """Explain one quote, one person, both, or everything where neither is named.

    Args:
        document: The analysis with its text.
        language: "id" or "en".
        quote: Id of the quote.
        person: Id of the person.
        names: As for `explain_person`.

    Raises:
        DataError: There is no such quote or person; the message lists those that there are.
    """
    all_of = quote is None and person is None
    quotes = [q for q in document.quotes if all_of or q.id == quote]
    people = [p for p in document.people if all_of or p.id == person]
    if quote is not None and not quotes:
        told = [f"{q.id} “{q.text[:30].strip()}…”" for q in document.quotes]
        raise DataError(_missing("quote", quote, told))
    if person is not None and not people:
        raise DataError(_missing("person", person, [f"{p.id} {p.name}" for p in document.people]))
    rest = explain_unquoted(document, language) if all_of else None
    return (
        *(explain_quote(q, language) for q in quotes),
        *(explain_person(document, p, language, names) for p in people),
        *((rest,) if rest else ()),
    )


def _missing(what: str, wanted: str, there: list[str]) -> str:
    known = ", ".join(there) if there else "none"
    return f"There is no {what} {wanted!r} in this text. There are: {known}."


def print_explanations(
    shown: Iterable[Explanation], console: Console, language: Language = "id"
) -> None:
    """Print explanations.

    Args:
        shown: The explanations.
        console: Where to print.
        language: "id" or "en".
    """
    words = labels("explain", language)
    empty = True
    for explanation in shown:
        empty = False
        title = explanation.title
        cut = f"{title[:QUOTE_LIMIT].rstrip()} …" if len(title) > QUOTE_LIMIT else title
        console.print(Rule(_plain(f"{explanation.id}  {cut}", "bold"), align="left"))
        for answer in explanation.answers:
            _print_answer(answer, console, words)
        console.print()
    if empty:
        console.print(_plain(words["nothing"], "dim"))


def _print_answer(answer: Answer, console: Console, words: dict[str, str]) -> None:
    sure = "" if answer.probability is None else f"  {answer.probability:.0%}"
    head = Text.assemble(_plain(f"{answer.question}: ", "cyan"), _plain(answer.answer, "bold"))
    console.print(head.append(_plain(sure)))
    lines = [_plain(note) for note in answer.notes]
    if answer.reasons:
        lines.append(_plain(f"{answer.reasons_title}:"))
        lines += [_plain(f"  {value:+6.2f}  {name}") for name, value in answer.reasons]
    if answer.alternatives:
        others = ", ".join(f"{a.choice} {a.probability:.0%}" for a in answer.alternatives)
        lines.append(_plain(f"{words['instead']}: {others}"))
    if answer.file:
        lines.append(_plain(words["file"].format(answer.file), "dim"))
    for line in lines:
        console.print(Padding(line, (0, 0, 0, 4)))


def _plain(text: str, style: str = "") -> Text:
    return Text(CONTROLS.sub(" ", text), style=style)
