import json
from importlib.resources import files
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from humas_nlp.document import (
    SCHEMA_VERSION,
    Block,
    Cue,
    DateSpan,
    Document,
    Entity,
    EntityLabel,
    Medium,
    Meta,
    Person,
    Quote,
    QuoteKind,
    Release,
    Span,
    Speaker,
    SpeakerType,
    Stance,
    Theme,
)

SCHEMA = json.loads((files("humas_nlp") / "data" / "document.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
optional = st.none() | texts
offsets = st.integers(0, 10**7)
shares = st.floats(0, 1)
numbers = st.integers(1, 999)
strings = st.lists(texts, max_size=3).map(tuple)
spans = st.builds(Span, offsets, offsets, texts)
media = st.none() | st.sampled_from(get_args(Medium))
stances = st.none() | st.sampled_from(get_args(Stance))
date_spans = st.builds(DateSpan, offsets, offsets, texts, optional)
dates = st.none() | st.dates().map(lambda day: day.isoformat())
metas = st.builds(Meta, optional, dates, *[optional] * 5)
people = st.builds(
    Person,
    numbers.map("P{}".format),
    texts,
    optional,
    optional,
    strings,
    strings,
    st.lists(spans, max_size=3).map(tuple),
)
person_ids = st.none() | numbers.map("P{}".format)
speakers = st.builds(Speaker, st.just("person"), texts, person_ids, optional, optional) | st.builds(
    Speaker, st.sampled_from(get_args(SpeakerType)), texts, st.none(), optional
)
quotes = st.builds(
    Quote,
    numbers.map("Q{}".format),
    st.sampled_from(get_args(QuoteKind)),
    offsets,
    offsets,
    texts,
    st.none() | st.builds(Cue, offsets, offsets, texts, texts, stances),
    st.none() | spans,
    st.none() | speakers,
    shares,
    texts,
    strings,
    st.none() | spans,
    media,
    st.none() | spans,
    st.none() | date_spans,
)
values = (
    optional
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.dictionaries(texts, texts | st.integers(), max_size=2)
)
entities = st.builds(
    Entity, offsets, offsets, texts, st.sampled_from(get_args(EntityLabel)), values
)
codes = st.from_regex(r"[a-z0-9_]+", fullmatch=True)
themes = st.builds(Theme, codes, texts, shares, strings)


def tuples(items):
    return st.lists(items, max_size=2).map(tuple)


documents = st.builds(
    Document,
    texts,
    texts,
    metas,
    tuples(people),
    tuples(quotes),
    tuples(entities),
    tuples(themes),
    tuples(st.tuples(offsets, offsets)),
    strings,
)


def smallest():
    return Document("d1").to_dict()


@given(documents)
def test_json_round_trip(document):
    data = json.loads(json.dumps(document.to_dict(text=True)))
    again = Document.from_dict(data)
    assert again == document
    assert again.text == document.text


@given(documents, st.booleans())
def test_every_document_fits_the_schema(document, text):
    VALIDATOR.validate(document.to_dict(text=text))


def test_the_schema_itself():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["schema"]["const"] == SCHEMA_VERSION


def test_quotes_of_older_versions_are_read():
    cue = Cue(8, 12, "kata", "kata", "neutral")
    quote = Quote("Q1", "direct", 1, 5, "Siap", cue, medium="speech")
    data = smallest() | {"quotes": [quote.to_dict()]}
    for name in ("addressee", "medium", "venue", "date", "themes"):
        del data["quotes"][0][name]
    del data["quotes"][0]["cue"]["stance"]
    VALIDATOR.validate(data)
    (read,) = Document.from_dict(data).quotes
    assert (read.addressee, read.medium, read.venue, read.date) == (None,) * 4
    assert read.cue == Cue(8, 12, "kata", "kata")


def test_the_text_is_there_only_on_request():
    document = Document("d1", "isi")
    assert "text" not in document.to_dict()
    assert document.to_dict(text=True)["text"] == "isi"
    assert Document.from_dict(document.to_dict()).text == ""
    assert list(document.to_dict(text=True)) == [
        *("schema", "id", "text", "meta", "people", "quotes", "entities", "themes"),
        *("sentences", "warnings"),
    ]


def test_input_is_the_only_other_key():
    assert VALIDATOR.is_valid(smallest() | {"input": {"outlet": None}, "text": ""})
    assert not VALIDATOR.is_valid(smallest() | {"lain": 1})
    assert not VALIDATOR.is_valid(smallest() | {"input": None})


@pytest.mark.parametrize(
    "wrong",
    [
        {"schema": 2},
        {"id": 7},
        {"meta": {"title": "J"}},
        {"meta": Meta().to_dict() | {"date": "24 November 2026"}},
        {"meta": Meta().to_dict() | {"lain": None}},
        {"people": [{"id": "P1", "name": "Tirta"}]},
        {"people": [Person("Tirta", "Tirta").to_dict()]},
        {"quotes": [Quote("Q1", "direct", -1, 2, "a").to_dict()]},
        {"quotes": [Quote("Q1", "lain", 1, 2, "a").to_dict()]},
        {"quotes": [Quote("Q1", "direct", 1, 2, "a", medium="lain").to_dict()]},
        {"quotes": [Quote("Q1", "direct", 1, 2, "a", Cue(0, 1, "a", "a", "lain")).to_dict()]},
        {"quotes": [Quote("Q1", "direct", 1, 2, "a", confidence=1.5).to_dict()]},
        {
            "quotes": [
                Quote(
                    "Q1", "direct", 1, 2, "a", speaker=Speaker("organisation", "BSA", "P1")
                ).to_dict()
            ]
        },
        {"entities": [Entity(0, 1, "a", "LAIN").to_dict()]},
        {"entities": [Entity(0, 1, "a", "PER", [1]).to_dict()]},
        {"themes": [Theme("Netralitas ASN", "Netralitas ASN", 0.5).to_dict()]},
        {"sentences": [[1]]},
        {"sentences": [[1, 2, 3]]},
        {"warnings": [None]},
    ],
)
def test_what_the_schema_refuses(wrong):
    assert VALIDATOR.is_valid(smallest())
    assert not VALIDATOR.is_valid(smallest() | wrong)


@pytest.mark.parametrize("key", ["schema", "id", "meta", "people", "quotes", "warnings"])
def test_what_the_schema_requires(key):
    data = smallest()
    del data[key]
    assert not VALIDATOR.is_valid(data)


def test_labels_of_the_schema_are_those_of_the_types():
    definitions = SCHEMA["$defs"]
    for name, field, literal in (
        ("quote", "kind", QuoteKind),
        ("speaker", "type", SpeakerType),
        ("entity", "label", EntityLabel),
    ):
        assert definitions[name]["properties"][field]["enum"] == list(get_args(literal))


def test_spans_are_cut_out_of_the_text():
    assert Span.of("kata bupati", 5, 11) == Span(5, 11, "bupati")
    assert Cue.of("kata bupati", 0, 4, "kata").to_dict()["lemma"] == "kata"


def test_release_round_trip_and_paragraphs():
    blocks = (Block(0, 5, "headline"), Block(6, 30, "paragraph"), Block(31, 40, "paragraph"))
    release = Release(Meta("Judul"), (*blocks, Block(41, 45, "credit")), (6, 16))
    assert release.paragraphs() == [(16, 30), (31, 40)]
    assert Release.from_dict(json.loads(json.dumps(release.to_dict()))) == release
    bare = Release(Meta(), blocks)
    assert bare.paragraphs() == [(6, 30), (31, 40)]
    assert Release.from_dict(bare.to_dict()) == bare
    assert Release(Meta(), (Block(0, 9, "paragraph"),), (0, 9)).paragraphs() == []
