"""Fit how likely a proposed mention is right: `src/humas_nlp/data/mentions_weights.json`.

    python -m models.mentions.stand_in --shared ../shared
    python -m models.mentions.fit --shared ../shared

Reads annotated releases and sentences of news (never dev) through the pipeline up to the people,
with the names of `stand_in.py` in place of the recogniser's and a chain of names that has not
learned the fold, and fits one logistic regression over the features of `mentions/candidates.py`
with a recogniser and one without. A candidate is right if an annotated entity has its range and
label; a value, which is not annotated, if no entity meets it. The limits of the recogniser's
corrections (`mentions/recognised`) are chosen first, those with the best F1 of persons and
institutions. Prints the F1 of folds by outlet, each scored by weights of the other folds, for
releases and news, and writes the weights of all. Three minutes.
"""

import argparse
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from models.mentions.stand_in import OUT
from models.names.examples import annotated_documents, labelled_sentences, silver_documents
from models.names.tagger import Labelled, fit_tagger, labelled_runs
from models.training.ner.examples import json_lines
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import humas_nlp
from humas_nlp.evaluation.figures import Tally
from humas_nlp.language import tokenize
from humas_nlp.mentions.candidates import Candidate
from humas_nlp.mentions.component import recognised
from humas_nlp.mentions.mention import ENTITY_LABELS
from humas_nlp.mentions.names.tagger import read_tagger
from humas_nlp.mentions.reading import gathered
from humas_nlp.mentions.recognised.corrections import Limits, tidy
from humas_nlp.mentions.selection import select
from humas_nlp.mentions.weights import Weights
from humas_nlp.people.component import evidence_with
from humas_nlp.people.finder import PeopleWeights, bundled_people_weights, find_people
from humas_nlp.release.component import release_of

NAMES = ("PER", "ORG", "LOC", "LAW", "EVENT")
DATA = Path(__file__).parents[2] / "src/humas_nlp/data/mentions_weights.json"
STRENGTH = 1.0  # C of the regression
# No rule proposes events, and the stand-in reads them far worse than the recogniser (precision
# 0.47): theirs is what the recogniser has in the cross-validation of its card.
EVENT_PRECISION = 0.667
RAREST = 3  # times a feature is seen, to have a weight
COMMON = (-3.5, -3.0, -2.5, -2.0, -1.5)
ALONE = (-0.5, 0.0, 0.3, 0.6, 1.0)
# Not far apart, as of two that overlap the one wins that is worth more over its own least.
GRID = tuple(n / 100 for n in range(30, 51, 5))
Least = dict[str, float]
# Events hold dates and laws and have no other rival: each that is read is worth its place.
EVEN: Least = {**dict.fromkeys(sorted(ENTITY_LABELS), 0.5), "EVENT": 0.0}
Marks = frozenset[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated document with its candidates."""

    news: bool
    fold: int
    gold: Marks
    found: tuple[Candidate, ...]


def people_by_fold(shared: Path, rows: Sequence[dict[str, Any]]) -> dict[int, PeopleWeights]:
    """Return for each fold weights of the people room whose chain has not learned from it.

    The bundled chain has learned every text that is annotated here, and would be believed too
    much.

    Args:
        shared: Folder of the shared data.
        rows: Documents with "id" and "fold".
    """
    fold_of = {row["id"]: row["fold"] for row in rows}
    runs: list[tuple[int | None, list[Labelled]]] = []
    for example in annotated_documents(shared):
        own = labelled_runs(example, example.recognised) + labelled_runs(example, None)
        runs.append((fold_of.get(example.id), own))
    for example in labelled_sentences(shared):
        id = example.id.replace("train.bio:", "idner-")
        runs.append((fold_of.get(id), labelled_runs(example, None)))
    runs += [(None, labelled_runs(e, e.recognised)) for e in silver_documents(shared)]
    bundled = bundled_people_weights()
    found = {}
    for fold in sorted(set(fold_of.values())):
        kept = [run for number, own in runs if number != fold for run in own]
        names = replace(bundled.names, tagger=read_tagger(fit_tagger(kept)))
        found[fold] = replace(bundled, names=names)
    return found


def read(
    rows: Sequence[dict[str, Any]], setting: str, people_weights: Mapping[int, PeopleWeights]
) -> list[Read]:
    """Return the candidates of annotated documents.

    Args:
        rows: Documents with "text", "entities", "fold" and the "names" of the stand-in.
        setting: "recogniser" or "rules".
        people_weights: What the people are found by, for each fold.
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
        weights = people_weights[row["fold"]]
        names = recognised(doc)
        spans = [(e.start, e.end, e.label) for e in names] if names is not None else None
        people = find_people(row["text"], release_of(doc).paragraphs(), spans, weights)
        evidence = evidence_with(doc, people)
        gold = frozenset((a, b, label) for a, b, label in row["entities"])
        labels = {*row["labels"]}
        known = [c for c in gathered(evidence) if c.label in labels or c.label not in NAMES]
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
    odds = {
        str(name): round(float(weight), 3) for name, weight in pairs if not name.startswith("EVENT")
    }
    odds["EVENT"] = round(math.log(EVENT_PRECISION / (1 - EVENT_PRECISION)), 3)
    return Weights(odds, least)


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

    Label after label, the one is taken with which the label's F1 is best, releases and news
    counting alike.
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

    genres = [[d for d in documents if d.news == news] for news in (False, True)]
    least = EVEN
    for label in (name for name in NAMES if name != "EVENT"):
        tried = [{**least, label: value} for value in GRID]
        gains = [sum(counted(row, part)[label].f1 for part in genres) for row in tried]
        # of values that do as well, the one nearest to the middle
        best = max(range(len(GRID)), key=lambda i: (round(gains[i], 4), -abs(GRID[i] - 0.5)))
        least = tried[best]
    print(f"  least: {least}")
    for name, part in zip(("releases", "news"), genres, strict=True):
        print(f"  {name}")
        for label, count in counted(least, part).items():
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
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--names", type=Path, default=OUT / "stand_in.jsonl")
    parser.add_argument("--out", type=Path, default=DATA)
    args = parser.parse_args()
    rows = [json.loads(line) for line in json_lines(args.names)]
    result: dict[str, Any] = {
        "source": "python -m models.mentions.fit, on annotated releases and sentences of news"
    }
    result["corrections"] = corrections(rows)._asdict()
    people_weights = people_by_fold(args.shared, rows)
    for setting in ("recogniser", "rules"):
        print(setting)
        documents = read(rows, setting, people_weights)
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
