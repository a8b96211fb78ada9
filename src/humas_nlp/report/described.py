"""Steps of a quote that carries none: what its rule, its speaker and its confidence say.

Results of a run without ``--steps``, and of earlier versions, hold no steps. Then the construction,
the speaker and the confidence can still be told, and the file of each; not what was weighed.
"""

from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from pkgutil import iter_modules

from humas_nlp.document import Alternative, Quote, Step
from humas_nlp.quotes import candidates
from humas_nlp.quotes.candidates.constructions import construction_of, constructions

CANDIDATES = "humas_nlp.quotes.candidates"
SPEAKERS = "humas_nlp.quotes.speakers"
DECIDING = ("ranking", "attribution")  # modules of it, the one that decides who speaks first
CONFIDENCE = "humas_nlp.quotes.confidence"


def _cue_file() -> str:
    """Return the file of the cues, from "humas_nlp/" on."""
    table = files("humas_nlp.data") / "lexicon" / "cues.tsv"
    return f"humas_nlp/data/{'lexicon/cues.tsv' if table.is_file() else 'quotes_cues.toml'}"


CUE_FILE = _cue_file()


def described_steps(quote: Quote) -> tuple[Step, ...]:
    """Return the steps that a quote tells by itself: candidate, speaker, confidence."""
    construction, source, speaker = construction_of(quote.rule), quote.source, quote.speaker
    others = getattr(quote, "speaker_alternatives", ())
    return (
        Step("candidate", module_of(construction), construction, quote.start, quote.end),
        Step(
            "speaker",
            next(n for d in DECIDING if find_spec(n := f"{SPEAKERS}.{d}")),
            speaker.name if speaker else "nobody",
            source.start if source else None,
            source.end if source else None,
            alternatives=tuple(Alternative(name, share) for name, share in others),
        ),
        Step("confidence", CONFIDENCE, "", probability=quote.confidence),
    )


@cache
def module_of(construction: str) -> str:
    """Return the module that reads a construction.

    It is the one that defines the reader which the table names, or that the id is named after.

    Example:
        >>> module_of("indirect.passive.trailing")
        'humas_nlp.quotes.candidates.passive'
    """
    reader = getattr(constructions().get(construction), "reader", "")
    if reader:
        for found in iter_modules(candidates.__path__, f"{CANDIDATES}."):
            if getattr(getattr(import_module(found.name), reader, None), "__module__", "") == (
                found.name
            ):
                return found.name
    for part in reversed(construction.split(".")):
        for name in (part, f"{part}s"):  # "list" stands in lists.py
            if part.isidentifier() and find_spec(f"{CANDIDATES}.{name}"):
                return f"{CANDIDATES}.{name}"
    return f"{CANDIDATES}.constructions"


def file_of(module: str) -> str:
    """Return the file of a module from "humas_nlp/" on; "" for what is none of this package.

    Example:
        >>> file_of("humas_nlp.quotes.confidence")
        'humas_nlp/quotes/confidence.py'
    """
    if not module.startswith("humas_nlp."):
        return ""
    path = module.replace(".", "/")
    folder = files("humas_nlp").joinpath(*module.split(".")[1:])
    return f"{path}/" if folder.is_dir() else f"{path}.py"
