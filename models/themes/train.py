"""Train the bundled theme classifier and print the figures of its card.

    python models/themes/train.py --shared ../shared              # train, store, evaluate
    python models/themes/train.py --shared ../shared --evaluate   # figures of the stored model
    python models/themes/train.py --shared ../shared --cross      # cross-validation
    python models/themes/train.py --shared ../shared --compare    # the card's table of families
    python models/themes/train.py --shared ../shared --ablate     # the card's table of parts

Same data, same seeds, same library versions: same model.
"""

import argparse
import json
import os
import re
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
from reading import corpus_documents, labelled_rows  # noqa: E402

from humas_nlp.themes import ThemeClassifier, WordSpace, body_text, prototypes  # noqa: E402
from humas_nlp.themes import load as load_model  # noqa: E402
from humas_nlp.themes import save as save_model  # noqa: E402
from humas_nlp.themes.measures import figures_of  # noqa: E402
from humas_nlp.themes.own import baseline_of  # noqa: E402
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
    for row in corpus_documents(path):
        text = row["text"] or ""
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
    """Return texts, codes and sources: every second document with its title, if it has one.

    A text may come with its title or without; the classifier must know both.
    """
    texts = []
    for number, row in enumerate(rows):
        text = body(row)
        texts.append(f"{row['title']}\n{text}" if number % 2 and row.get("title") else text)
    return texts, [row["themes"] for row in rows], [row["source"] for row in rows]


def body(row: Row) -> str:
    """Return the text without furniture, worked out once a row."""
    if "body" not in row:
        row["body"] = body_text(row["text"])
    return str(row["body"])


def new_classifier(space: WordSpace | None, **parameters: Any) -> ThemeClassifier:  # noqa: ANN401
    known: dict[str, Any] = {
        "loss": "squared",
        "C": 0.5,
        "phrase_weight": 0.4,
        "prototypes": prototypes(),
    }
    return ThemeClassifier(space=space, **(known | parameters))


def learn_space(shared: Path) -> WordSpace:
    texts, weights = corpus(shared)
    return WordSpace.learn(texts, weights=weights, ignore=place_words(texts))


def evaluate(model: ThemeClassifier, shared: Path) -> dict[str, float]:
    """Print and return the figures on the two development sets, and on both together."""
    figures: dict[str, float] = {}
    sets = {
        "gold_dev": read(shared / "gold" / "dev.jsonl"),
        "themes_dev": read(shared / "data" / "themes" / "dev.jsonl"),
    }
    sets["dev"] = [row for rows in sets.values() for row in rows]
    for name, rows in sets.items():
        texts = [body(row) for row in rows]
        labels = [row["themes"] for row in rows]
        probabilities = model.predict_proba(texts)
        truth = np.array([[c in row for c in model.classes_] for row in labels], dtype=np.float64)
        found = figures_of(model.codes(texts), labels, probabilities, truth)
        summary = found.summary()
        figures |= {f"{name}_{what}": value for what, value in summary.items()}
        print(f"{name:24} documents {len(rows):4}  {compare.line(summary)}")
    for code, one in found.labels.items():
        print(f"  {code:24} F1 {one.f1:.3f}  of {one.support}")
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument(
        "--shared", type=Path, default=Path("../shared"), help="folder with gold/ and data/"
    )
    parser.add_argument("--evaluate", action="store_true", help="do not train")
    parser.add_argument("--cross", action="store_true", help="cross-validate, do not store")
    parser.add_argument("--compare", action="store_true", help="cross-validate model families")
    parser.add_argument("--ablate", action="store_true", help="cross-validate without each part")
    arguments = parser.parse_args()
    shared = arguments.shared
    if arguments.evaluate:
        model = load_model(TARGET)
        evaluate(model, shared)
        return
    space = learn_space(shared)
    rows, more = training_rows(shared), labelled_rows(shared)
    if arguments.compare or arguments.ablate:
        makers = compare.families() if arguments.compare else compare.parts(space, new_classifier)
        if arguments.ablate:
            drawn = {"without the labels by reading": makers["all"]}
            compare.table(drawn, rows, [], with_titles)
        compare.table(makers, rows, more, with_titles)
        return
    if arguments.cross:
        for name, splits in (("random", compare.halves(rows, 5)), ("source", compare.folds(rows))):
            figures = compare.cross_validate(
                lambda: new_classifier(space), rows, more, with_titles, splits
            )
            print(f"{name:24} documents {len(rows):4}  {compare.line(figures.summary())}")
            for code, one in figures.labels.items():
                print(f"  {code:24} F1 {one.f1:.3f}  of {one.support}", flush=True)
        return
    texts, codes, sources = with_titles(rows + more)
    # Many of the documents labelled by reading were chosen for being hard or rare: they teach,
    # but how sure the classifier may be is learned on the drawn ones.
    model = new_classifier(space).fit(
        texts, codes, groups=sources, **compare.heeds(len(rows), len(more))
    )
    notes = {
        "data": [
            "gold/train.jsonl",
            "data/themes/train.jsonl",
            "models/themes/labels.tsv (data/corpus)",
            "data/corpus (unlabelled)",
        ],
        "documents": len(texts),
        "seed": int(model.random_state),
        "baseline": baseline_of(model, [body(row) for row in rows]),
    }
    save_model(model, TARGET, figures=evaluate(model, shared), notes=notes)
    print(f"{TARGET.name}: {TARGET.stat().st_size / 1e6:.2f} MB, {len(model.vocabulary_)} terms")
    print(f"thresholds {np.unique(model.thresholds_)}, main {model.main_threshold_}, ", end="")
    print(f"share {model.share_}")


if __name__ == "__main__":
    main()
