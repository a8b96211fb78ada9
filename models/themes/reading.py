"""The documents of the corpus that were labelled by reading; the file holds ids and codes only."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LABELS = Path(__file__).with_name("labels.tsv")
Row = dict[str, Any]


def read_labels(path: Path = LABELS) -> dict[str, list[str]]:
    """Return the codes of each labelled document by its id.

    Raises:
        ValueError: A line is not an id, a tab, and codes, or an id stands there twice.
    """
    found: dict[str, list[str]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        key, tab, codes = line.partition("\t")
        if not tab or not codes.split() or key in found:
            raise ValueError(f"{path.name}, line {number}: not a new id, a tab, and codes: {line}")
        found[key] = codes.split()
    return found


def labelled_rows(shared: Path) -> list[Row]:
    """Return the labelled corpus documents in the form of the training rows.

    Args:
        shared: Folder with `data/corpus`.

    Raises:
        ValueError: A labelled id is not in the corpus.
    """
    labels = read_labels()
    rows = [
        {
            "id": text["id"],
            "source": text["repo"],
            "title": text.get("title"),
            "text": text["text"],
            "themes": labels[text["id"]],
        }
        for name in ("gov", "news")
        for text in corpus_documents(shared / "data" / "corpus" / f"{name}.jsonl.gz")
        if text["id"] in labels
    ]
    missing = labels.keys() - {row["id"] for row in rows}
    if missing:
        raise ValueError(f"The corpus lacks labelled documents: {', '.join(sorted(missing)[:5])} …")
    return rows


def corpus_documents(path: Path) -> Iterator[Row]:
    """Yield the objects of a corpus file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
