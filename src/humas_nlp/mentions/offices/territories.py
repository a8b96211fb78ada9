"""The region of an office that the text names without it beside a person.

"Bupati H. Ahmad Fauzi" is "Bupati Batang" where the text has no other regent: "Bupati Batang
menyerahkan bantuan" stands elsewhere in it.
"""

from collections import Counter
from collections.abc import Sequence

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.gapped_words import Words
from humas_nlp.mentions.places.gazetteer import region_at
from humas_nlp.mentions.tokens import Token

_SECOND = {"Wali": "Kota", "Sekretaris": "Daerah", "Wakil": ""}


def territories(text: str, rows: Sequence[list[Token]]) -> dict[str, str]:
    """Find the regional offices that stand with one region only.

    Args:
        text: The whole text.
        rows: Tokens of its paragraphs.

    Returns:
        The office with its region by the office without it: "Bupati" to "Bupati Batang".
    """
    found: dict[str, Counter[str]] = {}
    words = word_class("territorial_office") | {"Sekretaris"}
    for tokens in rows:
        for i, token in enumerate(tokens):
            if token.text not in words:
                continue
            n = i + 1
            second = _SECOND.get(token.text)
            if second:
                if n >= len(tokens) or tokens[n].text != second:
                    continue
                n += 1
            if n >= len(tokens) or not tokens[n].capital:
                continue
            first = i - 1 if i and tokens[i - 1].text == "Wakil" else i
            bare = " ".join(text[tokens[first].start : tokens[n - 1].end].split())
            region = _region(text, tokens[n].start)
            if region:
                found.setdefault(bare, Counter())[region] += 1
    return {
        bare: f"{bare} {regions.most_common(1)[0][0]}"
        for bare, regions in found.items()
        if len({r.split()[-1] for r in regions}) == 1
    }


def _region(text: str, start: int) -> str | None:
    """Return the region whose name begins at a code point, as the text words it."""
    words = Words(text, start, min(len(text), start + 60))
    found = region_at(words, 0)
    if found is None:
        return None
    return " ".join(text[start : words.ends[found[0] - 1]].split())
