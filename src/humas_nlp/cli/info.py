"""`humas info`: versions, trained pipelines and models with their digests, lexicons."""

import json
import platform
import tomllib
from collections.abc import Iterator
from importlib import metadata
from importlib.resources import files
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from humas_nlp.artefacts import MANIFEST, digest, folder_of, is_bundled, roots, verify
from humas_nlp.errors import ModelNotFoundError
from humas_nlp.pipeline import TRAINED

PACKAGES = (
    *("humas-nlp", "spacy", "scikit-learn", "pandas", "pyarrow", "PySastrawi", "skops"),
    *("trafilatura", "altair", "ray", "pyspark"),
)
ARTEFACTS = "*.skops"
LEXICONS = (".txt", ".tsv", ".toml")


def info_command(
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:
    """Show versions, models and lexicons; name these when you report a problem."""
    facts = collect()
    if as_json:
        typer.echo(json.dumps(facts, ensure_ascii=False, indent=1))
        return
    console = Console()
    console.print(_table("Versions", ("package", "version"), facts["versions"].items()))
    pipelines = (
        (p["name"], p["version"], f"{p['bytes']:,}", p["problem"] or "all as in the manifest")
        for p in facts["pipelines"]
    )
    columns = ("name", "version", "bytes", "files")
    console.print(_table("Trained pipelines", columns, pipelines))
    models = ((m["file"], f"{m['bytes']:,}", m["sha256"]) for m in facts["models"])
    console.print(_table("Models", ("file", "bytes", "sha256"), models))
    lexicons = ((name, f"{size:,}") for name, size in facts["lexicons"].items())
    console.print(_table("Lexicons", ("file", "entries"), lexicons))


def collect() -> dict[str, Any]:
    """Return versions, pipelines, models and lexicons as plain data."""
    versions = {"python": platform.python_version()}
    versions |= {name: version(name) for name in PACKAGES}
    return {
        "versions": versions,
        "pipelines": [_pipeline(name) for name in TRAINED if is_bundled(name)],
        "models": list(_models()),
        "lexicons": _lexicons(),
    }


def version(package: str) -> str:
    """Return the installed version of a package, or "not installed"."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def _pipeline(name: str) -> dict[str, Any]:
    """Describe a bundled pipeline; the digest is that of its manifest, which holds all others."""
    folder = folder_of(name)
    problem = version = None
    try:
        verify(folder)
        version = json.loads((folder / MANIFEST).read_text(encoding="utf-8")).get("version")
    except ModelNotFoundError as error:
        problem = str(error)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return {
        "name": name,
        "version": version or "unknown",
        "bytes": size,
        "sha256": digest(folder / MANIFEST),
        "problem": problem,
    }


def _models() -> Iterator[dict[str, Any]]:
    for folder in roots():
        for path in sorted(folder.rglob(ARTEFACTS)):
            name = path.relative_to(folder).as_posix()
            yield {"file": name, "bytes": path.stat().st_size, "sha256": digest(path)}


def _lexicons() -> dict[str, int]:
    folder = files("humas_nlp") / "data"
    found = sorted(folder.iterdir(), key=lambda item: item.name)
    return {
        item.name: count_entries(item.name, item.read_text(encoding="utf-8"))
        for item in found
        if item.is_file() and item.name.endswith(LEXICONS)
    }


def count_entries(name: str, content: str) -> int:
    """Count the entries of a lexicon: lines without comments, or the values of a TOML file.

    Example:
        >>> count_entries("a.txt", "# head\\nujar\\nkata\\n")
        2
        >>> count_entries("a.toml", 'verbs = ["ujar", "kata"]')
        2
    """
    if name.endswith(".toml"):
        return sum(_leaves(value) for value in tomllib.loads(content).values())
    lines = (line.strip() for line in content.splitlines())
    return sum(bool(line) and not line.startswith("#") for line in lines)


def _leaves(value: object) -> int:
    # An array of tables is a list of entries, whatever each of them holds; a text over several
    # lines is a list of words.
    if isinstance(value, str) and "\n" in value:
        return len(value.split())
    if isinstance(value, list):
        return len(value)
    if isinstance(value, dict):
        return sum(_leaves(item) for item in value.values())
    return 1


def _table(title: str, columns: tuple[str, ...], rows: Any) -> Table:  # noqa: ANN401
    table = Table(title=title, title_justify="left")
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table
