"""Mending of the public sets, so that all of them label alike.

- One of them keeps brackets and marks on their words ("(BEI)", "enggak?"): taken apart, and a
  name that goes on in a bracket becomes a name of its own, as in the mended dev set.
- A name of a person carries no office, rank or form of address: "presiden sby" is "sby".
- A kind of region written with a capital belongs to the name: "Kota | Bogor" is one place.
"""

import re
from functools import cache

from humas_nlp.entities import find_laws
from humas_nlp.evaluation.entities import Labelled, Tagged
from humas_nlp.lexicon import word_class
from models.training.ner.examples import Example

_GLUED = re.compile(r"(?P<open>[(\[\"“]*)(?P<core>.*?)(?P<close>[)\]\"”?!,;:]*)$")
# Part of the name by which a public figure is known ("Gus Dur", "Cak Imin", "Bung Karno"), or a
# first name as well ("MS Hidayat", "Tim", "Rais").
_KEPT = frozenset(
    "gus cak bung raden sultan pangeran imam habib teuku tengku andi buya tuanku kang mbak mas "
    "neng bang ra ms tim raja rais paus ratu duta".split()
)
_REGION = re.compile(
    r"(?:Kota|Kabupaten|Provinsi|Propinsi|Kecamatan|Kelurahan|Desa|Pulau|Gunung|Jalan|Jl\.?|Kab\.) "
    r"$"
)


def take_apart(sentence: list[Tagged]) -> list[Tagged]:
    """Split brackets and sentence marks from the words of a sentence.

    Example:
        >>> take_apart([("Efek", "I-ORG"), ("(BEI)", "I-ORG"), ("naik", "O")])
        [('Efek', 'I-ORG'), ('(', 'O'), ('BEI', 'B-ORG'), (')', 'O'), ('naik', 'O')]
    """
    found: list[Tagged] = []
    for word, tag in sentence:
        match = _GLUED.fullmatch(word)
        if match is None or not match["core"]:
            found.append((word, "O" if match and len(word) == 1 else tag))
            continue
        found += [(mark, "O") for mark in match["open"]]
        begins = bool(match["open"]) and tag.startswith("I-")
        found.append((match["core"], f"B-{tag[2:]}" if begins else tag))
        found += [(mark, "O") for mark in match["close"]]
    return found


@cache
def _before_names() -> frozenset[str]:
    words = word_class("honorific") | word_class("office_head")
    return frozenset(word.lower() for word in words) - _KEPT


def trim_titles(example: Example) -> Example:
    """Take offices, ranks and forms of address off the beginning of persons' names."""
    entities: list[Labelled] = []
    for start, end, label in example.entities:
        at = start
        while label == "PER":
            word = re.match(r"\S+\s*", example.text[at:end])
            if word is None or word[0].strip().replace(".", "").lower() not in _before_names():
                break
            at += word.end()
        if at < end:
            entities.append((at, end, label))
    return Example(example.text, tuple(entities), example.unknown, example.source)


def join_regions(example: Example) -> Example:
    """Take the kind of a region, where it is written with a capital, into the place's name."""
    entities: list[Labelled] = []
    for start, end, label in example.entities:
        match = label == "LOC" and _REGION.search(example.text, max(0, start - 12), start)
        free = match and not (entities and entities[-1][1] > match.start())
        entities.append((match.start() if match and free else start, end, label))
    return Example(example.text, tuple(entities), example.unknown, example.source)


# Before a place in its own function: prepositions, and what goes on after another place.
_LOCATIVE = re.compile(
    r"(?:^|[\s(])(?:di|ke|dari|asal|kawasan|wilayah|daerah|kota|provinsi|kabupaten|pulau|,|\(|-|/)"
    r" ?$",
    re.I,
)


def doubt_attributes(example: Example) -> Example:
    """Make places that do not stand as places unknown: "presiden | Perancis", "rakyat | Bali".

    One of the public sets leaves such countries and regions unlabelled throughout, the others and
    the releases label them. Sets that would only add to the contradiction say nothing about them.
    """
    entities: list[Labelled] = []
    unknown = list(example.unknown)
    for start, end, label in example.entities:
        if label == "LOC" and not _LOCATIVE.search(example.text[max(0, start - 12) : start]):
            unknown.append((start, end))
        else:
            entities.append((start, end, label))
    return Example(example.text, tuple(entities), tuple(sorted(unknown)), example.source)


_EVENT = re.compile(
    r"\b(?:HUT|Hari|Piala|Liga|Olimpiade|Pekan|Festival|Konferensi|Kongres|Munas|Rakernas|Muktamar)"
    r" [A-Z][\w-]*(?: [A-Z][\w-]*)*"
)


def doubt_acts(example: Example) -> Example:
    """Make laws and events unknown in sets that do not label them."""
    finds = [(e.start, e.end) for e in find_laws(example.text)]
    finds += [m.span() for m in _EVENT.finditer(example.text)]
    unknown = tuple(sorted({*example.unknown, *finds}))
    return Example(example.text, example.entities, unknown, example.source)
