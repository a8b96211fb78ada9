"""What the pages of the documentation site show works."""

import importlib.util
import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from humas_nlp.cli import app

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
READMES = [ROOT / "README.md", ROOT / "README.id.md"]
TARGETS = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)


def blocks(path: Path, language: str) -> list[str]:
    """Return the fenced blocks of a language."""
    found = re.findall(rf"^```{language}\n(.*?)^```$", path.read_text("utf-8"), re.M | re.S)
    return [str(block) for block in found]


MADE = ("commands", "article", "rules", "explained", "explained-text")
SPEC = importlib.util.spec_from_file_location("docs_hooks", ROOT / "docs" / "hooks.py")
hooks = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(hooks)
PYTHON = [
    pytest.param(block, id=f"{path.stem}-{number}")
    for path in PAGES
    for number, block in enumerate(blocks(path, "python"), 1)
]
COMMANDS = [
    pytest.param(line, id=f"{path.stem}-{line[:30]}")
    for path in [*PAGES, *READMES]
    for block in blocks(path, "sh")
    for line in block.splitlines()
]
LINKS = [
    (page, target)
    for page in PAGES
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
]


@pytest.mark.parametrize("code", PYTHON)
def test_python_runs(code, capsys):
    exec(compile(code, "block", "exec"), {})
    if "print(" in code:
        assert capsys.readouterr().out


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_are_understood(line):
    program, name, *words = shlex.split(line, comments=True)
    if program == "make":
        assert name in TARGETS
    elif program == "humas":
        command = get_command(app).commands[name]
        if words[:1] and hasattr(command, "commands") and words[0] in command.commands:
            command, (name, *words) = command.commands[words[0]], words
        assert command.make_context(name, words, resilient_parsing=False).info_name == name
    else:
        assert program.startswith(".venv/bin/"), "another program than this checkout has"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_fence_has_a_language_that_is_tested_or_is_output(page):
    opened = re.findall(r"^```(.*)$", page.read_text("utf-8"), re.M)[::2]
    assert set(opened) <= {"python", "sh", "text", "json"}


@pytest.mark.parametrize(("page", "target"), LINKS)
def test_links_between_pages_lead_somewhere(page, target):
    assert (page.parent / target).is_file()


def test_every_page_is_in_the_navigation():
    listed = re.findall(r": (\S+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M)
    assert sorted(listed) == [path.relative_to(ROOT / "docs").as_posix() for path in PAGES]


def test_included_files_exist():
    for path in PAGES:
        for name in re.findall(r"^<!-- include: (\S+) -->$", path.read_text("utf-8"), re.M):
            assert name in MADE or (ROOT / name).is_file()


def test_the_explained_release_has_two_who_may_speak():
    shown = hooks.explained()
    assert "Q2" in shown and "Speaker: Rina Wulandari" in shown
    assert "humas_nlp/quotes/" in shown
    assert "Budi Santosa" in hooks.included("explained-text")
