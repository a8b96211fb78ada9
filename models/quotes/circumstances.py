"""Measure addressee, medium, venue, date and stance of quotes against annotations kept as offsets.

    humas analyze ../shared/gold/train.jsonl --format jsonl -o train.jsonl
    python -m models.quotes.circumstances ../shared/gold/train.jsonl train.jsonl

`circumstances.jsonl` marks 160 quotes of the training releases by code points, so that the
repository holds no text of theirs. Set "random": 100 of them, one a document, drawn with the seed
20261124. Set "told": 60 others of the same documents, drawn with the seed 20261125 from those with
a date, a place in capitals or a word such as *saat* or *kepada* beside them, since most quotes say
nothing. A language model labelled both by reading before the rules ran on these documents, and
completed five labels afterwards whose paragraphs it had read in part; no human has checked them.
"where" tells whether the sentence of the cue says it or another one of the
same paragraph.

A quote counts as found if half its content overlaps a quote of the output. Words are right if they
overlap the labelled ones; "exact" counts only equal ranges. Quotes that are not found count against
recall.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Row = dict[str, Any]
SPANS = ("addressee", "venue", "date")


def labels() -> list[Row]:
    """Return the annotations."""
    lines = (HERE / "circumstances.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read(path: Path) -> dict[str, Row]:
    """Return the objects of a JSONL file by id."""
    with path.open(encoding="utf-8") as lines:  # not splitlines(): texts hold U+2028
        return {row["id"]: row for row in map(json.loads, lines)}


def found(label: Row, document: Row) -> Row | None:
    """Return the quote of the output that shares most with a labelled one, at least half of it."""

    def shared(quote: Row) -> int:
        return int(min(quote["end"], label["end"]) - max(quote["start"], label["start"]))

    best = max(document["quotes"], key=shared, default=None)
    enough = best is not None and 2 * shared(best) >= label["end"] - label["start"]
    return best if enough else None


def meets(label: Row, quote: Row, field: str, *, exact: bool = False) -> bool:
    """Say whether a field of the output is what was labelled; both are there."""
    if field == "medium":
        return bool(quote[field] == label[field])
    if field == "value":
        return bool(quote["date"]["value"] == label["value"])
    start, end = label[field]
    span = quote[field]
    if exact:
        return bool((span["start"], span["end"]) == (start, end))
    return bool(span["start"] < end and start < span["end"])


def told(quote: Row | None, field: str) -> bool:
    """Say whether the output has a field."""
    if quote is None:
        return False
    if field == "value":
        return bool(quote["date"] and quote["date"]["value"])
    return quote[field] is not None


def report(name: str, pairs: list[tuple[Row, Row | None]]) -> None:
    """Print the figures of one set."""
    print(f"{name}: {len(pairs)} quotes, {sum(q is not None for _, q in pairs)} found")
    for field in ("addressee", "medium", "venue", "date", "value"):
        wanted = [(a, q) for a, q in pairs if a[field] is not None]
        given = [(a, q) for a, q in pairs if q is not None and told(q, field)]
        both = [(a, q) for a, q in given if a[field] is not None and q is not None]
        right = [(a, q) for a, q in both if meets(a, q, field)]
        here = [(a, q) for a, q in wanted if a["where"] == "sentence"]
        near = sum(a["where"] == "sentence" for a, _ in right)
        line = f"  {field:10} precision {share(len(right), len(given))}"
        line += f"  recall {share(len(right), len(wanted))}"
        line += f"  in the cue's sentence {share(near, len(here))}"
        if field in SPANS:
            exact = sum(meets(a, q, field, exact=True) for a, q in both)
            line += f"  exact {exact}"
        print(line)
    report_stances(pairs)


def report_stances(pairs: list[tuple[Row, Row | None]]) -> None:
    """Print how often the stance is right, over all and over those that are not neutral."""
    cued = [(a["stance"], q["cue"]["stance"]) for a, q in pairs if a["stance"] and q and q["cue"]]

    def right(pairs: list[tuple[str, str]]) -> int:
        return sum(a == b for a, b in pairs)

    marked = [row for row in cued if row[0] != "neutral"]
    given = [row for row in cued if row[1] != "neutral"]
    print(f"  stance     accuracy {share(right(cued), len(cued))}", end="")
    print(f"  not neutral: precision {share(right(given), len(given))}", end="")
    print(f"  recall {share(right(marked), len(marked))}")


def share(part: int, whole: int) -> str:
    """Return a share with its counts."""
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "- (0/0)"


def main() -> None:
    """Compare and print."""
    gold, output = read(Path(sys.argv[1])), read(Path(sys.argv[2]))
    rows = labels()
    for row in rows:
        text = gold[row["id"]]["text"]
        if hashlib.sha256(text.encode()).hexdigest()[:12] != row["digest"]:
            raise SystemExit(f"Document {row['id']} has another text than the one annotated.")
    for name in ("random", "told"):
        report(name, [(r, found(r, output[r["id"]])) for r in rows if r["set"] == name])


if __name__ == "__main__":
    main()
