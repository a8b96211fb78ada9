"""Addressee, medium, venue, date and stance, one case a way of telling them."""

import pytest

from case_files import load
from humas_nlp.entities import find_entities
from humas_nlp.language import sentences
from humas_nlp.people.finder import find_people
from humas_nlp.quotes.circumstances.finder import with_circumstances
from humas_nlp.quotes.finder import find_quotes
from humas_nlp.release import read_release


def read(text):
    """Return the quotes of a text with their circumstances."""
    release = read_release(text)
    ranges = release.paragraphs()
    people = find_people(text, ranges)
    mentions = [(m.start, m.end) for m in people.mentions]
    entities = find_entities(text, ranges, date=release.meta.date, people=mentions)
    return with_circumstances(text, find_quotes(text, ranges, people), sentences(text), entities)


def words(span):
    return span and span.text


@pytest.mark.parametrize("case", load("quotes_circumstances"))
def test_case(case):
    text = case["text"]
    found = read(text)
    assert [
        {
            "stance": q.cue and q.cue.stance,
            "addressee": words(q.addressee),
            "medium": q.medium,
            "venue": words(q.venue),
            "date": words(q.date),
            "value": q.date and q.date.value,
        }
        for q in found
    ] == case["quotes"]
    for span in (s for q in found for s in (q.addressee, q.venue, q.date) if s):
        assert text[span.start : span.end] == span.text


def test_nothing_else_changes():
    text = "“Siap,” kata Sri Hartati kepada wartawan di Blora, Senin (8/1/2024)."
    ranges = read_release(text).paragraphs()
    quotes = find_quotes(text, ranges, find_people(text, ranges))
    changed = with_circumstances(text, quotes, sentences(text), [])
    for before, after in zip(quotes, changed, strict=True):
        new = {"addressee", "medium", "venue", "date", "cue"}
        assert {k: v for k, v in before.to_dict().items() if k not in new} == {
            k: v for k, v in after.to_dict().items() if k not in new
        }
        assert before.cue.to_dict() | {"stance": "neutral"} == after.cue.to_dict()


def test_without_entities_there_is_no_date():
    text = "“Siap,” kata Sri Hartati di Blora, Senin (8/1/2024)."
    ranges = read_release(text).paragraphs()
    quotes = find_quotes(text, ranges, find_people(text, ranges))
    (quote,) = with_circumstances(text, quotes, sentences(text), [])
    assert quote.date is None
    assert quote.venue.text == "di Blora"
