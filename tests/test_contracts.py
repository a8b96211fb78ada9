"""The contracts of imports: they hold, and a breach is seen."""

import ast
import tomllib
from pathlib import Path

import pytest

import humas_nlp

PACKAGE = Path(humas_nlp.__file__).parent
ROOT = Path(__file__).parents[1]
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
LAYERS = [
    [room.strip(" ()") for room in layer.split("|")]
    for layer in next(c for c in CONFIG["contracts"] if c["id"] == "rooms")["layers"]
]
HEIGHT = {room: height for height, layer in enumerate(reversed(LAYERS)) for room in layer}


def rooms_above(source: str, path: Path) -> list[str]:
    """Return the rooms that a module imports although they stand above or beside its own.

    A second opinion on what import-linter says, for environments without it; imports for types
    count for neither.
    """
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    found = []
    for name in runtime_imports(ast.parse(source)):
        _, _, rest = name.partition("humas_nlp.")
        room = rest.partition(".")[0]
        if room and room != own and HEIGHT[room] >= HEIGHT[own]:
            found.append(room)
    return found


def runtime_imports(node: ast.AST) -> list[str]:
    """Return the names of the modules that are imported, those under TYPE_CHECKING left out."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return [name for each in node.orelse for name in runtime_imports(each)]
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        if node.module == "humas_nlp":
            return [f"humas_nlp.{alias.name}" for alias in node.names if alias.name in HEIGHT]
        return [node.module or ""]
    return [name for each in ast.iter_child_nodes(node) for name in runtime_imports(each)]


def test_every_room_has_its_place():
    children = {
        path.stem if path.suffix else path.name
        for path in PACKAGE.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert children - {"__init__", "data", "models"} <= set(HEIGHT)


@pytest.mark.parametrize("room", sorted(HEIGHT))
def test_a_room_imports_only_what_stands_below_it(room):
    files = [*PACKAGE.glob(f"{room}.py"), *(PACKAGE / room).rglob("*.py")]
    breaches = {str(path): rooms_above(path.read_text("utf-8"), path) for path in files}
    assert {path: rooms for path, rooms in breaches.items() if rooms} == {}


@pytest.mark.parametrize(
    ("module", "line", "rooms"),
    [
        ("mentions/component.py", "from humas_nlp.people.finder import find_people", ["people"]),
        ("lexicon/words.py", "from humas_nlp.language import stem", ["language"]),
        ("report/page.py", "from humas_nlp.cli import app", ["cli"]),
        ("release/dates.py", "def f():\n    from humas_nlp.language import stem", ["language"]),
        ("quotes/finder.py", "from humas_nlp.people.finder import PeopleReading", []),
        ("document.py", "if TYPE_CHECKING:\n    from humas_nlp.report import page", []),
    ],
)
def test_a_breach_is_seen(module, line, rooms):
    assert rooms_above(line, PACKAGE / module) == rooms


def test_the_linter_keeps_every_contract():
    configuration = pytest.importorskip("importlinter.configuration", reason="extra check")
    use_cases = pytest.importorskip("importlinter.application.use_cases")
    configuration.configure()
    config = str(ROOT / "pyproject.toml")
    assert use_cases.lint_imports(config_filename=config, cache_dir=None) is True
