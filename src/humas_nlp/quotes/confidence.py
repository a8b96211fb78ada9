"""How sure a quote is: the measured share of right ones among those found in the same way.

`models/quotes/calibrate.py` measures the shares on the training annotations.
"""

import tomllib
from functools import cache
from importlib import resources

from humas_nlp.document import Speaker

UNSEEN = 0.6  # a way that the training texts do not show


@cache
def table() -> dict[str, dict[str, float]]:
    """Return the share by family of rules and kind of source."""
    raw = (resources.files("humas_nlp.data") / "quotes_confidence.toml").read_text("utf-8")
    return tomllib.loads(raw)


def family(rule: str) -> str:
    """Return the first two parts of a rule id: "direct.cue_after", "indirect.say"."""
    return ".".join(rule.split(">")[0].split(".")[:2])


def kind_of_source(rule: str, speaker: Speaker | None = None) -> str:
    """Return how the source of a quote is named and read: the part of its rule id after ">".

    "~bare" is added where the speaker is known by one word and no office: the full name may stand
    in the text unseen.
    """
    kind = rule.partition(">")[2]
    known = speaker is None or speaker.type != "person" or speaker.role or " " in speaker.name
    return kind if known else f"{kind}~bare"


def confidence(rule: str, speaker: Speaker | None = None) -> float:
    """Return an estimate in [0, 1] that a quote and its speaker are both right.

    Args:
        rule: Rule id of the quote, "direct.cue_after.clitic>clitic.current".
        speaker: Who says it.
    """
    return table().get(family(rule), {}).get(kind_of_source(rule, speaker), UNSEEN)
