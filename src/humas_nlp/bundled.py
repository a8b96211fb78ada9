"""The bundled sample releases, written for the project."""

from importlib import resources


def samples() -> dict[str, str]:
    """Return the texts of the bundled releases and articles by id, in order."""
    folder = resources.files("humas_nlp.data") / "samples"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
    return {f.name.removesuffix(".txt"): f.read_text("utf-8") for f in files}
