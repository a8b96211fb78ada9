"""The page of errors names every cause that a case has, and counts the cases that fail."""

import re
from collections import Counter
from pathlib import Path

from case_files import rows

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "errors.md"
ROW = re.compile(r"^\| `(\w+)` .* (\d+) of (\d+) \|$", re.MULTILINE)


def test_every_cause_has_a_row_with_its_counts():
    cases = [case for name in ("quotes", "people") for case in rows(name)]
    errors = [case for case in cases if case["id"].startswith("err-")]
    assert all("cause" in case for case in errors)
    all_of = Counter(case["cause"] for case in errors)
    failing = Counter(case["cause"] for case in errors if case["expect"] == "known_fail")
    listed = {name: (int(n), int(total)) for name, n, total in ROW.findall(PAGE.read_text("utf-8"))}
    assert listed == {name: (failing[name], total) for name, total in all_of.items()}
