"""Where trained artefacts lie, and whether they are what they were when they were packaged."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from humas_nlp.errors import ModelNotFoundError

MANIFEST = "manifest.json"


def roots() -> Iterator[Path]:
    """List the folders of trained artefacts: in the installed package, then in a checkout."""
    package = Path(str(resources.files("humas_nlp")))
    yield package / "models"
    checkout = package.parent.parent  # src layout
    if (checkout / "pyproject.toml").is_file():
        yield checkout / "models"


def places(name: str) -> Iterator[Path]:
    """List where an artefact may lie.

    Args:
        name: Path below the folder of the models.
    """
    return (root / name for root in roots())


def is_bundled(name: str) -> bool:
    """Say whether a bundled artefact is installed."""
    return any((place / MANIFEST).is_file() for place in places(name))


def folder_of(name: str) -> Path:
    """Return the folder of a bundled artefact.

    Raises:
        ModelNotFoundError: It is not installed.
    """
    for place in places(name):
        if (place / MANIFEST).is_file():
            return place
    raise ModelNotFoundError(
        f"The bundled model {name} is in none of {', '.join(map(str, places(name)))}. "
        "Install humas-nlp again."
    )


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a folder but its manifest, by relative path."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    return {
        name: digest(path) for name, path in files.items() if path.is_file() and name != MANIFEST
    }


def write_manifest(folder: Path, facts: Mapping[str, Any]) -> None:
    """Write the manifest of a folder: its digests and what else is known of it."""
    manifest = {**facts, "sha256": digests(folder)}
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def verify(folder: Path, remedy: str = "Install humas-nlp again.") -> None:
    """Compare a folder with its manifest.

    Args:
        folder: The folder.
        remedy: What the reader of the message is to do.

    Raises:
        ModelNotFoundError: A file is missing, was changed or was added; the message names it.
    """
    path = folder / MANIFEST
    try:
        wanted = json.loads(path.read_text(encoding="utf-8"))["sha256"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelNotFoundError(
            f"The manifest {path} is missing or unreadable ({error!r}). {remedy}"
        ) from error
    found = digests(folder)
    changed = sorted(name for name in {*wanted, *found} if wanted.get(name) != found.get(name))
    if changed:
        raise ModelNotFoundError(
            f"{folder} is not the model that its manifest describes: {', '.join(changed)} is "
            f"missing, damaged or was replaced. {remedy}"
        )
