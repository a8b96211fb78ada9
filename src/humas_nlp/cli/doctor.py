"""`humas doctor`: is this installation whole, and does it work?"""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Annotated, Literal

import typer
from packaging.requirements import Requirement
from rich.console import Console
from rich.table import Table

from humas_nlp.artefacts import MANIFEST, digest, roots, verify
from humas_nlp.cli.terminal import SOME_FAILED
from humas_nlp.errors import HumasError

PACKAGE = "humas-nlp"
PYTHON = (3, 11)
FACTORY = "humas_quotes"
TEXT = "“Layanan dibuka setiap hari,” ujar Bupati Sukamaju Rina Wulandari, Jumat (3/5/2024)."

State = Literal["ok", "missing", "wrong"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found.

    Attributes:
        name: What was looked at.
        state: "ok"; "missing" for an extra that is not needed; "wrong" for what has to be mended.
        detail: Version, digest, or what is wrong and what to do.
    """

    name: str
    state: State
    detail: str


def doctor_command(
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Check the environment, the versions, the models' digests, and one analysis.

    Exit code 0: all is well. 1: something has to be mended; the table says what.
    """
    findings = list(examine())
    if as_json:
        rows = [
            {"name": each.name, "state": each.state, "detail": each.detail} for each in findings
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        table = Table("check", "state", "detail")
        for each in findings:
            table.add_row(each.name, each.state, each.detail)
        Console(markup=False, highlight=False).print(table)
    if any(each.state == "wrong" for each in findings):
        raise typer.Exit(SOME_FAILED)


def examine() -> Iterator[Finding]:
    """Yield the findings of all checks; a check that breaks is a finding too."""
    yield _python()
    yield from requirements()
    yield from models()
    yield _guarded("spaCy components", _components)
    yield _guarded("analysis", _analysis)


def _python() -> Finding:
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < PYTHON:
        return Finding("python", "wrong", f"{found}: install Python 3.11 or newer")
    return Finding("python", "ok", f"{found}, {sys.platform}, {sys.executable}")


def requirements() -> Iterator[Finding]:
    """Compare the installed versions with those that the package asks for."""
    for line in metadata.requires(PACKAGE) or []:
        wanted = Requirement(line)
        if wanted.marker is None:
            yield _requirement(wanted, None)
            continue
        # The extras a user may want; those of developers say nothing about an installation.
        for extra in ("html", "report", "ray", "spark"):
            if wanted.marker.evaluate({"extra": extra}):
                yield _requirement(wanted, extra)


def _requirement(wanted: Requirement, extra: str | None) -> Finding:
    name = wanted.name if extra is None else f"{wanted.name} [{extra}]"
    install = f"pip install '{PACKAGE}[{extra}]'" if extra else f"pip install --upgrade {PACKAGE}"
    try:
        found = metadata.version(wanted.name)
    except metadata.PackageNotFoundError:
        state: State = "missing" if extra else "wrong"
        return Finding(name, state, f"not installed: {install}")
    if not wanted.specifier.contains(found, prereleases=True):
        return Finding(name, "wrong", f"{found} is not {wanted.specifier}: {install}")
    return Finding(name, "ok", found)


def models() -> Iterator[Finding]:
    """Compare the trained artefacts with the digests that were written when they were packaged."""
    seen: set[str] = set()
    for root in roots():
        for path in sorted(root.glob(f"*/{MANIFEST}")):
            if path.parent.name not in seen:
                seen.add(path.parent.name)
                yield _guarded(path.parent.name, partial(_pipeline, path.parent))
        facts = root / "themes" / "themes.json"
        if facts.is_file() and "themes" not in seen:
            seen.add("themes")
            yield _guarded("themes", partial(_themes, facts))
    if not seen:
        yield Finding("models", "wrong", "no trained model is installed: install humas-nlp again")


def _pipeline(folder: Path) -> str:
    verify(folder)
    return f"sha256 of its manifest {digest(folder / MANIFEST)[:16]}…, all files as it says"


def _themes(facts: Path) -> str:
    found = digest(facts.with_suffix(".skops"))
    if json.loads(facts.read_text("utf-8"))["sha256"] != found:
        raise HumasError(f"{facts.with_suffix('.skops')} is damaged: install humas-nlp again")
    return f"sha256 {found[:16]}…, as packaged"


def _components() -> str:
    import spacy

    if FACTORY not in spacy.blank("id").factory_names:
        raise HumasError(f"spaCy does not know {FACTORY!r}: install humas-nlp again")
    return f"registered, spaCy {metadata.version('spacy')}"


def _analysis() -> str:
    import humas_nlp

    document = humas_nlp.analyze(TEXT)
    if not document.quotes:
        raise HumasError("no quote was found in a sentence that has one: install humas-nlp again")
    return f"{len(document.quotes)} quote, {len(document.people)} person"


def _guarded(name: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(name, "ok", check())
    except Exception as error:  # whatever is broken is what the caller wants to know
        return Finding(name, "wrong", f"{type(error).__name__}: {error}")
