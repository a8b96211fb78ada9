"""Measure the theme model: texts a second, time to read it, time to train one's own.

    python models/themes/speed.py --shared ../shared

Seconds are those of the processor, on one core, so that other programs disturb less.
"""

import argparse
import os
import time
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

from train import body, read, training_rows  # noqa: E402

import humas_nlp  # noqa: E402
from humas_nlp.store import text_of  # noqa: E402
from humas_nlp.themes import Examples, load, themes_of, train_own  # noqa: E402
from humas_nlp.themes.store import bundled_path  # noqa: E402

DOCUMENTS = 1000


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the theme model.")
    parser.add_argument("--shared", type=Path, required=True, help="folder with gold/ and data/")
    shared = parser.parse_args().shared

    start = time.process_time()
    model = load(bundled_path())
    print(f"reading the model: {time.process_time() - start:.2f} s")

    texts = [row["text"] for row in read(shared / "gold" / "train.jsonl")]
    nlp = humas_nlp.load("rules")
    _, component = nlp.pipeline[-1]
    with nlp.select_pipes(disable=[nlp.pipe_names[-1]]):
        docs = [nlp(text) for text in texts]
    component(docs[0])
    spent = 0.0
    for doc in docs:
        text_of(doc)  # the rooms before have put the text together already
        start = time.process_time()
        component(doc)
        spent += time.process_time() - start
    characters = sum(map(len, texts)) / len(texts)
    print(f"the component after the pipeline, with reasons, spans and quotes: "
          f"{len(docs) / spent:.0f} documents/s of {characters:.0f} characters")  # fmt: skip
    bodies = [body({"text": text}) for text in texts]
    start = time.process_time()
    for text in bodies:
        themes_of(text, model)
    print(f"themes alone: {len(bodies) / (time.process_time() - start):.0f} documents/s")

    rows = (training_rows(shared) * 2)[:DOCUMENTS]
    # Copies would be left out, so the second round is told apart by a word.
    own = Examples(
        [f"{body(row)} ke-{'i' * (i // 775 + 1)}" for i, row in enumerate(rows)],
        [row["themes"] for row in rows],
        [""] * len(rows),
    )
    for name, curve in (("without", False), ("with", True)):
        start = time.process_time()
        train_own(own, curve=curve)
        spent = time.process_time() - start
        print(f"training on {len(rows)} documents, cross-validated, {name} curve: {spent:.0f} s")


if __name__ == "__main__":
    main()
