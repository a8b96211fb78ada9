import io

from hypothesis import assume, example, given
from hypothesis import strategies as st

from humas_nlp.corpus.decoding import binary_kind, decode, decode_lines


def test_control_characters_make_a_binary_but_nul_does_not():
    assert binary_kind(bytes(range(256)) * 4)
    assert binary_kind(b"satu\0dua\xff" * 10) is None
    assert binary_kind("naskah “biasa”".encode()) is None


def test_a_character_cut_at_the_end_of_the_head_is_no_sign_of_a_binary():
    assert binary_kind(("\x01" + "a" * 9 + "“").encode()[:-1]) is None


def test_declared_encoding_is_a_fallback_only():
    assert decode("“é”".encode("cp1252"), "cp1252") == ("“é”", [])
    assert decode("“é”".encode(), "cp1252") == ("“é”", [])
    text, warnings = decode(b"\xe9", "tidak-ada")
    assert text == "�"
    assert "byte 0 " in warnings[0]


@given(st.binary())
@example(b"\xff\xfea\x00\x0a\x00b\x00")
@example(b"\xff\xfe\x0a")
def test_lines_are_the_whole_text(data):
    lines = list(decode_lines(io.BytesIO(data)))
    assert "".join(line.text for line in lines) == decode(data)[0]
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["utf-8", "utf-16"]))
def test_valid_text_has_no_warning(text, encoding):
    assume(not text.startswith("\0"))  # its UTF-16 begins like the mark of UTF-32
    data = text.encode(encoding)
    if "�" not in text:
        assert not any(line.warnings for line in decode_lines(io.BytesIO(data)))
    assert decode(data)[1] == []
