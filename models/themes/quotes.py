"""Measure the themes of quotes on the 150 quotes of quotes.tsv.

    python models/themes/quotes.py --shared ../shared

The quotes are given, only their themes are found. Three weightings are printed: the quote's own
words alone, the document alone, and what `humas_nlp.themes.quotes` does.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

from humas_nlp.themes import body_text, load, quotes

HERE = Path(__file__).parent
Labelled = dict[str, list[tuple[int, int, list[str]]]]


def labelled(path: Path = HERE / "quotes.tsv") -> Labelled:
    """Return start, end and codes of the labelled quotes of each document."""
    found: Labelled = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            document, start, end, codes = line.split("\t")
            found[document].append((int(start), int(end), codes.split()))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the themes of quotes.")
    parser.add_argument("--shared", type=Path, required=True, help="folder with gold/")
    shared = parser.parse_args().shared
    with (shared / "gold" / "dev.jsonl").open(encoding="utf-8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    model = load(HERE / "themes.skops")
    for name, weights in {
        "own words": (1.0, 0.0, 0.0),
        "document": (0.0, 0.0, 1.0),
        "all": quotes.WEIGHTS,
    }.items():
        top = right = total = count = 0
        for document, gold in labelled().items():
            text = texts[document]
            about = quotes.logits_of([body_text(text)], model)[0]
            ranges = [(start, end) for start, end, _ in gold]
            found = quotes.quote_codes(text, ranges, about, model, weights)
            for themes, (_, _, codes) in zip(found, gold, strict=True):
                count += 1
                top += themes[0] == codes[0]
                right += 2 * len({*themes} & {*codes})
                total += len(themes) + len(codes)
        print(f"{name:12} quotes {count}  top theme {top / count:.3f}  micro {right / total:.3f}")


if __name__ == "__main__":
    main()
