"""End-to-end scores of parts of the gold: by kind of quote, genre, outlet, confidence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from humas_nlp.evaluation.figures import Tally
from humas_nlp.evaluation.matching import match_quotes
from humas_nlp.evaluation.names import same_speaker

Data = Mapping[str, Any]
SUREST = 0.8  # share of the quotes that `attribution_of_surest` answers
BY_DOCUMENT = ("genre", "outlet")  # keys of a gold document that make a slice where they stand


def slices(gold: Sequence[Data], predicted: Sequence[Data]) -> dict[str, dict[str, Any]]:
    """Score parts of the gold.

    Args:
        gold: Gold documents; "genre" and "outlet" are used where a document has them.
        predicted: Analyses in their JSON form.

    Returns:
        For each slicing its parts with their figures: "kind" (recall by the gold kind), "genre"
        and "outlet" (precision, recall, F1), "surest" (share of right speakers among the quotes
        found, for all of them and for the 80 % with the highest confidence).
    """
    by_id = {document["id"]: document for document in predicted}
    kinds: defaultdict[str, Tally] = defaultdict(Tally)
    parts: dict[str, defaultdict[str, Tally]] = {key: defaultdict(Tally) for key in BY_DOCUMENT}
    sure: list[tuple[float, bool]] = []
    for document in gold:
        found: Sequence[Data] = by_id.get(document["id"], {}).get("quotes") or []
        right = set()
        for match in match_quotes(document["text"], document["quotes"], found):
            want, have = document["quotes"][match.gold], found[match.predicted]
            speaker = have.get("speaker")
            known = want["speaker"]
            good = same_speaker(document, known, speaker) if known else not speaker
            sure.append((have.get("confidence") or 0.0, good))
            if good:
                right.add(match.gold)
        for index, quote in enumerate(document["quotes"]):
            kinds[quote["kind"]].gold += 1
            kinds[quote["kind"]].right += index in right
        for key, tallies in parts.items():
            if document.get(key):
                tally = tallies[document[key]]
                tally.right += len(right)
                tally.predicted += len(found)
                tally.gold += len(document["quotes"])
    out: dict[str, dict[str, Any]] = {"kind": {k: t.recall for k, t in sorted(kinds.items())}}
    for key, tallies in parts.items():
        out[key] = {part: tally.to_dict() for part, tally in sorted(tallies.items())}
    out["surest"] = _surest(sure)
    return {key: value for key, value in out.items() if value}


def _surest(rows: list[tuple[float, bool]]) -> dict[str, float]:
    if not rows:
        return {}
    rows = sorted(rows, key=lambda row: -row[0])
    top = rows[: max(1, round(SUREST * len(rows)))]
    return {
        "all": sum(good for _, good in rows) / len(rows),
        "surest_80": sum(good for _, good in top) / len(top),
    }
