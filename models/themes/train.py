"""Train the bundled theme classifier and print the figures of its card.

    python models/themes/train.py --shared ../shared              # train, store, evaluate
    python models/themes/train.py --shared ../shared --evaluate   # figures of the stored model
    python models/themes/train.py --shared ../shared --compare    # the card's table of families

Same data, same seeds, same library versions: same model.
"""

import argparse
import gzip
import json
import os
import re
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")  # the sum order of threads must not change the model

import compare  # noqa: E402
import numpy as np  # noqa: E402

from humas_nlp.themes import ThemeClassifier, WordSpace, body_text, prototypes  # noqa: E402
from humas_nlp.themes import load as load_model  # noqa: E402
from humas_nlp.themes import save as save_model  # noqa: E402
from humas_nlp.themes.words import words_of  # noqa: E402

HERE = Path(__file__).parent
TARGET = HERE / "themes.skops"
LONGEST = 6000  # code points of a corpus text that the word space reads
RELEASE_WEIGHT = 2.0  # releases are 7 % of the corpus and the half of what is analysed
Row = dict[str, Any]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:  # not splitlines(): texts hold U+2028
        return [json.loads(line) for line in lines if line.strip()]


def corpus(shared: Path) -> tuple[list[str], list[float]]:
    """Return unlabelled texts, without copies of one another, and their weights."""
    texts, weights, seen = [], [], set()
    for name, weight in (("news", 1.0), ("gov", RELEASE_WEIGHT)):
        for text in _corpus_texts(shared / "data" / "corpus" / f"{name}.jsonl.gz"):
            start = tuple(words_of(text[:1000])[5:25])
            if start not in seen:
                seen.add(start)
                texts.append(text)
                weights.append(weight)
    return texts, weights


def _corpus_texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"] or ""
            if len(text) >= 300:
                yield text[:LONGEST]


def place_words(texts: list[str]) -> frozenset[str]:
    """Return words of place names that are written with a capital only.

    "Wonosobo" must not become a sign of a theme; "barat" and "laut" are words like others.
    """
    data = resources.files("humas_nlp") / "data"
    names = set(words_of((data / "release_places.txt").read_text(encoding="utf-8")))
    regions = tomllib.loads((data / "entities_regions.toml").read_text(encoding="utf-8"))
    names.update(words_of(json.dumps(regions)))
    upper: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for text in texts[::3]:
        for match in re.finditer(r"(?<=[a-z,] )[A-Za-z][a-z]+\b", text):
            word = match[0].lower()
            if word in names:
                total[word] += 1
                upper[word] += match[0][0].isupper()
    return frozenset(w for w, n in total.items() if n >= 5 and upper[w] / n > 0.95)


def training_rows(shared: Path) -> list[Row]:
    """Return the labelled training documents."""
    rows = read(shared / "gold" / "train.jsonl")
    return rows + read(shared / "data" / "themes" / "train.jsonl")


def with_titles(rows: list[Row]) -> tuple[list[str], list[list[str]], list[str]]:
    """Return texts, codes and sources: each document without, and where it has one with title."""
    bodies = [body_text(row["text"]) for row in rows]
    titled = [i for i, row in enumerate(rows) if row.get("title")]
    texts = bodies + [f"{rows[i]['title']}\n{bodies[i]}" for i in titled]
    order = [*range(len(rows)), *titled]
    return texts, [rows[i]["themes"] for i in order], [rows[i]["source"] for i in order]


def new_classifier(space: WordSpace, **parameters: Any) -> ThemeClassifier:  # noqa: ANN401
    return ThemeClassifier(prototypes=prototypes(), space=space, **parameters)


def learn_space(shared: Path) -> WordSpace:
    texts, weights = corpus(shared)
    return WordSpace.learn(texts, weights=weights, ignore=place_words(texts))


def evaluate(model: ThemeClassifier, shared: Path) -> dict[str, float]:
    """Print and return the figures on the two development sets."""
    figures: dict[str, float] = {}
    for name, path in (("gold_dev", "gold/dev.jsonl"), ("themes_dev", "data/themes/dev.jsonl")):
        rows = read(shared / path)
        for kind in ("text", "title") if any(row.get("title") for row in rows) else ("text",):
            texts = [body_text(row["text"]) for row in rows]
            if kind == "title":
                heads = [row.get("title") or "" for row in rows]
                texts = [f"{head}\n{text}" for head, text in zip(heads, texts, strict=True)]
            scores = compare.scores(model.codes(texts), [row["themes"] for row in rows])
            key = name if kind == "text" else f"{name}_with_title"
            figures |= {f"{key}_{what}": round(value, 4) for what, value in scores.items()}
            print(f"{key:24} documents {len(rows):4}  {compare.line(scores)}")
    return figures


def speed(model: ThemeClassifier, shared: Path) -> None:
    """Print the milliseconds of one document of 3,000 characters."""
    from humas_nlp.themes import themes_of

    rows = [row["text"] for row in training_rows(shared)]
    texts = [text[:3000] for text in rows if len(text) >= 3000]
    start = time.perf_counter()
    for text in texts:
        themes_of(text, model)
    print(f"{1000 * (time.perf_counter() - start) / len(texts):.2f} ms a text of 3,000 characters")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--shared", type=Path, required=True, help="folder with gold/ and data/")
    parser.add_argument("--evaluate", action="store_true", help="do not train")
    parser.add_argument("--compare", action="store_true", help="cross-validate model families")
    arguments = parser.parse_args()
    shared = arguments.shared
    if arguments.evaluate:
        model = load_model(TARGET)
        evaluate(model, shared)
        speed(model, shared)
        return
    space = learn_space(shared)
    rows = training_rows(shared)
    if arguments.compare:
        compare.table(space, rows, with_titles)
        return
    figures = compare.cross_validate(lambda: new_classifier(space), rows, with_titles)
    print(f"{'cross-validation':24} documents {len(rows):4}  {compare.line(figures)}")
    texts, codes, sources = with_titles(rows)
    model = new_classifier(space).fit(texts, codes, groups=sources)
    measured = {f"cv_{k}": round(v, 4) for k, v in figures.items()} | evaluate(model, shared)
    notes = {
        "data": ["gold/train.jsonl", "data/themes/train.jsonl", "data/corpus (unlabelled)"],
        "documents": len(rows),
        "seed": int(model.random_state),
    }
    save_model(model, TARGET, figures=measured, notes=notes)
    print(f"{TARGET.name}: {TARGET.stat().st_size / 1e6:.2f} MB, {len(model.vocabulary_)} words")
    print(f"thresholds {np.unique(model.thresholds_)}, main {model.main_threshold_}")
    speed(model, shared)


if __name__ == "__main__":
    main()
