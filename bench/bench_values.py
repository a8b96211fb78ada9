"""Measure the speed of the patterns of values on one core, and count what they find.

    python bench/bench_values.py [--repeat 5]

Reads the bundled samples and, where they are there, releases of ../shared/data/corpus. Words are
counted by white space; times are processor times, the best of the repeats.
"""

import argparse
import gzip
import itertools
import json
import time
from collections import Counter
from pathlib import Path

from humas_nlp import samples
from humas_nlp.entities import find_values

RELEASES = Path(__file__).parents[2] / "shared" / "data" / "corpus" / "gov.jsonl.gz"
DATE = "2024-05-03"


def corpora() -> dict[str, list[str]]:
    """Return the texts to measure, by name."""
    bundled = list(samples().values())
    found = {f"{len(bundled)} bundled releases, 20 times": bundled * 20}
    if RELEASES.exists():
        with gzip.open(RELEASES, "rt", encoding="utf-8") as lines:
            found["400 releases of the corpus"] = [
                json.loads(line)["text"] for line in itertools.islice(lines, 400)
            ]
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=5, help="runs of which the best counts")
    args = parser.parse_args()
    for name, texts in corpora().items():
        words, best = sum(len(text.split()) for text in texts), float("inf")
        for _ in range(args.repeat):
            start = time.process_time()
            found = [entity for text in texts for entity in find_values(text, date=DATE)]
            best = min(best, time.process_time() - start)
        counts = ", ".join(f"{label} {n}" for label, n in Counter(e.label for e in found).items())
        print(f"{name}: {words / best:,.0f} words/s ({words:,} words, {best:.2f} s); {counts}")


if __name__ == "__main__":
    main()
