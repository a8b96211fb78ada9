"""The wrong quotes of an analysis with their surroundings, for a person to read."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from humas_nlp.evaluation.matching import match_quotes
from humas_nlp.evaluation.names import same_speaker

Data = Mapping[str, Any]
AROUND = 120  # code points of text shown before and after a quote
LONGEST = 300  # code points of a content that are shown


def reading_lines(gold: Sequence[Data], predicted: Sequence[Data]) -> Iterator[str]:
    """Give the wrong quotes document by document.

    Args:
        gold: Gold documents.
        predicted: Analyses in their JSON form.

    Yields:
        Lines: a heading for each document with a mistake; for each mistake what is wrong, the
        text with the content between ``[[`` and ``]]``, and the speakers with the rule.
    """
    by_id = {document["id"]: document for document in predicted}
    for document in gold:
        found: Sequence[Data] = by_id.get(document["id"], {}).get("quotes") or []
        lines = list(_document(document, found))
        if lines:
            yield f"# {document['id']}"
            yield from lines
            yield ""


def _document(document: Data, found: Sequence[Data]) -> Iterator[str]:
    text = document["text"]
    matches = match_quotes(text, document["quotes"], found)
    names = {person["id"]: person["name"] for person in document["people"]}
    for match in matches:
        want, have = document["quotes"][match.gold], found[match.predicted]
        known, speaker = want["speaker"], have.get("speaker")
        if same_speaker(document, known, speaker) if known else not speaker:
            continue
        yield "speaker: " + _shown(text, want)
        yield f"    gold {names.get(known, known)}, found {_name(speaker)} {_rule(have)}"
    for index, quote in enumerate(document["quotes"]):
        if index not in {match.gold for match in matches}:
            yield "missed: " + _shown(text, quote)
            yield f"    gold {names.get(quote['speaker'], quote['speaker'])}, {quote['kind']}"
    for index, quote in enumerate(found):
        if index not in {match.predicted for match in matches}:
            yield "spurious: " + _shown(text, quote)
            yield f"    found {_name(quote.get('speaker'))} {_rule(quote)}"


def _shown(text: str, quote: Data) -> str:
    start, end = quote["start"], quote["end"]
    content = _one_line(text[start:end])
    if len(content) > LONGEST:
        content = content[:LONGEST] + "…"
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{_one_line(before)} [[{content}]] {_one_line(after)}".strip()


def _name(speaker: Data | None) -> str:
    return f"{speaker.get('name')} ({speaker.get('type')})" if speaker else "nobody"


def _rule(quote: Data) -> str:
    rule, confidence = quote.get("rule"), quote.get("confidence")
    return f"by {rule}, confidence {confidence}" if rule else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
