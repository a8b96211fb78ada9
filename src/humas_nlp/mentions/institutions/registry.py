"""Known institutions of the state: canonical names, short forms, periods, successors."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from humas_nlp.mentions.phrases import Phrases, read_toml

_TAIL = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]+(?:RI|Republik Indonesia)$", re.IGNORECASE)
_SHORT = re.compile(r"(?<!\s)\s*\(([^()\s]*)\)$")  # "Komisi Pemberantasan Korupsi (KPK)"
# Other spellings that are no short forms: "Kementerian Koperasi dan UKM".
_SPELLED = "Kementerian "
_WORDS = re.compile(r"[\w/]+")


@dataclass(frozen=True, slots=True)
class Institution:
    """A known institution.

    A ministry that was renamed, split or merged is one institution for each of its names.

    Attributes:
        id: Stable short identifier, "kemendagri".
        name: Canonical name.
        kind: "ministry", "agency", "state", "commission", "force", "unit" or "company".
        acronyms: Short forms and other spellings of the name.
        informal: Names in use that belong to another body by law, or did at another time.
        periods: From and to, ``YYYY-MM``, where the name has not always been in force; "" is open
            or not known.
        successors: Ids of the bodies that carried the tasks on.
    """

    id: str
    name: str
    kind: str
    acronyms: tuple[str, ...] = ()
    informal: tuple[str, ...] = ()
    periods: tuple[tuple[str, str], ...] = ()
    successors: tuple[str, ...] = ()

    def in_force(self, date: str | None = None) -> bool:
        """Tell whether the institution bore its name on a date, or bears it now.

        Args:
            date: ``YYYY-MM-DD`` or ``YYYY-MM``; None for the present.
        """
        if not self.periods:
            return True
        if date is None:
            return any(not until for _, until in self.periods)
        month = date[:7]
        return any(
            since <= month and (not until or month <= until) for since, until in self.periods
        )


@cache
def institutions() -> tuple[Institution, ...]:
    """Return the known institutions in the order of their ids."""
    rows = read_toml("entities_agencies.toml")["institution"]
    return tuple(
        Institution(
            row["id"],
            row["name"],
            row["kind"],
            tuple(row["acronyms"]),
            tuple(row.get("informal", ())),
            tuple((since, until) for since, until in row.get("periods", ())),
            tuple(row.get("successors", ())),
        )
        for row in rows
    )


def canonical(name: str, date: str | None = None) -> Institution | None:
    """Return the institution that a name, a short form or a name of the past stands for.

    Case, punctuation, a closing "RI" and a short form in brackets behind the name are ignored.
    Where several institutions have borne a name, the date decides; where it does not, the name
    stands for none of them. A name of the past stands for the body of its time: `present` follows
    it to today.

    Args:
        name: "Kementerian Kesehatan RI", "Kominfo".
        date: Date of the text, ``YYYY-MM-DD`` or ``YYYY-MM``; None if it is not known.

    Example:
        >>> canonical("Kominfo").name
        'Kementerian Komunikasi dan Informatika'
        >>> canonical("Kemendikbud").id, canonical("Kemendikbud", "2023-05-02").id
        ('kemendikbud', 'kemendikbudristek')
    """
    found = _bearer(name, date)
    untitled = _TAIL.sub("", name)
    if found is None and (short := _SHORT.search(untitled)):
        return _of_both(untitled[: short.start()], short[1], date)
    return found


def _bearer(name: str, date: str | None) -> Institution | None:
    """Return the institution of a name without brackets; see `canonical`."""
    for key in dict.fromkeys(map(_key, (name, _TAIL.sub("", name)))):
        formal = _formal().get(key, ())
        named = [row for row in formal if row.in_force(date)]
        if date is not None and not named:
            named = [row for row in _informal().get(key, ()) if row.in_force(date)]
        found = named or formal
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _of_both(name: str, short: str, date: str | None) -> Institution | None:
    """Return the institution of a name with a word in brackets, if that is a short form of it.

    "Badan Pusat Statistik (Jakarta)" is a branch, "KPK (nonaktif)" no name.
    """
    whole, part = _bearer(name, date), _bearer(short, date)
    known = part is whole if part else short.isupper()
    return whole if known else None


def present(institution: Institution) -> tuple[Institution, ...]:
    """Return the bodies that bear an institution's tasks now: itself, or its last successors.

    Example:
        >>> [found.id for found in present(canonical("Kemenkumham"))]
        ['kemenkum', 'kemenham', 'kemenimipas']
    """
    found: dict[str, Institution] = {}
    seen: set[str] = set()

    def follow(row: Institution) -> None:
        if row.id in seen:
            return
        seen.add(row.id)
        if row.in_force():
            found[row.id] = row
            return
        for successor in row.successors:
            follow(_by_id()[successor])

    follow(institution)
    return tuple(found.values())


@cache
def long_names() -> dict[str, str]:
    """Return the name of each institution by its short forms in small letters: "brin"."""
    found: dict[str, str] = {}
    for row in institutions():
        for short in row.acronyms:
            found.setdefault(short.lower(), row.name)
    return found


@cache
def full_names() -> Phrases:
    """Return the names of two words and more, present and former, as phrases."""
    names = {row.name for row in institutions()}
    names |= {name for row in institutions() for name in row.acronyms if name.startswith(_SPELLED)}
    return Phrases.of(name for name in names if " " in name)


def _key(name: str) -> str:
    return " ".join(_WORDS.findall(name.casefold()))


@cache
def _by_id() -> dict[str, Institution]:
    return {row.id: row for row in institutions()}


@cache
def _formal() -> dict[str, tuple[Institution, ...]]:
    return _index(lambda row: (row.name, *row.acronyms))


@cache
def _informal() -> dict[str, tuple[Institution, ...]]:
    return _index(lambda row: row.informal)


def _index(names: Callable[[Institution], Iterable[str]]) -> dict[str, tuple[Institution, ...]]:
    found: dict[str, dict[str, Institution]] = {}
    for row in institutions():
        for name in names(row):
            found.setdefault(_key(name), {})[row.id] = row
    return {key: tuple(rows.values()) for key, rows in found.items()}
