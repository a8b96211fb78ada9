"""A document for displaCy, spaCy's own visualiser."""

from typing import Any

from humas_nlp.document import Document
from humas_nlp.report.labels import Language, labels
from humas_nlp.report.voices import voices

ENTITY_COLOUR = "#e4e4e4"


def displacy_data(document: Document, language: Language = "id") -> dict[str, Any]:
    """Return what ``displacy.render(…, manual=True)`` takes: text, ranges, colours.

    Args:
        document: The analysis with its text.
        language: Language of the label of an unknown speaker, "id" or "en".

    Returns:
        "data" for the first argument and "options": every quote is a range whose label is its
        speaker, in the colours of the article view. displaCy cannot nest ranges, so an entity is
        left out where it touches a quote, and a quote where it touches an earlier one.

    Example:
        >>> from spacy import displacy
        >>> shown = displacy_data(Document("d", text="Halo."))
        >>> html = displacy.render(
        ...     shown["data"], style="ent", manual=True, options=shown["options"], jupyter=False
        ... )
    """
    unknown = labels("article", language)["unknown_speaker"]
    colours: dict[str, str] = {}
    ranges: list[tuple[int, int, str]] = []
    for voice in voices(document):
        label = f"{voice.number} {voice.name or unknown}"
        colours[label] = voice.colour
        ranges += [(quote.start, quote.end, label) for quote in voice.quotes]
    shown = _without_overlaps(sorted(ranges))
    quoted = tuple(shown)
    for entity in document.entities:
        if all(entity.end <= start or end <= entity.start for start, end, _ in quoted):
            colours.setdefault(entity.label, ENTITY_COLOUR)
            shown.append((entity.start, entity.end, entity.label))
    found = _without_overlaps(sorted(shown))
    return {
        "data": {
            "text": document.text,
            "ents": [{"start": start, "end": end, "label": name} for start, end, name in found],
            "title": document.meta.title,
        },
        "options": {"colors": colours, "ents": list(colours)},
    }


def _without_overlaps(ranges: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Keep, of sorted ranges that touch, the first."""
    kept: list[tuple[int, int, str]] = []
    for each in ranges:
        if not kept or each[0] >= kept[-1][1]:
            kept.append(each)
    return kept
