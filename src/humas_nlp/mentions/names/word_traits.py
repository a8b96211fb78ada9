"""What a word is wherever it stands: weight, shape, letters and classes, as names of features."""

import re
from functools import lru_cache

from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.name_words import PORTMANTEAU, ROMAN, is_acronym, weight_bucket
from humas_nlp.lexicon.titles import plain
from humas_nlp.mentions.places.gazetteer import places
from humas_nlp.mentions.tokens import is_head

WORDS = 1 << 15  # words that are remembered: a corpus has no end of them
LONGEST_SHORT = 3  # letters of a short word in capitals
# A verb that opens a sentence before its agent or its object.
_REPORTING = re.compile(r"(?:Di|Me(?:ng|ny|m|n)?)[a-z]{3,}kan$")
_VERBAL = re.compile(r"(?:me|di|ber|ter)[a-z]{4,}$")
# Classes of the lexicon that say something of a word inside a name or beside one, each matched as
# the word is written, or in small letters.
_AS_WRITTEN = (
    ("acting", "address", "campaign_team", "honorific", "institution_head"),
    ("leads_unit", "name_binder", "name_in_nya", "name_particle", "namesake_head"),
    ("office_of_small_place", "office_unit", "place_head", "surname", "territorial_office"),
    ("unit_office", "region_word", "day_name"),
)
_SMALL = (
    ("adverb_before_verb", "cue_root", "cue_verb", "kin", "naming"),
    ("occupation", "preposition", "pronoun", "speaker_no_person", "collective", "human_noun"),
)
_WRITTEN = tuple((name, word_class(name)) for group in _AS_WRITTEN for name in group)
_LOWERED = tuple((name, word_class(name)) for group in _SMALL for name in group)


@lru_cache(WORDS)
def word_traits(word: str) -> tuple[str, ...]:
    """Return the features of a word by itself.

    Args:
        word: One token as it stands in the text.

    Returns:
        Names such as "weight=2", "shape=Xx", "class=institution_head", "end=yanto".
    """
    low = word.lower()
    found = [f"shape={_shape(word)}"]
    found += [f"class={name}" for name in word_classes(word)]
    if word[0].isupper():
        found.append(f"weight={weight_bucket(word)}")
        found += [f"start={low[:3]}", f"end={low[-2:]}", f"end={low[-3:]}", f"end={low[-4:]}"]
    else:
        found.append(f"word={low if len(low) < 20 else 'long'}")
    return tuple(found)


@lru_cache(WORDS)
def word_classes(word: str) -> tuple[str, ...]:
    """Return the classes of a word that count for names.

    Example:
        >>> word_classes("Kepala")
        ('head',)
    """
    low, bare = word.lower(), plain(word)
    found = [name for name, words in _WRITTEN if word in words or bare in words]
    found += [f"{name}~" for name, words in _LOWERED if low in words]
    if is_head(word):
        found.append("head")
    place = places().get(low)
    if place is not None and word[0].isupper():
        found.append(f"place:{place.kind}")
    if is_acronym(word):
        found.append("acronym")
    if PORTMANTEAU.match(word):
        found.append("portmanteau")
    if ROMAN.match(word):
        found.append("roman")
    if low.endswith("nya"):
        found.append("nya")
    if _REPORTING.match(word):
        found.append("reporting")
    if _VERBAL.match(word):
        found.append("verbal")
    return tuple(found)


@lru_cache(WORDS)
def class_features(word: str) -> tuple[str, ...]:
    """Return the classes of a word that stands beside a run, each as the name of a feature."""
    return tuple(f"class {name}" for name in word_classes(word))


@lru_cache(WORDS)
def word_kind(word: str) -> str:
    """Return the one class that says most of a word beside a name, else the bucket of its weight.

    Used where two words make one feature, so that there are few of them.
    """
    for name in word_classes(word):
        if name in {"head", "acronym", "portmanteau"} or name.startswith("place:"):
            return name.partition(":")[0]
        if name in {"institution_head", "office_unit", "name_particle", "place_head"}:
            return name
    return weight_bucket(word) if word[0].isupper() else word.lower()


def _shape(word: str) -> str:
    """Return the shape of a word: "X.", "XX", "XXX+", "Xx", "Xx-Xx", "xXx", "9", "."."""
    if not word[0].isalnum():
        return word[0]
    if word[0].isdigit():
        return "9"
    if word.endswith("."):
        return "X." if len(word) == 2 else "Xx."
    if word.islower():
        return "x"
    if word.isupper():
        return "X" * min(len(word), LONGEST_SHORT) + "+" * (len(word) > LONGEST_SHORT)
    if "-" in word:
        return "Xx-Xx"
    if "'" in word or "’" in word:
        return "X'x"
    return "Xx" if word[1:].islower() else "xXx"
