"""Cue lexicon: which words report, where they stand, and what they take."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from humas_nlp.language.spelling import one_edit
from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.cues import (
    CueClass,
    lead_verbs,
    passives,
    postposed_roots,
    reporting_nouns,
)

__all__ = [
    "CueClass",
    "CueLexicon",
    "clitic_forms",
    "cue_classes",
    "lead_cue",
    "lemma",
    "lexicon",
    "post_cue",
]

WORDS = 1 << 16  # words that are remembered: a corpus has no end of them
# With misspellings that the corpora hold.
ACCORDING = word_class("according")
# "Demikian disampaikan X": words that take up what was quoted.
THUS = frozenset({"demikian", "begitu", "begitulah", "demikianlah"})


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """Views of `data/lexicon/cues.tsv`, side by side.

    Attributes:
        roots: Bare roots that follow a quotation.
        common_roots: Those of them that are common words too.
        everyday_roots: Those that between commas need a known person.
        verbs: Verbs before a clause with their class.
        passive: Passives with an agent.
        agentless: Passives that need an agent beside them.
        nouns: Nouns of reporting before a clause.
        titles: Words before a quoted title or term.
    """

    roots: frozenset[str]
    common_roots: frozenset[str]
    everyday_roots: frozenset[str]
    verbs: Mapping[str, CueClass]
    passive: frozenset[str]
    agentless: frozenset[str]
    nouns: frozenset[str]
    titles: frozenset[str]


@cache
def lexicon() -> CueLexicon:
    """Return the views, gathered once."""
    return CueLexicon(
        roots=postposed_roots(),
        common_roots=postposed_roots("commas"),
        everyday_roots=postposed_roots("known"),
        verbs=lead_verbs(),
        passive=passives(),
        agentless=passives("agent"),
        nouns=reporting_nouns("opens"),
        titles=word_class("before_title"),
    )


@cache
def clitic_forms() -> dict[str, str]:
    """Return every root with -nya and its root, by alphabet: "ujarnya" -> "ujar"."""
    # Where a misspelling is as near to two of them, the order decides: that of a set would differ
    # from process to process.
    return {f"{root}nya": root for root in sorted(lexicon().roots)}


@lru_cache(WORDS)
def post_cue(word: str) -> tuple[str, bool] | None:
    """Read a lower-cased word as a cue after a quotation.

    Args:
        word: "ujar", "ujarnya", or a misspelling of the latter ("terangnnya", "ujanya").

    Returns:
        Its root and whether it carries the clitic, or None.
    """
    root = clitic_forms().get(word)
    if root is None and word in lexicon().roots:
        return word, False
    if (
        root is None
        and len(word) > 6
        and word[-1] == "a"
        and word[-3:-1] in {"ny", "nh", "yy", "gy", "rn"}
        and not _is_word(word)  # "tugasnya", near to "tegasnya" and to "tukasnya"
    ):
        root = _misspelt(word)
    return (root, True) if root else None


def _misspelt(word: str) -> str | None:
    """Return the root of a clitic form that differs by one letter: counted 12 times in 1,000."""
    for form, root in clitic_forms().items():
        if abs(len(form) - len(word)) <= 1 and form[0] == word[0] and one_edit(form, word):
            return root
    return None


@cache
def _long_verbs(letter: str) -> tuple[str, ...]:
    """Return the verbs before a clause that are long enough to be known when misspelt."""
    return tuple(verb for verb in lexicon().verbs if verb[0] == letter and len(verb) > 7)


@lru_cache(WORDS)
def lead_cue(word: str) -> tuple[str, CueClass] | None:
    """Read a lower-cased word as a verb before a clause: its bare form and class, or None.

    A misspelling by one letter counts where the word is no word of its own ("mnegharapkan").
    """
    verbs = lexicon().verbs
    if word in verbs:
        return word, verbs[word]
    for tail in ("nya", "lah"):
        if word.endswith(tail) and word[:-3] in verbs:
            return word[:-3], verbs[word[:-3]]
    if len(word) > 7 and word[0] in "mb" and word.isalpha():
        for verb in _long_verbs(word[0]):
            if abs(len(verb) - len(word)) <= 1 and one_edit(verb, word) and not _is_word(word):
                return verb, verbs[verb]
    return None


def _is_word(word: str) -> bool:
    """Say whether a word has a root in the dictionary, so that it is no misspelling."""
    from humas_nlp.language import stem
    from humas_nlp.language.morphology.roots import lexicon as dictionary

    return stem(word) in dictionary().prices


@lru_cache(WORDS)
def cue_classes(word: str) -> tuple[str, ...]:
    """Return everything that a lower-cased word can be as a cue, as constructions name it.

    Returns:
        "according" (*menurut*), "account" (*berdasarkan*), "thus" (*demikian*), "passive",
        "report_noun", the class of a verb before a clause, "root", "clitic" (a root with -nya).

    Example:
        >>> cue_classes("ujarnya"), cue_classes("pesan"), cue_classes("jalan")
        (('clitic',), ('report_noun', 'root'), ())
    """
    cues = lexicon()
    stripped = word.removesuffix("nya")
    verb, root = lead_cue(word), post_cue(word)
    tests = (
        ("according", word in ACCORDING),
        ("account", word == "berdasarkan"),
        ("thus", word in THUS),
        ("passive", stripped in cues.passive),
        ("report_noun", stripped in cues.nouns),
        (verb[1] if verb else "", verb is not None),
        ("clitic" if root and root[1] else "root", root is not None),
    )
    return tuple(name for name, holds in tests if holds)


@lru_cache(WORDS)
def lemma(word: str) -> str:
    """Return the root of a cue word: "mengatakan" -> "kata", "ujarnya" -> "ujar"."""
    low = word.lower()
    found = post_cue(low)
    if found:
        return found[0]
    if low.startswith("menurut"):
        return "menurut"
    from humas_nlp.language import stem

    return stem(low)
