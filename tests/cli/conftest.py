import pytest
from typer.testing import CliRunner

from humas_nlp.cli import app
from humas_nlp.corpus.engine import Engine
from humas_nlp.document import Document, Meta, Person, Quote, Span, Speaker, Theme
from humas_nlp.errors import ModelNotFoundError


def fake_analyze_many(texts, *, ids=None, titles=None, nlp=None):
    """Take the whole text for one quote of one person; raise on a text that says so."""
    for text, id, title in zip(texts, ids, titles or [None] * len(texts), strict=True):
        if "GAGAL" in text:
            raise ValueError("sengaja")
        yield Document(
            id,
            text,
            Meta(title=title),
            (Person("P1", "Tirta Wening", "Bupati", mentions=(Span.of(text, 0, len(text)),)),),
            (
                Quote(
                    "Q1",
                    "indirect",
                    0,
                    len(text),
                    text,
                    speaker=Speaker("person", "Tirta Wening", "P1", "Bupati"),
                ),
            ),
            themes=(Theme("bencana", "Bencana", 0.9, ("banjir",)),),
        )


def load_fake(model, themes=None):
    if model not in ("rules", "id_humas_news"):
        raise ModelNotFoundError(f"No installed model is called {model!r}.")
    return Engine(fake_analyze_many)


@pytest.fixture
def engine():
    return Engine(fake_analyze_many)


@pytest.fixture
def load():
    return load_fake


@pytest.fixture
def humas(monkeypatch):
    """Run the command with the stand-in engine: ``humas("analyze", path).stdout``."""
    monkeypatch.setattr("humas_nlp.cli.analyze.load_engine", load_fake)
    monkeypatch.setattr("humas_nlp.cli.demo.load_engine", load_fake)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")

    def call(*args, stdin=None):
        return CliRunner().invoke(app, [str(arg) for arg in args], input=stdin)

    return call
