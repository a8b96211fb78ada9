"""The page of errors names every cause that a case has, and counts the cases that fail."""

import importlib.util
from pathlib import Path

from case_files import rows

SPEC = importlib.util.spec_from_file_location(
    "docs_errors", Path(__file__).parents[2] / "docs" / "errors.py"
)
docs_errors = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(docs_errors)


def test_every_cause_has_a_row_with_its_counts():
    page = docs_errors.PAGE.read_text("utf-8")
    assert docs_errors.listed(page) == docs_errors.counts(), "run: python docs/errors.py"
    assert docs_errors.updated(page) == page


def test_every_error_has_a_cause():
    cases = [case for name in docs_errors.CASES for case in rows(name)]
    errors = [case for case in cases if case["id"].startswith("err-")]
    assert len(errors) > 100
    assert all(case["cause"] for case in errors)
