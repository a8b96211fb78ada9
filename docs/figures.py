"""Write the figures of figures.toml into the READMEs and the pages that show them.

    python docs/figures.py            # write
    python docs/figures.py --check    # exit 1 where a file differs, and name it

Each file holds its tables between ``<!-- figures -->`` and ``<!-- /figures -->``. The READMEs show
the tables with ``readme = true``, the pages of the site show all, with the day of every figure.
"""

import argparse
import re
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
MARKS = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)
WORDS = {
    "en": {"what": "measure", "by": "printed by", "date": "on"},
    "id": {"what": "ukuran", "by": "dicetak oleh", "date": "tanggal"},
}
Table = dict[str, Any]


class Place(NamedTuple):
    """A file with figures: its language, and whether it is a page of the site."""

    path: str
    language: str
    page: bool


PLACES = (
    Place("README.md", "en", False),
    Place("README.id.md", "id", False),
    Place("docs/reference/figures.md", "en", True),
    Place("docs/id/angka.md", "id", True),
)


def tables() -> list[Table]:
    """Read the figures."""
    return list(tomllib.loads((ROOT / "docs/figures.toml").read_text("utf-8"))["table"])


def values(row: Table, language: str) -> list[str]:
    """Return the values of a row: numbers written once, or words in each language."""
    found = row["values"]
    if isinstance(found, dict):
        return list(found[language])
    return [number(value, language) for value in found]


def number(text: str, language: str) -> str:
    """Return a value with the decimal and thousands marks of the language."""
    if language == "en":
        return text
    return re.sub(r"(?<=\d)[.,](?=\d)", lambda mark: "," if mark[0] == "." else ".", text)


def rendered(table: Table, place: Place) -> str:
    """Return one table as Markdown, with its heading and what is to know of it."""
    words = WORDS[place.language]
    rows = table["row"]
    commands = "by" in rows[0]  # of all rows or of none; then it stands in what precedes the table
    heads = [words["what"], *table["head"][place.language]]
    heads += [words["by"]] * commands + [words["date"]] * place.page
    lines = [heads, ["---"] * len(heads)]
    for row in rows:
        cells = [row[place.language], *values(row, place.language)]
        cells += [f"`{row.get('by')}`"] * commands + [row["date"].isoformat()] * place.page
        lines.append(cells)
    table_text = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    about = table.get("about", {}).get(place.language, "").strip()
    if place.page:  # the site's pages do not hold the files of the checkout
        about = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"`\1`", about)
    level = "##" if place.page else "###"
    parts = [f"{level} {table['title'][place.language]}", about, table_text]
    return "\n\n".join(part for part in parts if part)


def text_of(place: Place) -> tuple[str, str]:
    """Return a file as it is, and as it should be."""
    old = (ROOT / place.path).read_text("utf-8")
    shown = [table for table in tables() if place.page or table["readme"]]
    body = "\n\n".join(rendered(table, place) for table in shown)
    if not MARKS.search(old):
        raise SystemExit(f"{place.path}: there is no <!-- figures --> … <!-- /figures -->")
    return old, MARKS.sub(lambda found: f"{found[1]}\n{body}\n\n{found[2]}", old)


def main() -> int:
    """Write or compare every file; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, name what differs")
    check = parser.parse_args().check
    differing = 0
    for place in PLACES:
        old, new = text_of(place)
        if old != new:
            differing += 1
            print(f"{place.path}: {'differs from docs/figures.toml' if check else 'written'}")
            if not check:
                (ROOT / place.path).write_text(new, "utf-8")
    return 1 if check and differing else 0


if __name__ == "__main__":
    sys.exit(main())
