"""Write the badges of the READMEs from pyproject.toml; no service is asked.

python docs/badges.py
"""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
LETTER, EDGE = 6.6, 7  # width of a letter of 11 pixels, space at the sides of a word
BADGE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="20" role="img" aria-label="{alt}">
<title>{alt}</title>
<rect width="{whole}" height="20" rx="3" fill="#24292f"/>
<path d="M{left} 0h{curve}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H{left}z" fill="#0550ae"/>
<g fill="#fff" font-family="DejaVu Sans, Verdana, sans-serif" font-size="11" text-anchor="middle">
<text x="{first}" y="14">{name}</text>
<text x="{second}" y="14">{value}</text>
</g>
</svg>
"""


def facts() -> dict[str, str]:
    """Return what the badges say: name and value."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    python = [
        found[1]
        for line in project["classifiers"]
        if (found := re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", line))
    ]
    return {
        "version": project["version"],
        "python": " | ".join(python),
        "licence": project["license"],
        "typed": "mypy --strict",
    }


def badge(name: str, value: str) -> str:
    """Return the SVG of one badge."""
    left, right = (round(len(words) * LETTER + 2 * EDGE) for words in (name, value))
    return BADGE.format(
        whole=left + right,
        left=left,
        curve=right - 3,
        first=left / 2,
        second=left + right / 2,
        name=name,
        value=value,
        alt=f"{name}: {value}",
    )


def main() -> None:
    """Write every badge."""
    for name, value in facts().items():
        (FOLDER / f"badge-{name}.svg").write_text(badge(name, value), "utf-8")


if __name__ == "__main__":
    main()
