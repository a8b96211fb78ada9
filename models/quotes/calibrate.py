"""Measure how often each rule is right and write the confidences of the quotes room.

    python -m models.quotes.calibrate --shared ../shared

For every rule and way of finding the speaker, the share of the quotes that match an annotated
quote (words overlap by half or more, one to one) and have its speaker, pulled towards the share of
the source's kind where the rule is rare. The rules were written with the texts of gold train in
view and do better there than elsewhere, so the annotated texts of other outlets
(`outlets.jsonl`) weigh more. Writes `src/humas_nlp/data/quotes_confidence.toml` and prints the
expected calibration error, five bins of equal mass, on train, on dev and on each set of other
outlets with the shares of all other texts.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from models.quotes.outlets import annotated

from humas_nlp import analyze_many
from humas_nlp.document import Speaker
from humas_nlp.evaluation.matching import match_quotes
from humas_nlp.evaluation.names import same_speaker
from humas_nlp.evaluation.scorer import read_objects
from humas_nlp.quotes import confidence
from humas_nlp.quotes.candidates.constructions import construction_of
from humas_nlp.quotes.confidence import UNSEEN, family, kind_of_source

PULL = 8.0  # quotes that the share of the kind of source counts for
OUTLETS = 4  # times that a quote of another outlet counts
SETS = "abcdefgh"
DATA = Path("src/humas_nlp/data")


class Outcome(NamedTuple):
    """A quote that was found: its rule, the kind of its source, its confidence, whether right."""

    rule: str
    source: str
    confidence: float
    right: bool


def outcomes(documents: Iterable[dict[str, Any]]) -> list[Outcome]:
    """Return the outcome of every quote found in gold documents."""
    rows: list[Outcome] = []
    gold = list(documents)
    for wanted, document in zip(gold, analyze_many([d["text"] for d in gold]), strict=True):
        rows.extend(of_document(wanted, document.to_dict()))
    return rows


def of_document(gold: dict[str, Any], found: dict[str, Any]) -> Iterator[Outcome]:
    """Yield the outcome of every quote found in a gold document."""
    quotes = found["quotes"]
    pairs = {m.predicted: m.gold for m in match_quotes(gold["text"], gold["quotes"], quotes)}
    for n, quote in enumerate(quotes):
        wanted = gold["quotes"][pairs[n]]["speaker"] if n in pairs else None
        right = n in pairs and (
            same_speaker(gold, wanted, quote["speaker"]) if wanted else quote["speaker"] is None
        )
        speaker = Speaker.from_dict(quote["speaker"]) if quote["speaker"] else None
        source = kind_of_source(quote["rule"], speaker)
        yield Outcome(quote["rule"], source, quote["confidence"], right)


def table(rows: list[Outcome]) -> dict[str, dict[str, float]]:
    """Return the confidence of every family and kind of source."""
    total: dict[str, list[bool]] = defaultdict(list)
    single: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for row in rows:
        total[row.source].append(row.right)
        single[family(row.rule), row.source].append(row.right)
    overall = sum(row.right for row in rows) / len(rows)
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (head, source), values in sorted(single.items()):
        prior = (sum(total[source]) + PULL * overall) / (len(total[source]) + PULL)
        share = (sum(values) + PULL * prior) / (len(values) + PULL)
        found[head][source] = round(share, 3)
    return found


def calibration_error(rows: list[Outcome], bins: int = 5) -> float:
    """Return the expected calibration error over bins of equal mass."""
    ordered = sorted((row.confidence, row.right) for row in rows)
    error = 0.0
    for n in range(bins):
        part = ordered[n * len(ordered) // bins : (n + 1) * len(ordered) // bins]
        if part:
            gap = sum(c for c, _ in part) - sum(r for _, r in part)
            error += abs(gap) / len(ordered)
    return error


def surest(rows: list[Outcome], part: float = 0.8) -> float:
    """Return how many of the surest part of the quotes are right."""
    ordered = sorted(rows, key=lambda row: -row.confidence)[: round(part * len(rows))]
    return sum(row.right for row in ordered) / len(ordered)


def left_out(train: list[Outcome], sets: dict[str, list[Outcome]]) -> list[Outcome]:
    """Return the outcomes on sets of outlets, each with the shares of all other texts."""
    rows: list[Outcome] = []
    for name, held in sets.items():
        rest = [row for other, part in sets.items() if other != name for row in part]
        shares = table(train + rest * OUTLETS)
        for row in held:
            chance = shares.get(family(row.rule), {}).get(row.source, UNSEEN)
            rows.append(row._replace(confidence=chance))
    return rows


def write(shares: dict[str, dict[str, float]], target: Path) -> None:
    """Write the file of confidences."""
    lines = [
        "# How often a rule is right, by the way its source is named: measured on annotated texts",
        "# by models/quotes/calibrate.py, which writes this file.",
    ]
    for head, values in shares.items():
        lines += ["", f'["{head}"]', *(f'"{k}" = {v}' for k, v in sorted(values.items()))]
    target.write_text("\n".join(lines) + "\n", "utf-8")


def write_counts(rows: list[Outcome], target: Path) -> None:
    """Write how often each rule found a quote, and a right one."""
    found, right = Counter(), Counter()
    for row in rows:
        found[construction_of(row.rule)] += 1
        right[construction_of(row.rule)] += row.right
    lines = [
        "# Rule, quotes found, quotes right with their speaker, in gold train and texts of other",
        "# outlets; written by models/quotes/calibrate.py.",
        *(f"{rule}\t{found[rule]}\t{right[rule]}" for rule in sorted(found)),
    ]
    target.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Write the file and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--evaluate", action="store_true", help="print the figures only")
    args = parser.parse_args()
    train = outcomes(read_objects(args.shared / "gold/train.jsonl"))
    sets = {s: outcomes(annotated(args.shared / "data/corpus", s)) for s in SETS}
    if not args.evaluate:
        others = [row for part in sets.values() for row in part]
        write(table(train + others * OUTLETS), DATA / "quotes_confidence.toml")
        write_counts(train + others, DATA / "quotes_rules.tsv")
        confidence.table.cache_clear()
    for name in ("train", "dev"):
        rows = outcomes(read_objects(args.shared / f"gold/{name}.jsonl"))
        right = sum(row.right for row in rows) / len(rows)
        print(
            f"{name}: {len(rows)} quotes, {right:.3f} right, "
            f"calibration error {calibration_error(rows):.3f}, "
            f"of the surest four fifths {surest(rows):.3f}"
        )
    rows = left_out(train, sets)
    print(
        f"other outlets, one set left out at a time: {len(rows)} quotes, calibration error "
        f"{calibration_error(rows):.3f}, of the surest four fifths {surest(rows):.3f}"
    )


if __name__ == "__main__":
    main()
