"""Roots of Indonesian words.

The roots come from PySastrawi (confix stripping of Nazief and Adriani with the corrections of
Asian 2007 and Tahitoe & Purwitasari 2010) behind an interface of our own, with a memo of limited
size: its own cache grows without end.
"""

from collections.abc import Callable
from functools import cache, lru_cache

from humas_nlp.language.lexicon import word_list

MEMO_SIZE = 65_536
# Longer strings are addresses or noise, and the affix rules would walk through all of them.
LONGEST_WORD = 50


@cache
def _sastrawi() -> Callable[[str], str]:
    """Return PySastrawi's function for one word; its dictionary is read once."""
    from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
    from Sastrawi.Stemmer.Stemmer import Stemmer as Inner
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    stem_word: Callable[[str], str] = Inner(ArrayDictionary(StemmerFactory().get_words())).stem_word
    return stem_word


class Stemmer:
    """Find roots and remember them.

    The memo belongs to the instance and is left out when it is pickled.

    Args:
        memo_size: Most words to remember.
    """

    def __init__(self, memo_size: int = MEMO_SIZE) -> None:
        """Begin with an empty memo."""
        self.memo_size = memo_size
        self._memo = lru_cache(memo_size)(_root)

    def __reduce__(self) -> tuple[type["Stemmer"], tuple[int]]:
        """Pickle the size, not the memo."""
        return type(self), (self.memo_size,)

    def __call__(self, word: str) -> str:
        """Return the root of `word`.

        Args:
            word: One word, in any case.

        Returns:
            The root in lower case. What is no plain word (figures, addresses, marks) comes back
            in lower case and otherwise unchanged, letters with accents included.

        Example:
            >>> Stemmer()("menyampaikan"), Stemmer()("anak-anak"), Stemmer()("R&D")
            ('sampai', 'anak', 'r&d')
        """
        return self._memo(word)


def _root(word: str) -> str:
    lowered = word.lower()
    if len(lowered) > LONGEST_WORD or not lowered.isascii():
        return lowered
    if not lowered.replace("-", "").isalpha() or lowered.startswith("-"):
        return lowered
    return _sastrawi()(lowered) or lowered


@cache
def _shared() -> Stemmer:
    return Stemmer()


def stem(word: str) -> str:
    """Return the root of `word`, as `Stemmer` does, with a memo that all callers share."""
    return _shared()(word)


def stop_words() -> frozenset[str]:
    """Return the stop words for themes and key words, in lower case.

    Negations ("tidak", "bukan") and verbs of reporting ("ujar", "menegaskan") are not among
    them: they carry meaning in releases.
    """
    return word_list("stop_words")


def __getattr__(name: str) -> frozenset[str]:
    # Read the file when somebody asks for it, not when the package is imported.
    if name == "STOP_WORDS":
        return stop_words()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
