"""Mentions and the table of them: order, look-up by range, plain data."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_nlp.mentions.mention import Mention, Mentions

TEXT = "Kepala Dinas Sosial Kota Palu, Rini Wulandari, hadir Senin."


def mention(part, label, **more):
    start = TEXT.index(part)
    return Mention(start, start + len(part), label, "rules", **more)


OFFICE = mention("Kepala Dinas Sosial Kota Palu", "OFFICE")
BODY = mention("Dinas Sosial Kota Palu", "ORG", probability=0.9)
PERSON = mention("Rini Wulandari", "PER", value=None)
DAY = mention("Senin", "DATE", value="2024-05-06")
TABLE = Mentions.of([DAY, PERSON, BODY, OFFICE])


def test_rows_stand_in_reading_order_the_longer_first():
    assert TABLE.rows == (OFFICE, BODY, PERSON, DAY)
    assert len(TABLE) == 4
    assert next(iter(TABLE)).text(TEXT) == "Kepala Dinas Sosial Kota Palu"


@pytest.mark.parametrize(
    ("start", "end", "want"),
    [
        (0, 3, [OFFICE]),
        (BODY.start, BODY.start + 1, [OFFICE, BODY]),
        (BODY.end, BODY.end + 1, []),
        (BODY.end - 1, PERSON.start + 1, [OFFICE, BODY, PERSON]),
        (PERSON.end, len(TEXT), [DAY]),
        (0, len(TEXT), [OFFICE, BODY, PERSON, DAY]),
    ],
)
def test_overlapping(start, end, want):
    assert list(TABLE.overlapping(start, end)) == want


def test_inside_asks_for_the_whole_stretch():
    assert TABLE.inside(BODY.start, len(TEXT)) == (BODY, PERSON, DAY)
    assert TABLE.inside(BODY.start, BODY.end - 1) == ()


def test_at_a_code_point():
    assert TABLE.at(BODY.end - 1) == (OFFICE, BODY)
    assert TABLE.at(BODY.end) == ()


def test_entities_leave_offices_out():
    assert [(e.label, e.text) for e in TABLE.entities(TEXT)] == [
        ("ORG", "Dinas Sosial Kota Palu"),
        ("PER", "Rini Wulandari"),
        ("DATE", "Senin"),
    ]
    assert TABLE.labelled("OFFICE", "DATE").rows == (OFFICE, DAY)


def test_plain_data_comes_back_the_same():
    again = Mentions.from_dict(json.loads(json.dumps(TABLE.to_dict())))
    assert again == TABLE
    assert again.overlapping(0, 3) == TABLE.overlapping(0, 3)


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=12),
    st.integers(0, 40),
    st.integers(1, 10),
)
def test_look_up_agrees_with_a_walk(pairs, start, size):
    table = Mentions.of(Mention(a, a + n, "ORG", "rules") for a, n in pairs)
    end = start + size
    met = [row for row in table if row.start < end and start < row.end]
    assert list(table.overlapping(start, end)) == met
    assert list(table.inside(start, end)) == [r for r in met if start <= r.start and r.end <= end]
