"""Steps of a quote that carries none: what its rule, its speaker and its confidence say.

Results of a run without ``--steps``, and of earlier versions, hold no steps. Then the construction,
the speaker and the confidence can still be told, and the file of each; not what was weighed.
"""

from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from pkgutil import iter_modules

from humas_nlp.document import Quote, Step
from humas_nlp.quotes import candidates
from humas_nlp.quotes.candidates.constructions import construction_of, constructions

CANDIDATES = "humas_nlp.quotes.candidates"
SPEAKERS = "humas_nlp.quotes.speakers.ranking"
CONFIDENCE = "humas_nlp.quotes.confidence"
CUE_FILE = "humas_nlp/data/lexicon/cues.tsv"


def described_steps(quote: Quote) -> tuple[Step, ...]:
    """Return the steps that a quote tells by itself: candidate, speaker, confidence."""
    construction, source, speaker = construction_of(quote.rule), quote.source, quote.speaker
    return (
        Step("candidate", module_of(construction), construction, quote.start, quote.end),
        Step(
            "speaker",
            SPEAKERS,
            speaker.name if speaker else "nobody",
            source.start if source else None,
            source.end if source else None,
            alternatives=quote.speaker_alternatives,
        ),
        Step("confidence", CONFIDENCE, "", probability=quote.confidence),
    )


@cache
def module_of(construction: str) -> str:
    """Return the module that reads a construction: the one that defines its reader.

    What is read of whole paragraphs (lists) has its reader in no module of its own name.

    Example:
        >>> module_of("indirect.passive.trailing")
        'humas_nlp.quotes.candidates.passive'
    """
    row = constructions().get(construction)
    if row is not None:
        for found in iter_modules(candidates.__path__, f"{CANDIDATES}."):
            reader = getattr(import_module(found.name), row.reader, None)
            if getattr(reader, "__module__", "") == found.name:
                return found.name
    for part in construction.split("."):
        if part.isidentifier() and find_spec(f"{CANDIDATES}.{part}s"):  # "list" stands in lists.py
            return f"{CANDIDATES}.{part}s"
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
