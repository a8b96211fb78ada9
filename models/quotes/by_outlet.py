"""Measure gold train outlet by outlet, what was learned from an outlet left out.

    python -m models.quotes.by_outlet --shared ../shared

The rules are written by hand, with gold train in view: no fold of it is unseen by them, and the
figures of `outlets.py` say what to expect elsewhere. What is counted - the confidences - comes
from all other outlets here. Outlets of fewer than five documents are taken together. Printed for
each: documents, quotes, F1 end to end, its direct and indirect part, attribution, F1 of people,
calibration error; then the means over outlets, the least, and the calibration of all together.
"""

import argparse
from collections import defaultdict
from math import nan
from pathlib import Path
from statistics import mean
from typing import Any

from models.quotes.calibrate import Outcome, calibration_error, of_document, surest, table

from humas_nlp import analyze_many
from humas_nlp.evaluation.scorer import read_objects, score
from humas_nlp.quotes.confidence import UNSEEN, family

FEWEST = 5  # documents of an outlet on a line of its own
Pair = tuple[dict[str, Any], dict[str, Any]]  # gold and found


def by_outlet(pairs: list[Pair]) -> dict[str, list[Pair]]:
    """Return the documents of each outlet, the small ones together."""
    groups: dict[str, list[Pair]] = defaultdict(list)
    for gold, found in pairs:
        groups[gold["outlet"] or "none"].append((gold, found))
    parts: dict[str, list[Pair]] = defaultdict(list)
    for name, members in groups.items():
        parts[name if len(members) >= FEWEST else "others"].extend(members)
    return dict(sorted(parts.items(), key=lambda part: -len(part[1])))


def outcomes_of(pairs: list[Pair]) -> list[Outcome]:
    """Return the outcome of every quote found."""
    return [row for gold, found in pairs for row in of_document(gold, found)]


def left_out(held: list[Pair], rest: list[Pair]) -> list[Outcome]:
    """Return the outcomes on some documents with the confidences of the others."""
    shares = table(outcomes_of(rest))
    return [
        row._replace(confidence=shares.get(family(row.rule), {}).get(row.source, UNSEEN))
        for row in outcomes_of(held)
    ]


def line(pairs: list[Pair], rows: list[Outcome]) -> list[float]:
    """Return the figures of a part, given its outcomes with the confidences of the others."""
    gold, found = [g for g, _ in pairs], [f for _, f in pairs]
    measures = score(gold, found).measures
    names = ("end_to_end_all", "end_to_end_direct", "end_to_end_indirect")
    return [
        *(measures[name]["f1"] if measures[name]["gold"] else nan for name in names),
        measures["attribution_all"],
        measures["people"]["f1"],
        calibration_error(rows),
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    args = parser.parse_args()
    gold = list(read_objects(args.shared / "gold/train.jsonl"))
    ids = [g["id"] for g in gold]
    found = [d.to_dict() for d in analyze_many([g["text"] for g in gold], ids=ids)]
    parts = by_outlet(list(zip(gold, found, strict=True)))
    print(f"{'outlet':44}  docs quotes    all direct indir. attrib. people   ECE")
    figures, everything = [], []
    for name, members in parts.items():
        rest = [pair for other, part in parts.items() if other != name for pair in part]
        rows = left_out(members, rest)
        everything += rows
        figures.append(line(members, rows))
        size = sum(len(g["quotes"]) for g, _ in members)
        row = " ".join(f"{value:6.3f}" for value in figures[-1])
        print(f"{name[:44]:44} {len(members):5} {size:6} {row}")
    columns = list(zip(*figures, strict=True))
    for name, summary in (("mean over outlets", mean), ("least", min)):
        row = " ".join(f"{summary(v for v in column if v == v):6.3f}" for column in columns)
        print(f"{name:44} {'':12} {row}")
    error, sure = calibration_error(everything), surest(everything)
    print(f"all outlets together: ECE {error:.3f}, of the surest four fifths {sure:.3f} right")


if __name__ == "__main__":
    main()
