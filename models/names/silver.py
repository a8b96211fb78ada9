"""Names that the rules of version 0.1 found in texts of the corpora, as offsets with digests.

    git worktree add ../rules 9e6bfc4
    PYTHONPATH=../rules/src:. python models/names/silver.py --shared ../shared

The rules of version 0.1 are no part of the library any more; the commit above has them, and this
script runs against it. Releases and articles are drawn by a
hash of their ids, annotated documents left out. Writes `models/names/silver.jsonl`, from which the
chain of `python -m models.names.fit` learns beside what annotators said.
"""

import argparse
import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

from models.annotated import documents

import humas_nlp
from humas_nlp.people.finder import find_people
from humas_nlp.release.component import release_of

OUT = Path("models/names/silver.jsonl")
TEXTS = {"gov": 450, "news": 650}
SHORTEST, LONGEST = 300, 6000  # code points
Row = dict[str, Any]


def drawn(shared: Path, name: str, known: set[str]) -> list[Row]:
    """Return the texts of a corpus that are read, in an order that depends on nothing but ids."""
    with gzip.open(shared / f"data/corpus/{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [
            row
            for row in map(json.loads, lines)
            if not row.get("note")
            and row["id"] not in known
            and SHORTEST < len(row["text"]) < LONGEST
        ]
    rows.sort(key=lambda row: hashlib.md5(f"names{row['id']}".encode()).hexdigest())
    return rows[: TEXTS[name]]


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    args = parser.parse_args()
    known = {row["id"] for row in documents(args.shared)}
    nlp = humas_nlp.load()
    keep = nlp.pipe_names[: nlp.pipe_names.index("humas_people")]
    with OUT.open("w", encoding="utf-8") as out, nlp.select_pipes(enable=keep):
        for name in TEXTS:
            for row in drawn(args.shared, name, known):
                text = row["text"]
                doc = nlp(text)
                labels = [(e.start_char, e.end_char, e.label_) for e in doc.ents]
                reading = find_people(text, release_of(doc).paragraphs(), labels)
                found = {
                    "id": row["id"],
                    "digest": hashlib.sha256(text.encode()).hexdigest()[:16],
                    "names": [[m.start, m.end] for m in reading.mentions],
                }
                out.write(json.dumps(found, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
