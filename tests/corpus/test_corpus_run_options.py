"""Options of a run: declared once, the same everywhere."""

import inspect
from dataclasses import MISSING, fields
from pathlib import Path

import pytest
from run_helpers import write_rows
from sample_documents import document
from typer.main import get_command

import humas_nlp
from humas_nlp.cli import app
from humas_nlp.corpus import run
from humas_nlp.corpus.engine import Engine
from humas_nlp.corpus.readers import read_records
from humas_nlp.corpus.records import Fields
from humas_nlp.corpus.run_folder import RunFolder
from humas_nlp.corpus.run_into_folder import Listener, RunJob
from humas_nlp.corpus.run_options import AnalysisOptions, RunOptions
from humas_nlp.document import Step
from humas_nlp.errors import DataError
from humas_nlp.json_forms import field_docs

STEP = Step("candidate", "humas_nlp.quotes.candidates.direct", "postposed_cue")
DEFAULTS = {each.name: each.default for each in fields(RunOptions)}


def parameters(function):
    """Return the keywords of a function with their defaults."""
    known = inspect.signature(function).parameters.values()
    return {each.name: each.default for each in known if each.kind is each.KEYWORD_ONLY}


def test_run_takes_every_option_with_its_default():
    assert {k: v for k, v in parameters(run).items() if k != "listener"} == DEFAULTS
    words = inspect.getdoc(run)
    assert all(f"\n    {name}: " in words for name in DEFAULTS)


def test_readers_and_engines_take_their_part_of_them():
    assert {each.name for each in fields(Fields)} <= set(parameters(read_records))
    from humas_nlp.corpus import ray, spark

    wanted = {n: d for n, d in DEFAULTS.items() if n in {f.name for f in fields(AnalysisOptions)}}
    del wanted["steps"]  # clusters pass documents on as tables, which have none
    for engine in (ray, spark):
        known = parameters(engine.analyze)
        assert {name: known[name] for name in wanted} == wanted


def test_the_command_has_every_option_with_its_default_and_its_help():
    known = {each.name: each for each in get_command(app).commands["analyze"].params}
    docs = field_docs(RunOptions)
    for name, default in DEFAULTS.items():
        option = known[name]
        assert f"--{name.replace('_', '-')}" in option.opts
        assert option.help == docs[name]
        assert default is MISSING or option.default in (default, None, [])
    assert "-w" in known["workers"].opts
    assert known["resume"].is_flag and not known["resume"].secondary_opts


def test_options_as_callers_give_them(tmp_path):
    options = RunOptions.of(keep=["outlet"], themes=Path("own.skops"))
    assert options.keep == ("outlet",)
    assert options.themes == str(Path("own.skops").resolve())
    assert RunOptions.of() == RunOptions()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"workers": 0}, "0 workers cannot work"),
        ({"engine": "dask"}, "Engines: local, ray"),
        ({"resume": True, "overwrite": True}, "give one"),
    ],
)
def test_options_that_make_no_sense(given, words):
    RunOptions().check()
    with pytest.raises(DataError, match=words):
        RunOptions(**given).check()


def load_stepping(model, themes=None, *, steps=False):
    """Load a stand-in whose quotes tell a step where steps are asked for."""

    def analyze_many(texts, *, ids=None, titles=None, nlp=None):
        from dataclasses import replace

        for id in ids:
            whole = document(id)
            told = tuple(replace(q, steps=(STEP,) if steps else ()) for q in whole.quotes)
            yield replace(whole, quotes=told)

    return Engine(analyze_many)


@pytest.mark.parametrize("steps", [False, True])
def test_steps_reach_the_tables(tmp_path, steps):
    path, folder = write_rows(tmp_path / "a.jsonl", 3), RunFolder(tmp_path / "hasil")
    RunJob((str(path),), folder, RunOptions(steps=steps), load_stepping).run(Listener())
    opened = humas_nlp.read_run(folder.path)
    assert ("steps" in opened.quotes) is steps
    assert opened.manifest["configuration"].get("steps", False) is steps
    if steps:
        assert opened.quotes["steps"].str.contains("postposed_cue").all()


def test_a_run_with_steps_is_not_gone_on_with_without_them(tmp_path):
    path, folder = write_rows(tmp_path / "a.jsonl", 3), RunFolder(tmp_path / "hasil")
    RunJob((str(path),), folder, RunOptions(steps=True), load_stepping).run(Listener())
    with pytest.raises(DataError, match="another steps"):
        RunJob((str(path),), folder, RunOptions(resume=True), load_stepping).run(Listener())
