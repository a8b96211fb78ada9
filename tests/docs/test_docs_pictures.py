"""The pictures of the READMEs: small, there, with words for those who do not see them."""

import importlib.util
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("docs_badges", ROOT / "docs" / "badges.py")
badges = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(badges)

LIMIT = 300_000  # bytes
PICTURES = sorted((ROOT / "docs" / "pictures").iterdir())
PAGES = [ROOT / "README.md", ROOT / "README.id.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize(("name", "value"), badges.facts().items())
def test_badge_says_what_pyproject_says(name, value):
    file = ROOT / "docs" / "pictures" / f"badge-{name}.svg"
    assert file.read_text("utf-8") == badges.badge(name, value), "run: python docs/badges.py"


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_picture_is_small_and_shown(path):
    assert path.stat().st_size < LIMIT
    assert any(path.name in page.read_text("utf-8") for page in PAGES)
    if path.suffix == ".svg":
        words = path.read_text("utf-8")
        assert ElementTree.fromstring(words).get("aria-label")
        assert "http" not in words.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_pictures_of_a_page_are_local_and_have_words(page):
    for words, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text("utf-8")):
        assert len(words) > 8
        assert (page.parent / target).is_file()
