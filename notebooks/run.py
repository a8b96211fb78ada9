"""Execute every notebook of this folder from top to bottom; fail on the first error.

    python notebooks/run.py

Nothing is written back: the notebooks are kept without their outputs.
"""

import sys
import tempfile
import time
from pathlib import Path

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


def main() -> int:
    """Run all notebooks; return the exit status."""
    notebooks = sorted(FOLDER.glob("*.ipynb"))
    if not notebooks:
        print(f"no notebook in {FOLDER}")
        return 1
    for path in notebooks:
        start = time.perf_counter()
        error = execute(path)
        if error:
            print(f"{path.name}: failed\n{error}")
            return 1
        print(f"{path.name}: {time.perf_counter() - start:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
