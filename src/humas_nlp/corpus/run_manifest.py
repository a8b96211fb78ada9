"""The count of a run and its manifest."""

import hashlib
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from humas_nlp.corpus.run_folder import MANIFEST, NAMES, Receipt, RunFolder
from humas_nlp.errors import DataError

FORMAT = 1


@dataclass(slots=True)
class Summary:
    """What came of a run.

    Attributes:
        output: The folder.
        documents: Documents in its tables.
        failed: Documents and files that failed.
        resumed: Documents that an earlier run had finished.
        seconds: Of this run.
    """

    output: Path
    documents: int = 0
    failed: int = 0
    resumed: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Session:
    """One start of a run: what differs between the first one and a resumed one."""

    started: float
    engine: str
    workers: int
    shard_size: int
    reading: dict[str, Any]


class RunLog:
    """Keeps count and writes the manifest."""

    def __init__(self, folder: RunFolder, configuration: dict[str, Any], session: Session) -> None:
        """Keep the folder and what decides the run."""
        self.receipts: list[Receipt] = []
        self._folder, self._configuration, self._session = folder, configuration, session
        self._resumed = 0
        self._clock = time.perf_counter()
        self._before: list[dict[str, Any]] = []

    def look_back(self) -> None:
        """Take over the sessions of an earlier run.

        Raises:
            DataError: It had another configuration.
        """
        if not (self._folder.path / MANIFEST).exists():
            return
        manifest = self._folder.manifest()
        earlier = manifest.get("configuration", {})
        differing = sorted(
            name
            for name in {*earlier, *self._configuration}
            if earlier.get(name) != self._configuration.get(name)
        )
        if differing:
            raise DataError(
                f"The run in {self._folder.path} was made with another {', '.join(differing)}. "
                "Its tables and new ones would not agree: name another output, or give "
                "--overwrite."
            )
        self._before = list(manifest.get("sessions", []))

    def add(self, receipt: Receipt, *, is_new: bool) -> None:
        """Count a finished shard."""
        self.receipts.append(receipt)
        self._resumed += 0 if is_new else receipt["documents"]

    def summary(self) -> Summary:
        """Return the counts so far."""
        return Summary(
            self._folder.path,
            documents=sum(receipt["documents"] for receipt in self.receipts),
            failed=sum(receipt["failed"] for receipt in self.receipts),
            resumed=self._resumed,
            seconds=round(time.perf_counter() - self._clock, 3),
        )

    def write(self, status: str) -> None:
        """Write the manifest: "running", "interrupted" or "complete"."""
        summary = self.summary()
        inputs = hashlib.sha256("".join(r["input_sha256"] for r in self.receipts).encode())
        session = asdict(self._session) | {
            "documents": summary.documents - summary.resumed,
            "seconds": summary.seconds,
        }
        self._folder.write_manifest(
            {
                "format": FORMAT,
                "status": status,
                "configuration": self._configuration,
                "configuration_sha256": _digest(self._configuration),
                "input_sha256": inputs.hexdigest(),
                "documents": summary.documents,
                "failed": summary.failed,
                "rows": {
                    name: sum(r["files"][name]["rows"] for r in self.receipts) for name in NAMES
                },
                "seconds": sum(each["seconds"] for each in (*self._before, session)),
                "sessions": [*self._before, session],
                "shards": len(self.receipts),
            }
        )


def _digest(data: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
