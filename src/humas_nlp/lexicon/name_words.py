"""How likely a capitalised word is part of a person's name, and small shared word tests.

The weights are log-odds from corpus statistics; `models/names/build.py` makes the file and says
from what.
"""

import re
from functools import cache, lru_cache
from importlib import resources

UNKNOWN = 0.1  # a capitalised word that the corpora do not know: rare names outweigh rare terms
UNKNOWN_CAPITALS = -3.0  # an unknown short word in capitals is an acronym
LOWEST, HIGHEST = -4.0, 3.0

_VOWELLESS = re.compile(r"[^aeiouyAEIOUY]+")
_MIXED = re.compile(r"[A-Z]{2,}[a-z]{2}\w*$")
# Beginnings of the short names of ministries, agencies and local governments.
PORTMANTEAU = re.compile(
    r"(?:Kemen|Kemdik|Kemd|Kemlu|Kemhan|Kemkes|Kemnaker|Kempora|Kemsos|Kemtan|Kemkum|Dik(?:ti|das|men)|Pemkab|Pemkot|Pemprov|Pemda|Disd|Dispen|Bapp|Balit|Puslit|Bawas|Satpol|Polre|Forkop|Forkom)"
)
ROMAN = re.compile(r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})$")


@cache
def name_weights() -> dict[str, float]:
    """Return the log-odds of every known word, clipped to [-4, 3]."""
    lines = (resources.files("humas_nlp.data") / "people_name_words.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in lines.splitlines() if not line.startswith("#"))
    return {word: max(LOWEST, min(HIGHEST, int(weight) / 10)) for word, weight in rows}


def name_weight(word: str) -> float:
    """Return the log-odds, in [-4, 3], that a capitalised word belongs to a person's name.

    Args:
        word: One word as it stands in the text; all capitals are looked up in title case too.
    """
    weights = name_weights()
    found = weights.get(word)
    if found is not None:
        return found
    if any(c.isdigit() for c in word):
        return LOWEST
    if word.isupper() and len(word) > 2:
        found = weights.get(word.capitalize())
        if found is not None and len(word) > 3:
            return found
        return UNKNOWN_CAPITALS if len(word) <= 6 or _VOWELLESS.fullmatch(word) else UNKNOWN
    if "’" in word or "`" in word:
        return name_weight(word.replace("’", "'").replace("`", "'"))
    if PORTMANTEAU.match(word):
        return UNKNOWN_CAPITALS
    if not word[1:].islower() and word[1:].isalpha():  # camel case: a brand or a portmanteau
        return -2.0
    return UNKNOWN


@lru_cache(1 << 15)
def weight_bucket(word: str) -> str:
    """Return the log-odds of a word in steps of a half, or why there are none.

    Args:
        word: One word as it stands in the text.

    Returns:
        "-3.5" to "3.0" for a word that the corpora know; "capitals" or "title" before it where only
        the word in another case is known; "unknown" with the shape of the word elsewhere.
    """
    weights = name_weights()
    found = weights.get(word, weights.get(word.replace("’", "'").replace("`", "'")))
    if found is not None:
        return f"{round(found * 2) / 2}"
    if any(c.isdigit() for c in word):
        return "digit"
    other = word.capitalize() if word.isupper() else word.title()
    if other in weights:
        return f"{'capitals' if word.isupper() else 'title'} {round(weights[other])}"
    if word.isupper():
        short = "short" if len(word) <= 6 or _VOWELLESS.fullmatch(word) else "long"
        return f"unknown capitals {short}"
    if PORTMANTEAU.match(word) or (not word[1:].islower() and word[1:].isalpha()):
        return "unknown mixed"
    return "unknown hyphen" if "-" in word else "unknown"


def is_acronym(word: str) -> bool:
    """Say whether a word is written as an acronym: KPU, BKN, DPMPTSP, but no Roman number."""
    bare = word.replace("-", "").replace("/", "").replace(".", "")
    return len(bare) > 1 and bare.isupper() and bare.isalpha() and not ROMAN.match(bare)


def is_code(word: str) -> bool:
    """Say whether a word is an acronym with a figure inside: P2BK, UPT3."""
    return len(word) > 3 and word.isupper() and word.isalnum() and word[0].isalpha()


def is_mixed_acronym(word: str) -> bool:
    """Say whether a word begins in capitals and goes on small: LLDikti, BPJamsostek."""
    return bool(_MIXED.match(word))
