"""Dictionary forms: inflection goes, derivation stays.

Clitics, the plural by doubling and the passive and imperative of verbs are inflection:
"kebijakannya" is "kebijakan", "perusahaan-perusahaan" is "perusahaan", "dilakukan" and "lakukan"
are "melakukan". What a dictionary lists under an entry of its own stays: "kebijakan", "menurut",
"melalui", "terjadi", "sebaiknya". For the root of a word see `stem`.
"""

from functools import lru_cache

from humas_nlp.language.lexicon import word_list
from humas_nlp.language.morphology.affixes import VOWELS
from humas_nlp.language.morphology.candidates import Reading, is_monosyllable
from humas_nlp.language.morphology.reduplication import split_hyphens
from humas_nlp.language.morphology.rooting import LONGEST_WORD, choose, hosts
from humas_nlp.language.morphology.roots import Lexicon, lexicon

_MEMO_SIZE = 65_536
_FORM_KEPT = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X"})
_OPEN = frozenset({"NOUN", "VERB", "ADJ"})
_SWALLOWED = {"p": "m", "t": "n", "s": "ny", "k": "ng"}


def lemma(word: str, pos: str | None = None) -> str:
    """Return the dictionary form of `word`.

    Args:
        word: One word, in any case.
        pos: Its universal part of speech ("NOUN"), if known. PROPN, NUM, PUNCT, SYM and X keep
            the word; NOUN, VERB and ADJ lose a clitic that fixed adverbs keep; VERB decides for
            readings as a verb, NOUN against them.

    Returns:
        The form in lower case; a name, an unknown word or no word comes back as written.

    Example:
        >>> lemma("kebijakannya"), lemma("menurut"), lemma("dilakukan"), lemma("Bekasi")
        ('kebijakan', 'menurut', 'melakukan', 'Bekasi')
        >>> lemma("akhirnya"), lemma("akhirnya", "NOUN")
        ('akhirnya', 'akhir')
    """
    return _lemma(word, pos)


@lru_cache(_MEMO_SIZE)
def _lemma(word: str, pos: str | None) -> str:
    if pos in _FORM_KEPT or len(word) > LONGEST_WORD:
        return word
    low = word.lower()
    if low in _kept() and pos not in _OPEN:
        return low
    table = lexicon()
    if low.isalpha():
        return _plain(word, low, pos, table)
    parts = split_hyphens(word, low)
    if parts is None:
        return word
    if len(parts.halves) == 1:
        return _plain(parts.word, parts.low, pos, table) if parts.low.isalpha() else parts.word
    return _doubled(parts.word, parts.low, parts.halves, pos, table)


def _doubled(word: str, low: str, halves: tuple[str, ...], pos: str | None, table: Lexicon) -> str:
    """Return the single form of a plural, other doublings without their clitic."""
    first, second = halves
    base = _plain(second, second, pos, table)
    if low in _kept():
        return low
    if first in (second, base) and low not in table.pairs:
        return _plain(first, first, pos, table)
    if first.startswith("se") and second == f"{first[2:]}nya":
        # -nya belongs to the form: "setinggi-tingginya", "sebaik-baiknya"
        return low
    if base == second or not second.startswith(base):
        return low
    return f"{first}-{base}"


def _plain(word: str, low: str, pos: str | None, table: Lexicon) -> str:
    """Return the dictionary form of a word without hyphens."""
    found = choose(word, low, table, pos)
    if found.reading is None:
        # An exception without a reading is still a word of its own ("bepergian").
        return next((form for form in (low, *hosts(low)) if form in table.exceptions), found.text)
    reading = found.reading
    host = low[: len(low) - len(reading.ending.possessive) - len(reading.ending.particle)]
    if host in _kept() and pos not in _OPEN:
        return host
    return _active(reading, host)


def _active(reading: Reading, host: str) -> str:
    """Turn a passive or imperative verb into its active form, leave other words."""
    chain, suffix = reading.opening.chain, reading.ending.suffix
    if chain[:1] in (("di",), ("ku",), ("kau",)):
        base = host[len(reading.opening.pieces[0]) :]
        return host if suffix == "an" else put_men(base)
    if chain in ((), ("per",)) and suffix in ("kan", "i"):
        return put_men(host)
    return host


def put_men(base: str) -> str:
    """Put meN- before a base ("tulis" -> "menulis", "perlihatkan" -> "memperlihatkan").

    Example:
        >>> [put_men(base) for base in ("sapu", "perbaiki", "cat", "proses", "ambil")]
        ['menyapu', 'memperbaiki', 'mengecat', 'memproses', 'mengambil']
    """
    first, second = base[:1], base[1:2]
    if len(base) < 6 and is_monosyllable(base):
        return "menge" + base
    # "mempelajari": per- is written pel- before "ajar"
    if base.startswith(("per", "pelajar")):
        return "mem" + base
    if first in _SWALLOWED and second in VOWELS:
        return "me" + _SWALLOWED[first] + base[1:]
    if first in "pbfv":
        return "mem" + base
    if first in "tdcjzs":
        return "men" + base
    if first in VOWELS or first in "kghqx":
        return "meng" + base
    return "me" + base


def _kept() -> frozenset[str]:
    return word_list("lemma_keep")
