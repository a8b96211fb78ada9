"""What holds for every text, however odd."""

from hypothesis import given, settings
from hypothesis import strategies as st

from humas_nlp.language import inner_sentences, sentences, split_range, stem, tokenize
from humas_nlp.language.component import words_and_spaces
from humas_nlp.language.marks import pair_marks

PIECES = (
    "Ia", "Plt.", "Dr.", "S.Sos.", "No.", "5", "1.500", "10.30", "dia", "Menurutnya", "“", "”", '"',
    "'", "’", "(", ")", ".", ",", "?", "!", "...", " ", "  ", "\n", "\r\n", "\u00a0", "\x00", "-",
    "–", "/", "@a", "#b", "&quot;", "``", "''", "www.a.id", "e\u0301", "漢字", "🙂", "ujarnya",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)


def assert_cover(text, ranges):
    """Ranges stand in order, do not overlap, and leave out only white space."""
    at = 0
    for start, end in ranges:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@settings(max_examples=300, deadline=None)
@given(texts)
def test_tokens_cover(text):
    ranges = tokenize(text)
    assert_cover(text, ranges)
    assert not any(char.isspace() for start, end in ranges for char in text[start:end])


@settings(max_examples=300, deadline=None)
@given(texts)
def test_sentences_cover(text):
    ranges = sentences(text)
    assert_cover(text, ranges)
    assert not any(set(text[start:end]) & set("\n\r\u2028") for start, end in ranges)


@settings(max_examples=200, deadline=None)
@given(texts, texts, texts)
def test_range_equals_text_alone(before, text, after):
    start, end = len(before), len(before) + len(text)
    whole = before + text + after
    shifted = [(start + a, start + b) for a, b in sentences(text)]
    assert split_range(whole, start, end) == shifted
    for a, b in inner_sentences(whole, start, end):
        assert start <= a < b <= end


@settings(max_examples=200, deadline=None)
@given(texts)
def test_pairs_nest(text):
    pairs = pair_marks(text, 0, len(text))
    for start, end in pairs:
        assert 0 <= start < end <= len(text)
        assert not any(start < other < end < stop for other, stop in pairs)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_words_and_spaces_give_the_text(text):
    words, spaces = words_and_spaces(text)
    assert "".join(w + " " * s for w, s in zip(words, spaces, strict=True)) == text
    assert all(words)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_stem_never_raises(text):
    assert isinstance(stem(text), str)


def test_long_lines_end():
    for unit in ("a.", "A. ", '"', "(", "1.", "a@", "http://", "Ini “ya. Ia,” ujarnya. ", " "):
        text = unit * (100_000 // len(unit))
        assert_cover(text, tokenize(text))
        assert_cover(text, sentences(text))
