"""Scores of people, their offices, header data and themes."""

import math
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from humas_nlp.document import META_FIELDS
from humas_nlp.evaluation.figures import Share, Tally
from humas_nlp.evaluation.names import name_key, person_name, word_f1

Data = Mapping[str, Any]
OFFICE_AGREES = 0.75  # word F1
HEADER_AGREES = 0.95
HEADER = tuple(name for name in META_FIELDS if name != "source")  # gold has no "source"


class PeopleScores:
    """People by name; role, affiliation and both as one for those who speak."""

    def __init__(self) -> None:
        """Begin with no document."""
        self._people = Tally()
        self._fields = {name: Share() for name in ("office", "role", "affiliation")}

    def add(self, document: Data, predicted: Data) -> None:
        """Count one document."""
        gold = {name_key(person["name"]): person for person in document["people"]}
        people = predicted.get("people") or []
        found = {name_key(person["name"]): person for person in people}
        self._people.gold += len(gold)
        # All of them: a person given twice is a false one the second time.
        self._people.predicted += len(people)
        self._people.right += len(gold.keys() & found.keys())
        for key in _speaking(document):
            self._count_office(gold[key], found.get(key, {}))

    def _count_office(self, want: Data, have: Data) -> None:
        for name in ("role", "affiliation"):
            if want.get(name):
                self._fields[name].add(word_f1(want[name], have.get(name)) >= OFFICE_AGREES)
        # Role and affiliation as one, wherever the line between them is drawn.
        if (office := _office(want)).strip():
            self._fields["office"].add(word_f1(office, _office(have)) >= OFFICE_AGREES)

    def measures(self) -> dict[str, Any]:
        """Return the figures by name."""
        shares = {f"speaker_{name}": share.value for name, share in self._fields.items()}
        return {"people": self._people.to_dict(), **shares}


def _speaking(document: Data) -> set[str]:
    speakers = {quote["speaker"] for quote in document["quotes"] if quote["speaker"]}
    people = (speaker for speaker in speakers if speaker.startswith("P"))
    return {name_key(person_name(document, person)) for person in people}


def _office(person: Data) -> str:
    return f"{person.get('role') or ''} {person.get('affiliation') or ''}"


class HeaderScores:
    """Header data: the share that agrees, wherever gold or prediction has a value."""

    def __init__(self) -> None:
        """Begin with no document."""
        self._fields = {name: Share() for name in HEADER}

    def add(self, document: Data, predicted: Data) -> None:
        """Count one document."""
        meta = predicted.get("meta") or {}
        for name, share in self._fields.items():
            want, have = document["meta"].get(name), meta.get(name)
            if want or have:
                same = want == have if name == "date" else word_f1(want, have) >= HEADER_AGREES
                share.add(same)

    def measures(self) -> dict[str, Any]:
        """Return the figures by name."""
        return {"meta": {k: share.value for k, share in self._fields.items() if share.total}}


class ThemeScores:
    """Themes: micro and macro F1, and whether the main theme is right."""

    def __init__(self) -> None:
        """Begin with no document."""
        self._codes: defaultdict[str, Tally] = defaultdict(Tally)
        self._first = Share()

    def add(self, document: Data, predicted: Data) -> None:
        """Count one document."""
        codes = [
            theme["code"] if isinstance(theme, Mapping) else theme
            for theme in predicted.get("themes") or []
        ]
        gold, found = set(document["themes"]), set(codes)
        self._first.add(bool(codes) and codes[0] in gold)
        for code in gold | found:
            tally = self._codes[code]
            tally.right += code in gold and code in found
            tally.predicted += code in found
            tally.gold += code in gold

    def measures(self) -> dict[str, Any]:
        """Return the figures by name; the macro figure is over themes that gold has."""
        micro = Tally()
        for tally in self._codes.values():
            micro.right += tally.right
            micro.predicted += tally.predicted
            micro.gold += tally.gold
        by_code = {code: tally.f1 for code, tally in sorted(self._codes.items()) if tally.gold}
        return {
            "themes_micro": micro.to_dict(),
            "themes_macro_f1": math.fsum(by_code.values()) / max(1, len(by_code)),
            "themes_top1": self._first.value,
            "themes_by_code": {code: round(value, 3) for code, value in by_code.items()},
        }
