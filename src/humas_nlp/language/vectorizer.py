"""Tokenizers for scikit-learn: ``TfidfVectorizer(tokenizer=StemTokenizer(), token_pattern=None)``.

Both are small objects with settings only, so a vectorizer that holds one can be pickled, cloned
and sent to worker processes.
"""

from humas_nlp.language.stemmer import Exceptions, Stemmer, read_exceptions, stop_words
from humas_nlp.language.tokenizer import tokenize


class HumasTokenizer:
    """Split a text into words as a vectorizer wants them.

    Args:
        keep_stop_words: Whether words such as "yang" stay. Negations always do.
        keep_figures: Whether tokens without a letter ("2024") stay; marks never do.

    Example:
        >>> HumasTokenizer()("Warga tidak membayar 5.000 di Pasar Melati.")
        ['Warga', 'tidak', 'membayar', 'Pasar', 'Melati']
    """

    def __init__(self, *, keep_stop_words: bool = False, keep_figures: bool = False) -> None:
        """Keep the settings."""
        self.keep_stop_words = keep_stop_words
        self.keep_figures = keep_figures

    def __call__(self, text: str) -> list[str]:
        """Return the words of `text` in reading order."""
        fits = str.isalnum if self.keep_figures else str.isalpha
        skipped = frozenset() if self.keep_stop_words else stop_words()
        words = (text[start:end] for start, end in tokenize(text))
        return [word for word in words if any(map(fits, word)) and word.lower() not in skipped]


class StemTokenizer(HumasTokenizer):
    """Split a text into roots in lower case.

    Args:
        exceptions: As for `Stemmer`.
        keep_stop_words: Whether words such as "yang" stay.
        keep_figures: Whether tokens without a letter stay.

    Raises:
        DataError: If a file of exceptions cannot be read.

    Example:
        >>> StemTokenizer()("Pembangunan jembatan tidak merugikan warga Bekasi.")
        ['bangun', 'jembatan', 'tidak', 'rugi', 'warga', 'bekasi']
    """

    def __init__(
        self,
        *,
        exceptions: Exceptions | None = None,
        keep_stop_words: bool = False,
        keep_figures: bool = False,
    ) -> None:
        """Read the exceptions."""
        super().__init__(keep_stop_words=keep_stop_words, keep_figures=keep_figures)
        self.exceptions = read_exceptions(exceptions)
        self.stemmer = Stemmer(self.exceptions)

    def __call__(self, text: str) -> list[str]:
        """Return the roots of the words of `text` in reading order."""
        return [self.stemmer(word).lower() for word in super().__call__(text)]
