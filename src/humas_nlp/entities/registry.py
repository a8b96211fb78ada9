"""Known institutions of the state: canonical names, short forms, names of the past."""

import re
from dataclasses import dataclass
from functools import cache

from humas_nlp.entities.lexicon import Phrases, read_toml

_TAIL = re.compile(r"[ \t\u00a0]+(?:RI|Republik Indonesia)$", re.IGNORECASE)
_WORDS = re.compile(r"[\w/]+")


@dataclass(frozen=True, slots=True)
class Institution:
    """A known institution.

    Attributes:
        id: Stable short identifier, "kemendagri".
        name: Canonical name.
        kind: "ministry", "agency", "state", "commission" or "force".
        acronyms: Short forms in use.
        former: Names and short forms of the bodies that went before it.
    """

    id: str
    name: str
    kind: str
    acronyms: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


@cache
def institutions() -> tuple[Institution, ...]:
    """Return the known institutions in the order of their ids."""
    rows = read_toml("entities_agencies.toml")["institution"]
    return tuple(
        Institution(r["id"], r["name"], r["kind"], tuple(r["acronyms"]), tuple(r["former"]))
        for r in rows
    )


def find_institution(name: str) -> Institution | None:
    """Return the known institution of a name, short form or former name.

    Case, punctuation and a closing "RI" are ignored. A name that is canonical for one institution
    and former for another belongs to the first.

    Example:
        >>> found = find_institution("Kementerian Kominfo")
        >>> found.name if found else None
        'Kementerian Komunikasi dan Digital'
    """
    return _by_key().get(_key(name)) or _by_key().get(_key(_TAIL.sub("", name)))


def canonical_name(name: str) -> str | None:
    """Return the full name that an institution's name or present short form stands for.

    A former name is not replaced: a text of 2019 that names the "Kominfo" of its day keeps it.
    """
    return _present().get(_key(name)) or _present().get(_key(_TAIL.sub("", name)))


@cache
def full_names() -> Phrases:
    """Return the names of two words and more, present and former, as phrases."""
    names = (name for row in institutions() for name in (row.name, *row.former))
    return Phrases.of(name for name in names if " " in name)


def _key(name: str) -> str:
    return " ".join(_WORDS.findall(name.casefold()))


@cache
def _present() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in institutions():
        for name in (row.name, *row.acronyms):
            found.setdefault(_key(name), row.name)
    return found


@cache
def _by_key() -> dict[str, Institution]:
    found: dict[str, Institution] = {}
    for row in institutions():
        for name in (row.name, *row.acronyms):
            found.setdefault(_key(name), row)
    for row in institutions():
        for name in row.former:
            found.setdefault(_key(name), row)
    return found
