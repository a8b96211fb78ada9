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
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from models.quotes.outlets import annotated

from humas_nlp.evaluation.matching import match_quotes
from humas_nlp.evaluation.names import same_speaker
from humas_nlp.evaluation.scorer import read_objects
from humas_nlp.people.finder import find_people
from humas_nlp.quotes import confidence
from humas_nlp.quotes.confidence import UNSEEN, family, kind_of_source
from humas_nlp.quotes.finder import find_quotes
from humas_nlp.release import read_release

PULL = 8.0  # quotes that the share of the kind of source counts for
OUTLETS = 4  # times that a quote of another outlet counts
SETS = "abcde"
Outcome = tuple[str, str, float, bool]  # family, source, confidence, success


def outcomes(documents: Iterable[dict[str, Any]]) -> list[Outcome]:
    """Return family, source, confidence and success of every quote found in gold documents."""
    rows = []
    for gold in documents:
        paragraphs = read_release(gold["text"]).paragraphs()
        found = find_quotes(gold["text"], paragraphs, find_people(gold["text"], paragraphs))
        plain = [q.to_dict() for q in found]
        pairs = {m.predicted: m.gold for m in match_quotes(gold["text"], gold["quotes"], plain)}
        for n, quote in enumerate(found):
            wanted = gold["quotes"][pairs[n]]["speaker"] if n in pairs else None
            right = n in pairs and (
                same_speaker(gold, wanted, plain[n]["speaker"]) if wanted else quote.speaker is None
            )
            source = kind_of_source(quote.rule, quote.speaker)
            rows.append((family(quote.rule), source, quote.confidence, right))
    return rows


def table(rows: list[Outcome]) -> dict[str, dict[str, float]]:
    """Return the confidence of every family and kind of source."""
    total: dict[str, list[bool]] = defaultdict(list)
    single: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for head, source, _, right in rows:
        total[source].append(right)
        single[head, source].append(right)
    overall = sum(right for *_, right in rows) / len(rows)
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (head, source), values in sorted(single.items()):
        prior = (sum(total[source]) + PULL * overall) / (len(total[source]) + PULL)
        share = (sum(values) + PULL * prior) / (len(values) + PULL)
        found[head][source] = round(share, 3)
    return found


def calibration_error(rows: list[Outcome], bins: int = 5) -> float:
    """Return the expected calibration error over bins of equal mass."""
    ordered = sorted((confidence, right) for _, _, confidence, right in rows)
    error = 0.0
    for n in range(bins):
        part = ordered[n * len(ordered) // bins : (n + 1) * len(ordered) // bins]
        if part:
            gap = sum(c for c, _ in part) - sum(r for _, r in part)
            error += abs(gap) / len(ordered)
    return error


def left_out(train: list[Outcome], sets: dict[str, list[Outcome]]) -> float:
    """Return the calibration error on sets of outlets, each with the shares of all other texts."""
    rows: list[Outcome] = []
    for name, held in sets.items():
        rest = [row for other, part in sets.items() if other != name for row in part]
        shares = table(train + rest * OUTLETS)
        rows += [(h, s, shares.get(h, {}).get(s, UNSEEN), right) for h, s, _, right in held]
    return calibration_error(rows)


def write(shares: dict[str, dict[str, float]], target: Path) -> None:
    """Write the file of confidences."""
    lines = [
        "# How often a rule is right, by the way its source is named: measured on annotated texts",
        "# by models/quotes/calibrate.py, which writes this file.",
    ]
    for head, values in shares.items():
        lines += ["", f'["{head}"]', *(f'"{k}" = {v}' for k, v in sorted(values.items()))]
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
        shares = table(train + [row for part in sets.values() for row in part] * OUTLETS)
        write(shares, Path("src/humas_nlp/data/quotes_confidence.toml"))
        confidence.table.cache_clear()
    for name in ("train", "dev"):
        rows = outcomes(read_objects(args.shared / f"gold/{name}.jsonl"))
        right = sum(r for *_, r in rows) / len(rows)
        print(
            f"{name}: {len(rows)} quotes, {right:.3f} right, "
            f"calibration error {calibration_error(rows):.3f}"
        )
    print(f"other outlets, one set left out at a time: {left_out(train, sets):.3f}")


if __name__ == "__main__":
    main()
