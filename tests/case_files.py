"""Cases are data: one JSON object a line, with the expected outcome."""

import json
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[Any]:
    """Return the cases of a file."""
    lines = (CASES / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def load(name: str) -> list[Any]:
    """Return the cases of a file as pytest parameters; known failures are strict xfails.

    The "cause" of a case is a row of the table in docs/reference/errors.md.
    """
    cases = rows(name)
    assert len({case["id"] for case in cases}) == len(cases)
    return [
        pytest.param(
            case,
            id=case["id"],
            marks=[pytest.mark.xfail(strict=True, reason=case.get("cause", ""))]
            if case["expect"] == "known_fail"
            else [],
        )
        for case in cases
    ]
