"""Figures of attribution by outlet folds: quotes, speakers, forms, calibration."""

from collections.abc import Callable, Sequence
from math import nan
from typing import Any, NamedTuple

from models.quotes.cases import Case, Row

from humas_nlp.document import Quote, Speaker
from humas_nlp.evaluation.matching import match_quotes
from humas_nlp.evaluation.names import same_speaker
from humas_nlp.evaluation.scorer import score
from humas_nlp.quotes.speakers.antecedents import Antecedents

BINS = 5  # of equal mass, for the calibration error
SURE = 0.8  # share of the quotes that counts as the surest
FORMS = ("name", "noun_phrase", "pronoun", "clitic", "none")
Found = tuple[Case, tuple[Quote, ...]]


class Outcome(NamedTuple):
    """A quote that was found: its confidence, its rule, whether it is right with its speaker."""

    confidence: float
    rule: str
    right: bool


def outcomes(found: Sequence[Found]) -> list[Outcome]:
    """Return the outcome of every quote."""
    rows = []
    for case, quotes in found:
        gold = case.row["quotes"]
        spans = [q.to_dict() for q in quotes]
        pairs = {m.predicted: m.gold for m in match_quotes(case.row["text"], gold, spans)}
        for n, quote in enumerate(quotes):
            at = pairs.get(n)
            right = at is not None and is_speaker(case.row, gold[at]["speaker"], quote.speaker)
            rows.append(Outcome(quote.confidence, quote.rule, right))
    return rows


def is_speaker(row: Row, wanted: str | None, speaker: Speaker | None) -> bool:
    """Say whether a speaker is the annotated one; None for nobody on both sides."""
    if wanted is None or speaker is None:
        return wanted is None and speaker is None
    return same_speaker(row, wanted, speaker.to_dict())


def calibration_error(rows: Sequence[Outcome], bins: int = BINS) -> float:
    """Return the expected calibration error over bins of equal mass."""
    ordered = sorted((row.confidence, row.right) for row in rows)
    error = 0.0
    for n in range(bins):
        part = ordered[n * len(ordered) // bins : (n + 1) * len(ordered) // bins]
        error += abs(sum(c for c, _ in part) - sum(r for _, r in part)) / len(ordered)
    return error


def surest(rows: Sequence[Outcome], part: float = SURE) -> float:
    """Return how many of the surest part of the quotes are right."""
    ordered = sorted(rows, key=lambda row: -row.confidence)[: round(part * len(rows))]
    return sum(row.right for row in ordered) / len(ordered)


def figures(found: Sequence[Found]) -> dict[str, float]:
    """Return all figures of a system by name."""
    gold = [case.row for case, _ in found]
    predicted = [
        {"id": case.row["id"], "quotes": [q.to_dict() for q in quotes]} for case, quotes in found
    ]
    measures: dict[str, Any] = score(gold, predicted).measures
    rows = outcomes(found)
    forms = measures["recall_by_form"]
    return {
        "all": measures["end_to_end_all"]["f1"],
        "direct": measures["end_to_end_direct"]["f1"],
        "indirect": measures["end_to_end_indirect"]["f1"],
        "span": measures["span_relaxed_all"]["f1"],
        "attrib.": measures["attribution_all"],
        **{form: forms.get(form, nan) for form in FORMS},
        "3+": measures["f1_by_speakers"].get("three_or_more", nan),
        "ECE": calibration_error(rows),
        "surest": surest(rows),
    }


def table(lines: dict[str, dict[str, float]]) -> str:
    """Return figures as a table, one line a system."""
    columns = list(next(iter(lines.values())))
    head = " ".join(f"{name[:8]:>8}" for name in columns)
    body = [
        f"{name:20} " + " ".join(f"{row[column]:8.3f}" for column in columns)
        for name, row in lines.items()
    ]
    return "\n".join([f"{'':20} {head}", *body])


def nearest_name(people: Antecedents, quotes: Sequence[Quote]) -> list[Speaker | None]:
    """Give each quote the person named last before its content, or beside its cue."""
    found: list[Speaker | None] = []
    for quote in quotes:
        place = quote.source.end if quote.source else quote.start
        near = people.recent(place, 1)
        found.append(people.persons[near[0].person] if near else None)
    return found


def last_speaker(people: Antecedents, quotes: Sequence[Quote]) -> list[Speaker | None]:
    """Give each quote the person that its source names, else the speaker of the quote before."""
    found: list[Speaker | None] = []
    for quote in quotes:
        named = people.mentioned(quote.source.start, quote.source.end) if quote.source else None
        before = found[-1] if found else None
        found.append(people.persons[named.person] if named else before)
    return found


Baseline = Callable[[Antecedents, Sequence[Quote]], list[Speaker | None]]
