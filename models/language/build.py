"""Learn the prices of roots from word counts, and list names that the rules would cut.

    python models/language/build.py DATA

DATA holds ``corpus/{gov,news}.jsonl.gz`` (rows with ``text``), ``lemma/unimorph.tsv`` and
``lemma/malindo_rootlist.txt``. ``language_roots.txt`` and ``language_families.tsv`` are written
again; words that may belong into ``language_names.txt`` or ``language_name_parts.txt`` are printed
for review. Only words and counts of words go in; no lemma of a treebank does.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from humas_nlp.language.lexicon import read_lines
from humas_nlp.language.morphology.candidates import readings
from humas_nlp.language.morphology.rooting import find_root
from humas_nlp.language.morphology.roots import RARE, installed_roots, lexicon

PACKAGE = Path(__file__).parents[2] / "src" / "humas_nlp" / "data"
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ROUNDS = 12
# An unknown word is a root of its own when it is as frequent and as long as this.
OFTEN, LONG = 10, 4
# "ngecek" and "nyari" are spoken forms of meN-.
INFORMAL = ("ng", "ny")
# Prices from here on are not worth a line: RARE is what a root without one costs.
CHEAPER = RARE - 0.15
FAMILIES_HEADER = """\
# Price of a word as a root: the negative logarithm of the size of its family among the types of
# 29,717 Indonesian releases and news articles, 0 for the largest. Whether a word here is a root is
# said elsewhere (language_roots.txt, PySastrawi's list as installed).
# Source: word counts of those texts (models/language/build.py) for the words of MALINDO Morph
# (CC BY 4.0) and of language_roots.txt. Licence: CC BY-SA 3.0. Date: 2026-11.
"""
ROOTS_HEADER = """\
# Roots: loans and new words that the texts use often, and roots of UniMorph.
# Source: word counts of 29,717 releases and news articles, UniMorph ind (CC BY-SA 3.0) and
# language_own_roots.txt (models/language/build.py). Licence: CC BY-SA 3.0. Date: 2026-11.
"""


class Counts:
    """How often every word form is written small, with a capital inside a sentence, in capitals."""

    def __init__(self) -> None:
        self.small: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        self.upper: Counter[str] = Counter()

    def add(self, text: str) -> None:
        for match in WORD.finditer(text):
            word, at = match[0], match.start()
            if word.islower():
                self.small[word] += 1
            elif word.isupper():
                self.upper[word.lower()] += 1
            elif at > 1 and text[at - 1] == " " and (text[at - 2].islower() or text[at - 2] == ","):
                self.capital[word.lower()] += 1

    def is_common(self, word: str, least: int) -> bool:
        """Whether `word` is written small often and mostly."""
        small = self.small[word]
        return small >= least and small > 2 * self.capital[word] and small > self.upper[word]


def count(folder: Path) -> Counts:
    counts = Counts()
    for name in ("gov", "news"):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                counts.add(json.loads(line)["text"])
    return counts


def unimorph_roots(path: Path) -> set[str]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    lemmas = {row[1] for row in rows if len(row) > 2}
    return {lemma for lemma in lemmas if lemma.isalpha() and lemma.islower()}


def new_roots(counts: Counts, known: set[str]) -> set[str]:
    """Return frequent words that no reading explains ("webinar", "pilkada", "wisatawan")."""
    joined = {line.replace(" ", "") for line in read_lines("compounds.txt")}
    table = dict.fromkeys(known | joined, 0.0)
    found = set()
    # Short words first: "viral" must be known when "viralnya" is asked about.
    for word in sorted(counts.small, key=len):
        fits = word.isalpha() and len(word) >= LONG and counts.is_common(word, OFTEN)
        if not fits or word.startswith(INFORMAL) or is_lost_hyphen(word):
            continue
        if not readings(word, table):
            found.add(word)
            table[word] = 0.0
    return found


def is_lost_hyphen(word: str) -> bool:
    """Whether a page has eaten the hyphen of a reduplication ("orangorang")."""
    half = len(word) // 2
    return len(word) > 5 and word[:half] == word[half:]


def learn(counts: Counts, roots: set[str]) -> dict[str, float]:
    """Estimate the prices by expectation maximisation over word types."""
    flat = dict.fromkeys(roots, 0.0)
    options: list[tuple[float, dict[str, float]]] = []
    for word, often in counts.small.items():
        if often < 2 or not word.isalpha() or not counts.is_common(word, 2):
            continue
        best: dict[str, float] = defaultdict(float)
        for reading in readings(word, flat):
            best[reading.root] = max(best[reading.root], math.exp(-reading.price))
        if best:
            options.append((math.log2(1 + often), dict(best)))
    weights = dict.fromkeys(roots, 1.0)
    for _ in range(ROUNDS):
        sums = dict.fromkeys(roots, 0.05)
        for amount, chances in options:
            total = sum(weights[root] * chance for root, chance in chances.items())
            for root, chance in chances.items():
                sums[root] += amount * weights[root] * chance / total
        weights = sums
    top = math.log(max(weights.values()))
    return {root: top - math.log(weight) for root, weight in weights.items()}


def write_lexicons(prices: dict[str, float], roots: set[str]) -> None:
    """Write the prices below RARE, and the roots that stand beside PySastrawi's list."""
    families = [f"{word}\t{price:.1f}" for word, price in sorted(prices.items()) if price < CHEAPER]
    for name, header, lines in (
        ("families.tsv", FAMILIES_HEADER, families),
        ("roots.txt", ROOTS_HEADER, sorted(roots)),
    ):
        text = header + "\n".join(lines) + "\n"
        (PACKAGE / f"language_{name}").write_text(text, encoding="utf-8")
        print(f"language_{name}: {len(lines)} words")


def print_names(counts: Counts) -> None:
    """Print unlisted words with a capital that the rules cut: names to review by hand."""
    table = lexicon()
    for word, often in counts.capital.most_common():
        root = find_root(word, table)
        unlisted = word.isalpha() and root != word and word not in table.name_parts
        if unlisted and often > 2 and often >= 2 * counts.small[word]:
            print(word, root, often, counts.small[word], sep="\t")


def malindo_words(path: Path) -> set[str]:
    """Return the entries that could be roots; affixes and compounds of the list are none."""
    words = path.read_text(encoding="utf-8").split()
    return {word for word in words if word.isascii() and word.isalpha() and word.islower()}


def main(data: Path) -> None:
    counts = count(data / "corpus")
    own = set(read_lines("own_roots.txt"))
    listed = (set(installed_roots()) | own) - set(read_lines("not_roots.txt"))
    table = dict.fromkeys(listed, 0.0)
    lemmas = unimorph_roots(data / "lemma" / "unimorph.tsv") - listed
    # Many of UniMorph's lemmas are derived words ("pengetahuan").
    roots = {lemma for lemma in lemmas if not readings(lemma, table)} | own
    roots |= new_roots(counts, listed | roots) - listed
    open_words = malindo_words(data / "lemma" / "malindo_rootlist.txt")
    write_lexicons(learn(counts, roots | open_words), roots)
    print_names(counts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
