"""Fit which words are names of people, which names are one person's, which words name him again.

    python -m models.names.fit --shared ../shared

Reads the annotated documents of `models/annotated.py` (gold train and the outlets of sets a to i)
and the label sets that may train, and what the rules of version 0.1 found in 1,100 texts of the
corpora (`silver.jsonl`), for the chain alone; never dev or evaluation data. Writes, under
`src/humas_nlp/data`: `people_name_tagger.json` (the chain over the words of a run),
`people_name_weights.json` (the judgement by the whole document) and `people_weights.json` (same
person, occurrences). Every step behind the chain learns from the chain's output on outlets that
it has not seen. Prints precision and recall of name spans, calibration and F1 of people by folds of
whole outlets.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from models.annotated import folds
from models.names.examples import Example, annotated_documents, labelled_sentences, silver_documents
from models.names.persons import occurrence_rows, same_person_rows
from models.names.tagger import Labelled, fit_tagger, labelled_runs
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from humas_nlp.mentions.names.candidates import Candidate, candidates
from humas_nlp.mentions.names.finder import NameWeights
from humas_nlp.mentions.names.judgement import Judgement, chosen, document_features
from humas_nlp.mentions.names.logistic import Logistic, read_logistic
from humas_nlp.mentions.names.recognised import recogniser_codes
from humas_nlp.mentions.names.tagger import NameTagger, read_tagger
from humas_nlp.mentions.tokens import read_tokens
from humas_nlp.people.finder import PeopleWeights, find_people

DATA = Path("src/humas_nlp/data")
FOLDS = Path("build/names/folds.json")  # outside git: what was fitted without each fold
LEAST = 0.02  # of a candidate
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)
STEP = "python -m models.names.fit"
Table = tuple[list[dict[str, float]], list[bool]]
Seen = tuple[list[Candidate], list[dict[str, float]], list[bool]]  # of one document


def fit_logistic(rows: Table, threshold: float = 0.5) -> dict[str, object]:
    """Return the weights of a logistic regression in the JSON form that `read_logistic` reads."""
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(rows[0])
    model = LogisticRegression(max_iter=3000).fit(table, rows[1])
    names = vectorizer.get_feature_names_out()
    weights = {n: round(float(w), 3) for n, w in zip(names, model.coef_[0], strict=True)}
    return {
        "bias": round(float(model.intercept_[0]), 3),
        "threshold": threshold,
        "weights": weights,
    }


def seen_by(tagger: NameTagger, example: Example, heard: bool) -> Seen:
    """Return the candidates of a document with features, and whether each is a name."""
    rows = [read_tokens(example.text, a, b) for a, b in example.paragraphs]
    codes = recogniser_codes(rows, example.recognised if heard else None)
    found = candidates(example.text, rows, codes, tagger, LEAST)
    right = [(rows[c.row][c.first].start, rows[c.row][c.last].end) in example.names for c in found]
    return found, document_features(rows, codes, found), right


def table_of(seen: Iterable[Seen]) -> Table:
    """Return the features and labels of several documents as one table."""
    parts = list(seen)
    return [v for _, views, _ in parts for v in views], [y for *_, ys in parts for y in ys]


def people_counts(example: Example, weights: PeopleWeights, heard: bool) -> Counter[str]:
    """Return how many persons are found, annotated and both, by full name."""
    recognised = example.recognised if heard else None
    reading = find_people(example.text, example.paragraphs, recognised, weights)
    found = [_key(p.name) for p in reading.people]
    gold = {_key(name) for name, _ in example.people}
    return Counter(found=len(found), gold=len(gold), both=len(gold & set(found)))


def _key(name: str) -> str:
    return " ".join(name.casefold().replace(".", " ").split())


def f1(counts: Counter[str]) -> str:
    """Return precision, recall and F1 as text."""
    p = counts["both"] / max(1, counts["found"])
    r = counts["both"] / max(1, counts["gold"])
    return f"P {p:.4f} R {r:.4f} F1 {2 * p * r / max(p + r, 1e-9):.4f}"


def calibration(chances: Sequence[float], right: Sequence[bool]) -> str:
    """Return the mean chance and the share that is right, for tenths of chances."""
    p, y = np.array(chances), np.array(right)
    lines = []
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (p >= low) & (p < low + 0.1 + (low > 0.85))
        if inside.any():
            lines.append(f"{p[inside].mean():.2f}: {y[inside].mean():.2f} ({inside.sum()})")
    return ", ".join(lines)


def fit(shared: Path) -> dict[str, dict[str, object]]:
    """Fit everything, print the figures by folds and return the three files' contents."""
    examples = annotated_documents(shared)
    parts = folds([{"outlet": e.outlet} for e in examples])
    labelled = [(e.id, labelled_runs(e, None)) for e in labelled_sentences(shared)]
    sentences: list[Labelled] = []
    for number, example in enumerate(silver_documents(shared)):
        sentences += labelled_runs(example, example.recognised)
        if number % 2:  # the other half of the evidence is enough without the recogniser
            sentences += labelled_runs(example, None)
    runs = [labelled_runs(e, e.recognised) + labelled_runs(e, None) for e in examples]
    taggers, seen, raw = [], {}, []
    for part in parts:
        held = set(part)
        learned = [row for i, rows in enumerate(runs) if i not in held for row in rows]
        # many releases of the label sets are annotated documents too: out with those of the fold
        ids = {examples[i].id for i in part}
        learned += [row for name, rows in labelled if name not in ids for row in rows]
        raw.append(fit_tagger(learned + sentences))
        tagger = read_tagger(raw[-1])
        taggers.append(tagger)
        for i in part:
            for heard in (True, False):
                seen[i, heard] = seen_by(tagger, examples[i], heard)
        print(f"tagger of a fold: {len(tagger.features)} features", flush=True)
    later, persons = _later_steps(examples, parts, taggers, seen)
    _write_folds(examples, parts, raw, persons)
    return later | {
        "people_name_tagger.json": fit_tagger(
            [r for rows in runs for r in rows]
            + [r for _, rows in labelled for r in rows]
            + sentences
        )
    }


def _later_steps(
    examples: Sequence[Example],
    parts: Sequence[Sequence[int]],
    taggers: Sequence[NameTagger],
    seen: dict[tuple[int, bool], Seen],
) -> tuple[dict[str, dict[str, object]], list[PeopleWeights]]:
    """Fit what stands behind the tagger, print the figures; return files and folds' weights."""
    spans: Counter[str] = Counter()
    chances: list[float] = []
    rights: list[bool] = []
    names: list[NameWeights] = []
    for part, tagger in zip(parts, taggers, strict=True):
        held = set(part)
        raw = fit_logistic(table_of(s for (i, _), s in seen.items() if i not in held))
        judgement = read_logistic(raw)
        names.append(NameWeights(tagger, judgement, LEAST))
        for i in part:
            found, views, right = seen[i, True]
            p = [judgement.probability(view) for view in views]
            truth = {(c.row, c.first, c.last): y for c, y in zip(found, right, strict=True)}
            judged = [Judgement(c, {}, q) for c, q in zip(found, p, strict=True)]
            kept = chosen(judged, judgement.threshold)
            at = [(j.candidate.row, j.candidate.first, j.candidate.last) for j in kept]
            within = sum(
                any(a <= n[0] < b for a, b in examples[i].paragraphs) for n in examples[i].names
            )
            spans.update(found=len(kept), gold=within, both=sum(truth[k] for k in at))
            chances += [j.probability for j in kept]
            rights += [truth[k] for k in at]
    print("name spans on outlets not seen:", f1(spans))
    print("calibration:", calibration(chances, rights))
    same, again = {}, {}
    for part, weights in zip(parts, names, strict=True):
        for i in part:
            same[i] = same_person_rows(examples[i], weights)
            again[i] = occurrence_rows(examples[i], weights)
    persons = [_persons(names[k], same, again, set(part)) for k, part in enumerate(parts)]
    threshold = _threshold(examples, parts, persons)
    everything = table_of(seen.values())
    files: dict[str, dict[str, object]] = {
        "people_name_weights.json": {
            "made by": STEP,
            "least": LEAST,
            "judgement": fit_logistic(everything, threshold),
        },
        "people_weights.json": {
            "made by": STEP,
            "same person": fit_logistic(_joined(same, set())),
            "occurrence": fit_logistic(_joined(again, set())),
        },
    }
    return files, [_with(weights, threshold) for weights in persons]


def _write_folds(
    examples: Sequence[Example],
    parts: Sequence[Sequence[int]],
    taggers: Sequence[dict[str, object]],
    persons: Sequence[PeopleWeights],
) -> None:
    """Write what was fitted without each fold, for the steps of other rooms behind the names."""
    rows = [
        {
            "ids": [examples[i].id for i in part],
            "tagger": tagger,
            "judgement": asdict(weights.names.judgement),
            "same person": asdict(weights.same_person),
            "occurrence": asdict(weights.occurrence),
        }
        for part, tagger, weights in zip(parts, taggers, persons, strict=True)
    ]
    FOLDS.parent.mkdir(parents=True, exist_ok=True)
    FOLDS.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")


def fold_weights() -> dict[str, PeopleWeights]:
    """Return, by the id of each annotated document, the weights that were fitted without it.

    Empty where the fit of the names has not run in this checkout.
    """
    if not FOLDS.exists():
        return {}
    found = {}
    for row in json.loads(FOLDS.read_text("utf-8")):
        names = NameWeights(read_tagger(row["tagger"]), read_logistic(row["judgement"]), LEAST)
        same, again = read_logistic(row["same person"]), read_logistic(row["occurrence"])
        found |= dict.fromkeys(row["ids"], PeopleWeights(names, same, again))
    return found


def _persons(
    names: NameWeights, same: dict[int, Table], again: dict[int, Table], held: set[int]
) -> PeopleWeights:
    return PeopleWeights(
        names,
        read_logistic(fit_logistic(_joined(same, held))),
        read_logistic(fit_logistic(_joined(again, held))),
    )


def _joined(tables: dict[int, Table], held: set[int]) -> Table:
    kept = [table for i, table in sorted(tables.items()) if i not in held]
    return [v for views, _ in kept for v in views], [y for _, ys in kept for y in ys]


def _threshold(
    examples: Sequence[Example],
    parts: Sequence[Sequence[int]],
    persons: Sequence[PeopleWeights],
) -> float:
    """Print F1 of people by folds and return the threshold that is best over all of them."""
    for heard in (True, False):
        total: dict[float, list[Counter[str]]] = {}
        for threshold in THRESHOLDS:
            for part, weights in zip(parts, persons, strict=True):
                counts: Counter[str] = Counter()
                for i in part:
                    counts += people_counts(examples[i], _with(weights, threshold), heard)
                total.setdefault(threshold, []).append(counts)
        print("people,", "with the recogniser" if heard else "rules alone")
        for threshold, counts in total.items():
            by_fold = " ".join(f1(c)[-6:] for c in counts)
            print(f"  threshold {threshold}: {f1(_sum(counts))} | folds {by_fold}")
        honest: Counter[str] = Counter()
        for k in range(len(parts)):
            best = max(
                THRESHOLDS,
                key=lambda t: f1(_sum(c for j, c in enumerate(total[t]) if j != k))[-6:],
            )
            honest += total[best][k]
        print("  threshold chosen on the other folds:", f1(honest), flush=True)
        if heard:
            chosen_one = max(THRESHOLDS, key=lambda t: f1(_sum(total[t]))[-6:])
    return chosen_one


def _sum(counts: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in counts:
        total += one
    return total


def _with(weights: PeopleWeights, threshold: float) -> PeopleWeights:
    old = weights.names.judgement
    judgement = Logistic(old.bias, old.weights, threshold)
    names = NameWeights(weights.names.tagger, judgement, weights.names.least)
    return PeopleWeights(names, weights.same_person, weights.occurrence)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=DATA)
    args = parser.parse_args()
    for name, content in fit(args.shared).items():
        content = {"made by": STEP} | content
        lines = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (args.out / name).write_text(lines + "\n", "utf-8")


if __name__ == "__main__":
    main()
