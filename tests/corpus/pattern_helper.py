"""Print every regular expression that the package compiles, as JSON: python pattern_helper.py.

Every module is imported and the samples are analysed, so that patterns made late are there too.
Each is printed with its module, its flags, and whether the code looks for it from every place of a
text or at one place only.
"""

import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path

EVERYWHERE = "search|finditer|findall|sub|subn|split"
AT_A_PLACE = "match|fullmatch"
found = {}
compile_pattern = re._compile


def remember(pattern, flags):
    """Compile, and note the pattern if one of our modules asked for it."""
    compiled = compile_pattern(pattern, flags)
    frame = sys._getframe(1)
    while frame and frame.f_code.co_filename == re.__file__:
        frame = frame.f_back
    name = frame.f_globals.get("__name__", "") if frame else ""
    if name.startswith("humas_nlp.") and isinstance(compiled.pattern, str):
        found[compiled.pattern, compiled.flags] = name
    return compiled


def is_called(name, methods, code):
    """Tell whether some code calls one of these methods of a pattern."""
    return bool(re.search(rf"\b{name}(?:\[[^\]]*\])?\s*\.\s*(?:{methods})\(", code))


def is_for_one_place(pattern, module, code):
    """Tell whether the code only asks whether the pattern stands at a place that it names."""
    variables = vars(sys.modules[module]).items()
    names = [key for key, value in variables if isinstance(value, re.Pattern) and value == pattern]
    whole = "\n".join(code.values())
    places = [(name, code[module] if name.startswith("_") else whole) for name in names]
    # A pattern that has no name here may be used in any way.
    return any(is_called(name, AT_A_PLACE, text) for name, text in places) and not any(
        is_called(name, EVERYWHERE, text) for name, text in places
    )


if __name__ == "__main__":
    re._compile = remember
    import humas_nlp

    for module in pkgutil.walk_packages(humas_nlp.__path__, "humas_nlp."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    list(humas_nlp.analyze_many(humas_nlp.samples().values()))
    code = {
        name: Path(module.__file__).read_text("utf-8")
        for name, module in list(sys.modules.items())
        if name.startswith("humas_nlp.") and module.__file__  # a folder of data has none
    }
    rows = []
    for (pattern, flags), module in found.items():
        one_place = is_for_one_place(re.compile(pattern, flags), module, code)
        rows.append([module, pattern, flags, one_place])
    print(json.dumps(rows))
