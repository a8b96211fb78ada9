"""The rules of the quotes room: id, what it reads, an example, how often it was found and right."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

COORDINATED = ".coordinated"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to find a quote.

    Attributes:
        id: Part of `Quote.rule` before ">".
        reads: What the rule reads.
        example: A sentence that it reads.
        found: Quotes that it found in the annotated texts behind the confidences.
        right: How many of them match an annotated quote with its speaker.
    """

    id: str
    reads: str
    example: str
    found: int
    right: int


def rule_of(rule: str) -> str:
    """Return the id in a quote's rule: without how the source is named, and ".coordinated".

    Example:
        >>> rule_of("indirect.say.bahwa.coordinated>phrase.name")
        'indirect.say.bahwa'
    """
    return rule.partition(">")[0].removesuffix(COORDINATED)


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules in the order of their file."""
    data = resources.files("humas_nlp.data")
    lines = (data / "quotes_rules.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    counts = {name: (int(found), int(right)) for name, found, right in rows}
    listed = tomllib.loads((data / "quotes_rules.toml").read_text("utf-8"))
    return tuple(
        Rule(name, row["reads"], row["example"], *counts.get(name, (0, 0)))
        for name, row in listed.items()
    )
