"""How many modules and functions stand between the tokens and a quote's speaker.

    python bench/trace.py "“Siap,” kata Bupati Blora, Ratna Dewanti."
    python bench/trace.py --model rules --functions "…"

The text is analysed once, so that lexicons and models are loaded, and then once more while every
function of humas_nlp is written down that is entered from the component of people on until the
quotes have their speakers. What is counted is what somebody has to open who follows a quote to its
speaker: modules of `lexicon` (the knowledge of words) are listed apart, and what Python wrote
itself (the methods of dataclasses) has no file to open. Without a text the simple quote below is
traced, whose modules shall be at most `--bar`; the exit code is 1 where they are more.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from types import CodeType, FrameType
from typing import Any

PLAIN = "“Jembatan selesai bulan depan,” kata Kepala Dinas PUPR Kota Salatiga, Hendro Wibowo."
BAR = 12
COMPONENTS = ("humas_people", "humas_quotes")
ROOT = "humas_nlp."
LEXICON = "humas_nlp.lexicon"
SPEAKERS_KNOWN = ("humas_nlp.quotes.finder", "find_quotes")  # when this returns

Entered = dict[str, list[str]]


def trace(nlp: Any, text: str) -> Entered:  # noqa: ANN401 - a spaCy Language
    """Return the functions that the components of people and quotes enter, by module.

    Args:
        nlp: A pipeline.
        text: The text.

    Returns:
        Modules in the order in which they are entered first, each with its functions likewise.
    """
    nlp(text)  # load what is loaded once
    doc = nlp.make_doc(text)
    for name, component in nlp.pipeline:
        if name == COMPONENTS[0]:
            break
        doc = component(doc)
    entered: Entered = {}
    seen: set[CodeType] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        code, module = frame.f_code, frame.f_globals.get("__name__", "")
        if event == "return" and (module, code.co_qualname) == SPEAKERS_KNOWN:
            sys.setprofile(None)
        if event != "call" or code in seen:
            return
        seen.add(code)
        if module.startswith(ROOT) and not code.co_filename.startswith("<"):
            entered.setdefault(module, []).append(code.co_qualname)

    for name in COMPONENTS:
        component = nlp.get_pipe(name)
        sys.setprofile(note)
        try:
            doc = component(doc)
        finally:
            sys.setprofile(None)
    return entered


def opened(entered: Iterable[str]) -> Iterator[str]:
    """Yield the modules that count: all but those of the lexicon."""
    return (name for name in entered if name != LEXICON and not name.startswith(f"{LEXICON}."))


def report(entered: Entered, *, functions: bool = False) -> str:
    """Return the modules in their order with how many functions each had, and the sums."""
    counted = set(opened(entered))
    lines = []
    for name, names in entered.items():
        mark = " " if name in counted else "·"
        lines.append(f"{mark} {len(names):4}  {name}")
        if functions:
            lines += [f"           {each}" for each in names]
    rooms = Counter(name.split(".")[1] for name in counted)
    lines.append(", ".join(f"{room} {count}" for room, count in rooms.most_common()))
    calls = sum(len(names) for name, names in entered.items() if name in counted)
    apart = len(entered) - len(counted)
    lines.append(f"{len(counted)} modules, {calls} functions; beside them {apart} of the lexicon")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Trace a text and print the report; see the top of the file."""
    import humas_nlp
    from humas_nlp.pipeline import DEFAULT

    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("text", nargs="?", default=PLAIN)
    parser.add_argument("--model", action="append", help="a pipeline; rules and the default")
    parser.add_argument("--functions", action="store_true", help="name every function")
    parser.add_argument("--bar", type=int, default=BAR, help="most modules")
    wanted = parser.parse_args(arguments)
    worst = 0
    for model in wanted.model or ["rules", DEFAULT]:
        entered = trace(humas_nlp.load(model), wanted.text)
        print(f"{model}\n{report(entered, functions=wanted.functions)}\n")
        worst = max(worst, len(list(opened(entered))))
    print(f"most modules: {worst}, bar {wanted.bar}")
    return int(worst > wanted.bar)


if __name__ == "__main__":
    raise SystemExit(main())
