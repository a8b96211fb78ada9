"""Which known place a name stands for: its code, its full name, its kind."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from humas_nlp.document import Entity, Value
from humas_nlp.mentions.gapped_words import Words
from humas_nlp.mentions.phrases import read_toml
from humas_nlp.mentions.places.gazetteer import Place, PlaceKind, namesakes

_KIND_WORDS: dict[str, PlaceKind] = read_toml("entities_places.toml")["region_kind"]
# Offices and governments that tell the kind of the region whose name follows.
_OFFICE_BEFORE: tuple[tuple[PlaceKind, re.Pattern[str]], ...] = (
    ("regency", re.compile(r"(?<!\w)(?:bupati|wabup|pemkab|kabupaten|kab\.)[ \t\u00a0]$", re.I)),
    ("city", re.compile(r"(?<!\w)(?:wali[ ]?kota|wawali|pemkot|kota)[ \t\u00a0]$", re.I)),
    ("province", re.compile(r"(?<!\w)(?:gubernur|wagub|pemprov|provinsi)[ \t\u00a0]$", re.I)),
)
_REACH = 12
_ADMINISTRATIVE = frozenset({"administrasi", "adm"})
_REGIONS = frozenset({"province", "regency", "city"})


def find_regions(name: str) -> tuple[Place, ...]:
    """Return the known places that a name may stand for.

    Args:
        name: "Kota Bandung", "Kab. Wajo", "Sultra", "Bandung".

    Returns:
        One place where the name is unambiguous, several where it is not, none where it is unknown.

    Example:
        >>> [place.code for place in find_regions("Kota Bandung")]
        ['32.73']
        >>> [place.full_name for place in find_regions("Bandung")]
        ['Kabupaten Bandung', 'Kota Bandung']
    """
    folds = Words(name[:100]).folds
    whole = _named(" ".join(folds))
    if whole or len(folds) < 2 or folds[0] not in _KIND_WORDS:
        return whole
    kind = _KIND_WORDS[folds[0]]
    rest = folds[2:] if folds[1] in _ADMINISTRATIVE else folds[1:]
    return tuple(place for place in _named(" ".join(rest)) if place.kind == kind)


@cache
def _also() -> dict[str, Place]:
    codes = {place.code: place for group in namesakes().values() for place in group if place.code}
    names = read_toml("entities_places.toml")["also"]
    return {name.lower(): codes[code] for name, code in names.items()}


def _named(name: str) -> tuple[Place, ...]:
    known = _also().get(name)
    if known is not None:
        return (known,)
    group = namesakes().get(name, ())
    regions = tuple(place for place in group if place.kind in _REGIONS or place.kind == "country")
    return regions or group


def place_value(found: Sequence[Place]) -> Value:
    """Return the value of a place: ``{"id", "name", "kind"}``.

    Args:
        found: The places that it may be. Of several only the name that they share is told; none
            have no value.
    """
    if not found:
        return None
    if len(found) == 1:
        return {"id": found[0].code or None, "name": found[0].full_name, "kind": found[0].kind}
    return {"id": None, "name": found[0].name, "kind": None}


def link_places(text: str, entities: Sequence[Entity]) -> list[Value]:
    """Return the values of the places of a text, each read in the light of the others.

    A name that several regions share ("Bandung") stands for the one whose kind an office before it
    tells ("Wali Kota Bandung"), that lies in the province behind it or is the province of the one
    before it ("Banjar, Jawa Barat"; "Bungo, Jambi"), or that the text names in full elsewhere, if
    it names only one of them; else it has no id.

    Args:
        text: The whole text.
        entities: Places (LOC) in reading order.
    """
    found = [_by_office(text, entity, find_regions(entity.text)) for entity in entities]
    for place, entity in enumerate(entities[:-1]):
        after = entities[place + 1]
        if text[entity.end : after.start].strip() == ",":
            found[place], found[place + 1] = _inside(found[place], found[place + 1])
    told: dict[str, set[Place]] = defaultdict(set)
    for group in found:
        if len(group) == 1:
            told[group[0].name].add(group[0])
    values = []
    for group in found:
        known = told[group[0].name] & set(group) if len(group) > 1 else ()
        values.append(place_value(tuple(known) if len(known) == 1 else group))
    return values


def _inside(
    small: tuple[Place, ...], large: tuple[Place, ...]
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Read "Banjar, Jawa Barat" and "Bungo, Jambi": a region in the province that follows it."""
    provinces = [place for place in large if place.kind == "province"]
    regions = [place for place in small if place.kind in ("regency", "city")]
    pairs = [(r, p) for r in regions for p in provinces if r.province == p.code]
    if len(pairs) != 1:
        return small, large
    return (pairs[0][0],), (pairs[0][1],)


def _by_office(text: str, entity: Entity, found: tuple[Place, ...]) -> tuple[Place, ...]:
    if len(found) < 2:
        return found
    before = text[max(0, entity.start - _REACH) : entity.start]
    for kind, pattern in _OFFICE_BEFORE:
        if pattern.search(before):
            return tuple(place for place in found if place.kind == kind) or found
    return found
