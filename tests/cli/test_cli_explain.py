"""`humas explain` on the terminal."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from humas_nlp.cli.explain import explanations, print_explanations
from humas_nlp.document import Alternative, Document, Quote, Reason, Speaker, Step
from humas_nlp.errors import DataError
from humas_nlp.report.explanation import Answer, Explanation


@pytest.fixture
def explain(humas, monkeypatch, engine):
    """Run ``humas explain`` with the stand-in engine."""
    monkeypatch.setattr("humas_nlp.cli.explain.load_engine", lambda model, *, steps: engine)
    return lambda *args, **more: humas("explain", *args, **more)


@pytest.fixture
def release(tmp_path):
    path = tmp_path / "rilis.txt"
    path.write_text("Air surut, kata Tirta Wening.", "utf-8")
    return path


def test_all_quotes_and_people(explain, release):
    result = explain(release)
    assert result.exit_code == 0
    for words in ("Q1  tidak langsung · Air surut", "Konstruksi:", "Narasumber: Tirta Wening",
                  "P1  Tirta Wening", "Penyebutan yang digabung", "Jabatan: Bupati"):  # fmt: skip
        assert words in result.stdout


def test_one_quote_one_person_in_english(explain, release):
    quote = explain(release, "--quote", "Q1", "--language", "en").stdout
    assert "Speaker: Tirta Wening" in quote and "P1  " not in quote
    person = explain(release, "--person", "P1", "--language", "en").stdout
    assert "Office: Bupati" in person and "Q1  " not in person


def test_standard_input_and_a_page(explain, tmp_path):
    page = tmp_path / "halaman.html"
    result = explain("-", "--view", page, stdin="Air surut, kata Tirta Wening.")
    assert "Q1  " in result.stdout
    assert "Mengapa?" in page.read_text("utf-8")
    again = explain("-", "--view", page, stdin="x")
    assert again.exit_code == 2 and "--overwrite" in again.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--quote", "Q7"), "no quote 'Q7' in this text. There are: Q1 “Air surut"),
        (("--person", "P7"), "no person 'P7' in this text. There are: P1 Tirta Wening"),
        (("--language", "jv"), "not 'jv'"),
        (("--document", "lain"), "no text with the id 'lain'. Ids: 'rilis"),
    ],
)
def test_what_is_not_there_is_named(explain, release, options, words):
    result = explain(release, *options)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_file_that_is_not_there_or_cannot_be_read(explain, tmp_path):
    assert explain(tmp_path / "tidak.txt").exit_code == 2
    broken = tmp_path / "rusak.jsonl"
    broken.write_text("{", "utf-8")
    assert "rusak.jsonl, line 1" in explain(broken).stderr
    broken.write_text("", "utf-8")
    assert "the file is empty" in explain(broken).stderr


def test_one_of_several_records(explain, tmp_path):
    path = tmp_path / "dua.jsonl"
    rows = [{"id": name, "text": f"Isi {name}."} for name in ("a", "b", "c")]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    several = explain(path)
    assert several.exit_code == 2
    assert "more than one text ('a', 'b', …)" in several.stderr
    assert "Isi b." in explain(path, "--document", "b").stdout


def test_a_text_without_anything():
    assert explanations(Document("d"), "id") == ()
    assert "No quotes and no people." in printed(())


def test_no_quotes_at_all_are_said_so():
    with pytest.raises(DataError, match="There are: none"):
        explanations(Document("d"), "id", quote="Q1")


def printed(shown, width=80):
    stream = io.StringIO()
    print_explanations(shown, Console(file=stream, width=width, no_color=True), "en")
    return stream.getvalue()


def test_reasons_and_alternatives_are_printed():
    steps = (
        Step(
            "speaker", "humas_nlp.quotes.confidence", "Tirta Wening", probability=0.75,
            reasons=(Reason("has_floor", 1.5), Reason("silent", -0.5)),
            alternatives=(Alternative("Rina Asih", 0.2), Alternative("nobody", 0.05)),
        ),
    )  # fmt: skip
    speaker = Speaker("person", "Tirta Wening", "P1")
    quote = Quote("Q2", "direct", 0, 4, "Siap", speaker=speaker, steps=steps)
    page = printed(explanations(Document("d", quotes=(quote,)), "en"))
    for words in ("Speaker: Tirta Wening  75%", "+1.50  has the floor", "-0.50  has not spoken",
                  "against Rina Asih", "Instead: Rina Asih 20%, nobody 5%",
                  "File: humas_nlp/quotes/confidence.py"):  # fmt: skip
        assert words in page


@given(st.text(), st.text(), st.integers(20, 60))
def test_odd_text_never_raises_and_steers_no_terminal(title, note, width):
    page = printed((Explanation("Q1", title, (Answer(note, title, 0.5, (note,)),)),), width)
    assert "\x1b" not in page


def test_the_rules_tell_their_steps(humas, release):
    shown = humas("explain", release, "--model", "rules", "--language", "en").stdout
    for words in ("Speaker: Tirta Wening", "Reasons (log-odds)", "Quote or not:",
                  "humas_nlp/quotes/speakers/ranking.py", "Why this is a name"):  # fmt: skip
        assert words in shown
