"""The results of an analysis: frozen, plain data with a stable JSON form (schema version 1).

A field is declared here and nowhere else, with what stands beside its type (`json_forms`). Its
JSON, the JSON schema (``data/document.schema.json``) and its columns in the tables follow from it.

Every ``start`` and ``end`` is a half-open range of Unicode code points in the text that was given.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal, Self

from humas_nlp.json_forms import ADDED, SPARSE, Columns, Limits, Listed, Pattern, Plain
from humas_nlp.outline import (
    META_FIELDS,
    Block,
    BlockKind,
    DateSpan,
    Meta,
    Offset,
    Release,
    Span,
)

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
Share = Annotated[float, Limits(0, 1)]
PersonId = Annotated[str, Pattern(r"^P[1-9]\d*$"), Columns("person_id")]
QuoteId = Annotated[str, Pattern(r"^Q[1-9]\d*$"), Columns("quote_id")]
Code = Annotated[str, Pattern("^[a-z0-9_]+$"), Columns(kind="category")]


@dataclass(frozen=True, slots=True)
class Cue(Span):
    """The words that signal reporting: "ujarnya", "mengatakan", "Menurut".

    Attributes:
        lemma: Root of the cue: "ujar", "kata", "turut" is written "menurut".
        stance: What the cue does with the words: it states them ("neutral"), demands, hopes,
            warns, denies or praises. None in results of versions that did not tell.
    """

    lemma: str
    stance: Annotated[Stance | None, ADDED] = None

    @classmethod
    def of(cls, source: str, start: int, end: int, lemma: str = "") -> Self:
        """Cut a cue out of `source`."""
        return cls(start, end, source[start:end], lemma)


@dataclass(frozen=True, slots=True)
class Person(Plain):
    """A named human being of the body.

    Attributes:
        id: "P1", "P2", … in order of first mention.
        name: Fullest form in the text, without honorifics, degrees and office.
        role: Office as worded, in its longest form, without the organisation.
        affiliation: Organisation as worded.
        honorifics: Forms of address before the name: "Bapak", "H.", "Dr.".
        degrees: Academic degrees after the name: "M.Si.".
        mentions: Every occurrence of the name or a part of it, in reading order.
        confidence: Probability in [0, 1] that name and mentions are right; None where nothing
            weighed them.
    """

    id: PersonId
    name: str
    role: str | None = None
    affiliation: str | None = None
    honorifics: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    confidence: Annotated[Share | None, SPARSE] = None


@dataclass(frozen=True, slots=True)
class Speaker(Plain):
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
    person: PersonId | None = None
    role: str | None = None
    affiliation: str | None = None

    JSON_RULES: ClassVar[Mapping[str, Any]] = {
        "if": {"properties": {"type": {"not": {"const": "person"}}}},
        "then": {"properties": {"person": {"type": "null"}}},
    }


@dataclass(frozen=True, slots=True)
class Reason(Listed):
    """What one feature added to a decision.

    Attributes:
        feature: Name of the feature: "same_paragraph", "cue=ujar".
        added: Log-odds that it added to the choice; below 0 it spoke against it.
    """

    feature: str
    added: float


@dataclass(frozen=True, slots=True)
class Alternative(Listed):
    """What a step could have chosen instead.

    Attributes:
        choice: In words: a name, "nobody", a construction.
        probability: In [0, 1].
    """

    choice: str
    probability: Share


@dataclass(frozen=True, slots=True)
class Step(Plain):
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
    start: Offset | None = None
    end: Offset | None = None
    probability: Share | None = None
    reasons: tuple[Reason, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote(Plain):
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

    id: QuoteId
    kind: QuoteKind
    start: Offset
    end: Offset
    text: str
    cue: Annotated[
        Cue | None,
        Columns("cue=text cue_lemma=lemma cue_start=start cue_end=end stance"),
    ] = None
    source: Span | None = None
    speaker: Annotated[
        Speaker | None,
        Columns("speaker_type=type speaker=name person_id=person role affiliation"),
    ] = None
    confidence: Share = 0.0
    rule: str = ""
    themes: Annotated[tuple[str, ...], ADDED] = ()
    addressee: Annotated[Span | None, ADDED] = None
    medium: Annotated[Medium | None, ADDED] = None
    venue: Annotated[Span | None, ADDED] = None
    date: Annotated[
        DateSpan | None,
        ADDED,
        Columns("date=value date_text=text date_start=start date_end=end"),
    ] = None
    speaker_alternatives: Annotated[tuple[Alternative, ...], SPARSE, Columns(kind="json")] = ()
    steps: Annotated[tuple[Step, ...], SPARSE, Columns(kind="json", asked=True)] = ()


@dataclass(frozen=True, slots=True)
class Entity(Plain):
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

    start: Offset
    end: Offset
    text: str
    label: EntityLabel
    value: Annotated[Value, Columns(kind="json")] = None


@dataclass(frozen=True, slots=True)
class Theme(Plain):
    """A theme of the document.

    Attributes:
        code: Code of the taxonomy, "netralitas_asn".
        label: Indonesian label, "Netralitas ASN".
        score: Probability in [0, 1].
        reasons: Words of the text that carried the theme, strongest first.
    """

    code: Code
    label: Annotated[str, Columns(kind="category")]
    score: Share
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document(Plain):
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

    id: Annotated[str, Columns("doc_id")]
    text: Annotated[str, SPARSE, Columns("-")] = field(default="", compare=False, repr=False)
    meta: Meta = field(default_factory=Meta)
    people: tuple[Person, ...] = ()
    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
    themes: Annotated[tuple[Theme, ...], Columns("-")] = ()
    sentences: tuple[tuple[Offset, Offset], ...] = ()
    warnings: tuple[str, ...] = ()

    def to_dict(self, *, text: bool = False) -> dict[str, Any]:
        """Return the JSON form, schema version 1.

        Args:
            text: Include the text itself under "text".
        """
        data = {"schema": SCHEMA_VERSION, "id": self.id, "text": self.text, **Plain.to_dict(self)}
        data["text"] = self.text
        if not text:
            del data["text"]
        return data

    def _repr_html_(self) -> str:
        """Show the text with quotes and speakers marked, for notebooks."""
        return "" if _show is None else _show(self)


_show: Callable[[Document], str] | None = None


def show_with(renderer: Callable[[Document], str]) -> None:
    """Say what shows a document in a notebook; this module knows of no page.

    Args:
        renderer: Gives a document's HTML. `humas_nlp` names that of its report when it is
            imported.
    """
    global _show
    _show = renderer
