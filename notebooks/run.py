"""Execute every notebook of this folder from top to bottom; fail on the first error.

    python notebooks/run.py              # all
    python notebooks/run.py 06-ray       # those whose names begin so

Nothing is written back: the notebooks are kept without their outputs. Each is paired with a script
of its name, which is easier to review; a pair whose cells differ is an error too. After a change of
one of them: python notebooks/pair.py
"""

import sys
import tempfile
import time
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

FOLDER = Path(__file__).parent
SECONDS_A_CELL = 300


def execute(path: Path) -> str | None:
    """Run one notebook in an empty folder; return the error, or None."""
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            notebook,
            timeout=SECONDS_A_CELL,
            kernel_name="python3",
            resources={"metadata": {"path": folder}},
        )
        try:
            client.execute()
        except CellExecutionError as error:
            return str(error)
    return None


def unpaired(path: Path) -> str | None:
    """Say what is wrong with the script of a notebook, or None."""
    script = path.with_suffix(".py")
    if not script.is_file():
        return f"there is no {script.name}"
    pairs = [
        [(cell.cell_type, cell.source) for cell in notebook.cells]
        for notebook in (nbformat.read(path, as_version=4), jupytext.read(script))
    ]
    return None if pairs[0] == pairs[1] else f"its cells are not those of {script.name}"


def main() -> int:
    """Run the notebooks that the arguments name, all without any; return the exit status."""
    wanted = tuple(sys.argv[1:]) or ("",)
    notebooks = sorted(path for path in FOLDER.glob("*.ipynb") if path.name.startswith(wanted))
    if not notebooks:
        print(f"no such notebook in {FOLDER}")
        return 1
    for path in notebooks:
        start = time.perf_counter()
        error = unpaired(path) or execute(path)
        if error:
            print(f"{path.name}: failed\n{error}")
            return 1
        print(f"{path.name}: {time.perf_counter() - start:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
