"""The figures stand once, in docs/figures.toml; what shows them agrees with it."""

import importlib.util
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("docs_figures", ROOT / "docs" / "figures.py")
figures = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(figures)

ROWS = [
    pytest.param(table, row, id=f"{table['name']}-{row['en'][:30]}")
    for table in figures.tables()
    for row in table["row"]
]


@pytest.mark.parametrize("place", figures.PLACES, ids=lambda place: place.path)
def test_file_shows_the_figures(place):
    old, new = figures.text_of(place)
    assert old == new, "run: python docs/figures.py"


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_row_is_whole(table, row):
    for language in ("en", "id"):
        assert row[language].strip()
        assert len(figures.values(row, language)) == len(table["head"][language])
    assert row["date"].year >= 2026
    assert "by" in row or "about" in table, "a figure needs the command that prints it"


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_command_names_files_that_exist(table, row):
    words = shlex.split(row.get("by", ""))
    scripts = [word for word in words if word.endswith(".py") and not word.startswith("../")]
    assert [script for script in scripts if not (ROOT / script).is_file()] == []


def test_numbers_have_the_marks_of_the_language():
    assert figures.number("5,265 of 0.896", "id") == "5.265 of 0,896"
    assert figures.number("5,265 of 0.896", "en") == "5,265 of 0.896"
