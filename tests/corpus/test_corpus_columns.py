"""Columns out of fields, and records out of rows."""

import json

import pytest
from sample_documents import document

from humas_nlp.corpus.columns import Column, Row, columns_of, from_row, placed
from humas_nlp.corpus.tables import TABLES, arrow_schema, table_rows, to_frames, typed
from humas_nlp.document import (
    Alternative,
    Document,
    Entity,
    Medium,
    Person,
    Quote,
    Span,
    Step,
    Theme,
)

STEP = Step("speaker", "humas_nlp.quotes.speakers.ranking", "Tirta Wening", probability=0.5)


def told():
    """Return a document whose quote tells who else may say it, and how it came about."""
    alternatives = (Alternative("Rina Lestari", 0.25),)
    quote = Quote("Q1", "direct", 0, 4, "Siap", speaker_alternatives=alternatives, steps=(STEP,))
    return Document("d1", people=(Person("P1", "Tirta Wening", confidence=0.5),), quotes=(quote,))


def test_a_span_gives_its_words_and_its_place():
    columns = columns_of(Quote)
    row = Row(Quote("Q1", "direct", 0, 4, "Siap", venue=Span(9, 16, "Jakarta")), told(), 1, None)
    names = ("venue", "venue_start", "venue_end")
    assert [columns[name].get(row) for name in names] == ["Jakarta", 9, 16]
    assert columns["medium"].kind == "category"
    assert "speech" in columns["medium"].known
    assert str(Medium).count("'") == 2 * len(columns["medium"].known)


def test_a_column_has_its_place():
    columns = columns_of(Theme)
    new = Column("rank", "integer", lambda row: row.number)
    assert list(placed(columns, new, after="code")) == ["code", "rank", "label", "score", "reasons"]
    assert list(placed(columns, "score", after="code"))[:2] == ["code", "score"]


def test_steps_are_a_column_only_where_they_are_asked_for():
    assert "steps" not in TABLES["quotes"]
    assert "steps" not in to_frames([told()])["quotes"]
    assert "steps" not in arrow_schema("quotes").names
    quotes = to_frames([told()], steps=True)["quotes"]
    assert json.loads(quotes["steps"][0]) == [STEP.to_dict()]
    assert arrow_schema("quotes", steps=True).names == list(quotes.columns)
    assert to_frames([document()], steps=True)["quotes"]["steps"].isna().all()


def test_new_fields_have_their_columns():
    frames = to_frames([told()])
    assert frames["quotes"]["speaker_alternatives"][0] == '[["Rina Lestari",0.25]]'
    assert frames["people"]["confidence"][0] == 0.5
    assert to_frames([document()])["people"]["confidence"].isna().all()


@pytest.mark.parametrize("whole", [document(), told()])
def test_rows_are_read_back(whole):
    rows = table_rows(whole, steps=True)
    assert tuple(from_row(Quote, row) for row in rows["quotes"]) == whole.quotes
    assert tuple(from_row(Entity, row) for row in rows["entities"]) == whole.entities
    assert tuple(from_row(Theme, row) for row in rows["themes"]) == whole.themes
    (person,) = (from_row(Person, row) for row in rows["people"])
    assert person.name == whole.people[0].name
    assert person.mentions == ()  # no table holds their places


def test_a_run_of_an_older_version_lacks_columns():
    whole = to_frames([document()])
    quotes = whole["quotes"].drop(columns=["speaker_alternatives", "themes", "medium"])
    read = typed("quotes", quotes)
    assert list(read.columns) == list(TABLES["quotes"])
    assert read["speaker_alternatives"].isna().all() and read["medium"].isna().all()
    assert read["themes"].tolist() == [[], []]
    assert read.dtypes.astype(str).to_dict() == whole["quotes"].dtypes.astype(str).to_dict()
