"""Themes by keywords: `seeds.toml` starts a taxonomy of one's own before any label is there.

The keywords act as labelling functions: a text that holds enough of a theme's terms is taken as
an example of it, and the classifier learns from these examples what else goes with the theme.
Source: Ratner et al., "Data programming", 2016; Meng et al., "Weakly-supervised neural text
classification", 2018 (seed words).
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from humas_nlp.themes.errors import ThemeDataError
from humas_nlp.themes.taxonomy import OTHER

LEAD = 400  # code points: a term there counts double, as the lead says what a text is about
_ENOUGH = 2  # points: two different terms, or one in the lead
_CODE = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Seed:
    """A theme by its keywords.

    Attributes:
        code: Code of the theme: small letters, digits, underscores.
        label: What users see.
        terms: Words and phrases that speak for the theme.
        unless: Words and phrases that speak against it: one of them, and the text is no example.
        definition: What is filed under the theme, for people and for the prototype.
    """

    code: str
    label: str
    terms: tuple[str, ...]
    unless: tuple[str, ...] = ()
    definition: str = ""

    @property
    def prototype(self) -> str:
        """Label, definition and terms as one short text about the theme."""
        return f"{self.label}. {self.definition} {' '.join(self.terms)}"


def read_seeds(path: str | Path) -> list[Seed]:
    """Read a seeds file.

    Its form::

        [[theme]]
        code = "air_bersih"
        label = "Air bersih"
        terms = ["air bersih", "pdam", "sumur bor"]
        unless = ["air mata"]        # may be left out

    Raises:
        ThemeDataError: The file cannot be read, or an entry is not of this form.
    """
    source = Path(path)
    try:
        data = tomllib.loads(source.read_text(encoding="utf-8"))
    except OSError as error:
        raise ThemeDataError(
            f"{source} cannot be read: {error.strerror or error}. Give a TOML file with one "
            "[[theme]] a theme."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeDataError(f"{source} is no valid TOML: {error}.") from error
    entries = data.get("theme")
    if not isinstance(entries, list) or not entries:
        raise ThemeDataError(f"{source} has no [[theme]] entry. Write one a theme.")
    seeds = [_seed(entry, f"{source}, theme {i}") for i, entry in enumerate(entries, 1)]
    codes = [seed.code for seed in seeds]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ThemeDataError(f"{source}: the code {twice[0]!r} stands there twice.")
    return seeds


def _seed(entry: Any, where: str) -> Seed:  # noqa: ANN401 - whatever TOML holds
    if not isinstance(entry, dict):
        raise ThemeDataError(f"{where} is no table. Write [[theme]] with code and terms.")
    code = entry.get("code")
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise ThemeDataError(
            f"{where}: code is {code!r}. Use small letters, digits and underscores: 'air_bersih'."
        )
    unknown = entry.keys() - {"code", "label", "terms", "unless", "definition"}
    if unknown:
        raise ThemeDataError(
            f"{where} ({code}): unknown key {sorted(unknown)[0]!r}. Keys: code, label, terms, "
            "unless, definition."
        )
    label = entry.get("label", code.replace("_", " "))
    definition = entry.get("definition", "")
    if not isinstance(label, str) or not isinstance(definition, str):
        raise ThemeDataError(f"{where} ({code}): label and definition are strings.")
    terms = _terms(entry.get("terms"), "terms", f"{where} ({code})")
    if not terms:
        raise ThemeDataError(f"{where} ({code}): terms is empty. Name at least one word.")
    unless = _terms(entry.get("unless", []), "unless", f"{where} ({code})")
    return Seed(code, label, terms, unless, definition)


def _terms(value: object, key: str, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise ThemeDataError(f"{where}: {key} is a list of words or phrases in quotation marks.")
    return tuple(" ".join(term.lower().split()) for term in value)


def seed_labels(texts: Iterable[str], seeds: Sequence[Seed]) -> list[list[str]]:
    """Label texts by the terms they hold.

    A term counts once a text, and twice where the lead has it; two points make a theme. A text
    that holds no term at all is an example of "lainnya"; one that holds a little of something is
    an example of nothing.

    Returns:
        Codes of each text, the one with the most points first; empty where the terms do not tell.

    Example:
        >>> seeds = [Seed("air_bersih", "Air bersih", ("air bersih", "pdam"))]
        >>> seed_labels(["PDAM menambah sambungan air bersih.", "Guru mengajar."], seeds)
        [['air_bersih'], ['lainnya']]
    """
    patterns = [(seed.code, _pattern(seed.terms), _pattern(seed.unless)) for seed in seeds]
    found = []
    for text in texts:
        plain = " ".join(text.lower().split())
        points = {}
        for code, terms, unless in patterns:
            here = set(terms.findall(plain)) if terms else set()
            if here and not (unless and unless.search(plain)):
                lead = set(terms.findall(plain[:LEAD])) if terms else set()
                points[code] = len(here) + len(lead)
        enough = sorted((c for c, n in points.items() if n >= _ENOUGH), key=lambda c: -points[c])
        found.append(enough if enough or points else [OTHER])
    return found


def _pattern(terms: Sequence[str]) -> re.Pattern[str] | None:
    if not terms:
        return None
    longest = sorted(terms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
