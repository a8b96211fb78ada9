"""Fit which candidates are quotes, who says them and how sure that is, and judge it by outlets.

    python -m models.quotes.fit --shared ../shared

Reads the annotated documents (gold train and the texts of other outlets), fits selection, speakers
and confidence one after another and writes `quotes_selection.json`, `quotes_speakers.json`,
`quotes_confidence.json` and the counts of the constructions, `quotes_rules.tsv`, to
`src/humas_nlp/data`. Before that it prints what to expect on outlets never seen: five folds of
whole outlets; for each, everything is fitted on the other four, the confidence on predictions for
each of these four by the other three. Beside it stand the rules alone (first reading of a source
phrase, whoever is expected by the state of the discourse; no weights), the nearest name and the
last speaker.

    --evaluate          print the figures, write nothing
    --without REGEX     leave out the features that match, in all three fits (ablation)
    --parts train …     other annotated documents (see models/annotated.py)
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from models.annotated import PARTS, folds
from models.quotes.cases import Case, read_cases
from models.quotes.fitting import (
    PENALTIES,
    Keep,
    fit_logistic,
    fit_selection,
    fit_speakers,
    rules_alone,
)
from models.quotes.report import (
    Baseline,
    Found,
    figures,
    is_speaker,
    last_speaker,
    nearest_name,
    outcomes,
    table,
)

from humas_nlp.quotes import confidence
from humas_nlp.quotes.candidates.constructions import construction_of
from humas_nlp.quotes.finder import Models, decided
from humas_nlp.quotes.selection import SelectionModel, select
from humas_nlp.quotes.speakers.ranking import attribute, with_shared
from humas_nlp.quotes.weights import Logistic

DATA = Path("src/humas_nlp/data")
COMMAND = "python -m models.quotes.fit --shared ../shared"
FOLDS = 5
DIGITS = 4  # of weights in the files
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
UNSURE = Logistic(0.0, {})


def parts_of(cases: Sequence[Case], number: int) -> list[list[Case]]:
    """Return the cases in folds of whole outlets."""
    return [[cases[n] for n in fold] for fold in folds([c.row for c in cases], number)]


def all_but(parts: Sequence[Sequence[Case]], left: int) -> list[Case]:
    """Return the cases of all parts but one."""
    return [case for n, part in enumerate(parts) if n != left for case in part]


def fit_stages(cases: Sequence[Case], least: float, keep: Keep) -> Models:
    """Fit selection and speakers; the confidence is left open."""
    selection = fit_selection(cases, least, keep=keep)
    return Models(selection, with_shared(fit_speakers(cases, selection, keep=keep)), UNSURE)


def fit_confidence(
    parts: Sequence[Sequence[Case]], fitted: Sequence[Models], keep: Keep
) -> Logistic:
    """Fit the confidence on predictions for parts that their models have not seen.

    Args:
        parts: Documents in parts.
        fitted: For each part the models of the other parts.
        keep: Whether a feature takes part.
    """
    rows: list[Mapping[str, float]] = []
    right: list[bool] = []
    for part, models in zip(parts, fitted, strict=True):
        for case in part:
            candidates = case.proposed.candidates
            chosen = select(case.people.text, candidates, case.readings, models.selection)
            said = attribute(
                case.people,
                [c.candidate for c in chosen],
                case.proposed.entrances,
                [c.readings for c in chosen],
                models.speakers,
            )
            for one, attribution in zip(chosen, said, strict=True):
                speaker = attribution.best.antecedent.speaker
                name = case.people.name_probability(speaker)
                rows.append(
                    confidence.features(one.candidate, one.probability, attribution.best, name)
                )
                at = case.gold[one.index]
                wanted = None if at is None else case.row["quotes"][at]["speaker"]
                right.append(at is not None and is_speaker(case.row, wanted, speaker))
    return fit_logistic(rows, right, PENALTIES.confidence, keep)


def fit_all(cases: Sequence[Case], number: int, least: float, keep: Keep) -> Models:
    """Fit all three: the confidence on predictions by folds, the others on everything."""
    parts = parts_of(cases, number)
    inner = [fit_stages(all_but(parts, n), least, keep) for n in range(len(parts))]
    return fit_stages(cases, least, keep)._replace(confidence=fit_confidence(parts, inner, keep))


def best_threshold(cases: Sequence[Case], keep: Keep) -> float:
    """Return the least probability of a quote with the best F1 of spans and speakers, by folds."""
    parts = parts_of(cases, FOLDS)
    fitted = [fit_stages(all_but(parts, n), THRESHOLDS[0], keep) for n in range(len(parts))]
    gold = sum(len(case.row["quotes"]) for case in cases)

    def value(least: float) -> float:
        found = [
            (case, decided(case.proposed, case.people, models, least=least))
            for part, models in zip(parts, fitted, strict=True)
            for case in part
        ]
        rows = outcomes(found)
        return 2 * sum(row.right for row in rows) / (len(rows) + gold)

    return max(THRESHOLDS, key=lambda least: (round(value(least), DIGITS), -least))


def predicted(cases: Sequence[Case], models: Models) -> list[Found]:
    """Return the quotes that models find."""
    return [(case, decided(case.proposed, case.people, models)) for case in cases]


def baseline(found: Sequence[Found], give: Baseline) -> list[Found]:
    """Return quotes with the speakers of a baseline."""
    return [
        (
            case,
            tuple(
                replace(quote, speaker=speaker)
                for quote, speaker in zip(quotes, give(case.people, quotes), strict=True)
            ),
        )
        for case, quotes in found
    ]


def evaluate(cases: Sequence[Case], least: float, keep: Keep) -> dict[str, dict[str, float]]:
    """Return the figures on outlets that no part has seen, and those of the baselines."""
    parts = parts_of(cases, FOLDS)
    fitted: list[Found] = []
    for n, part in enumerate(parts):
        fitted += predicted(part, fit_all(all_but(parts, n), FOLDS - 1, least, keep))
    alone = [(case, rules_alone(case)) for case, _ in fitted]
    other = [(c, f) for c, f in fitted if c.row["part"] == "outlets"]
    lines = {
        "fitted": figures(fitted),
        "rules alone": figures(alone),
        "nearest name": figures(baseline(fitted, nearest_name)),
        "last speaker": figures(baseline(fitted, last_speaker)),
    }
    if other:
        lines["fitted, a to i"] = figures(other)
        lines["rules, a to i"] = figures([(c, f) for c, f in alone if c.row["part"] == "outlets"])
    return lines


def rounded(weights: Mapping[str, float]) -> dict[str, float]:
    """Return weights as they are written: by name, those that round to 0 left out."""
    return {f: round(w, DIGITS) for f, w in sorted(weights.items()) if round(w, DIGITS)}


def write(name: str, what: str, content: dict[str, Any]) -> None:
    """Write a file of weights with its command."""
    data = {"what": what, "written_by": COMMAND, **content}
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (DATA / f"{name}.json").write_text(text + "\n", "utf-8")


def write_counts(found: Sequence[Found]) -> None:
    """Write how often each construction found a quote, and a right one."""
    total, right = Counter[str](), Counter[str]()
    for row in outcomes(found):
        total[construction_of(row.rule)] += 1
        right[construction_of(row.rule)] += row.right
    lines = [
        "# Construction, quotes found, quotes right with their speaker, in gold train and texts of",
        f"# other outlets; written by {COMMAND}.",
        *(f"{rule}\t{total[rule]}\t{right[rule]}" for rule in sorted(total)),
    ]
    (DATA / "quotes_rules.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def write_all(cases: Sequence[Case], least: float, keep: Keep) -> None:
    """Fit on everything and write the files."""
    models = fit_all(cases, FOLDS, least, keep)
    selection: SelectionModel = models.selection
    write(
        "quotes_selection",
        "Log-odds that each feature adds to a candidate being a quote; features: selection.py.",
        {
            "least_probability": selection.least,
            "intercept": round(selection.weights.intercept, DIGITS),
            "weights": rounded(selection.weights.weights),
        },
    )
    write(
        "quotes_speakers",
        "What each feature of an antecedent adds, by form of the source; features: ranking.py.",
        {"weights": {form: rounded(own) for form, own in models.speakers.items()}},
    )
    write(
        "quotes_confidence",
        "Log-odds that each feature adds to a quote being right; features: confidence.py.",
        {
            "intercept": round(models.confidence.intercept, DIGITS),
            "weights": rounded(models.confidence.weights),
        },
    )
    write_counts(predicted(cases, models))


def main() -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--parts", nargs="+", default=list(PARTS))
    parser.add_argument("--evaluate", action="store_true", help="print the figures only")
    parser.add_argument("--without", help="leave out the features that match (ablation)")
    args = parser.parse_args()
    left_out = re.compile(args.without) if args.without else None

    def keep(feature: str) -> bool:
        return left_out is None or not left_out.search(feature)

    cases = read_cases(args.shared, args.parts)
    least = best_threshold(cases, keep)
    print(f"{len(cases)} documents, least probability of a quote {least}")
    print(table(evaluate(cases, least, keep)))
    if not (args.evaluate or left_out):
        write_all(cases, least, keep)


if __name__ == "__main__":
    main()
