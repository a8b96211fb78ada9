"""Marks in any arrangement leave the text as it is."""

from dataclasses import replace

from html_reading import read
from hypothesis import given
from hypothesis import strategies as st

from humas_nlp.document import Cue, Document, Quote, Span, Speaker
from humas_nlp.report.markup import marked_text
from humas_nlp.report.voices import PALETTE, voices


def make_quote(number: int, start: int, end: int, **more) -> Quote:
    """Build a quote of speaker `number`; its offsets may be anything."""
    speaker = Speaker("unnamed", f"sumber {number}")
    return Quote(f"Q{number}", "direct", start, end, "", speaker=speaker, **more)


def shown(text: str, *quotes: Quote, limit: int = 10_000):
    """Mark the quotes and read the result back."""
    document = Document(id="d", text=text, quotes=quotes)
    return read(marked_text(document, voices(document), limit))


def coloured(page) -> list[tuple[str, int]]:
    """Return each marked piece with the number of its colour."""
    found = []
    for piece, around in page.pieces:
        style = next((attrs["style"] for tag, attrs in reversed(around) if tag == "mark"), None)
        if style:
            found.append((piece, PALETTE.index(style[len("background:") :][:7])))
    return found


def test_nested_quote_has_its_own_colour():
    page = shown("abcdef", make_quote(0, 0, 6), make_quote(1, 2, 4))
    assert coloured(page) == [("ab", 0), ("cd", 1), ("ef", 0)]


def test_overlapping_quotes_are_cut_at_the_borders():
    page = shown("abcdef", make_quote(0, 0, 4), make_quote(1, 2, 6))
    assert coloured(page) == [("ab", 0), ("cd", 1), ("ef", 1)]


def test_equal_ranges_are_shown_once():
    assert shown("abc", make_quote(0, 0, 3), make_quote(1, 0, 3)).text == "abc"


def test_cue_inside_a_quote_is_underlined_in_it():
    quote = make_quote(0, 0, 9, cue=Cue(3, 6, "def", ""), source=Span(5, 8, "fgh"))
    page = shown("abcdefghi", quote)
    assert page.inside("span", "underline 2px") == ["de", "f"]
    assert page.inside("span", "underline dotted") == ["f", "gh"]
    assert "".join(page.inside("mark")) == "abcdefghi"


def test_offsets_of_another_text_do_not_break_the_page():
    quotes = [make_quote(n, *pair) for n, pair in enumerate([(-5, 2), (3, 99), (4, 1), (50, 60)])]
    page = shown("abcdef", *quotes)
    assert page.text == "abcdef"
    assert [piece for piece, _ in coloured(page)] == ["ab", "def"]


def test_quote_that_crosses_the_limit_is_cut():
    page = shown("abcdef", make_quote(0, 2, 6), limit=4)
    assert page.text == "abcd"
    assert coloured(page) == [("cd", 0)]


def test_kind_shows_without_colour():
    kinds = {"direct": "solid", "indirect": "dashed", "mixed": "double"}
    for kind, line in kinds.items():
        page = shown("abc", replace(make_quote(0, 0, 3), kind=kind))
        assert page.inside("mark", f"border-bottom:2px {line}") == ["abc"]


# NUL and lone surrogates are the two that the page replaces; they have a test of their own.
texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
    | st.sampled_from("<>&\"'\n“”🌾"),
    max_size=60,
)
ranges = st.tuples(st.integers(-3, 70), st.integers(-3, 70))


@given(text=texts, spots=st.lists(st.tuples(ranges, ranges, ranges), max_size=6))
def test_text_comes_back_whatever_the_marks(text, spots):
    quotes = [
        make_quote(n, *quote, cue=Cue(*cue, "", ""), source=Span(*source, ""))
        for n, (quote, cue, source) in enumerate(spots)
    ]
    page = shown(text, *quotes)
    assert page.text == text
    assert page.tags <= {"mark", "span"}


@given(text=texts, spots=st.lists(ranges, max_size=6))
def test_marked_characters_are_exactly_the_quoted_ones(text, spots):
    page = shown(text, *(make_quote(n, *pair) for n, pair in enumerate(spots)))
    inside = {n for start, end in spots for n in range(max(start, 0), min(end, len(text)))}
    assert "".join(page.inside("mark")) == "".join(text[n] for n in sorted(inside))
