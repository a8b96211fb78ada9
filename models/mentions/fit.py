"""Fit how likely a proposed mention is right: `src/humas_nlp/data/mentions_weights.json`.

    python -m models.mentions.stand_in --shared ../shared
    python -m models.mentions.fit

Reads annotated releases and sentences of news (never dev) through the pipeline up to the people,
with the names of `stand_in.py` in place of the recogniser's, and fits one logistic regression over the
features of `mentions/candidates.py` with a recogniser and one without. A candidate is right if an
annotated entity has its range and label; a value, which is not annotated, if no entity meets it.
The limits of the recogniser's corrections (`mentions/recognised`) are chosen first, those with the
best F1 of persons and institutions. Prints the F1 of folds by outlet, each scored by weights of the other folds, for releases and news,
and writes the weights of all.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from models.mentions.stand_in import OUT
from models.training.ner.examples import json_lines
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import humas_nlp
from humas_nlp.evaluation.figures import Tally
from humas_nlp.language import tokenize
from humas_nlp.mentions.candidates import Candidate
from humas_nlp.mentions.component import evidence_of
from humas_nlp.mentions.mention import ENTITY_LABELS
from humas_nlp.mentions.reading import gathered
from humas_nlp.mentions.recognised.corrections import Limits, tidy
from humas_nlp.mentions.selection import select
from humas_nlp.mentions.weights import Weights

NAMES = ("PER", "ORG", "LOC", "LAW", "EVENT")
DATA = Path(__file__).parents[2] / "src/humas_nlp/data/mentions_weights.json"
STRENGTH = 1.0  # C of the regression
RAREST = 3  # times a feature is seen, to have a weight
COMMON = (-3.5, -3.0, -2.5, -2.0, -1.5)
ALONE = (-0.5, 0.0, 0.3, 0.6, 1.0)
GRID = tuple(n / 100 for n in range(10, 66, 5))
Least = dict[str, float]
EVEN: Least = dict.fromkeys(sorted(ENTITY_LABELS), 0.5)
Marks = frozenset[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated document with its candidates."""

    news: bool
    fold: int
    gold: Marks
    found: tuple[Candidate, ...]


def read(rows: Sequence[dict[str, Any]], setting: str) -> list[Read]:
    """Return the candidates of annotated documents.

    Args:
        rows: Documents with "text", "entities", "fold" and the "names" of the stand-in.
        setting: "recogniser" or "rules".
    """
    nlp = humas_nlp.load("id_humas_news_light" if setting == "recogniser" else "rules")
    found = []
    for row in rows:
        doc = nlp.make_doc(row["text"])
        for name in ("humas_release", "humas_sentences"):
            doc = nlp.get_pipe(name)(doc)
        if setting == "recogniser":
            spans = [doc.char_span(a, b, label) for a, b, label in row["names"]]
            doc.ents = spacy.util.filter_spans([span for span in spans if span is not None])
            doc = nlp.get_pipe("humas_names")(doc)
        doc = nlp.get_pipe("humas_people")(doc)
        gold = frozenset((a, b, label) for a, b, label in row["entities"])
        labels = {*row["labels"]}
        known = [c for c in gathered(evidence_of(doc)) if c.label in labels or c.label not in NAMES]
        found.append(Read("idner" in row["id"], row["fold"], gold, tuple(known)))
    return found


def corrections(rows: Sequence[dict[str, Any]]) -> Limits:
    """Choose the limits of the recogniser's corrections.

    Args:
        rows: Documents as `read` takes them.
    """
    grid = [Limits(common, alone) for common in COMMON for alone in ALONE]
    counts = {limits: Tally() for limits in grid}
    for row in rows:
        tokens = tokenize(row["text"])
        firsts = {start: i for i, (start, _) in enumerate(tokens)}
        lasts = {end: i + 1 for i, (_, end) in enumerate(tokens)}
        words = [row["text"][start:end] for start, end in tokens]
        names = [(firsts[start], lasts[end], label) for start, end, label in row["names"]]
        gold = {(a, b, label) for a, b, label in row["entities"] if label in ("PER", "ORG")}
        for limits, count in counts.items():
            found = {
                (tokens[a][0], tokens[b - 1][1], label)
                for a, b, label in tidy(words, names, limits)
                if label in ("PER", "ORG")
            }
            count.right += len(found & gold)
            count.predicted += len(found)
            count.gold += len(gold)
    best = max(grid, key=lambda limits: counts[limits].f1)
    print(f"corrections: {best}, F1 {counts[best].f1:.4f}")
    return best


def is_right(row: Candidate, gold: Marks) -> bool:
    """Say whether a candidate is right."""
    if row.label in NAMES:
        return (row.start, row.end, row.label) in gold
    return not any(start < row.end and row.start < end for start, end, _ in gold)


def fit(documents: Sequence[Read], least: Least = EVEN) -> Weights:
    """Fit the weights."""
    rows = [(c, is_right(c, d.gold)) for d in documents for c in d.found]
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([dict.fromkeys(c.features, 1.0) for c, _ in rows])
    often = np.asarray(table.sum(axis=0)).ravel() >= RAREST
    model = LogisticRegression(C=STRENGTH, max_iter=2000, fit_intercept=False)
    model.fit(table[:, often], [right for _, right in rows])
    names = np.array(vectorizer.feature_names_)[often]
    pairs = zip(names, model.coef_[0], strict=True)
    return Weights({str(name): round(float(w), 3) for name, w in pairs}, least)


def tally(documents: Sequence[Read], model: Weights) -> dict[str, Tally]:
    """Count what is right after the selection, by label."""
    counts = {label: Tally() for label in (*NAMES, "ALL")}
    for document in documents:
        mine = {(m.start, m.end, m.label) for m in select(document.found, model)}
        for label in NAMES:
            found = {mark for mark in mine if mark[2] == label}
            gold = {mark for mark in document.gold if mark[2] == label}
            for count in (counts[label], counts["ALL"]):
                count.right += len(found & gold)
                count.predicted += len(found)
                count.gold += len(gold)
    return counts


def add(one: dict[str, Tally], two: dict[str, Tally]) -> None:
    """Add the counts of a fold to the others'."""
    for label, count in two.items():
        one[label].right += count.right
        one[label].predicted += count.predicted
        one[label].gold += count.gold


def cross(documents: Sequence[Read]) -> Least:
    """Print the figures of folds by outlet; return the least probabilities that did best.

    Label after label, the one is taken with which the F1 of all labels is best.
    """
    models = {
        fold: fit([d for d in documents if d.fold != fold])
        for fold in sorted({d.fold for d in documents})
    }

    def counted(least: Least, part: Sequence[Read]) -> dict[str, Tally]:
        counts = {label: Tally() for label in (*NAMES, "ALL")}
        for fold, model in models.items():
            held = [d for d in part if d.fold == fold]
            add(counts, tally(held, Weights(model.log_odds, least)))
        return counts

    least = EVEN
    for label in NAMES:
        tried = [{**least, label: value} for value in GRID]
        least = max(tried, key=lambda row: counted(row, documents)["ALL"].f1)
    print(f"  least: {least}")
    for news in (False, True):
        print("  news" if news else "  releases")
        for label, count in counted(least, [d for d in documents if d.news == news]).items():
            print(f"    {label:<6} P {count.precision:.3f} R {count.recall:.3f} F1 {count.f1:.3f}")
    return least


def alone(documents: Sequence[Read], source: str) -> None:
    """Print the figures of one finder by itself."""
    counts = {label: Tally() for label in (*NAMES, "ALL")}
    for document in documents:
        rows = [row for row in document.found if source in row.sources]
        pick = Weights(dict.fromkeys(ENTITY_LABELS, 9.0), EVEN)
        add(counts, tally([Read(False, 0, document.gold, tuple(rows))], pick))
    parts = (f"{label} {count.f1:.3f}" for label, count in counts.items())
    print(f"  {source} alone: {', '.join(parts)}")


def main() -> None:
    """Fit both sets of weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=Path, default=OUT / "stand_in.jsonl")
    parser.add_argument("--out", type=Path, default=DATA)
    args = parser.parse_args()
    rows = [json.loads(line) for line in json_lines(args.names)]
    result: dict[str, Any] = {
        "source": "python -m models.mentions.fit, on annotated releases and sentences of news"
    }
    result["corrections"] = corrections(rows)._asdict()
    for setting in ("recogniser", "rules"):
        print(setting)
        documents = read(rows, setting)
        for news in (False, True):
            own = [d for d in documents if d.news == news]
            print("  news" if news else "  releases")
            alone(own, "recogniser" if setting == "recogniser" else "institutions")
        least = cross(documents)
        model = fit(documents, least)
        result[setting] = {"least": least, "log_odds": dict(sorted(model.log_odds.items()))}
    args.out.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
