"""The folder of a run: Parquet tables by shard, what failed, and a manifest.

    hasil/
      documents.parquet/shard-000000.parquet …   and people, quotes, entities, themes likewise
      errors.jsonl       documents and files that failed, each with its reason
      manifest.json      configuration, versions, hashes, counts, seconds
      _shards/000000.json …                      one receipt for each finished shard

A shard's files are written under temporary names, brought to the disk and renamed; its receipt
comes last. A shard without a receipt, or whose files are not those of the receipt, does not count.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from humas_nlp.artefacts import digest
from humas_nlp.corpus.records import Failure
from humas_nlp.corpus.replacing import replacing
from humas_nlp.errors import DataError

if TYPE_CHECKING:
    import pyarrow as pa

NAMES = ("documents", "people", "quotes", "entities", "themes")
MANIFEST = "manifest.json"
ERRORS = "errors.jsonl"
RECEIPTS = "_shards"
OURS = re.compile(r"\.?(?:shard-)?[0-9]{6,12}\.(?:parquet|json)(?:\.[0-9]{1,12}\.part)?")
Receipt = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RunFolder:
    """Paths and files of one run.

    Attributes:
        path: The folder; it need not be there yet.
    """

    path: Path

    def table(self, name: str, number: int) -> Path:
        """Return where a table's shard lies."""
        return self.path / f"{name}.parquet" / f"shard-{number:06d}.parquet"

    def receipt_path(self, number: int) -> Path:
        """Return where a shard's receipt lies."""
        return self.path / RECEIPTS / f"{number:06d}.json"

    def make(self) -> None:
        """Make the folders.

        Raises:
            DataError: They cannot be made.
        """
        with _place(self.path):
            for folder in self._folders():
                folder.mkdir(parents=True, exist_ok=True)

    def write_shard(
        self, number: int, tables: "Mapping[str, pa.Table]", receipt: Mapping[str, Any]
    ) -> Receipt:
        """Write a shard; after that it is finished, whatever happens.

        Args:
            number: Of the shard.
            tables: All five tables.
            receipt: What to note besides the files' hashes.

        Returns:
            The receipt without its errors.

        Raises:
            DataError: The folder cannot be written.
        """
        import pyarrow.parquet as pq

        files = {}
        with _place(self.path):
            for name in NAMES:
                path = self.table(name, number)
                with replacing(path) as part:
                    pq.write_table(tables[name], part, compression="zstd")
                    files[name] = {"rows": tables[name].num_rows, **_fingerprint(part)}
            whole = {"number": number, **receipt, "files": files}
            write_json(self.receipt_path(number), whole)
        return {key: value for key, value in whole.items() if key != "errors"}

    def receipts(self) -> dict[int, Receipt]:
        """Return the receipts that are there, by number, without their errors."""
        found = {}
        folder = self.path / RECEIPTS
        for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
            with suppress(OSError, ValueError, KeyError, TypeError):
                receipt = json.loads(path.read_text(encoding="utf-8"))
                if path == self.receipt_path(receipt["number"]):
                    # A corpus may have more bad rows than fit in memory: `errors` reads them.
                    found[receipt["number"]] = {k: v for k, v in receipt.items() if k != "errors"}
        return found

    def is_whole(self, receipt: Receipt) -> bool:
        """Tell whether all files of a shard are there, byte for byte."""
        try:
            return all(
                _fingerprint(self.table(name, receipt["number"]))
                == {key: receipt["files"][name][key] for key in ("bytes", "sha256")}
                for name in NAMES
            )
        except (OSError, KeyError, TypeError):
            return False

    def clear(self, keep: int = 0) -> None:
        """Remove the shards from number `keep` on, and temporary files; nothing that is not ours.

        Raises:
            DataError: A file cannot be removed.
        """
        with _place(self.path):
            for folder in self._folders():
                if folder.is_file() and not keep:  # a table of an older version, in one file
                    folder.unlink()
                for path in list(folder.iterdir()) if folder.is_dir() else ():
                    if OURS.fullmatch(path.name) and (
                        path.name.endswith(".part") or _number(path.name) >= keep
                    ):
                        path.unlink(missing_ok=True)
            for name in (MANIFEST, ERRORS):
                for part in self.path.glob(f".{name}.*.part"):
                    part.unlink(missing_ok=True)
                if not keep:
                    (self.path / name).unlink(missing_ok=True)

    def manifest(self) -> dict[str, Any]:
        """Return the manifest.

        Raises:
            DataError: There is none, or it cannot be read.
        """
        path = self.path / MANIFEST
        try:
            manifest = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise DataError(
                f"{self.path} holds no run: there is no {MANIFEST}. Name the folder that was "
                "given to humas analyze -o."
            ) from error
        except (OSError, ValueError) as error:
            raise DataError(f"{path} cannot be read: {error}.") from error
        if not isinstance(manifest, dict):
            raise DataError(f"{path} is no JSON object. Run again with --overwrite.")
        return manifest

    def write_manifest(self, manifest: Mapping[str, Any]) -> None:
        """Write or replace the manifest."""
        with _place(self.path):
            write_json(self.path / MANIFEST, manifest)

    def errors_of(self, number: int) -> list[dict[str, Any]]:
        """Return what failed in a finished shard."""
        found = json.loads(self.receipt_path(number).read_text(encoding="utf-8"))["errors"]
        assert isinstance(found, list)
        return found

    def write_errors(self) -> None:
        """Write ``errors.jsonl``."""
        with (
            _place(self.path),
            replacing(self.path / ERRORS) as part,
            part.open("w", encoding="utf-8", errors="replace", newline="\n") as stream,
        ):
            for number in sorted(self.receipts()):
                for row in self.errors_of(number):
                    stream.write(json.dumps(row, ensure_ascii=False) + "\n")

    def _folders(self) -> list[Path]:
        return [*(self.path / f"{name}.parquet" for name in NAMES), self.path / RECEIPTS]


def _number(name: str) -> int:
    return int("".join(c for c in name.split(".")[0] if c.isdigit()) or 0)


def error_row(failure: Failure) -> dict[str, Any]:
    """Return a failure as a line of ``errors.jsonl``."""
    return {
        "id": failure.id,
        "source": failure.source,
        "line": failure.line,
        "reason": failure.message,
    }


def failure_of(row: Mapping[str, Any]) -> Failure:
    """Return the failure that a line of ``errors.jsonl`` tells."""
    return Failure(row["source"], row["line"], row["id"], row["reason"])


def write_json(path: Path, data: Mapping[str, Any]) -> None:
    """Write JSON under a temporary name, then rename it."""
    with replacing(path) as part:
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        part.write_text(text, encoding="utf-8", errors="replace")


def _fingerprint(path: Path) -> dict[str, Any]:
    return {"bytes": path.stat().st_size, "sha256": digest(path)}


@contextmanager
def _place(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DataError(f"Cannot write {folder}: {error.strerror or error}.") from error
