"""Annotated documents as the names room sees them: paragraphs, recogniser's spans, gold names."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from models.annotated import documents

import humas_nlp
from humas_nlp.mentions.names.recognised import Recognised
from humas_nlp.release.component import release_of

SILVER = Path("models/names/silver.jsonl")
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """One text with the names that annotators found in it.

    Attributes:
        id: Name of the document or sentence.
        outlet: Where it is from; "" for sentences of label sets.
        text: The whole text.
        paragraphs: Ranges of the body's paragraphs.
        recognised: Spans of the recogniser; None where it has learned from this very text.
        names: Ranges of the names of people.
        people: Full names with the forms of each person; empty for label sets.
    """

    id: str
    outlet: str
    text: str
    paragraphs: tuple[Range, ...]
    recognised: tuple[Recognised, ...] | None
    names: frozenset[Range]
    people: tuple[tuple[str, tuple[str, ...]], ...]


def annotated_documents(shared: Path, parts: Sequence[str] = ("train", "outlets")) -> list[Example]:
    """Return the annotated documents, read by the bundled recogniser.

    Args:
        shared: Folder of the shared data.
        parts: As for `models.annotated.documents`.
    """
    nlp = humas_nlp.load()
    keep = nlp.pipe_names[: nlp.pipe_names.index("humas_people")]
    found = []
    with nlp.select_pipes(enable=keep):
        for row in documents(shared, parts):
            doc = nlp(row["text"])
            spans = tuple((e.start_char, e.end_char, e.label_) for e in doc.ents)
            people = tuple((p["name"], tuple(p["mentions"])) for p in row["people"])
            paragraphs = tuple(release_of(doc).paragraphs())
            names = frozenset(occurrences(row["text"], {m for _, ms in people for m in ms}))
            found.append(
                Example(row["id"], row["outlet"], row["text"], paragraphs, spans, names, people)
            )
    return found


def silver_documents(shared: Path) -> list[Example]:
    """Return texts of the corpora with the names that the rules of version 0.1 found in them.

    The rules know constructions that the annotated texts hold seldom; `silver.jsonl` holds their
    answers as offsets, with a digest of the text. They carry no people: later steps do not learn
    from them.
    """
    wanted = {row["id"]: row for row in map(json.loads, _lines(SILVER))}
    nlp = humas_nlp.load()
    keep = nlp.pipe_names[: nlp.pipe_names.index("humas_people")]
    found = []
    with nlp.select_pipes(enable=keep):
        for text_id, text in _corpus_texts(shared):
            row = wanted.get(text_id)
            if row is None or sha256(text.encode()).hexdigest()[:16] != row["digest"]:
                continue
            doc = nlp(text)
            spans = tuple((e.start_char, e.end_char, e.label_) for e in doc.ents)
            names = frozenset((a, b) for a, b in row["names"])
            paragraphs = tuple(release_of(doc).paragraphs())
            found.append(Example(text_id, "", text, paragraphs, spans, names, ()))
    return found


def _corpus_texts(shared: Path) -> Iterator[tuple[str, str]]:
    for name in ("gov", "news"):
        with gzip.open(shared / f"data/corpus/{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield row["id"], row["text"]


def occurrences(text: str, forms: Iterable[str]) -> Iterator[Range]:
    """Yield every place where one of the forms stands as whole words, the longest first."""
    ordered = sorted(forms, key=lambda f: (-len(f), f))
    if ordered:
        pattern = "|".join(re.escape(form) for form in ordered)
        for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?!\w)", text):
            yield match.span()


def labelled_sentences(shared: Path) -> list[Example]:
    """Return the label sets that may train; the recogniser knows them, so its view is left out."""
    found = []
    for name in ("train.bio", "train_per_loc_only.bio"):
        blocks = (shared / "data/ner" / name).read_text("utf-8").split("\n\n")
        for number, block in enumerate(blocks):
            rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
            if any(r[1] == "B-PER" for r in rows) and not all(r[0].islower() for r in rows):
                found.append(_sentence(f"{name}:{number}", rows))
    for row in map(json.loads, _lines(shared / "data/ner/releases_train.jsonl")):
        names = frozenset((a, b) for a, b, label in row["entities"] if label == "PER")
        text = row["text"]
        paragraphs = tuple(m.span() for m in re.finditer(r"[^\n]+", text))
        found.append(Example(row.get("id", ""), "", text, paragraphs, None, names, ()))
    return found


def _sentence(name: str, rows: list[list[str]]) -> Example:
    """Return the sentence of a label set with spaces between its words but before marks."""
    text, names = "", []
    for word, label, *_ in rows:
        tight = not text or word in {",", ".", ")", ":", ";", "?", "!", "''"} or text[-1] in "("
        text += ("" if tight else " ") + word
        if label == "B-PER":
            names.append((len(text) - len(word), len(text)))
        elif label == "I-PER" and names:
            names[-1] = (names[-1][0], len(text))
    return Example(name, "", text, ((0, len(text)),), None, frozenset(names), ())


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").split("\n")[:-1]  # U+2028 is no line end in JSONL
