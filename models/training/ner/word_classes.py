"""Classes of words for the teacher: clusters of their vectors and how they are written.

    python -m models.training.ner.word_classes --vectors models/training/build/vectors/model

Writes `build/ner/word_classes.tsv`: word, coarse cluster, fine cluster, share written with a
capital (in tenths, sentence beginnings included), counted over `data/corpus`.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import spacy
from sklearn.cluster import MiniBatchKMeans

from humas_nlp.language import tokenize
from models.training.ner.prepare import BUILD

SEED = 20
WORDS = 60_000
COARSE, FINE = 100, 800


def corpus_words(shared: Path) -> Iterator[str]:
    """Yield the words of releases and news."""
    for name in ("gov", "news"):
        with gzip.open(shared / f"data/corpus/{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for text in (json.loads(line)["text"] for line in lines):
                yield from (text[a:b] for a, b in tokenize(text) if text[a].isalpha())


def main() -> None:
    """Cluster the frequent words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--build", type=Path, default=BUILD)
    parser.add_argument("--vectors", type=Path, required=True)
    args = parser.parse_args()
    out = args.build / "word_classes.tsv"
    if out.exists():
        return
    counts = Counter(corpus_words(args.shared))
    nlp = spacy.load(args.vectors)
    words = [word for word, _ in counts.most_common(WORDS)]
    table = np.array([nlp.vocab.get_vector(word) for word in words])
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    clusters = [
        MiniBatchKMeans(n, random_state=SEED, n_init=1, batch_size=4096).fit_predict(table)
        for n in (COARSE, FINE)
    ]
    capitals: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for word, n in counts.items():
        totals[word.lower()] += n
        capitals[word.lower()] += n if word[0].isupper() else 0
    with out.open("w", encoding="utf-8") as file:
        for word, coarse, fine in zip(words, *clusters, strict=True):
            share = round(10 * capitals[word.lower()] / totals[word.lower()])
            file.write(f"{word}\t{coarse}\t{fine}\t{share}\n")


if __name__ == "__main__":
    main()
