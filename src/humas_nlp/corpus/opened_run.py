"""Open the folder of a run: `humas_nlp.read_run`."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from humas_nlp.corpus.run_folder import NAMES, RunFolder
from humas_nlp.errors import DataError

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


class Run:
    """The tables of a run, each read when it is first asked for.

    Only finished shards are read, so that a run that goes on, or was stopped, can be looked at.

    Args:
        path: The folder that was given to `run` or ``humas analyze -o``.

    Raises:
        DataError: The folder holds no run.
    """

    def __init__(self, path: str | Path) -> None:
        """Read the manifest."""
        self._folder = RunFolder(Path(path))
        self.path = self._folder.path
        self.manifest: Mapping[str, Any] = self._folder.manifest()

    @property
    def complete(self) -> bool:
        """Whether the run came to its end."""
        return self.manifest.get("status") == "complete"

    def arrow(self, name: str) -> "pa.Table":
        """Return a table as Arrow; ``name`` is documents, people, quotes, entities or themes.

        Raises:
            DataError: There is no such table, or a shard is missing or damaged.
        """
        import pyarrow as pa
        import pyarrow.parquet as pq

        from humas_nlp.corpus.tasks import arrow_tables

        if name not in NAMES:
            raise DataError(f"There is no table {name!r}. Tables: {', '.join(NAMES)}.")
        paths = [self._folder.table(name, number) for number in self._numbers]
        try:
            shards = [pq.read_table(path, partitioning=None) for path in paths]
            whole = pa.concat_tables(shards or [arrow_tables([])[name]])
        except (OSError, pa.ArrowException) as error:
            raise DataError(
                f"The table {name!r} in {self.path} cannot be read: {error}. "
                "Mend it with humas analyze … --resume."
            ) from error
        return whole.unify_dictionaries()

    def frame(self, name: str) -> "pd.DataFrame":
        """Return a table as a pandas frame, with the types of `humas_nlp.to_frames`."""
        from humas_nlp.corpus.tables import typed

        return typed(name, self.arrow(name).to_pandas())

    @cached_property
    def documents(self) -> "pd.DataFrame":
        """One row a document."""
        return self.frame("documents")

    @cached_property
    def people(self) -> "pd.DataFrame":
        """One row a person of a document."""
        return self.frame("people")

    @cached_property
    def quotes(self) -> "pd.DataFrame":
        """One row a quote."""
        return self.frame("quotes")

    @cached_property
    def entities(self) -> "pd.DataFrame":
        """One row an entity."""
        return self.frame("entities")

    @cached_property
    def themes(self) -> "pd.DataFrame":
        """One row a theme of a document."""
        return self.frame("themes")

    @cached_property
    def errors(self) -> "pd.DataFrame":
        """One row a document or file that failed: id, source, line, reason."""
        import pandas as pd

        rows = [row for number in self._numbers for row in self._folder.errors_of(number)]
        frame = pd.DataFrame(rows, columns=["id", "source", "line", "reason"])
        types = {"id": "string", "source": "string", "line": "Int64", "reason": "string"}
        return frame.astype(types)

    @cached_property
    def _numbers(self) -> list[int]:
        return sorted(self._folder.receipts())

    def __repr__(self) -> str:
        """Show path, status and counts."""
        status, rows = self.manifest.get("status"), self.manifest.get("rows")
        return f"Run({str(self.path)!r}, {status}, rows={rows})"


def read_run(path: str | Path) -> Run:
    """Open the tables of a run.

    Args:
        path: The folder that was given to `humas_nlp.corpus.run` or ``humas analyze -o``.

    Raises:
        DataError: The folder holds no run.
    """
    return Run(path)
