"""Offices behind a name: between commas, in a bracket, behind *selaku* or *sebagai*."""

from dataclasses import replace

from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.name_words import is_acronym
from humas_nlp.mentions.offices.institution_border import body_end, named
from humas_nlp.mentions.offices.office import Office
from humas_nlp.mentions.offices.phrases import (
    CHAIN,
    NOT_IN_CHAIN,
    REACH,
    Offices,
    is_body,
    is_verbal,
    split_offices,
)
from humas_nlp.mentions.tokens import Token

APPOSED = frozenset("selaku sebagai menjabat menjadi".split())
_SMALL_IN_OFFICE = word_class("inside_office")


def offices_after(text: str, tokens: list[Token], d: int, *, cued: bool = False) -> Offices:
    """Find the office right after a name: "…, Kepala Dinas X," or "… selaku Ketua".

    Args:
        text: The whole text.
        tokens: Tokens of the paragraph.
        d: Index of the last token of the name with its degrees.
        cued: Whether a cue stands before the name, so that a clause may follow it: "…, kata X,
            petugas tetap membatasi …".
    """
    n = d + 1
    if n + 1 < len(tokens) and tokens[n].text == "(" and tokens[n + 1].head:
        return _bracketed(text, tokens, n)
    if n + 2 < len(tokens) and tokens[n].text == "(" and tokens[n + 1].text.isdigit():
        n += 3  # the age: "Juan (18), siswa …"
    comma = n < len(tokens) and tokens[n].text == ","
    n += comma
    if n + 1 < len(tokens) and tokens[n].text == "dari":
        return _only_body(text, tokens, n + 1)
    marked = False
    while n < len(tokens) and tokens[n].text in APPOSED | {"yang", "juga", "adalah", "resmi"}:
        marked = marked or tokens[n].text in APPOSED
        n += 1
    if not marked and comma and n + 2 < len(tokens) and tokens[n].text == "salah":
        n += 2  # ", salah satu anggota tim,"
    elif not marked and comma and n < len(tokens) and tokens[n].text == "seorang":
        n += 1
    if n >= len(tokens) or not (comma or marked):
        return ()
    small = tokens[n].text in word_class("occupation") or tokens[n].text in word_class("kin_office")
    if not (tokens[n].head or small):
        return ()
    last = _chain_end(tokens, n) if small else _phrase_end(tokens, n, marked)
    after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    closed = after in {",", ".", "sekaligus", "yang"} or (
        not cued
        and ((small and after == "dan") or (is_verbal(after) and (small or _is_full(tokens, d))))
    )
    if not (marked or closed):
        return ()
    return split_offices(text, tokens, n, last)


def _is_full(tokens: list[Token], d: int) -> bool:
    """Say whether a name that ends at `d` is one of two words: "Pras Ario, Kepala X menyambut".

    Behind one word an office begins a clause of its own: "Di Desa Mukti, Bupati meninjau".
    """
    return tokens[d].degree or (d > 0 and tokens[d - 1].capital and tokens[d - 1].weight > 0)


def _bracketed(text: str, tokens: list[Token], n: int) -> Offices:
    """Read "Dian Andiani (General Manajer)"."""
    for k in range(n + 2, min(n + 16, len(tokens))):
        if tokens[k].text == ")":
            found = split_offices(text, tokens, n + 1, k - 1)
            return (*found[:-1], replace(found[-1], end=tokens[k].end)) if found else ()
    return ()


def _only_body(text: str, tokens: list[Token], n: int) -> Offices:
    """Read "Siti Maryam dari PT Sari Bumi": an institution without an office."""
    first = tokens[n]
    if not is_body(first):
        return ()
    last = _phrase_end(tokens, n, False)
    end = body_end(tokens[n : last + 1], 0) + n - 1
    affiliation, institution = named(text, (first.start, tokens[end].end))
    return (Office(first.start, tokens[end].end, "", affiliation, institution=institution),)


def _phrase_end(tokens: list[Token], n: int, marked: bool) -> int:
    last = n
    k = n + 1
    while k < len(tokens) and k < n + REACH:
        token = tokens[k]
        if token.text == "(":
            closing = next(
                (j for j in range(k, min(k + 8, len(tokens))) if tokens[j].text == ")"), None
            )
            if closing is None:
                break
            k = last = closing
        elif (token.capital and not token.honorific) or (
            token.text.isdigit() and len(token.text) <= 2
        ):
            last = k
        elif token.text == "/" and k + 1 < len(tokens) and tokens[k + 1].capital:
            pass  # "Dosen/Akademisi UGM"
        elif marked and token.text == "," and k + 1 < len(tokens) and is_body(tokens[k + 1]):
            pass
        elif token.text not in _SMALL_IN_OFFICE | {"sekaligus"}:
            break
        k += 1
    return last


def _chain_end(tokens: list[Token], n: int) -> int:
    """Return the index of the last token of an occupation in small letters."""
    last = k = n
    while k + 1 < len(tokens) and k < n + 2 * CHAIN:
        token = tokens[k + 1]
        if token.text in {"di", "dari"} and k + 2 < len(tokens) and is_body(tokens[k + 2]):
            k += 1
            continue
        if (
            token.text == "dan"
            and tokens[k].capital
            and tokens[min(k + 2, len(tokens) - 1)].capital
        ):
            k += 1  # "Fakultas Perikanan dan Ilmu Kelautan"
            continue
        if not token.word or token.text in NOT_IN_CHAIN or is_verbal(token.text):
            break
        if token.weight > 1.0 and not is_acronym(token.text):
            break  # the occupation of another person: "X, pejabat pajak Eko Darmo"
        k += 1
        last = k
    return last
