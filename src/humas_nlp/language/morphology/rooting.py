"""From a word to its root: names, exceptions, readings, hyphens, in this order."""

from collections.abc import Mapping
from typing import NamedTuple

from humas_nlp.language.morphology.candidates import Reading, readings
from humas_nlp.language.morphology.reduplication import split_hyphens, unite
from humas_nlp.language.morphology.roots import Lexicon

# Longer strings are addresses or noise. The longest word of the corpora that is one,
# "mempertanggungjawabkannya" with its halves doubled, has under 60 letters.
LONGEST_WORD = 60
CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_SHORTEST_HOST = 4

# Suffixes of loans: a word behind a native prefix that ends so is a root, known or not.
_LOAN_ENDS = ("asi", "isi", "usi", "ensi", "ansi", "itas", "isme", "logi", "grafi", "istik")
_LOAN, _SHORTEST_LOAN = 4.0, 6

# Dearest readings believed: a rare root is enough behind meN- or in a confix, but a bare "-an"
# or "ber-" that leaves one is chance ("Milan", "Berlin"), the more so in a word with a capital.
# Many names end in -an or -i.
_NAME_ENDS, _NAME_END = ("an", "i"), 1.5
_LIMITS = {(True, False): 10.0, (False, False): 7.5, (True, True): 7.5, (False, True): 5.5}


def find_root(word: str, lexicon: Lexicon, extra: Mapping[str, str] | None = None) -> str:
    """Return the root of `word`.

    Args:
        word: One word in any case.
        lexicon: Roots, exceptions and names.
        extra: The caller's exceptions by the word, as given or in lower case; they go first.

    Returns:
        The root in lower case, or `word` itself where it is a name, unknown, or no word.
    """
    if len(word) > LONGEST_WORD:
        return word
    low = word.lower()
    listed = (extra.get(word) or extra.get(low)) if extra else None
    if listed is None and extra and low.endswith(CLITICS):
        listed = next((extra[host] for host in hosts(low) if host in extra), None)
    if listed is not None:
        return listed
    if not low.isalpha():
        return _mixed_root(word, low, lexicon)
    return _plain_root(word, low, lexicon)


class Choice(NamedTuple):
    """What was decided about a word without hyphens.

    Attributes:
        text: Its root, or the form that is kept.
        reading: The reading with that root; None where the word is a name or unknown, or where no
            affix rule leads to the root of an exception.
    """

    text: str
    reading: Reading | None


def _plain_root(word: str, low: str, lexicon: Lexicon) -> str:
    return choose(word, low, lexicon).text


def choose(word: str, low: str, lexicon: Lexicon, pos: str | None = None) -> Choice:
    """Decide how to read a word of letters only.

    Args:
        word: The word as written.
        low: The word in lower case.
        lexicon: Roots, exceptions and names.
        pos: Universal part of speech; NOUN and VERB prefer readings as such.
    """
    cased = word[0] != low[0]
    if low in lexicon.names or (cased and low in lexicon.name_parts):
        return Choice(word, None)
    listed = lexicon.exceptions.get(low)
    if listed is not None:
        return _listed(low, listed, lexicon)
    if low.endswith(CLITICS):
        for host in hosts(low):
            if host in lexicon.names:
                return Choice(word[: len(host)], None)
            listed = lexicon.exceptions.get(host)
            if listed is not None:
                return _listed(low, listed, lexicon)
    best = best_reading(low, lexicon.prices, cased=cased, pos=pos) or loan_reading(low)
    if best is not None:
        return Choice(spell(best, lexicon), best)
    if low.endswith("nya") and len(low) >= len("nya") + _SHORTEST_HOST:
        return Choice(word[:-3], None)
    return Choice(word, None)


def _listed(low: str, root: str, lexicon: Lexicon) -> Choice:
    """Find the reading that an exception means; its root may have no price of its own."""
    fused = root.replace(" ", "")
    prices = lexicon.prices if fused in lexicon.prices else {fused: 0.0}
    return Choice(root, best_reading(low, prices, root=fused))


def hosts(low: str) -> list[str]:
    """List what is left of `low` without its last clitic, and without the one before that."""
    found = []
    for clitic in CLITICS:
        if low.endswith(clitic):
            host = low[: -len(clitic)]
            found.append(host)
            found += [host[: -len(inner)] for inner in ("nya", "ku", "mu") if host.endswith(inner)]
    return [host for host in found if len(host) >= _SHORTEST_HOST - 1]


def spell(reading: Reading, lexicon: Lexicon) -> str:
    """Write the root of a reading: compounds that an affix has fused come apart."""
    root = reading.root
    if reading.prefix or reading.ending.suffix:
        root = lexicon.compounds.get(root, root)
        if reading.opening.chain[-1:] == ("tidak",):
            return f"tidak {root}"
    return root


def best_reading(
    low: str,
    prices: Mapping[str, float],
    *,
    cased: bool = False,
    root: str | None = None,
    pos: str | None = None,
) -> Reading | None:
    """Return the cheapest believable reading of a word in lower case.

    Args:
        low: The word.
        prices: Prices of the roots.
        cased: Whether it was written with a capital, so that it may be a name.
        root: Only readings with this root, at any price.
        pos: Part of speech; readings of the other kind are dropped unless none is left.
    """
    found = readings(low, prices)
    if pos in ("NOUN", "VERB"):
        fitting = [reading for reading in found if _fits(reading, pos)]
        found = fitting or found
    if root is not None:
        found = [reading for reading in found if reading.root == root]
        return min(found, key=_price, default=None)
    best = min(found, key=_price, default=None)
    if best is None or best.root == low:
        return best
    limit = _LIMITS[is_strong(best), cased]
    if cased and not best.opening.chain and best.ending.suffix in _NAME_ENDS:
        limit -= _NAME_END
    return best if best.price <= limit else None


class _WithLoans(dict[str, float]):
    """Prices in which unknown words with a loan suffix count as roots."""

    def get(self, key: str, default: float | None = None) -> float | None:  # type: ignore[override]
        return _LOAN if len(key) > _SHORTEST_LOAN and key.endswith(_LOAN_ENDS) else default


_LOANS = _WithLoans()


def loan_reading(low: str) -> Reading | None:
    """Read an unknown loan with a native prefix ("berkorespondensi", "mendesalinasi")."""
    found = [r for r in readings(low, _LOANS) if r.prefix and r.price < _LOAN + 3.5]
    return min(found, key=_price, default=None)


def _fits(reading: Reading, pos: str) -> bool:
    """Whether the affixes of a reading make a word of this part of speech."""
    first, suffix = reading.opening.chain[:1], reading.ending.suffix
    verbal = first in (("meN",), ("di",), ("ku",), ("kau",)) or suffix in ("kan", "i")
    nominal = first == ("peN",) or (suffix == "an" and first in ((), ("per",)))
    return not (nominal if pos == "VERB" else verbal)


def _price(reading: Reading) -> float:
    return reading.price


def is_strong(reading: Reading) -> bool:
    """Whether the affixes alone tell a derived word: meN-, di-, two prefixes, a confix."""
    chain = reading.opening.chain
    if not chain:
        return False
    if len(chain) > 1 or chain[0] in ("meN", "di"):
        return True
    return chain[0] in ("peN", "per", "ke") and reading.ending.suffix == "an"


def _mixed_root(word: str, low: str, lexicon: Lexicon) -> str:
    """Return the root of a word with hyphens, apostrophes or digits."""
    parts = split_hyphens(word, low)
    if parts is None:
        return word
    if len(parts.halves) == 1:
        return _plain_root(parts.word, parts.low, lexicon) if parts.low.isalpha() else parts.word
    listed = lexicon.exceptions.get(parts.low) or lexicon.pairs.get(parts.low)
    if listed is not None:
        return listed
    left, right = parts.halves
    united = unite(left, right, lexicon.prices)
    if united is not None:
        return lexicon.exceptions.get(united, lexicon.compounds.get(united, united))
    fused = choose(left + right, left + right, lexicon)
    if " " in fused.text:
        # "pertanggung-jawaban"
        return fused.text
    first, second = choose(left, left, lexicon), choose(right, right, lexicon)
    if first.text == second.text:
        return first.text
    reading = second.reading
    if reading and not reading.prefix and not reading.ending.suffix:
        # Two words joined: only the clitic goes ("besar-kecilnya").
        return parts.word[: len(left) + 1 + len(reading.root)]
    return parts.word
