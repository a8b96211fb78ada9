"""Train floret vectors on the corpora and store them as a spaCy vectors directory.

    python models/training/vectors.py --shared ../shared --out models/training/build/vectors

Reads `data/corpus`: releases and news whole, laws as a sample (they are longer than everything
else together and all alike). The text is cut by the library's own tokenizer, so that a vector is
asked for with the very strings it was learned for. Words are hashed into one table of `ROWS`
buckets (floret), which is all that is stored: there is no word list and no unknown word.

Steps whose output is there are not done again: `tokens.txt`, `vectors.floret`, `model/`.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.vectors import Mode, Vectors

from humas_nlp.language import tokenize
from humas_nlp.language.component import TOKENIZER

SEED = 20
ROWS = 40_000
DIMENSIONS = 80
# Whole affixes ("<ber", "kan>", "nya>") are n-grams of four; shorter ones are left to the
# prefix and suffix features of the encoder.
SHORTEST, LONGEST = 4, 5
HASHES = 2
EPOCHS = 5
LAW_WORDS = 1_500_000


def paragraphs(path: Path) -> Iterator[str]:
    """Yield the paragraphs of a corpus file, title first, document by document."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row.get("title") or ""
            yield from row["text"].splitlines()


def law_sample(path: Path, words: int) -> Iterator[str]:
    """Yield paragraphs of laws, drawn document by document up to about `words` words."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    random.Random(SEED).shuffle(texts)
    for text in texts:
        yield from text.splitlines()
        words -= text.count(" ")
        if words < 0:
            return


def write_tokens(corpus: Path, out: Path) -> None:
    """Write one tokenised paragraph a line; paragraphs that repeat are written once."""
    seen: set[int] = set()
    partial = out.with_suffix(".partial")
    with partial.open("w", encoding="utf-8") as file:
        sources = (
            paragraphs(corpus / "gov.jsonl.gz"),
            paragraphs(corpus / "news.jsonl.gz"),
            law_sample(corpus / "raw.jsonl.gz", LAW_WORDS),
        )
        for source in sources:
            for paragraph in source:
                # The hash is a tenth of the text, and a rare clash loses one paragraph.
                key = hash(paragraph)
                if key in seen or not paragraph.strip():
                    continue
                seen.add(key)
                words = (paragraph[start:end] for start, end in tokenize(paragraph))
                file.write(" ".join(words) + "\n")
    partial.rename(out)


def train(tokens: Path, out: Path, threads: int) -> None:
    """Train the bucket table; more than one thread makes the result vary a little."""
    import floret  # from the extra `train`; everything else here works without it

    model = floret.train_unsupervised(
        str(tokens),
        model="cbow",
        mode="floret",
        hashCount=HASHES,
        bucket=ROWS,
        dim=DIMENSIONS,
        minn=SHORTEST,
        maxn=LONGEST,
        minCount=5,
        epoch=EPOCHS,
        neg=10,
        thread=threads,
        verbose=1,
    )
    model.save_floret_vectors(str(out))


def spacy_vectors(table: Path) -> Language:
    """Return an empty pipeline of the house with the vectors of `table`."""
    config = {"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}}
    nlp = spacy.blank("id", config=config)
    with table.open(encoding="utf-8") as file:
        rows, dimensions, shortest, longest, hashes, seed, bow, eow = file.readline().split()
        data = np.zeros((int(rows), int(dimensions)), dtype="float32")
        for line in file:
            row, *values = line.rstrip().split(" ")
            data[int(row)] = [float(value) for value in values]
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings,
        data=data,
        name="id_humas_news.vectors",
        mode=Mode.floret,
        minn=int(shortest),
        maxn=int(longest),
        hash_count=int(hashes),
        hash_seed=int(seed),
        bow=bow,
        eow=eow,
    )
    return nlp


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("models/training/build/vectors"))
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    tokens, table = options.out / "tokens.txt", options.out / "vectors.floret"
    if not tokens.exists():
        write_tokens(options.shared / "data" / "corpus", tokens)
    if not table.exists():
        train(tokens, table, options.threads)
    spacy_vectors(table).to_disk(options.out / "model")
    print(f"{options.out / 'model'}: {ROWS} rows of {DIMENSIONS} dimensions")


if __name__ == "__main__":
    main()
