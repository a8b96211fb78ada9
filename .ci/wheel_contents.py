"""Check that a wheel holds the package and its data and nothing else.

wheel_contents.py WHEEL ROOT
"""

import sys
import zipfile
from pathlib import Path

FORBIDDEN = (".pkl", ".pickle", ".joblib", ".pyc", ".ipynb")


def main() -> int:
    """Compare the wheel with the checkout; return the exit status."""
    names = set(zipfile.ZipFile(sys.argv[1]).namelist())
    package = Path(sys.argv[2], "src")
    wanted = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    problems = [f"missing: {name}" for name in sorted(wanted - names)]
    folders = {name.split("/")[0] for name in names}
    problems += [
        f"a folder too many: {folder}"
        for folder in sorted(folders)
        if folder != "humas_nlp" and not folder.endswith(".dist-info")
    ]
    problems += [f"not for a wheel: {name}" for name in sorted(names) if name.endswith(FORBIDDEN)]
    for kind, ending in (
        ("themes model", ".skops"),
        ("trained pipeline", "id_humas_news/manifest.json"),
        ("light pipeline", "id_humas_news_light/manifest.json"),
        ("licence", "LICENSE"),
        ("notice", "NOTICE.md"),
    ):
        if not any(name.endswith(ending) for name in names):
            problems.append(f"no {kind} ({ending})")
    print("\n".join(problems) or f"{len(names)} files, {len(wanted)} of the package: all there")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
