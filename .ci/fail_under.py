"""Print figures and fail when one is under its floor.

fail_under.py FIGURES.json NAME=FLOOR ...

FIGURES.json is what `humas evaluate --json` prints. A figure is a number, or an object or list
whose F1 stands under "f1" or last.
"""

import json
import sys
from pathlib import Path


def number(value: object) -> float:
    """Take the F1 out of a figure."""
    if isinstance(value, dict):
        value = value["f1"]
    elif isinstance(value, list):
        value = value[-1]
    return float(str(value))


def main() -> int:
    """Compare every figure with its floor; return the exit status."""
    figures = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    failed = 0
    for pair in sys.argv[2:]:
        name, _, floor = pair.partition("=")
        value = number(figures[name])
        passed = value >= float(floor)
        failed += not passed
        print(f"{name:24} {value:.3f}  floor {float(floor):.2f}  {'ok' if passed else 'TOO LOW'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
