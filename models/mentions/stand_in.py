"""Names that the recogniser would find in releases it has not learned: a stand-in, fold by fold.

    python -m models.training.ner.prepare --shared ../shared
    python -m models.training.ner.word_classes --vectors models/id_humas_news --shared ../shared
    python -m models.mentions.stand_in --shared ../shared

The bundled recogniser has learned all releases of `releases_train.jsonl`, so that there it is right
far more often than elsewhere (ORG F1 0.93 instead of 0.80), and nothing can be measured on them.
Here a tagger of the kind of its teacher (`models/training/ner/crf.py`), trained without the outlets
of a fold, reads the documents of that fold. Sentences of news (the set idner-news-2k) are held out
likewise, every third. So that clauses in which every word has a capital are seen, sentences of the
releases are added once more, written as headlines (`as_headlines`). Writes
`build/mentions/stand_in.jsonl` outside git: id, fold, text, entities, the labels that are
annotated, and the names as `[start, end, label]`. A fold whose model is there is not trained again.
Two minutes.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pycrfsuite
from models.annotated import folds
from models.training.ner.alignment import bilou, rows_of
from models.training.ner.crf import Crf, read_classes
from models.training.ner.examples import Example, json_lines, read_examples
from models.training.ner.features import Classes, features
from models.training.ner.prepare import BUILD

from humas_nlp.language import sentences as sentences_of
from humas_nlp.language import tokenize
from humas_nlp.mentions.proposals import is_verb

Row = dict[str, Any]
Line = tuple[list[list[str]], list[str]]  # features and tags of the tokens of a line
NEWS_LABELS = ("PER", "ORG", "LOC")
LABELS = (*NEWS_LABELS, "LAW", "EVENT")
FOLDS = 3
HEADLINES = 2  # made of a release
_CAPITALISED = re.compile(r"(?<!\w)[a-z]{4,}(?!\w)")
ITERATIONS = 60  # the teacher has 120, on three times as much text
OUT = Path(__file__).parents[1] / "training/build/mentions"


def releases(shared: Path) -> list[Row]:
    """Return the annotated releases with their outlet.

    Args:
        shared: Folder of the shared data.
    """
    outlets: dict[str, str] = {}
    with gzip.open(shared / "data/corpus/gov.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            outlets[row["id"]] = row.get("outlet") or row.get("repo", "")
    for line in json_lines(shared / "gold/train.jsonl"):
        row = json.loads(line)
        outlets[row["id"]] = row["outlet"] or row["source"]
    rows = [json.loads(line) for line in json_lines(shared / "data/ner/releases_train.jsonl")]
    return [{**row, "outlet": outlets.get(row["id"]) or row["id"]} for row in rows]


def news(build: Path) -> list[Row]:
    """Return the annotated sentences of news, which know no acts and events.

    Args:
        build: Folder that `models.training.ner.prepare` wrote.
    """
    return [
        {"id": f"idner-{n}", "text": e.text, "entities": e.entities, "labels": NEWS_LABELS}
        for n, e in enumerate(read_examples(build / "data/public.jsonl"))
        if e.source == "idner"
    ]


def as_headlines(row: Row) -> Iterator[Row]:
    """Yield short documents whose headline is a sentence of a release in capitals.

    The sentences have an institution and a verb; every word but the small ones of a headline begins
    with a capital.

    Args:
        row: A release with "id", "text", "entities", "labels".
    """
    text, made = row["text"], 0
    for start, end in sentences_of(text):
        words = text[start:end].split()
        inside = [(a, b, label) for a, b, label in row["entities"] if start <= a and b <= end]
        named = any(label == "ORG" for _, _, label in inside)
        if not named or "\n" in text[start:end] or not any(map(is_verb, words)):
            continue
        title = _CAPITALISED.sub(lambda match: match[0].capitalize(), text[start:end].rstrip(" ."))
        entities = [(a - start, b - start, label) for a, b, label in inside]
        shift = len(title) + 1 - start
        entities += [(a + shift, b + shift, label) for a, b, label in inside]
        yield {
            "id": f"{row['id']}-headline-{made}",
            "text": f"{title}\n{text[start:end]}",
            "entities": [e for e in entities if e[1] <= len(title) or e[0] > len(title)],
            "labels": row["labels"],
        }
        made += 1
        if made == HEADLINES:
            return


def _sequences(example: Example, classes: Classes) -> Iterator[Line]:
    """Yield features and tags of the lines of an example."""
    tokens = tokenize(example.text)
    table = features(example.text, tokens, classes)
    tags = bilou(example, tokens)
    for row in rows_of(example.text, tokens):
        if "-" not in tags[row]:
            yield table[row], tags[row]


def _train(texts: Iterable[list[Line]], out: Path) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.05, "c2": 0.02, "max_iterations": ITERATIONS})
    for lines in texts:
        for table, tags in lines:
            trainer.append(table, tags)
    trainer.train(str(out))


def main() -> None:
    """Train a teacher a fold and let it read the fold's documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--build", type=Path, default=BUILD, help="what prepare.py wrote")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    rows = [{**row, "labels": LABELS} for row in releases(args.shared)]
    held = {rows[i]["id"]: number for number, fold in enumerate(folds(rows, FOLDS)) for i in fold}
    sentences = news(args.build)
    held |= {row["id"]: n % FOLDS for n, row in enumerate(sentences)}
    taught = read_examples(args.build / "data/releases.jsonl")
    headlines = [title for row in rows for title in as_headlines(row)]
    held |= {row["id"]: held[row["id"].partition("-headline")[0]] for row in headlines}
    examples = dict(zip((row["id"] for row in rows), taught, strict=True))
    public = read_examples(args.build / "data/public.jsonl")
    examples |= {f"idner-{n}": e for n, e in enumerate(public) if e.source == "idner"}
    classes = read_classes(args.build / "word_classes.tsv")
    sequences = {id: list(_sequences(example, classes)) for id, example in examples.items()}
    with (args.out / "stand_in.jsonl").open("w", encoding="utf-8") as file:
        for number in range(FOLDS):
            model = args.out / f"{number}.crfsuite"
            if not model.exists():
                _train([sequences[id] for id in examples if held[id] != number], model)
            teacher = Crf(model, classes)
            for row in (*rows, *headlines, *sentences):
                if held[row["id"]] == number:
                    labels = teacher.label(row["text"])
                    names = [[a, b, label] for a, b, label, _ in labels if label != "O"]
                    file.write(json.dumps({**row, "fold": number, "names": names}) + "\n")
            print(f"fold {number}", flush=True)


if __name__ == "__main__":
    main()
