"""Count the cases of each cause of error in the table of `docs/reference/errors.md`.

    python docs/errors.py

Run it after a case has been added or has changed its expectation; a test compares the two.
"""

import json
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "errors.md"
CASES = ("quotes", "people")
_ROW = re.compile(r"^(\| `(\w+)` .* )(\d+) of (\d+) \|$", re.MULTILINE)


def counts() -> dict[str, tuple[int, int]]:
    """Return failing and all cases by cause."""
    lines = (
        line
        for name in CASES
        for line in (ROOT / "tests" / "cases" / f"{name}.jsonl").read_text("utf-8").splitlines()
    )
    errors = [case for case in map(json.loads, lines) if case["id"].startswith("err-")]
    all_of = Counter(case["cause"] for case in errors)
    failing = Counter(case["cause"] for case in errors if case["expect"] != "pass")
    return {cause: (failing[cause], total) for cause, total in all_of.items()}


def listed(page: str) -> dict[str, tuple[int, int]]:
    """Return what the table of a page says."""
    return {found[2]: (int(found[3]), int(found[4])) for found in _ROW.finditer(page)}


def updated(page: str) -> str:
    """Return a page with the counts of the case files."""
    known = counts()

    def row(found: re.Match[str]) -> str:
        failing, total = known.get(found[2], (0, 0))
        return f"{found[1]}{failing} of {total} |"

    return _ROW.sub(row, page)


if __name__ == "__main__":
    PAGE.write_text(updated(PAGE.read_text("utf-8")), "utf-8")
