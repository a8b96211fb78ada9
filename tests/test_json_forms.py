"""What follows from a field of a dataclass: its JSON and its schema."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import pytest

import humas_nlp
from humas_nlp.document import (
    META_FIELDS,
    Alternative,
    Document,
    Meta,
    Person,
    Quote,
    Reason,
    Span,
    Step,
)
from humas_nlp.json_forms import ADDED, SPARSE, Limits, Listed, Pattern, Plain, field_docs, shapes
from humas_nlp.json_schema import document_schema

PACKAGE = Path(humas_nlp.__file__).parent
STEPS = (
    Step("candidate", "humas_nlp.quotes.candidates.direct", "postposed_cue", 0, 12),
    Step(
        "speaker",
        "humas_nlp.quotes.speakers.ranking",
        "Rina Lestari",
        probability=0.9,
        reasons=(Reason("same_paragraph", 1.25), Reason("cue=ujar", -0.5)),
        alternatives=(Alternative("nobody", 0.1),),
    ),
)


@dataclass(frozen=True, slots=True)
class Pair(Listed):
    """Two values.

    Attributes:
        left: The first.
        right: The second.
    """

    left: str
    right: int


@dataclass(frozen=True, slots=True)
class Sample(Plain):
    """A record with a field of every shape.

    Attributes:
        id: A name.
        pairs: Several values,
            over two lines.
    """

    id: Annotated[str, Pattern("^S")]
    size: Literal["small", "large"] | None
    share: Annotated[float, Limits(0, 1)]
    place: tuple[int, int] | None
    pairs: tuple[Pair, ...] = ()
    inner: Span | None = None
    late: Annotated[tuple[str, ...], ADDED] = ()
    rare: Annotated[float | None, SPARSE] = None


def test_a_record_as_json():
    record = Sample("S1", "small", 0.5, (1, 2), (Pair("a", 1),), Span(0, 1, "x"), ("b",), 0.25)
    data = {
        "id": "S1",
        "size": "small",
        "share": 0.5,
        "place": [1, 2],
        "pairs": [["a", 1]],
        "inner": {"start": 0, "end": 1, "text": "x"},
        "late": ["b"],
        "rare": 0.25,
    }
    assert record.to_dict() == data
    assert list(record.to_dict()) == list(data)
    assert Sample.from_dict(json.loads(json.dumps(data))) == record


def test_nothing_as_json():
    record = Sample("S1", None, 0.0, None)
    data = record.to_dict()
    assert data["place"] is data["inner"] is None
    assert "rare" not in data
    del data["late"]
    assert Sample.from_dict(data) == record


@pytest.mark.parametrize("name", ["id", "size", "pairs", "inner"])
def test_what_every_version_writes_must_be_there(name):
    data = Sample("S1", None, 0.0, None).to_dict()
    del data[name]
    with pytest.raises(KeyError, match=name):
        Sample.from_dict(data)


def test_shapes_tell_base_and_marks():
    known = shapes(Sample)
    assert known["place"].nullable and not known["share"].nullable
    assert known["pairs"].record is Pair and known["inner"].record is Span
    assert known["id"].mark(Pattern) == Pattern("^S")
    assert known["id"].mark(Limits) is None
    assert [name for name, shape in known.items() if shape.may_be_missing] == ["late", "rare"]


def test_docs_of_fields_are_those_of_the_class():
    docs = field_docs(Sample)
    assert docs == {"id": "A name.", "pairs": "Several values, over two lines."}


def test_every_field_of_a_document_is_explained():
    for record in (Document, Meta, Person, Quote, Step, Alternative, Reason):
        assert set(shapes(record)) == set(field_docs(record)), record


def test_the_stored_schema_is_the_derived_one():
    stored = json.loads((PACKAGE / "data/document.schema.json").read_text("utf-8"))
    assert stored == document_schema(), "run: python -m humas_nlp.json_schema > …"


def test_header_fields_are_those_of_meta():
    assert tuple(Meta().to_dict()) == META_FIELDS


def test_steps_alternatives_and_confidence_are_written_only_where_they_are():
    bare = Quote("Q1", "direct", 0, 4, "Siap").to_dict()
    assert not {"steps", "speaker_alternatives"} & set(bare)
    assert "confidence" not in Person("P1", "Rina Lestari").to_dict()
    told = Quote(
        "Q1",
        "direct",
        0,
        4,
        "Siap",
        speaker_alternatives=(Alternative("Rina Lestari", 0.75),),
        steps=STEPS,
    )
    data = json.loads(json.dumps(told.to_dict()))
    assert data["speaker_alternatives"] == [["Rina Lestari", 0.75]]
    assert data["steps"][1]["reasons"] == [["same_paragraph", 1.25], ["cue=ujar", -0.5]]
    assert Quote.from_dict(data) == told
    person = Person("P1", "Rina Lestari", confidence=0.0)
    assert Person.from_dict(person.to_dict()) == person
    assert person.to_dict()["confidence"] == 0.0


def test_a_document_is_shown_by_the_report():
    text = "“Siap,” ujar Rina."
    html = Document("d1", text, quotes=(Quote("Q1", "direct", 1, 6, "Siap,"),))._repr_html_()
    assert "Siap," in html and "<" in html


def test_documents_of_version_0_1_are_written_byte_for_byte():
    lines = (Path(__file__).parent / "cases/documents_0_1.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 5
    for line in lines:
        again = Document.from_dict(json.loads(line)).to_dict(text=True)
        assert json.dumps(again, ensure_ascii=False) == line
