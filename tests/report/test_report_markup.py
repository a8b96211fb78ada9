"""Marks in any arrangement leave the text as it is."""

import pytest
from html_reading import read
from hypothesis import given
from hypothesis import strategies as st

from humas_nlp.report.markup import Mark, marked_text


def quote(number: int, start: int, end: int) -> Mark:
    """Build the mark of quote `number`; its offsets may be anything."""
    return Mark(start, end, "quote", f"humas-v{number}", f"kutipan {number}", "1", f"Q{number}")


def shown(text: str, *marks: Mark):
    """Mark a text and read the result back."""
    return read(marked_text(text, marks, "p-"))


def coloured(page) -> list[tuple[str, str]]:
    """Return each marked piece with its class."""
    found = []
    for piece, around in page.pieces:
        name = next((attrs["class"] for tag, attrs in reversed(around) if tag == "mark"), None)
        if name:
            found.append((piece, name))
    return found


def test_nested_quote_has_its_own_look():
    page = shown("abcdef", quote(0, 0, 6), quote(1, 2, 4))
    assert coloured(page) == [("ab", "humas-v0"), ("cd", "humas-v1"), ("ef", "humas-v0")]


def test_overlapping_quotes_are_cut_at_the_borders():
    page = shown("abcdef", quote(0, 0, 4), quote(1, 2, 6))
    assert coloured(page) == [("ab", "humas-v0"), ("cdef", "humas-v1")]


def test_equal_ranges_are_shown_once():
    assert shown("abc", quote(0, 0, 3), quote(1, 0, 3)).text == "abc"


def test_a_quote_over_two_lines_has_one_id_and_two_pieces():
    page = shown("ab\ncd", quote(0, 0, 5))
    assert coloured(page) == [("ab", "humas-v0"), ("cd", "humas-v0")]
    assert page.values("id") == ["p-Q0"]
    assert page.values("data-quote") == ["Q0", "Q0"]
    assert page.values("data-tag") == ["1"]


def test_every_line_is_an_element():
    page = read(marked_text("satu\n\ndua", []))
    assert page.values("class") == ["humas-line"] * 3
    assert page.text == "satu\n\ndua"


def test_cue_inside_a_quote_is_marked_in_it():
    page = shown("abcdefghi", quote(0, 0, 9), Mark(3, 6, "cue", "c"), Mark(5, 8, "source", "s"))
    assert page.inside("span", "c") == ["de", "f"]
    assert page.inside("span", "s") == ["f", "gh"]
    assert "".join(page.inside("mark")) == "abcdefghi"


def test_an_entity_is_one_element_whatever_stands_in_it():
    page = shown("Kota Palu", Mark(0, 9, "entity", "e", tag="LOC"), Mark(0, 4, "reason", "r"))
    assert page.values("data-tag") == ["LOC"]
    assert page.inside("span", "e") == ["Kota", " Palu"]
    assert page.inside("span", "r") == ["Kota"]


def test_label_of_an_entity_that_a_quote_cuts_stands_at_its_end_only():
    page = shown("Kota Palu", Mark(0, 9, "entity", "e", tag="LOC"), quote(0, 5, 9))
    assert page.values("data-tag") == ["1", "LOC"]
    labelled = [
        piece for piece, around in page.pieces if any("LOC" in a.values() for _, a in around)
    ]
    assert labelled == ["Palu"]


@pytest.mark.parametrize(
    ("start", "end", "marked"), [(-5, 2, "ab"), (3, 99, "def"), (4, 1, ""), (50, 60, "")]
)
def test_offsets_of_another_text_do_not_break_the_page(start, end, marked):
    page = shown("abcdef", quote(0, start, end))
    assert page.text == "abcdef"
    assert "".join(page.inside("mark")) == marked


def test_hint_and_id_are_escaped():
    hostile = '"><script>'
    page = shown("abc", Mark(0, 3, "quote", "q", hostile, hostile, hostile))
    assert page.tags == {"span", "mark"}
    assert page.titles == [hostile]
    assert page.values("id") == [f"p-{hostile}"]


# NUL and lone surrogates are the two that the page replaces; they have a test of their own.
texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
    | st.sampled_from("<>&\"'\n“”🌾"),
    max_size=60,
)
ranges = st.tuples(st.integers(-3, 70), st.integers(-3, 70))


@given(text=texts, spots=st.lists(st.tuples(ranges, ranges, ranges), max_size=6))
def test_text_comes_back_whatever_the_marks(text, spots):
    marks = [
        mark
        for number, (first, second, third) in enumerate(spots)
        for mark in (
            quote(number, *first),
            Mark(*second, "entity", "e", tag="ORG"),
            Mark(*third, "cue", "c"),
        )
    ]
    page = shown(text, *marks)
    assert page.text == text
    assert page.tags <= {"mark", "span"}


@given(text=texts, spots=st.lists(ranges, max_size=6))
def test_marked_characters_are_exactly_the_quoted_ones(text, spots):
    page = shown(text, *(quote(n, *pair) for n, pair in enumerate(spots)))
    inside = {n for start, end in spots for n in range(max(start, 0), min(end, len(text)))}
    marked = "".join(text[n] for n in sorted(inside))
    # A line break stands between two elements, in none of them.
    assert "".join(page.inside("mark")) == marked.replace("\n", "")
