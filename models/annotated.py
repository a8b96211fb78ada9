"""All annotated documents in one format, and folds of them by outlet.

What is fitted is judged on outlets that the fit has not seen: a fold holds whole outlets, and an
outlet's regional and topical sites ("medan.kompas.com") count as one with it.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from models.quotes.outlets import annotated

Row = dict[str, Any]
PARTS = ("train", "outlets")
# Second-level domains under which names are registered: "tribratanews.polri.go.id".
_SHARED_ENDINGS = ("go.id", "co.id", "ac.id", "or.id", "web.id", "sch.id", "my.id")


def documents(shared: Path, parts: Iterable[str] = PARTS) -> Iterator[Row]:
    """Yield annotated documents with their "outlet", never those of dev.

    Args:
        shared: Folder of the shared data.
        parts: "train" and "train_more" of the gold, "outlets" for `models/quotes/outlets.jsonl`.

    Raises:
        ValueError: A part is not one of these.
    """
    for part in parts:
        if part == "outlets":
            outlets = _outlets(shared / "data/corpus")
            for row in annotated(shared / "data/corpus"):
                yield {**row, "outlet": outlets[row["id"]]}
        elif part in ("train", "train_more"):
            lines = (shared / f"gold/{part}.jsonl").read_text("utf-8").splitlines()
            for row in map(json.loads, lines):
                yield {**row, "outlet": row["outlet"] or row["source"]}
        else:
            raise ValueError(f"There is no part {part!r}; dev is for smoke tests only.")


def _outlets(corpus: Path) -> dict[str, str]:
    found = {}
    for name in ("gov", "news"):
        with gzip.open(corpus / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                found[row["id"]] = row.get("outlet") or row.get("repo", "unknown")
    return found


def family(outlet: str) -> str:
    """Return the outlet that a site belongs to: "medan.kompas.com" to "kompas.com".

    Example:
        >>> family("medan.kompas.com"), family("tribratanews.polri.go.id"), family("ANTARA")
        ('kompas.com', 'polri.go.id', 'antara')
    """
    name = outlet.strip().lower()
    if " " in name or "." not in name:
        return name
    labels = name.split(".")
    kept = 3 if ".".join(labels[-2:]) in _SHARED_ENDINGS else 2
    return ".".join(labels[-kept:])


def folds(rows: Sequence[Row], number: int = 5) -> list[list[int]]:
    """Return the indices of each fold: whole outlets, folds of about equal size.

    Args:
        rows: Documents with an "outlet".
        number: How many folds.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        groups[family(row["outlet"])].append(index)
    found: list[list[int]] = [[] for _ in range(number)]
    for _, members in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        min(found, key=len).extend(members)
    return [sorted(fold) for fold in found]
