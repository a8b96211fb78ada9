"""The morphemes of a word with their functions."""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from humas_nlp.language.lemmatizer import lemma
from humas_nlp.language.morphology.candidates import Reading
from humas_nlp.language.morphology.reduplication import split_hyphens
from humas_nlp.language.morphology.rooting import LONGEST_WORD, best_reading, choose
from humas_nlp.language.morphology.roots import lexicon
from humas_nlp.language.stemmer import stem

Kind = Literal["prefix", "root", "copy", "suffix", "enclitic"]
Voice = Literal["active", "passive", "stative", "middle"]
_MEMO_SIZE = 16_384


@dataclass(frozen=True, slots=True)
class Morpheme:
    """One part of a word.

    Attributes:
        form: The part as it is without sound changes at its edge: "tulis" in "menulis".
        kind: "prefix", "root", "copy" (the other half of a doubling), "suffix" or "enclitic".
        base: Its dictionary form: "meN-", "-kan", "tulis".
        function: What it does ("active", "abstract noun"), "" for a root.
        start: First code point in the word.
        end: One past its last code point; a letter that a nasal swallowed has no place.
    """

    form: str
    kind: Kind
    base: str
    function: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WordAnalysis:
    """A word taken apart.

    Attributes:
        word: The word as given.
        root: As `stem` gives it.
        lemma: As `lemma` gives it.
        morphemes: The parts in order; a name or an unknown word is one root.
        voice: "active" (meN-), "passive" (di-, ku-, kau-), "stative" (ter-), "middle" (ber-).
    """

    word: str
    root: str
    lemma: str
    morphemes: tuple[Morpheme, ...]
    voice: Voice | None

    def __str__(self) -> str:
        """Join the parts: "mem-per-timbang-kan-nya"."""
        return "-".join(morpheme.form for morpheme in self.morphemes)


@lru_cache(_MEMO_SIZE)
def analyze_word(word: str) -> WordAnalysis:
    """Take `word` apart.

    Args:
        word: One word, in any case.

    Example:
        >>> found = analyze_word("mempertimbangkannya")
        >>> str(found), found.root, found.voice
        ('mem-per-timbang-kan-nya', 'timbang', 'active')
        >>> [part.base for part in analyze_word("penulisan").morphemes]
        ['peN-', 'tulis', '-an']
    """
    low = word.lower()
    root = stem(word)
    whole = (Morpheme(word, "root", root, "", 0, len(word)),)
    # Lower case may have more characters than the word has ("İ"); then places would be wrong.
    parts: tuple[Morpheme, ...] | None = None
    if len(word) <= LONGEST_WORD and len(low) == len(word):
        parts = _plain(word, low) if low.isalpha() else _hyphenated(word, low)
    morphemes = parts or whole
    return WordAnalysis(word, root, lemma(word), morphemes, _voice(morphemes))


def _voice(morphemes: tuple[Morpheme, ...]) -> Voice | None:
    """Read the voice off the first prefix, unless a suffix makes a noun of the word."""
    first = morphemes[0]
    if first.kind != "prefix" or any(m.base == "-an" for m in morphemes):
        return None
    found: Voice | None = _functions()["voices"].get(first.base.rstrip("-"))  # type: ignore[assignment]
    return found


def _plain(word: str, low: str) -> tuple[Morpheme, ...] | None:
    found = choose(word, low, lexicon())
    if found.reading is not None:
        return _morphemes(low, found.reading, 0)
    if found.text != word and word.startswith(found.text):
        # A name or an unknown word with a clitic.
        at = len(found.text)
        host = Morpheme(found.text, "root", found.text, "", 0, at)
        clitics = _enclitics(low, at)
        # "gunanyanya" has one clitic too many: it stays whole.
        return (host, *clitics) if clitics and clitics[-1].end == len(word) else None
    return None


def _enclitics(low: str, at: int, offset: int = 0) -> list[Morpheme]:
    """Read the clitics that start at `at`: a possessive, a particle, or both."""
    functions, found = _functions(), []
    for name in ("possessives", "particles"):
        for form, function in functions[name].items():
            if low.startswith(form, at):
                start, at = at + offset, at + len(form)
                found.append(Morpheme(form, "enclitic", f"-{form}", function, start, at + offset))
                break
    return found


def _morphemes(low: str, reading: Reading, offset: int) -> tuple[Morpheme, ...]:
    """Lay the parts of a reading over a word that begins at `offset`."""
    table, chain, ending = _functions(), reading.opening.chain, reading.ending
    confix, holder = _confix(chain, ending.suffix)
    found: list[Morpheme] = []
    at = offset
    for place, (morph, form) in enumerate(zip(chain, reading.opening.pieces, strict=True)):
        function = confix if confix and place == holder else table["prefixes"][morph]
        found.append(Morpheme(form, "prefix", f"{morph}-", function, at, at + len(form)))
        at += len(form)
    end = at + len(reading.root) - len(reading.opening.lost)
    found.append(Morpheme(reading.root, "root", reading.root, "", at, end))
    stop = len(low) - len(ending.possessive) - len(ending.particle)
    if ending.suffix:
        function = confix or table["suffixes"][ending.suffix]
        form = low[end - offset : stop]
        found.append(Morpheme(form, "suffix", f"-{ending.suffix}", function, end, stop + offset))
    return (*found, *_enclitics(low, stop, offset))


def _confix(chain: tuple[str, ...], suffix: str) -> tuple[str, int]:
    """Return the function of a confix and the place of its prefix in the chain, or ""."""
    confixes = _functions()["confixes"]
    for place in (0, len(chain) - 1):
        if chain and f"{chain[place]} {suffix}" in confixes:
            return confixes[f"{chain[place]} {suffix}"], place
    return "", 0


def _hyphenated(word: str, low: str) -> tuple[Morpheme, ...] | None:
    """Take both halves of a doubling apart around their common root."""
    parts = split_hyphens(word, low)
    root = stem(word)
    if parts is None or len(parts.halves) != 2 or parts.word != word:
        return None
    table = lexicon()
    first, second = parts.halves
    left = best_reading(first, table.prices, root=root)
    right = best_reading(second, table.prices, root=root)
    offset = len(first) + 1
    if left is None:
        return None
    halves = list(_morphemes(first, left, 0))
    if right is not None:
        copy = _morphemes(second, right, offset)
    else:
        # The copy has the nasal of the first half ("menyapu-nyapu").
        copy = (Morpheme(second, "root", root, "", offset, len(word)),)
    for part in copy:
        kind: Kind = "copy" if part.kind == "root" else part.kind
        function = "reduplication" if kind == "copy" else part.function
        halves.append(Morpheme(part.form, kind, part.base, function, part.start, part.end))
    return tuple(halves)


@cache
def _functions() -> dict[str, dict[str, str]]:
    path = files("humas_nlp").joinpath("data", "language_affixes.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
