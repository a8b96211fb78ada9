"""Cases of the release room: one JSON object a line, with the expected outcome."""

import json
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent.parent / "cases"


def load(name: str) -> list[Any]:
    """Return the cases of a file as pytest parameters; known failures are strict xfails."""
    rows = []
    for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        marks = [pytest.mark.xfail(strict=True)] if case["expect"] == "known_fail" else []
        rows.append(pytest.param(case, id=case["id"], marks=marks))
    return rows
