"""The themes of government communication: codes, labels, definitions, typical words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

OTHER = "lainnya"


@dataclass(frozen=True, slots=True)
class ThemeDefinition:
    """One theme of the taxonomy.

    Attributes:
        code: Stable code, "netralitas_asn".
        label_id: Indonesian label.
        label_en: English label.
        definition: What is filed under the theme, one Indonesian sentence.
        terms: Words typical of the theme, separated by spaces.
    """

    code: str
    label_id: str
    label_en: str
    definition: str
    terms: str

    @property
    def prototype(self) -> str:
        """Label, definition and terms as one short text about the theme."""
        return f"{self.label_id}. {self.definition} {self.terms}"


@cache
def taxonomy() -> Mapping[str, ThemeDefinition]:
    """Return the packaged taxonomy by code, in its own order.

    Example:
        >>> taxonomy()["pemilu"].label_en
        'Elections'
    """
    source = resources.files("humas_nlp") / "data" / "themes.toml"
    entries = tomllib.loads(source.read_text(encoding="utf-8"))["theme"]
    return MappingProxyType({entry["code"]: ThemeDefinition(**entry) for entry in entries})


def prototypes() -> dict[str, str]:
    """Return the prototype text of every theme by code."""
    return {code: theme.prototype for code, theme in taxonomy().items()}


def label_of(code: str) -> str:
    """Return the Indonesian label of a code; a code of one's own taxonomy is its own label.

    Example:
        >>> label_of("pendidikan"), label_of("air_bersih")
        ('Pendidikan', 'air bersih')
    """
    theme = taxonomy().get(code)
    return theme.label_id if theme else code.replace("_", " ")
