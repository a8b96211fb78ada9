"""Bring notebooks and their scripts together: the newer of a pair decides.

python notebooks/pair.py
"""

from pathlib import Path

import jupytext
import nbformat

FOLDER = Path(__file__).parent
TOOLS = {"run.py", "pair.py"}


def write_notebook(script: Path) -> None:
    """Write the notebook of a script, without outputs, its cells numbered."""
    notebook = jupytext.read(script)
    for number, cell in enumerate(notebook.cells, 1):
        cell["id"] = f"cell-{number:02}"
        cell["metadata"] = {}
    notebook["metadata"] = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    notebook["nbformat"], notebook["nbformat_minor"] = 4, 5
    nbformat.write(notebook, script.with_suffix(".ipynb"))


def write_script(notebook: Path) -> None:
    """Write the script of a notebook."""
    text = jupytext.writes(nbformat.read(notebook, as_version=4), fmt="py:percent")
    # The header that jupytext writes holds the version of whoever wrote it.
    body = text[text.index("# %%") :] if text.startswith("# ---") else text
    notebook.with_suffix(".py").write_text(body, encoding="utf-8")


def main() -> None:
    """Write what is missing or older than its pair."""
    names = {path.stem for path in FOLDER.glob("*.ipynb")}
    names |= {path.stem for path in FOLDER.glob("*.py") if path.name not in TOOLS}
    for name in sorted(names):
        notebook, script = FOLDER / f"{name}.ipynb", FOLDER / f"{name}.py"
        times = [path.stat().st_mtime if path.exists() else 0.0 for path in (notebook, script)]
        if times[1] > times[0]:
            write_notebook(script)
        elif times[0] > times[1]:
            write_script(notebook)


if __name__ == "__main__":
    main()
