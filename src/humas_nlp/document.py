"""The results of an analysis: frozen, plain data with a stable JSON form (schema version 1).

Every ``start`` and ``end`` is a half-open range of Unicode code points in the text that was given.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from humas_nlp.outline import META_FIELDS, Block, BlockKind, DateSpan, Meta, Release, Span

__all__ = [
    "META_FIELDS",
    "SCHEMA_VERSION",
    "Alternative",
    "Block",
    "BlockKind",
    "Cue",
    "DateSpan",
    "Document",
    "Entity",
    "EntityLabel",
    "Medium",
    "Meta",
    "Person",
    "Quote",
    "QuoteKind",
    "Reason",
    "Release",
    "Span",
    "Speaker",
    "SpeakerType",
    "Stance",
    "Step",
    "Theme",
    "Value",
]

SCHEMA_VERSION = 1

QuoteKind = Literal["direct", "indirect", "mixed"]
SpeakerType = Literal["person", "organisation", "unnamed"]
EntityLabel = Literal[
    "PER", "ORG", "LOC", "LAW", "EVENT", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"
]
Medium = Literal[
    "speech",
    "interview",
    "written_statement",
    "press_conference",
    "social_media",
    "meeting",
    "other_outlet",
]
Stance = Literal["neutral", "demand", "hope", "warning", "denial", "praise"]
Value = str | int | float | dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Cue(Span):
    """The words that signal reporting: "ujarnya", "mengatakan", "Menurut".

    Attributes:
        lemma: Root of the cue: "ujar", "kata", "turut" is written "menurut".
        stance: What the cue does with the words: it states them ("neutral"), demands, hopes,
            warns, denies or praises. None in results of versions that did not tell.
    """

    lemma: str
    stance: Stance | None = None

    @classmethod
    def of(cls, source: str, start: int, end: int, lemma: str = "") -> Self:
        """Cut a cue out of `source`."""
        return cls(start, end, source[start:end], lemma)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "lemma": self.lemma,
            "stance": self.stance,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read the JSON form."""
        stance = data.get("stance")  # results of before had none
        return cls(data["start"], data["end"], data["text"], data["lemma"], stance)


@dataclass(frozen=True, slots=True)
class Person:
    """A named human being of the body.

    Attributes:
        id: "P1", "P2", … in order of first mention.
        name: Fullest form in the text, without honorifics, degrees and office.
        role: Office as worded, in its longest form, without the organisation.
        affiliation: Organisation as worded.
        honorifics: Forms of address before the name: "Bapak", "H.", "Dr.".
        degrees: Academic degrees after the name: "M.Si.".
        mentions: Every occurrence of the name or a part of it, in reading order.
    """

    id: str
    name: str
    role: str | None = None
    affiliation: str | None = None
    honorifics: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "id": self.id,
            "name": self.name,
            "role": self.role,
            "affiliation": self.affiliation,
            "honorifics": list(self.honorifics),
            "degrees": list(self.degrees),
            "mentions": [m.to_dict() for m in self.mentions],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read the JSON form."""
        return cls(
            data["id"],
            data["name"],
            data["role"],
            data["affiliation"],
            tuple(data["honorifics"]),
            tuple(data["degrees"]),
            tuple(Span.from_dict(m) for m in data["mentions"]),
        )


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quote.

    Attributes:
        type: "person" (a named human), "organisation", or "unnamed" (a noun phrase or an office
            without a name).
        name: Full name, fullest form of the organisation, or the noun phrase as in the text.
        person: Id of the `Person`; None unless the type is "person".
        role: Office held, as worded.
        affiliation: Organisation, as worded.
    """

    type: SpeakerType
    name: str
    person: str | None = None
    role: str | None = None
    affiliation: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "type": self.type,
            "name": self.name,
            "person": self.person,
            "role": self.role,
            "affiliation": self.affiliation,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read the JSON form."""
        return cls(data["type"], data["name"], data["person"], data["role"], data["affiliation"])


@dataclass(frozen=True, slots=True)
class Reason:
    """What one feature added to a decision.

    Attributes:
        feature: Name of the feature: "same_paragraph", "cue=ujar".
        added: Log-odds that it added to the choice; below 0 it spoke against it.
    """

    feature: str
    added: float


@dataclass(frozen=True, slots=True)
class Alternative:
    """What a step could have chosen instead.

    Attributes:
        choice: In words: a name, "nobody", a construction.
        probability: In [0, 1].
    """

    choice: str
    probability: float


@dataclass(frozen=True, slots=True)
class Step:
    """One decision on the way to a result.

    Attributes:
        stage: "mention", "person", "candidate", "selection", "speaker", "confidence".
        module: Module that decided, the one to open: "humas_nlp.quotes.speakers.ranking".
        choice: What was decided, in words.
        start: First code point of the stretch that it is about, or None.
        end: One past its last code point, or None.
        probability: Of the choice, in [0, 1]; None where a construction proposes and nothing is
            weighed yet.
        reasons: What each feature added, the strongest first.
        alternatives: What else there was, the likeliest first.
    """

    stage: str
    module: str
    choice: str
    start: int | None = None
    end: int | None = None
    probability: float | None = None
    reasons: tuple[Reason, ...] = ()
    alternatives: tuple[Alternative, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "stage": self.stage,
            "module": self.module,
            "choice": self.choice,
            "start": self.start,
            "end": self.end,
            "probability": self.probability,
            "reasons": [[r.feature, r.added] for r in self.reasons],
            "alternatives": [[a.choice, a.probability] for a in self.alternatives],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read the JSON form."""
        return cls(
            data["stage"],
            data["module"],
            data["choice"],
            data["start"],
            data["end"],
            data["probability"],
            tuple(Reason(feature, added) for feature, added in data["reasons"]),
            tuple(Alternative(choice, chance) for choice, chance in data["alternatives"]),
        )


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of text that the author presents as what a source said.

    Attributes:
        id: "Q1", "Q2", … in reading order.
        kind: All content in quotation marks, in the author's words, or both.
        start: First code point of the content, quotation marks excluded.
        end: One past the last code point of the content.
        text: The content.
        cue: Words that signal the reporting, or None.
        source: Words next to the quote that name its source; None for the clitic "-nya".
        speaker: Who says it, or None where it cannot be told.
        confidence: Estimate in [0, 1] that quote and speaker are both right.
        rule: Id of the rules that found the quote and its speaker.
        themes: Codes of what the quote is about, the main one first.
        addressee: To whom it is said, with the preposition: "kepada wartawan", "di hadapan para
            camat"; whom a demand is made of ("mengimbau warga agar") stands without one.
        medium: How it reached the public, or None where the text does not say.
        venue: Where it is said: "di Kantor Kemendikbudristek, Jakarta".
        date: When it is said.
        speaker_alternatives: Who else may say it, the likeliest first, each with its probability;
            empty where nothing was weighed.
        steps: How it came about, the first decision first; empty unless asked for
            (``load(steps=True)``, ``humas analyze --steps``).
    """

    id: str
    kind: QuoteKind
    start: int
    end: int
    text: str
    cue: Cue | None = None
    source: Span | None = None
    speaker: Speaker | None = None
    confidence: float = 0.0
    rule: str = ""
    themes: tuple[str, ...] = ()
    addressee: Span | None = None
    medium: Medium | None = None
    venue: Span | None = None
    date: DateSpan | None = None
    speaker_alternatives: tuple[Alternative, ...] = ()
    steps: tuple[Step, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form; "steps" is there only where they were asked for."""
        data = {
            "id": self.id,
            "kind": self.kind,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "cue": self.cue.to_dict() if self.cue else None,
            "source": self.source.to_dict() if self.source else None,
            "speaker": self.speaker.to_dict() if self.speaker else None,
            "confidence": self.confidence,
            "rule": self.rule,
            "themes": list(self.themes),
            "addressee": self.addressee.to_dict() if self.addressee else None,
            "medium": self.medium,
            "venue": self.venue.to_dict() if self.venue else None,
            "date": self.date.to_dict() if self.date else None,
        }
        if self.speaker_alternatives:
            data["speaker_alternatives"] = [
                [a.choice, a.probability] for a in self.speaker_alternatives
            ]
        if self.steps:
            data["steps"] = [step.to_dict() for step in self.steps]
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read the JSON form."""
        return cls(
            data["id"],
            data["kind"],
            data["start"],
            data["end"],
            data["text"],
            Cue.from_dict(data["cue"]) if data["cue"] else None,
            Span.from_dict(data["source"]) if data["source"] else None,
            Speaker.from_dict(data["speaker"]) if data["speaker"] else None,
            data["confidence"],
            data["rule"],
            tuple(data.get("themes", ())),  # results of before had none, nor what follows
            Span.from_dict(data["addressee"]) if data.get("addressee") else None,
            data.get("medium"),
            Span.from_dict(data["venue"]) if data.get("venue") else None,
            DateSpan.from_dict(data["date"]) if data.get("date") else None,
            tuple(Alternative(*pair) for pair in data.get("speaker_alternatives", ())),
            tuple(Step.from_dict(step) for step in data.get("steps", ())),
        )


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity or a value.

    Attributes:
        start: First code point.
        end: One past the last code point.
        text: The text between them.
        label: One of PER ORG LOC LAW EVENT DATE TIME MONEY PERCENT QUANTITY.
        value: Normalised value, or None: ISO 8601 for DATE and TIME, ``{"amount": 1500000000000,
            "currency": "IDR"}`` for MONEY, a number for PERCENT, ``{"amount", "unit"}`` for
            QUANTITY (a stretch "5-10" has its upper end in "to"), ``{"kind", "number", "year",
            "title", "issuer", "article"}`` for LAW, ``{"id", "name", "kind"}`` for ORG and LOC.
            `humas_nlp.entities.find_values` and `humas_nlp.entities.linked` say more.
    """

    start: int
    end: int
    text: str
    label: EntityLabel
    value: Value = None

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "label": self.label,
            "value": self.value,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read the JSON form."""
        return cls(data["start"], data["end"], data["text"], data["label"], data["value"])


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the document.

    Attributes:
        code: Code of the taxonomy, "netralitas_asn".
        label: Indonesian label, "Netralitas ASN".
        score: Probability in [0, 1].
        reasons: Words of the text that carried the theme, strongest first.
    """

    code: str
    label: str
    score: float
    reasons: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "code": self.code,
            "label": self.label,
            "score": self.score,
            "reasons": list(self.reasons),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read the JSON form."""
        return cls(data["code"], data["label"], data["score"], tuple(data["reasons"]))


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that the library reads from one text.

    Attributes:
        id: The caller's id.
        text: The text as given. It takes no part in comparison, and in `to_dict` only on request.
        meta: Header data.
        people: Named people in order of first mention.
        quotes: Quotes in reading order.
        entities: Entities in reading order.
        themes: Themes, the main one first, the others in descending score.
        sentences: ``(start, end)`` of every sentence.
        warnings: What was odd about the text, for a person to read.
    """

    id: str
    text: str = field(default="", compare=False, repr=False)
    meta: Meta = field(default_factory=Meta)
    people: tuple[Person, ...] = ()
    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
    themes: tuple[Theme, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    warnings: tuple[str, ...] = ()

    def to_dict(self, *, text: bool = False) -> dict[str, Any]:
        """Return the JSON form, schema version 1.

        Args:
            text: Include the text itself under "text".
        """
        data: dict[str, Any] = {"schema": SCHEMA_VERSION, "id": self.id}
        if text:
            data["text"] = self.text
        data["meta"] = self.meta.to_dict()
        for name in ("people", "quotes", "entities", "themes"):
            data[name] = [item.to_dict() for item in getattr(self, name)]
        data["sentences"] = [list(pair) for pair in self.sentences]
        data["warnings"] = list(self.warnings)
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read the JSON form; the text is empty unless "text" is there."""
        return cls(
            id=data["id"],
            text=data.get("text", ""),
            meta=Meta.from_dict(data["meta"]),
            people=tuple(Person.from_dict(p) for p in data["people"]),
            quotes=tuple(Quote.from_dict(q) for q in data["quotes"]),
            entities=tuple(Entity.from_dict(e) for e in data["entities"]),
            themes=tuple(Theme.from_dict(t) for t in data["themes"]),
            sentences=tuple((start, end) for start, end in data["sentences"]),
            warnings=tuple(data["warnings"]),
        )

    def _repr_html_(self) -> str:
        """Show the text with quotes and speakers marked, for notebooks."""
        from humas_nlp.report.article import document_html

        return document_html(self)
