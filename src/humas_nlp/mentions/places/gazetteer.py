"""Places that the library knows by name: provinces, regencies, cities, countries, islands."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.gapped_words import Words
from humas_nlp.mentions.phrases import Phrases, read_toml

PlaceKind = Literal["province", "regency", "city", "country", "capital", "other"]

# Kinds of regions whose names are all known; after the others any capitalised name will do.
_CLOSED_KINDS = frozenset({"prov", "prop", "provinsi", "propinsi"})
_VILLAGE_KINDS = word_class("village_kind")


_FULL = {"regency": "Kabupaten ", "city": "Kota "}


@dataclass(frozen=True, slots=True)
class Place:
    """A known place.

    Attributes:
        name: Usual name, without the word for its kind.
        kind: What it is.
        code: Code of the Ministry of Home Affairs of a province ("33"), regency ("33.07") or city
            ("33.71"), of ISO 3166-1 of a country; "" for others.
    """

    name: str
    kind: PlaceKind
    code: str = ""

    @property
    def full_name(self) -> str:
        """Return the name with the word that tells a regency from a city."""
        return _FULL.get(self.kind, "") + self.name

    @property
    def province(self) -> str:
        """Return the code of the province that it is or lies in; "" abroad."""
        return self.code[:2] if self.code[:1].isdigit() else ""


@cache
def namesakes() -> dict[str, tuple[Place, ...]]:
    """Return all known places of each name in lower case, short forms and spellings included.

    Provinces stand before regencies, regencies before cities.
    """
    found: dict[str, list[Place]] = {}

    def add(name: str, *places: Place) -> None:
        group = found.setdefault(name.lower(), [])
        group.extend(place for place in places if place not in group)

    regions = read_toml("entities_regions.toml")["province"]
    other = read_toml("entities_places.toml")
    for row in regions:
        province = Place(row["name"], "province", row["code"])
        for name in (row["name"], *row["short"]):
            add(name, province)
    for row in regions:
        for name, code in row["regencies"].items():
            add(name, Place(name, "regency", code))
        for name, code in row["cities"].items():
            add(name, Place(name, "city", code))
    for short, name in other["short"].items():
        add(short, *found[name.lower()])
    for country, capital in other["country"].items():
        add(country, Place(country, "country", other["country_code"][country]))
        add(capital, Place(capital, "capital"))
    for spelling, country in other["country_spelling"].items():
        add(spelling, *found[country.lower()])
    for name in other["other"]["names"]:
        add(name, Place(name, "other"))
    return {name: tuple(group) for name, group in found.items()}


@cache
def places() -> dict[str, Place]:
    """Return one known place of each name in lower case: the province, else the regency."""
    return {name: group[0] for name, group in namesakes().items()}


@cache
def place_phrases() -> Phrases:
    """Return the known places as phrases; the value is the usual full name."""
    return Phrases({name: place.name for name, place in places().items()})


@cache
def _spelled_in_capitals() -> frozenset[str]:
    """Return the short forms that are places only in capitals: "AS", "RI", "OKI"."""
    data = read_toml("entities_places.toml")
    shorts = [*data["short"], *data["country_spelling"]]
    shorts += [
        name for row in read_toml("entities_regions.toml")["province"] for name in row["short"]
    ]
    return frozenset(name.lower() for name in shorts if name.isupper())


@cache
def region_kinds() -> frozenset[str]:
    """Return the words for kinds of regions: "kabupaten", "kab", "kota", …"""
    return frozenset(read_toml("entities_places.toml")["heads"]["region"])


def place_at(words: Words, index: int) -> tuple[int, str] | None:
    """Return the known place whose name starts at a capitalised word.

    Args:
        words: The text's words.
        index: Number of a word.

    Returns:
        Number of the word after the name, and the place's usual name; None if there is none.
    """
    if not words.capital[index]:
        return None
    found = place_phrases().at(words, index)
    if found is None:
        return None
    stop, _ = found
    if not words.capital[stop - 1]:
        return None
    if words.folds[index] in _spelled_in_capitals() and not words.word(index).isupper():
        return None
    return found


def region_at(words: Words, index: int) -> tuple[int, str] | None:
    """Return the region whose name starts at a word: "NTT", "Prov. Sultra", "Kabupaten Wajo".

    A name after a word for a kind of region need not be known: up to two capitalised words are
    read after "Desa" and "Kecamatan", one after "Kabupaten" and "Kota".

    Args:
        words: The text's words.
        index: Number of a word.

    Returns:
        Number of the word after the region, and the known place's usual name or ""; None if no
        region starts here.
    """
    if index >= len(words):
        return None
    kind = words.folds[index]
    if kind not in region_kinds():
        return place_at(words, index)
    whole = place_at(words, index)  # "Kepulauan Riau", "Kota Baru"
    if whole is not None:
        return whole
    if words.gap(index) not in ("blank", "dot") or index + 1 >= len(words):
        return None
    known = place_at(words, index + 1)
    if known is not None:
        return known
    stop = index + 1
    if kind in _CLOSED_KINDS or not _is_name(words, stop) or not words.capital[index]:
        return None
    if kind in _VILLAGE_KINDS and words.gap(stop) == "blank" and _is_name(words, stop + 1):
        return stop + 2, ""
    return stop + 1, ""


def _is_name(words: Words, index: int) -> bool:
    return words.capital[index] and words.folds[index] not in region_kinds()
