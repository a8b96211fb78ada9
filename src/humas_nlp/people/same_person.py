"""Whether two names may be one person's: what they share, as features with fitted weights."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from humas_nlp.language.spelling import one_edit
from humas_nlp.mentions.names.logistic import Logistic, read_logistic
from humas_nlp.mentions.offices.office import Office, compatible

Name = tuple[str, ...]
SHORTEST_NEAR = 5  # letters of two words that may be one misspelt
SHORTEST_DROPPED = 4  # letters of two words of which one has lost a letter


def name_features(full: Name, part: Name) -> dict[str, float]:
    """Return what two names share.

    Args:
        full: Words of the name that is known.
        part: Words of the mention.

    Returns:
        Features by name, in no order of the two: the longer one is taken for the full name.
    """
    a, b = (full, part) if len(full) >= len(part) else (part, full)
    held = contains(a, b)
    one = len(b) == 1
    flags = {
        "same": a == b,
        "same but for case": a != b and _fold(a) == _fold(b),
        "contained": held and len(a) > len(b) > 1,
        "contained single": held and one and len(a) > 1,
        "contained with initials": held and not set(_fold(b)) <= set(_fold(a)),
        "first word": first_word(a) == first_word(b),
        "last word": a[-1].casefold() == b[-1].casefold(),
        "single of the first": one and len(a) > 1 and a[0] == b[0],
        "single of the last": one and len(a) > 1 and a[-1] == b[0],
        "misspelt": not held and is_misspelt(a, b),
        "single with a letter dropped": not held and one and any(_dropped(w, b[0]) for w in a),
        "single cut in front": not held and one and any(is_front(w, b[0]) for w in a),
        "single cut behind": not held and one and any(is_back(w, b[0]) for w in a),
    }
    shared = len(set(_fold(a)) & set(_fold(b)))
    found = {name: 1.0 for name, holds in flags.items() if holds}
    found["share of the shorter"] = shared / len(b)
    found["further words"] = float(min(3, len(a) - len(b)))
    return found


def proposed(full: Name, part: Name) -> bool:
    """Say whether two names are so alike that it is to be weighed whether they are one person's.

    True where the shorter name's words all stand in the longer one in the same order (an initial
    stands for its word), where names of equal length differ by a letter in one word, or where a
    single word has lost a letter or an end of a word of the longer name ("Rosa" of "Rosan Basri").
    """
    a, b = (full, part) if len(full) >= len(part) else (part, full)
    if contains(a, b) or is_misspelt(a, b):
        return True
    single = len(b) == 1 and len(a) > 1
    return single and any(
        _dropped(word, b[0]) or is_front(word, b[0]) or is_back(word, b[0]) for word in a
    )


def office_features(
    known: Sequence[Office], held: Sequence[Office], names: Mapping[str, float]
) -> dict[str, float]:
    """Return how the offices of a person and of a mention agree.

    A last part with an unlike office of its own is mostly another person: "Wali Kota Alfin" beside
    "Ketua TP PKK Sri Kartini Alfin".
    """
    if not known or not held:
        return {}
    fit = any(compatible(a, b) for a in held for b in known)
    if fit:
        return {"offices agree": 1.0}
    return {"offices differ, first word": 1.0} if "first word" in names else {"offices differ": 1.0}


def contains(longer: Name, shorter: Name) -> bool:
    """Say whether a name's words stand in another in order; an initial stands for its word."""
    rest = iter(longer)
    return all(any(_fits(word, other) for other in rest) for word in shorter)


def contained(one: Name, other: Name) -> bool:
    """Say whether the shorter of two names is contained in the longer one."""
    return contains(one, other) if len(one) >= len(other) else contains(other, one)


def same_person(full: Name, part: Name) -> bool:
    """Say whether two names alone, without offices and places, may be of one person."""
    if not proposed(full, part):
        return False
    return same_person_weights().probability(name_features(full, part)) >= 0.5


def _fold(name: Name) -> Name:
    return tuple(word.casefold() for word in name)


def _fits(word: str, other: str) -> bool:
    if word == other or word.casefold() == other.casefold():
        return True
    return len(word) == 2 and word[1] == "." and word[0] == other[0] and len(other) > 2


def first_word(name: Name) -> str:
    """Return the first word of a name for comparison: its first three letters, small."""
    word = name[0].rstrip(".")
    return word[: 1 if len(word) == 1 else 3].casefold()


def is_misspelt(a: Name, b: Name) -> bool:
    """Say whether two names of equal length differ by a letter in one word."""
    if len(a) != len(b) or len(a) < 2:
        return False
    unlike = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(unlike) == 1 and _near(*unlike[0])


def _near(a: str, b: str) -> bool:
    shortest = min(len(a), len(b))
    return shortest >= SHORTEST_NEAR and a[0] == b[0] and one_edit(a, b, swaps=False)


def _dropped(a: str, b: str) -> bool:
    return (
        min(len(a), len(b)) >= SHORTEST_DROPPED
        and len(a) != len(b)
        and a[0] == b[0]
        and one_edit(a, b, swaps=False)
    )


def is_front(a: str, b: str) -> bool:
    """Say whether a word is the front of a longer one: "Zul" of "Zulkifli"."""
    return len(b) >= 3 and len(a) >= len(b) + 2 and a.startswith(b)


def is_back(a: str, b: str) -> bool:
    """Say whether a word is the end of a longer one: "Bagyo" of "Subagyo"."""
    return len(b) >= 4 and len(a) >= len(b) + 2 and a.endswith(b.lower())


@cache
def same_person_weights() -> Logistic:
    """Return the bundled weights."""
    return read_logistic(people_weights()["same person"])


@cache
def people_weights() -> dict[str, dict[str, object]]:
    """Return the file of weights of the people room."""
    raw = (files("humas_nlp.data") / "people_weights.json").read_text("utf-8")
    found: dict[str, dict[str, object]] = json.loads(raw)
    return found
