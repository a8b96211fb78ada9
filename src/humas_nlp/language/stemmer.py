"""Roots of Indonesian words: the public `Stemmer` and `stem`."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from humas_nlp.errors import DataError, HumasError
from humas_nlp.language.lexicon import word_list
from humas_nlp.language.morphology.rooting import LONGEST_WORD, find_root
from humas_nlp.language.morphology.roots import lexicon

MEMO_SIZE = 65_536
Exceptions = Mapping[str, str] | str | Path


class Stemmer:
    """Find roots and remember them.

    The memo belongs to the instance and is left out when it is pickled.

    Args:
        exceptions: Roots of words by the word, or a file with a word, a tab and its root on every
            line, ``#`` for comments. A word in lower case holds for every case. A root that equals
            the word keeps it.
        compat: "sastrawi" for the very output of PySastrawi; exceptions still go first.
        memo_size: Most words to remember.

    Raises:
        HumasError: If `compat` is unknown.
        DataError: If the file of exceptions cannot be read.

    Example:
        >>> Stemmer(exceptions={"sipeduli": "sipeduli"})("sipedulinya")
        'sipeduli'
    """

    def __init__(
        self,
        exceptions: Exceptions | None = None,
        *,
        compat: Literal["sastrawi"] | None = None,
        memo_size: int = MEMO_SIZE,
    ) -> None:
        """Read the exceptions and begin with an empty memo."""
        if compat not in (None, "sastrawi"):
            raise HumasError(f"Unknown compat {compat!r}: use 'sastrawi' or None.")
        self.exceptions = read_exceptions(exceptions)
        self.compat = compat
        self.memo_size = memo_size
        self._memo = lru_cache(memo_size)(self._sastrawi if compat else self._find)

    def __reduce__(
        self,
    ) -> tuple[Callable[..., "Stemmer"], tuple[dict[str, str], Literal["sastrawi"] | None, int]]:
        """Pickle the settings, not the memo."""
        return _rebuild, (self.exceptions, self.compat, self.memo_size)

    def __call__(self, word: str) -> str:
        """Return the root of `word`.

        Args:
            word: One word, in any case.

        Returns:
            The root in lower case. A name, an acronym, a word that no rule explains, a figure or
            an address comes back as it was written; so does anything over 60 characters.

        Example:
            >>> stemmer = Stemmer()
            >>> [stemmer(word) for word in ("Pertanggungjawaban", "terus-menerus", "Kejagung")]
            ['tanggung jawab', 'terus', 'Kejagung']
        """
        return self._memo(word)

    def _find(self, word: str) -> str:
        return find_root(word, lexicon(), self.exceptions)

    def _sastrawi(self, word: str) -> str:
        listed = self.exceptions.get(word) or self.exceptions.get(word.lower())
        # PySastrawi walks through a word once for every affix rule: noise is not worth that.
        if listed is None and len(word) <= LONGEST_WORD:
            return _sastrawi()(word)
        return listed or word


def _rebuild(
    exceptions: dict[str, str], compat: Literal["sastrawi"] | None, memo_size: int
) -> Stemmer:
    return Stemmer(exceptions, compat=compat, memo_size=memo_size)


def read_exceptions(source: Exceptions | None) -> dict[str, str]:
    """Read exceptions from a mapping or a file.

    Raises:
        DataError: If the file is missing, is not UTF-8 or holds a line without a tab.
    """
    if source is None:
        return {}
    if not isinstance(source, str | Path):
        return dict(source)
    try:
        lines = Path(source).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"Cannot read the exceptions in {source}: {error}") from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        word, tab, root = line.partition("\t")
        if not (tab and word.strip() and root.strip()):
            raise DataError(f"{source}, line {number}: expected a word, a tab and its root.")
        found[word.strip()] = root.strip()
    return found


@cache
def _sastrawi() -> Callable[[str], str]:
    """Return PySastrawi's function without its cache, which grows without end."""
    from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
    from Sastrawi.Stemmer.Stemmer import Stemmer as Inner
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    words = StemmerFactory().get_words()
    find: Callable[[str], str] = Inner(ArrayDictionary(words)).stem
    return find


@cache
def _shared() -> Stemmer:
    return Stemmer()


def stem(word: str) -> str:
    """Return the root of `word`, as `Stemmer` does, with a memo that all callers share.

    Example:
        >>> stem("mengomunikasikannya"), stem("pemilu"), stem("Bekasi")
        ('komunikasi', 'pemilu', 'Bekasi')
    """
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
