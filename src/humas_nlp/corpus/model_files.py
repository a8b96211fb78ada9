"""Model folders are checked before they are loaded: no code in them, every file as it was.

A spaCy pipeline on disk is data: JSON, TOML-like configs, msgpack and arrays. Loading runs only
components that installed packages register. A file that Python would run, or a pickle, has no
business there and is refused; so is a file that differs from the folder's manifest, which
`humas_nlp.artefacts.write_manifest` writes.
"""

import hashlib
from pathlib import Path

from humas_nlp.artefacts import MANIFEST, digest, verify
from humas_nlp.errors import ModelNotFoundError

CODE = frozenset(
    ".py .pyc .pyd .so .dll .dylib .sh .exe .pkl .pickle .joblib .dill .pt .pth .ckpt .mar".split()
)
# A pickle of protocol 2 to 5 begins so, whatever its file is called.
PICKLE = tuple(bytes([0x80, protocol]) for protocol in (2, 3, 4, 5))


def check_model_folder(folder: Path) -> None:
    """See that a pipeline's folder holds data only, and the very files it was saved with.

    Raises:
        ModelNotFoundError: The folder is no pipeline, holds code or pickles, a link that leads
            out of it, or a file that its manifest, where it has one, does not describe.
    """
    if not (folder / "config.cfg").is_file():
        raise ModelNotFoundError(
            f"There is no spaCy pipeline at {folder}: it has no config.cfg. Name a folder that "
            "was written by nlp.to_disk, or one of the names of humas_nlp.load."
        )
    root = folder.resolve()
    for path in sorted(folder.rglob("*")):
        if not path.resolve().is_relative_to(root):
            raise ModelNotFoundError(f"{path} leads out of the model's folder; it is not loaded.")
        if path.is_file() and _is_code(path):
            raise ModelNotFoundError(
                f"{path} is code or a pickle, which could run anything; the model is not loaded. "
                "Save it again with nlp.to_disk, which writes data only."
            )
    if (folder / MANIFEST).is_file():
        verify(folder, "Copy the whole folder again.")


def _is_code(path: Path) -> bool:
    if path.suffix.lower() in CODE:
        return True
    with path.open("rb") as stream:
        return stream.read(2).startswith(PICKLE)


def folder_digest(*folders: Path) -> str:
    """Return one digest of all files of some folders; compiled and hidden files do not count."""
    whole = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            hidden = any(p.startswith(".") or p == "__pycache__" for p in inside.parts)
            if path.is_file() and not hidden:
                whole.update(f"{inside.as_posix()} {digest(path)}\n".encode())
    return whole.hexdigest()
