"""What is marked in a text: quotes, cues, sources, entities, words that carry a theme."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from humas_nlp.document import Document, Entity, Quote
from humas_nlp.report.labels import Language, labels
from humas_nlp.report.markup import Mark
from humas_nlp.report.voices import Voice

REASON_LENGTH = 2
"""A reason shorter than this is no word to look for."""


def text_marks(
    document: Document, voices: Iterable[Voice], language: Language | None
) -> list[Mark]:
    """Return the marks of a document's text.

    Args:
        document: The analysis with its text.
        voices: Its quotes, grouped by speaker.
        language: Language of the hints; None for marks without hints.
    """
    marks = _all_marks(document, voices, language or "id")
    return marks if language else [replace(mark, hint="") for mark in marks]


def _all_marks(document: Document, voices: Iterable[Voice], language: Language) -> list[Mark]:
    kinds = labels("kind", language)
    words = labels("article", language)
    names = labels("entity", language)
    marks = [
        mark
        for voice in voices
        for quote in voice.quotes
        for mark in _quote(quote, voice, kinds, words)
    ]
    marks += [_entity(entity, names) for entity in document.entities]
    marks += _reasons(document)
    return marks


def quote_hint(
    quote: Quote, voice: Voice, kinds: Mapping[str, str], words: Mapping[str, str]
) -> str:
    """Say in one line what a quote is: id, kind, speaker, confidence, rule."""
    speaker = ", ".join(filter(None, (voice.name, voice.role, voice.affiliation)))
    parts = [
        quote.id,
        kinds.get(quote.kind, quote.kind),
        speaker or words["unknown_speaker"],
        words["confidence"].format(f"{quote.confidence:.0%}"),
        quote.rule,
    ]
    return " · ".join(filter(None, parts))


def _quote(
    quote: Quote, voice: Voice, kinds: Mapping[str, str], words: Mapping[str, str]
) -> Iterator[Mark]:
    kind = quote.kind if quote.kind in kinds else "direct"
    classes = f"humas-quote humas-{kind} {voice.style}"
    hint = quote_hint(quote, voice, kinds, words)
    yield Mark(quote.start, quote.end, "quote", classes, hint, voice.number, quote.id)
    if quote.cue is not None:
        yield Mark(quote.cue.start, quote.cue.end, "cue", "humas-cue", quote.id)
    if quote.source is not None:
        yield Mark(quote.source.start, quote.source.end, "source", "humas-source", quote.id)


def _entity(entity: Entity, names: Mapping[str, str]) -> Mark:
    hint = ": ".join(filter(None, (names.get(entity.label, entity.label), value_words(entity))))
    return Mark(entity.start, entity.end, "entity", "humas-entity", hint, entity.label)


def value_words(entity: Entity) -> str:
    """Write the value of an entity in a few words; "" if it has none.

    Example:
        >>> value_words(Entity(0, 4, "2 km", "QUANTITY", {"amount": 2, "unit": "km"}))
        '2 km'
        >>> value_words(Entity(0, 3, "KPU", "ORG", {"id": "kpu", "name": "Komisi Pemilihan Umum"}))
        'Komisi Pemilihan Umum'
    """
    value = entity.value
    if value is None:
        return ""
    if not isinstance(value, dict):
        return str(value)
    if "name" in value:
        return str(value["name"])
    if "amount" in value:
        upper = value.get("to")
        amount = f"{value['amount']}–{upper}" if upper is not None else f"{value['amount']}"
        return f"{amount} {value.get('unit') or value.get('currency') or ''}".strip()
    return " ".join(str(part) for part in value.values() if part not in (None, ""))


def _reasons(document: Document) -> Iterator[Mark]:
    """Find the words that carried the themes, wherever they stand as whole words."""
    themes: dict[str, list[str]] = {}
    for theme in document.themes:
        for reason in theme.reasons:
            if len(reason) >= REASON_LENGTH:
                themes.setdefault(reason.casefold(), []).append(theme.label)
    if not themes:
        return
    # The longest first, so that "bupati terpilih" wins over "bupati".
    ordered = sorted(themes, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, reason.split())) for reason in ordered)
    for found in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", document.text, re.IGNORECASE):
        hint = ", ".join(dict.fromkeys(themes.get(" ".join(found[0].casefold().split()), ())))
        yield Mark(found.start(), found.end(), "reason", "humas-reason", hint)
