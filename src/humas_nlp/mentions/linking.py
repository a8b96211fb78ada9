"""Values of institutions and places: a canonical name and an id, one for all mentions in a text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from humas_nlp.document import Entity, Value
from humas_nlp.mentions.institutions.finder import Explained, explained
from humas_nlp.mentions.institutions.registry import canonical
from humas_nlp.mentions.phrases import read_toml
from humas_nlp.mentions.places.gazetteer import PlaceKind
from humas_nlp.mentions.places.regions import find_regions, link_places

_GOVERNMENT = re.compile(
    r"(?P<head>pem(?:kab|kot|prov|da)|dprd"
    r"|pemerintah(?:[ ](?:daerah|kabupaten|kota|provinsi|kab\.|prov\.))?)\.?[ ]"
    r"(?P<region>[\w.' -]{2,60})",
    re.IGNORECASE,
)
_KINDS: Mapping[str, PlaceKind] = read_toml("entities_governments.toml")["kinds"]
_BRACKET = re.compile(r"[ \t\u00a0]?\(([^()]{2,40})\)")


def linked(
    text: str,
    entities: Sequence[Entity],
    *,
    shorts: Explained | None = None,
    date: str | None = None,
) -> list[Entity]:
    """Give the institutions and places of a text their values.

    The value is ``{"id", "name", "kind"}``. An institution of the register has its id; one that the
    text itself explains ("Badan Riset Bahari (BRB)") has None as its id and kind, and its long form
    as the name of the long and of the short form alike. What the text explains wins over the
    register. The government of a region has the code of the region in its id: "pemda.33.07". A
    place has the code of the Ministry of Home Affairs, a country that of ISO 3166-1.

    Args:
        text: The whole text.
        entities: Entities in reading order; those with other labels stay as they are.
        shorts: Short forms that the text explains; None to look for them.
        date: Date of the text, for names that were borne by several bodies.

    Example:
        >>> text = "Badan Riset Bahari (BRB) rapat di Kota Palu. BRB berdiri."
        >>> found = [Entity(0, 18, text[:18], "ORG"), Entity(45, 48, "BRB", "ORG")]
        >>> [entity.value["name"] for entity in linked(text, found)]
        ['Badan Riset Bahari', 'Badan Riset Bahari']
    """
    shorts = explained(text) if shorts is None else shorts
    names = _long_names(entities, shorts)
    longs = frozenset(shorts.long_forms.values())
    places = [entity for entity in entities if entity.label == "LOC"]
    values = iter(link_places(text, places))
    found = []
    for entity in entities:
        if entity.label == "LOC":
            entity = replace(entity, value=next(values))
        elif entity.label == "ORG":
            entity = replace(entity, value=_body_value(entity.text, names, shorts, longs, date))
        found.append(entity)
    return found


def _long_names(entities: Sequence[Entity], shorts: Explained) -> dict[str, str]:
    """Return the long forms by short form, in the fullest wording of the text.

    "Badan Kepegawaian Daerah (BKD) Provinsi NTT" explains BKD with the region behind it, unless the
    text gives the short form other regions as well.
    """
    fuller: dict[str, set[str]] = {}
    for entity in entities:
        if entity.label != "ORG":
            continue
        name = " ".join(entity.text.split())
        bracket = _BRACKET.search(name)
        short = bracket[1] if bracket is not None else name.partition(" ")[0]
        long = shorts.long_forms.get(short)
        if long is not None and name.startswith((f"{long} ({short})", f"{short} ")):
            tail = _plain(name).removeprefix(long).removeprefix(short)
            fuller.setdefault(short, set()).add(tail)
    names = dict(shorts.long_forms)
    for short, tails in fuller.items():
        if len(tails) == 1:
            names[short] += tails.pop()
    return names


def _plain(name: str) -> str:
    """Return a name without brackets, in one line."""
    return " ".join(_BRACKET.sub("", name).split())


def _body_value(
    name: str,
    names: Mapping[str, str],
    shorts: Explained,
    longs: frozenset[str],
    date: str | None,
) -> Value:
    plain = _plain(name)
    short, _, tail = plain.partition(" ")
    long = names.get(plain) or plain
    if tail and short in shorts.long_forms:
        long = f"{shorts.long_forms[short]} {tail}"
    known = canonical(long, date)
    if known is not None:
        return {"id": known.id, "name": known.name, "kind": known.kind}
    government = _government(long)
    if government is not None:
        return government
    if long != plain or _is_explained(plain, longs):
        return {"id": None, "name": long, "kind": None}
    return None


def _is_explained(name: str, longs: frozenset[str]) -> bool:
    """Tell whether a name begins with a long form that the text explains."""
    words = name.split(" ")
    return any(" ".join(words[:stop]) in longs for stop in range(len(words), 0, -1))


def _government(name: str) -> Value:
    """Return the value of a government or a council of a region, if the region is certain."""
    match = _GOVERNMENT.fullmatch(name)
    if match is None:
        return None
    head = " ".join(match["head"].lower().split())
    regions = find_regions(match["region"])
    if head in _KINDS:
        regions = tuple(place for place in regions if place.kind == _KINDS[head])
    if len(regions) != 1 or regions[0].kind not in ("province", "regency", "city"):
        return None
    region = regions[0]
    full = f"Provinsi {region.name}" if region.kind == "province" else region.full_name
    if head == "dprd":
        return {"id": f"dprd.{region.code}", "name": f"DPRD {full}", "kind": "council"}
    return {"id": f"pemda.{region.code}", "name": f"Pemerintah {full}", "kind": "government"}
