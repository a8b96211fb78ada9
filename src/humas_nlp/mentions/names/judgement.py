"""Whether a candidate is the name of a person, with what the whole document says of it.

The tagger sees a word and its surroundings; a document names its people again and again, so a
doubtful name that repeats a sure one is sure, and one that is an institution elsewhere is none.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from humas_nlp.lexicon.name_words import is_acronym, weight_bucket
from humas_nlp.mentions.institutions.finder import is_institution
from humas_nlp.mentions.names.candidates import Candidate
from humas_nlp.mentions.names.logistic import Logistic, odds_of, read_logistic
from humas_nlp.mentions.names.recognised import SILENT
from humas_nlp.mentions.names.surroundings import cue_before, is_quoted, verb_follows
from humas_nlp.mentions.names.titles_around import degrees_end, honorifics_start
from humas_nlp.mentions.places.gazetteer import places
from humas_nlp.mentions.tokens import Token

MOST = 8  # log-odds beyond which more certainty says nothing
MOST_ELSEWHERE = 3  # sum of the chances elsewhere beyond which more of them say nothing
JOINERS = frozenset({",", "dan", "serta", "/", "-"})
LONGEST_JOINT = 2  # tokens of ", dan" between two names in a row


@dataclass(frozen=True, slots=True)
class Judgement:
    """A candidate with its features and its probability.

    Attributes:
        candidate: The stretch.
        features: What counted, by name.
        probability: That it is the name of a person, both borders right.
    """

    candidate: Candidate
    features: dict[str, float]
    probability: float


def judge(
    rows: Sequence[Sequence[Token]],
    codes: Sequence[Sequence[str]],
    found: Sequence[Candidate],
    weights: Logistic,
) -> list[Judgement]:
    """Return the judgement of each candidate of a document."""
    views = document_features(rows, codes, found)
    return [
        Judgement(candidate, view, weights.probability(view))
        for candidate, view in zip(found, views, strict=True)
    ]


def chosen(judged: Sequence[Judgement], threshold: float) -> list[Judgement]:
    """Return the likeliest judgements that do not overlap, in reading order.

    Stretches that overlap exclude one another, so that their chances add up to that of a name being
    there at all. Where this reaches the threshold the likeliest of them is taken: of "Bupati
    Sukamaju Rina Wulandari" it is sure that somebody is named, and in doubt where the name begins.
    """
    taken: set[tuple[int, int]] = set()
    kept = []
    by_row: dict[int, list[Judgement]] = defaultdict(list)
    for judgement in judged:
        by_row[judgement.candidate.row].append(judgement)
    for judgement in sorted(judged, key=lambda j: -j.probability):
        at = judgement.candidate
        spots = {(at.row, i) for i in range(at.first, at.last + 1)}
        if not taken.isdisjoint(spots):
            continue
        rivals = (j for j in by_row[at.row] if _overlap(at, j.candidate))
        if sum(rival.probability for rival in rivals) < threshold:
            continue
        taken |= spots
        kept.append(judgement)
    return sorted(kept, key=lambda j: (j.candidate.row, j.candidate.first))


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.first <= other.last and other.first <= one.last


def document_features(
    rows: Sequence[Sequence[Token]], codes: Sequence[Sequence[str]], found: Sequence[Candidate]
) -> list[dict[str, float]]:
    """Return the features of each candidate of a document.

    Args:
        rows: Tokens of each paragraph.
        codes: What the recogniser says of each token.
        found: The candidates.
    """
    best: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for candidate in found:
        best[candidate.parts].append(candidate.chance)
    for chances in best.values():
        chances.sort(reverse=True)
    longer: dict[str, float] = defaultdict(float)  # of each word, the surest name that holds it
    for parts, chances in best.items():
        if len(parts) > 1:
            for word in parts:
                longer[word] = max(longer[word], chances[0])
    labels = _label_counts(rows, codes)
    starts: dict[tuple[int, int], float] = defaultdict(float)  # the best chance that begins there
    ends: dict[tuple[int, int], float] = defaultdict(float)
    for candidate in found:
        for best_at, i in ((starts, candidate.first), (ends, candidate.last)):
            best_at[candidate.row, i] = max(best_at[candidate.row, i], candidate.chance)
    views = []
    for candidate in found:
        tokens = rows[candidate.row]
        view = _own(tokens, candidate)
        view |= _repeated(candidate, best, longer)
        view |= _labelled(tokens, codes[candidate.row], candidate, labels)
        view["before one in a row"] = starts.get(
            (candidate.row, _mate_after(tokens, candidate)), 0.0
        )
        view["behind one in a row"] = ends.get(
            (candidate.row, _mate_before(tokens, candidate)), 0.0
        )
        views.append(view)
    return views


def _own(tokens: Sequence[Token], candidate: Candidate) -> dict[str, float]:
    a, b = candidate.first, candidate.last
    odds = max(-MOST, min(MOST, odds_of(candidate.chance)))
    view = {"tagger": odds, f"words {min(len(candidate.parts), 4)}": 1.0}
    after = tokens[b + 1].text if b + 1 < len(tokens) else ""
    before = tokens[a - 1] if a else None
    flags = {
        "honorific": before is not None and before.honorific,
        "degree": degrees_end(tokens, b) > b,
        "whole run": candidate.run == (a, b),
        "verb follows": verb_follows(tokens, b),
        "cue after quote": is_quoted(tokens, a),
        "cue before": cue_before(tokens, a),
        "unknown word": any(weight_bucket(p).startswith("unknown") for p in candidate.parts),
    }
    if len(candidate.parts) == 1:
        word = candidate.parts[0]
        bracketed = before is not None and before.text == "(" and after == ")"
        # "Hadi Wibowo (Ipung)" gives a nickname, "Sekretaris Utama (Sestama)" a short form
        host = tokens[a - 2] if a > 1 else None
        is_name = host is not None and host.capital and not host.head and host.weight > 0
        flags |= {
            "single institution": is_institution(word),
            "single place": word.lower() in places(),
            "single acronym": is_acronym(word),
            "single in brackets behind a name": bracketed and is_name,
            "single in brackets": bracketed and not is_name,
            "single bare": not (flags["honorific"] or flags["degree"] or flags["cue before"]),
        }
        view["tagger of a single word"] = odds
    view |= {name: 1.0 for name, holds in flags.items() if holds}
    return view


def _repeated(
    candidate: Candidate, best: dict[tuple[str, ...], list[float]], longer: dict[str, float]
) -> dict[str, float]:
    parts, chances = candidate.parts, best[candidate.parts]
    others = chances[1] if chances[0] == candidate.chance and len(chances) > 1 else chances[0]
    view = {}
    if len(chances) > 1:
        view["best elsewhere"] = others
        view["elsewhere"] = 1.0
        view["sum elsewhere"] = min(MOST_ELSEWHERE, sum(chances) - candidate.chance)
    if len(parts) == 1:
        view["part of a longer name"] = longer.get(parts[0], 0.0)
    else:
        singles = [best[(word,)][0] for word in parts if (word,) in best]
        view["holds a single name"] = max(singles, default=0.0)
        shorter = [part for part in (parts[1:], parts[:-1]) if len(part) > 1 and part in best]
        view["holds a shorter name"] = max((best[part][0] for part in shorter), default=0.0)
    return view


def _label_counts(
    rows: Sequence[Sequence[Token]], codes: Sequence[Sequence[str]]
) -> Counter[tuple[str, str]]:
    return Counter(
        (token.text, code.partition("-")[0])
        for tokens, labels in zip(rows, codes, strict=True)
        for token, code in zip(tokens, labels, strict=True)
        if token.capital and code != SILENT
    )


def _labelled(
    tokens: Sequence[Token],
    codes: Sequence[str],
    candidate: Candidate,
    labels: Counter[tuple[str, str]],
) -> dict[str, float]:
    a, b = candidate.first, candidate.last
    if codes[a] == SILENT:
        return {"no recogniser": 1.0}
    words = [t.text for t in tokens[a : b + 1] if t.capital]
    people = sum(labels[word, "PER"] for word in words)
    others = sum(labels[word, name] for word in words for name in ("ORG", "LOC", "EVENT", "LAW"))
    none = sum(labels[word, ""] for word in words)
    total = max(1, people + others + none)
    exact = codes[a] == "PER-S" if a == b else (codes[a], codes[b]) == ("PER-B", "PER-E")
    return {
        "labelled as a person": people / total,
        "labelled as another": others / total,
        "labelled with these borders": float(exact),
    }


def _mate_after(tokens: Sequence[Token], candidate: Candidate) -> int:
    """Return the index of the word behind a comma or *dan* after a name, titles skipped, or -1."""
    n = candidate.last + 1
    while n < len(tokens) and n <= candidate.last + LONGEST_JOINT and tokens[n].text in JOINERS:
        n += 1
    joined = n > candidate.last + 1
    while joined and n < len(tokens) and tokens[n].honorific:
        n += 1
    return n if joined and n < len(tokens) else -1


def _mate_before(tokens: Sequence[Token], candidate: Candidate) -> int:
    """Return the index of the word before a comma or *dan* before a name, titles skipped, or -1."""
    h = honorifics_start(tokens, candidate.first, -1)
    n = h - 1
    while n >= 0 and n >= h - LONGEST_JOINT and tokens[n].text in JOINERS:
        n -= 1
    return n if n < h - 1 else -1


@cache
def judgement_weights() -> Logistic:
    """Return the bundled weights of `judge`."""
    return read_logistic(_judgement_file()["judgement"])


@cache
def least_chance() -> float:
    """Return the least probability by the tagger of a candidate that the document may lift."""
    return float(_judgement_file()["least"])


@cache
def _judgement_file() -> dict[str, Any]:
    raw = (files("humas_nlp.data") / "people_name_weights.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(raw)
    return found
