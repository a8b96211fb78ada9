"""Score analyses against gold.

Measures
    span strict    first and last word of the content agree; marks and punctuation are ignored
    span relaxed   word sets overlap by half of their union or more; one to one, best first
    attribution    of relaxed matches whose gold speaker is known, the share with the right one
    end to end     a predicted quote is right when it matches (relaxed) and its speaker is right
    false quotes   share of the predicted direct quotes that overlap no gold quote at all
    by form        end-to-end recall by how the source is named
    by speakers    end-to-end F1 in documents with one, two, three or more speakers

A gold document has "id", "text", "meta", "people" (id, name, role, affiliation), "quotes" (start,
end, text, kind, cue, source, speaker: id of a person, "ORG:name", "UNNAMED:phrase" or null) and
"themes" (codes). A prediction is the JSON of a `Document`. They are joined by id; a document
without a prediction counts as an empty one.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from humas_nlp.document import QuoteKind
from humas_nlp.errors import DataError
from humas_nlp.evaluation.people import HeaderScores, PeopleScores, ThemeScores
from humas_nlp.evaluation.quotes import Mistake, QuoteScores

GOLD_KEYS = ("id", "text", "meta", "people", "quotes", "themes")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcome of a comparison.

    Attributes:
        measures: Figures by name; plain JSON.
        mistakes: Wrong quotes, in document order.
    """

    measures: dict[str, Any]
    mistakes: tuple[Mistake, ...]


def score(gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]) -> Evaluation:
    """Compare predictions with gold.

    Args:
        gold: Gold documents.
        predicted: Analyses in their JSON form, in any order.

    Returns:
        All figures, and the quotes that are wrong.

    Raises:
        DataError: Gold lacks a key, an id occurs twice in the predictions, no id is in both, or a
            predicted quote has no usable range or kind.
    """
    by_id = _check(gold, predicted)
    quotes, people, header, themes = QuoteScores(), PeopleScores(), HeaderScores(), ThemeScores()
    for document in gold:
        prediction = by_id.get(document["id"], {})
        quotes.add(document, prediction.get("quotes") or [])
        for scores in (people, header, themes):
            scores.add(document, prediction)
    measures: dict[str, Any] = {"documents": len(gold)}
    for part in (quotes, people, header, themes):
        measures |= part.measures()
    return Evaluation(measures, tuple(quotes.mistakes))


def _check(
    gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]
) -> dict[str, Mapping[str, Any]]:
    for number, document in enumerate(gold, 1):
        if lacking := [key for key in GOLD_KEYS if key not in document]:
            raise DataError(
                f"Gold document {number} ({document.get('id', 'no id')}) has no "
                f"{', '.join(lacking)}: give the annotated file first, the analysis second."
            )
    by_id: dict[str, Mapping[str, Any]] = {}
    for number, prediction in enumerate(predicted, 1):
        if "id" not in prediction:
            raise DataError(f"Prediction {number} has no id: give what 'humas analyze' writes.")
        if prediction["id"] in by_id:
            raise DataError(f"The predictions have the id {prediction['id']!r} more than once.")
        by_id[prediction["id"]] = prediction
        _check_quotes(prediction)
    if gold and not by_id.keys() & {document["id"] for document in gold}:
        raise DataError(
            "No id of the predictions is in the gold: were they made from these documents, and "
            "with the right --id field?"
        )
    return by_id


def _check_quotes(prediction: Mapping[str, Any]) -> None:
    for quote in prediction.get("quotes") or []:
        start, end = quote.get("start"), quote.get("end")
        ranged = isinstance(start, int) and isinstance(end, int) and start <= end
        if not ranged or quote.get("kind") not in get_args(QuoteKind):
            raise DataError(
                f"The prediction {prediction['id']!r} has a quote ({quote.get('id', 'no id')}) "
                f"without a usable start, end and kind."
            )


def read_objects(path: str | Path) -> list[dict[str, Any]]:
    """Read a JSON Lines file of objects.

    Raises:
        DataError: The file is not there, or a line is no object; names file and line.
    """
    objects: list[dict[str, Any]] = []
    try:
        with Path(path).open(encoding="utf-8-sig", newline="\n") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    objects.append(_read_object(line, f"{path}, line {number}"))
    except OSError as error:
        raise DataError(f"{path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path} is not UTF-8: give a JSON Lines file.") from error
    return objects


def _read_object(line: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise DataError(f"{where}: not valid JSON ({error}).") from error
    if not isinstance(value, dict):
        raise DataError(f"{where}: not a JSON object; write one object a line.")
    return value
