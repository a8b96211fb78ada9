"""Names of places in running text."""

from dataclasses import replace
from functools import cache

from humas_nlp.document import Entity
from humas_nlp.lexicon import word_class
from humas_nlp.mentions.gapped_words import Words
from humas_nlp.mentions.institutions.grammar import grammar
from humas_nlp.mentions.institutions.name_grammar import name_at
from humas_nlp.mentions.phrases import Phrases, read_toml
from humas_nlp.mentions.places.gazetteer import place_at, region_at, region_kinds
from humas_nlp.mentions.places.regions import link_places

_MAX_SPOT = 6
# Words before a name that make a place of it.
_BEFORE_PLACE = frozenset(word_class("before_place") | {"wabup", "walikota", "warga", "wilayah"})
# Heads of spots that are verbs or common nouns in lower case: "jalan Santai".
_CAPITAL_ONLY = word_class("place_head_capital")


def find_places(text: str, start: int = 0, end: int | None = None) -> list[Entity]:
    """Find the names of places in a range of a text.

    Args:
        text: The whole text.
        start: First code point of the range.
        end: One past its last code point; None for the end of the text.

    Returns:
        Entities labelled LOC in reading order, not overlapping; the value of a known place is
        ``{"id", "name", "kind"}``, see `link_places`, else None.

    Example:
        >>> [entity.value for entity in find_places("Kab. Wajo, di Aula Merdeka")]
        [{'id': '73.13', 'name': 'Kabupaten Wajo', 'kind': 'regency'}, None]
    """
    found = places_in(Words(text, start, end))
    values = link_places(text, found)
    return [replace(entity, value=value) for entity, value in zip(found, values, strict=True)]


def places_in(words: Words) -> list[Entity]:
    """Find the names of places among words that are already cut.

    The value of a known place is its usual name here.
    """
    found: list[Entity] = []
    index = 0
    last_stop = -1
    while index < len(words):
        place = _place(words, index, last_stop == index)
        if place is None:
            index += 1
            continue
        stop, name = place
        start, end = words.starts[index], words.ends[stop - 1]
        found.append(Entity(start, end, words.text[start:end], "LOC", name or None))
        index = last_stop = stop
    return found


def _place(words: Words, index: int, after_place: bool) -> tuple[int, str] | None:
    """Read the place that starts at a word."""
    fold = words.folds[index]
    spot = _spots().at(words, index)
    if spot is not None:
        stop = _spot(words, index, spot[0])
        if stop is not None:
            return stop, ""
    if fold == "kantor" and index > 0 and words.folds[index - 1] in ("di", "ke"):
        office = name_at(words, index)
        if office is not None:
            return office, ""
    if fold == "kota" and index > 0 and words.folds[index - 1] == "wali":
        return None  # "Wali Kota | Kupang"
    if fold in region_kinds():
        region = region_at(words, index)
        if region is not None and words.capital[region[0] - 1]:
            return region
    known = place_at(words, index)
    if known is None or not _is_certain(words, index, known[0], after_place):
        return None
    return known


def _spot(words: Words, index: int, name: int) -> int | None:
    """Read the name of a spot; `name` is the word after its head."""
    if not words.capital[index] and words.folds[index] in _CAPITAL_ONLY:
        return None
    gap = words.gap(name - 1)
    if gap != "blank" and not (gap == "dot" and words.folds[index] == "jl"):
        # "Kantor Gubernur", "Alun-alun" alone name no spot.
        return None
    stop, lexicon = name, grammar()
    while stop < len(words) and stop - name < _MAX_SPOT and words.capital[stop]:
        if words.folds[stop] in lexicon.stops - {"no"}:
            break
        region = region_at(words, stop)
        if region is not None and words.capital[region[0] - 1]:
            return region[0]
        stop += 1
        gap = words.gap(stop - 1)
        number = gap == "dot" and words.folds[stop - 1] == "no"
        if gap != "blank" and not number:
            break
    return stop if stop > name else None


def _is_certain(words: Words, index: int, stop: int, after_place: bool) -> bool:
    """Tell whether a known name is a place here: always, unless it is ambiguous."""
    if stop - index > 1 or words.folds[index] not in _ambiguous():
        return True
    if index == 0:
        return False
    gap = words.gap(index - 1)
    if gap == "blank" and words.folds[index - 1] in _BEFORE_PLACE:
        return True
    return after_place and gap in ("comma", "blank")


@cache
def _spots() -> Phrases:
    return Phrases.of(read_toml("entities_places.toml")["heads"]["spot"])


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(
        name.lower() for name in read_toml("entities_places.toml")["ambiguous"]["names"]
    )
