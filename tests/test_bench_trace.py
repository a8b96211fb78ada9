"""The trace of a quote: which modules stand between the tokens and its speaker."""

import importlib.util
from pathlib import Path

import pytest

import humas_nlp

SPEC = importlib.util.spec_from_file_location(
    "bench_trace", Path(__file__).parents[1] / "bench" / "trace.py"
)
bench_trace = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(bench_trace)


@pytest.fixture(scope="module")
def entered():
    return bench_trace.trace(humas_nlp.load("rules"), bench_trace.PLAIN)


def test_the_way_goes_from_people_to_the_speaker(entered):
    modules = list(entered)
    assert modules.index("humas_nlp.people.component") < modules.index("humas_nlp.quotes.finder")
    assert "find_quotes" in entered["humas_nlp.quotes.finder"]
    # what comes behind the speaker, and what Python wrote, is no part of the way
    assert not any("circumstances" in name for name in modules)
    assert not any("__init__" in names for names in entered.values())


def test_the_lexicon_is_listed_apart(entered):
    counted = list(bench_trace.opened(["humas_nlp.lexicon", "humas_nlp.lexicon.words", "x.y"]))
    assert counted == ["x.y"]
    last = bench_trace.report(entered, functions=True).splitlines()[-1]
    assert last.startswith(f"{len(list(bench_trace.opened(entered)))} modules, ")


def test_more_modules_than_the_bar_is_a_failure(capsys):
    assert bench_trace.main(["--model", "rules", "--bar", "0"]) == 1
    assert bench_trace.main(["--model", "rules", "--bar", "999"]) == 0
    assert "bar 999" in capsys.readouterr().out
