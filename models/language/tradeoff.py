"""Show what each way to keep more words whole costs on a table of words with their lemmas.

    python models/language/tradeoff.py GOLD DATA

GOLD has the columns ``surface``, ``alt_lemmas``, ``class`` and one a treebank (``pud``); DATA is as
for ``build.py``. Nothing is written. The classes are those of the table: "same" words equal
their lemma there, "affixed" and "clitic" words do not.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from build import Counts, count, unimorph_roots

from humas_nlp.language import stem
from humas_nlp.language.morphology import rooting
from humas_nlp.language.morphology.roots import lexicon

Row = dict[str, str]
NUMERALS = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()


def score(rows: list[Row], find: Callable[[str], str]) -> tuple[float, float]:
    """Return the shares of unchanged and of changed words that are right, in per cent."""
    right: Counter[bool] = Counter()
    total: Counter[bool] = Counter()
    for row in rows:
        if row["class"] == "redup":
            continue
        changed = row["class"] != "same"
        total[changed] += 1
        right[changed] += find(row["surface"]).lower() in row["alt_lemmas"].split(",")
    return 100 * right[False] / total[False], 100 * right[True] / total[True]


def with_limits(scale: float) -> Callable[[str], str]:
    """Believe only readings that are cheaper by `scale` than the stemmer's limits."""
    limits = {key: value - scale for key, value in rooting._LIMITS.items()}

    def find(word: str) -> str:
        kept, rooting._LIMITS = rooting._LIMITS, limits
        try:
            return rooting.find_root(word, lexicon())
        finally:
            rooting._LIMITS = kept

    return find


def with_kept(keeps: Callable[[str, str], bool]) -> Callable[[str], str]:
    """Keep the words for which `keeps` says so of the word and its root."""

    def find(word: str) -> str:
        root = stem(word)
        return word if keeps(word, root) else root

    return find


def is_ordinal_or_fused(word: str, root: str) -> bool:
    """Whether a word is "kelima", or a preposition written with its noun ("dibawah")."""
    places = (
        "mana",
        "bawah",
        "atas",
        "dalam",
        "luar",
        "antara",
        "depan",
        "balik",
        "bidang",
        "sana",
    )
    ordinal = word.startswith("ke") and word[2:] in NUMERALS
    return ordinal or (word[:2] in ("di", "ke") and word[2:] in places)


def show(name: str, pair: tuple[float, float]) -> None:
    print(f"{name:<58}{pair[0]:>10.1f}{pair[1]:>10.1f}")


def main(gold: Path, data: Path) -> None:
    with gold.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    print(f"{'':<58}{'unchanged':>10}{'changed':>10}")
    show("as it is", score(rows, stem))
    for name in ("csui", "gsd", "pud"):
        show(f"  words that {name} has", score([row for row in rows if row[name]], stem))
    for scale in (1.0, 2.0, 3.0, 4.0):
        show(f"limits on the price lower by {scale:.0f}", score(rows, with_limits(scale)))
    lemmas = unimorph_roots(data / "lemma" / "unimorph.tsv")
    show("UniMorph's lemmas stay", score(rows, with_kept(lambda word, _: word in lemmas)))
    counts: Counts = count(data / "corpus")
    for times in (1, 4, 16):
        keeps = _frequent(counts, times)
        show(f"words {times} times as frequent as their root stay", score(rows, with_kept(keeps)))
    show("ordinals and fused prepositions stay", score(rows, with_kept(is_ordinal_or_fused)))


def _frequent(counts: Counts, times: int) -> Callable[[str, str], bool]:
    return lambda word, root: counts.small[word] > times * counts.small[root.lower()]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
