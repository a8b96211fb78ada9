"""Two simple ways to name speakers, to be published beside every figure.

Both keep the quotes, people and mentions of an analysis and replace the speakers only, so that the
distance to them is the worth of the attribution rules alone:

- `nearest_name`: the person whose name stands nearest to the quote, before or after it.
- `last_speaker`: the person named in the quote's own source; without one, the last speaker.

A source phrase that names nobody known is an unnamed speaker to both.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from humas_nlp.evaluation.matching import PRONOUNS

Data = Mapping[str, Any]
Baseline = Callable[[Data], dict[str, Any]]


def nearest_name(document: Data) -> dict[str, Any]:
    """Give each quote the person whose name is nearest.

    Args:
        document: The JSON of a `Document`.

    Returns:
        The same with other speakers. Names inside a quote's content are not looked at.
    """
    quotes: Sequence[Data] = document.get("quotes") or []
    contents = [(q["start"], q["end"]) for q in quotes]
    named = [
        (start, end, person)
        for start, end, person in _mentions(document)
        if not any(a <= start < b for a, b in contents)
    ]
    return _with_speakers(document, [_nearest(q, named) for q in quotes])


def last_speaker(document: Data) -> dict[str, Any]:
    """Give each quote the person in its source, or else the last speaker.

    Args:
        document: The JSON of a `Document`.

    Returns:
        The same with other speakers.
    """
    named = _mentions(document)
    current: Data | None = None
    speakers: list[Data | None] = []
    for quote in document.get("quotes") or []:
        source = quote.get("source")
        if source and source["text"].casefold() not in PRONOUNS:
            inside = [p for a, b, p in named if a < source["end"] and source["start"] < b]
            current = _person(inside[-1]) if inside else _unnamed(source["text"])
        speakers.append(current)
    return _with_speakers(document, speakers)


BASELINES: Mapping[str, Baseline] = {"nearest_name": nearest_name, "last_speaker": last_speaker}


def _mentions(document: Data) -> list[tuple[int, int, Data]]:
    return sorted(
        (
            (mention["start"], mention["end"], person)
            for person in document.get("people") or []
            for mention in person.get("mentions") or []
        ),
        key=lambda row: row[:2],
    )


def _nearest(quote: Data, named: Sequence[tuple[int, int, Data]]) -> Data | None:
    if not named:
        return None
    start, end = quote["start"], quote["end"]
    return _person(min(named, key=lambda row: max(start - row[1], row[0] - end))[2])


def _person(person: Data) -> dict[str, Any]:
    return {"type": "person", "name": person["name"], "person": person["id"]}


def _unnamed(phrase: str) -> dict[str, Any]:
    return {"type": "unnamed", "name": phrase, "person": None}


def _with_speakers(document: Data, speakers: Sequence[Data | None]) -> dict[str, Any]:
    quotes = document.get("quotes") or []
    return {
        **document,
        "quotes": [{**q, "speaker": s} for q, s in zip(quotes, speakers, strict=True)],
    }
