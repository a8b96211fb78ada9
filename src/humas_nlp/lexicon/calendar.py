"""Names of weekdays and months: the one loader of `data/lexicon/calendar.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def weekdays() -> tuple[str, ...]:
    """Return the names of the weekdays in lower case, Monday first; Friday in three spellings."""
    return tuple(_tables()["weekdays"])


@cache
def month_numbers() -> Mapping[str, int]:
    """Return the number of each name of a month in lower case; read-only.

    Example:
        >>> month_numbers()["nopember"]
        11
    """
    return MappingProxyType(
        {name: n for n, names in enumerate(_tables()["months"], 1) for name in names.split()}
    )


def _tables() -> dict[str, Any]:
    return tomllib.loads((files("humas_nlp.data") / "lexicon" / "calendar.toml").read_text("utf-8"))
