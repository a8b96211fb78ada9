"""The text that the vectors learn from, and the table as spaCy reads it."""

import gzip
import json

import numpy as np
from models.training.vectors import law_sample, paragraphs, spacy_vectors, write_tokens


def corpus(path, *texts):
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for text in texts:
            file.write(json.dumps({"text": text, "title": "Judul"}) + "\n")
    return path


def test_paragraphs_come_with_their_title(tmp_path):
    path = corpus(tmp_path / "a.gz", "Satu.\nDua.", "Tiga.")
    assert list(paragraphs(path)) == ["Judul", "Satu.", "Dua.", "Judul", "Tiga."]


def test_laws_are_drawn_until_there_are_enough_words(tmp_path):
    path = corpus(tmp_path / "a.gz", *[f"Pasal {number} berlaku sejak ini" for number in range(50)])
    some = list(law_sample(path, 20))
    assert some == list(law_sample(path, 20))
    assert 4 <= len(some) <= 6


def test_every_paragraph_is_written_once_in_our_tokens(tmp_path):
    for name in ("gov", "news", "raw"):
        corpus(tmp_path / f"{name}.jsonl.gz", "Dana Rp5 juta.", "Dana Rp5 juta.")
    write_tokens(tmp_path, tmp_path / "tokens.txt")
    assert (tmp_path / "tokens.txt").read_text() == "Judul\nDana Rp 5 juta .\n"


def test_every_word_has_a_vector(write):
    rows = [f"{row} {row + 0.5} {row - 0.5}" for row in range(8)]
    table = write("a.floret", "\n".join(["8 2 3 4 2 2166136261 < >", *rows]) + "\n")
    nlp = spacy_vectors(table)
    assert nlp.vocab.vectors.shape == (8, 2)
    assert np.isclose(nlp.vocab.vectors.data[3], [3.5, 2.5]).all()
    assert nlp.vocab["tidaktercantum"].vector.any()
