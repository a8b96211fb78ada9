"""Words with their classes: the one loader of `data/lexicon/words.tsv`.

Every list of words that a rule needs is a class of this lexicon. A word has one entry with all its
classes, so that what the library knows about it can be read in one row.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from humas_nlp.lexicon.cues import derived_classes


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One written form with what is known about it.

    Attributes:
        form: The word as it is written; "Kepala" and "kepala" are two.
        classes: Names of its classes, each described in `classes.toml`.
    """

    form: str
    classes: frozenset[str]


@cache
def lexemes() -> tuple[Lexeme, ...]:
    """Return all entries in the order of the file.

    Raises:
        ValueError: A row has no class, or a form stands twice.
    """
    found: dict[str, Lexeme] = {}
    for number, line in enumerate(_read("words.tsv").splitlines(), 1):
        if not line or line.startswith("# "):
            continue
        form, tab, classes = line.partition("\t")
        if not tab or form in found:
            raise ValueError(f"words.tsv, line {number}: {form!r} has no class or stands twice.")
        found[form] = Lexeme(form, frozenset(classes.split()))
    return tuple(found.values())


@cache
def class_descriptions() -> Mapping[str, str]:
    """Return what each class is for, by its name."""
    return tomllib.loads(_read("classes.toml"))


@cache
def _by_class() -> Mapping[str, frozenset[str]]:
    forms: dict[str, set[str]] = defaultdict(set)
    for lexeme in lexemes():
        for name in lexeme.classes:
            forms[name].add(lexeme.form)
    derived = derived_classes()
    doubled = sorted(set(derived) & set(forms))
    if doubled:
        raise ValueError(f"words.tsv: derived from cues.tsv, so not here: {', '.join(doubled)}.")
    written = {name: frozenset(found) for name, found in forms.items()}
    speakers = derived["reporting_verb"] | written["acting_verb"]
    return {**written, **derived, "speaker_verb": speakers}


def word_class(name: str) -> frozenset[str]:
    """Return the words of a class.

    Args:
        name: Name of the class: "preposition", "office_head".

    Raises:
        KeyError: There is no such class (an error of the package, not of a text).

    Example:
        >>> "kepada" in word_class("preposition")
        True
    """
    return _by_class()[name]


def _read(name: str) -> str:
    return (files("humas_nlp.data") / "lexicon" / name).read_text("utf-8")
