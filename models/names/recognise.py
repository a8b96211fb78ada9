"""Count how often the bundled recogniser takes each capitalised word for a part of a person's name.

    python -m models.names.recognise --shared ../shared

Reads the two corpora that may be used for statistics and writes counts, no text, to
`models/names/counts.tsv` outside git: word, times inside a person's name, times elsewhere.
`build.py` takes them as silver evidence beside the labels. About ten minutes on one core.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from models.names.build import COUNTS, WORD, corpus
from spacy.tokens import Doc

import humas_nlp

LONGEST = 4000  # code points read of a text: names come first
FEWEST = 3  # times a word is seen, for its line to be written


def count(docs: Iterator[Doc]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each capitalised word stands inside a person's name and elsewhere."""
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for doc in docs:
        for token in doc:
            if token.text[0].isupper() and WORD.fullmatch(token.text):
                (inside if token.ent_type_ == "PER" else outside)[token.text] += 1
    return inside, outside


def main() -> None:
    """Write the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--limit", type=int, default=None, help="texts read")
    parser.add_argument("--out", type=Path, default=COUNTS)
    args = parser.parse_args()
    nlp = humas_nlp.load("id_humas_news_light")
    nlp.select_pipes(enable=["tok2vec", "ner", "humas_names"])
    texts = (text[:LONGEST] for text in islice(corpus(args.shared), args.limit))
    inside, outside = count(nlp.pipe(texts, batch_size=64))
    words = sorted(w for w in inside | outside if inside[w] + outside[w] >= FEWEST)
    rows = (f"{word}\t{inside[word]}\t{outside[word]}\n" for word in words)
    args.out.write_text("".join(rows), "utf-8")
    print(f"{len(words)} words of {sum(inside.values()) + sum(outside.values())} occurrences")


if __name__ == "__main__":
    main()
