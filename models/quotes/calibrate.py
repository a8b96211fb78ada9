"""Measure how often each rule is right and write the confidences of the quotes room.

    python models/quotes/calibrate.py --shared ../shared

For every rule and way of finding the speaker, the share of the quotes of gold train that match an
annotated quote (words overlap by half or more, one to one) and have its speaker, pulled towards
the share of the rule's family where the rule is rare. Writes
`src/humas_nlp/data/quotes_confidence.toml` and prints the expected calibration error, five bins of
equal mass, on train and on dev.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

from humas_nlp.evaluation.matching import match_quotes
from humas_nlp.evaluation.names import same_speaker
from humas_nlp.people.finder import find_people
from humas_nlp.quotes.confidence import family, kind_of_source
from humas_nlp.quotes.finder import find_quotes
from humas_nlp.release import read_release

PULL = 8.0  # quotes that the family's share counts for
# The rules were written with the training texts in view and do better there than elsewhere. What
# a share on train is worth on other texts was chosen on dev: little is lost where the speaker is
# a person with an office or a full name, much where it is anybody else.
ELSEWHERE = 0.98
ELSEWHERE_WEAK = 0.6
WEAK = ("~bare", ".organisation", ".unnamed", ".none")


def outcomes(path: Path) -> list[tuple[str, str, float, bool]]:
    """Return family, source, confidence and success of every quote found in a gold file."""
    rows = []
    for line in path.read_text("utf-8").split("\n")[:-1]:
        gold = json.loads(line)
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


def table(rows: list[tuple[str, str, float, bool]]) -> dict[str, dict[str, float]]:
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
        found[head][source] = round(
            share * (ELSEWHERE_WEAK if source.endswith(WEAK) else ELSEWHERE), 3
        )
    return found


def calibration_error(rows: list[tuple[str, str, float, bool]], bins: int = 5) -> float:
    """Return the expected calibration error over bins of equal mass."""
    ordered = sorted((confidence, right) for _, _, confidence, right in rows)
    error = 0.0
    for n in range(bins):
        part = ordered[n * len(ordered) // bins : (n + 1) * len(ordered) // bins]
        if part:
            gap = sum(c for c, _ in part) - sum(r for _, r in part)
            error += abs(gap) / len(ordered)
    return error


def main() -> None:
    """Write the file and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--evaluate", action="store_true", help="print the figures only")
    args = parser.parse_args()
    if not args.evaluate:
        found = table(outcomes(args.shared / "gold/train.jsonl"))
        lines = [
            "# How often a rule is right, by the way its source is named: measured on the training",
            "# annotations by models/quotes/calibrate.py, which writes this file.",
        ]
        for head, values in found.items():
            lines += ["", f'["{head}"]', *(f'"{k}" = {v}' for k, v in sorted(values.items()))]
        target = Path("src/humas_nlp/data/quotes_confidence.toml")
        target.write_text("\n".join(lines) + "\n", "utf-8")
        from humas_nlp.quotes import confidence

        confidence.table.cache_clear()
    for name in ("train", "dev"):
        rows = outcomes(args.shared / f"gold/{name}.jsonl")
        right = sum(r for *_, r in rows) / len(rows)
        print(
            f"{name}: {len(rows)} quotes, {right:.3f} right, "
            f"calibration error {calibration_error(rows):.3f}"
        )


if __name__ == "__main__":
    main()
