"""Offices beside a name, and the line between an office and its institution.

The office stands before the name in more than nine introductions of ten ("Kepala Bappeda Kota
Kendari, Ridwansyah Taridala"); after it, between commas or behind *selaku*, *sebagai*.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from humas_nlp.people.lexicon import offices
from humas_nlp.people.tokens import MARKS, Token
from humas_nlp.people.words import PORTMANTEAU, is_acronym

REACH = 40  # tokens that an office may be long
SENTENCE_END = frozenset(".!?;:…")
JOINTS = frozenset("yang juga menjadi menjabat merangkap selaku sekaligus sebagai".split())
APPOSED = frozenset("selaku sebagai menjabat".split())
# Heads of institutions that end the office part: what follows is the affiliation.
INSTITUTIONS = frozenset(
    """Kementerian Kemenko Badan Dinas Komisi Lembaga Direktorat Inspektorat Sekretariat
    Pemerintah Pemprov Pemkab Pemkot Pemda DPR DPRD DPD MPR Universitas Institut
    Politeknik Sekolah Akademi Fakultas Program Prodi Jurusan Rumah RSUD RSUP RS
    Puskesmas Bank PT CV Perum Perumda Partai Yayasan Asosiasi Ikatan Himpunan Persatuan
    Perkumpulan Gabungan Forum Dewan Majelis Mahkamah Kejaksaan Kepolisian Pengadilan
    Kantor Balai Loka Pusat Polda Polres Polresta Polsek Polri TNI Kodim Korem Kodam
    Satuan Satpol Satgas Gugus Palang Tim Timnas Federasi Serikat Konfederasi Kamar
    Bandara Otoritas Perpustakaan Museum Pondok Pesantren Ponpes Masjid Gereja Koperasi
    Kelompok Paguyuban Karang Laboratorium Observatorium Kwartir Kanwil Setda Sekda
    Bappeda Bapenda BPBD Diskominfo Dinkes Disdik Dinsos Disdikbud Dishub Dispar Dispora
    Disnaker Kantah Lapas Rutan Kedutaan Konsulat Kesultanan Keraton SMA SMK SMP SD SMAN
    SMKN SMPN SDN MAN MTs Madrasah Persekutuan Organisasi Jaringan Koalisi Aliansi
    Perhimpunan Bagian Komite Kemenag Kemenkes Kemendagri Kemenkeu Kemenhub Kemendikbud
    Kemenkumham Kementan Kemensos Kemenpora Kemenperin Kemendag Kemenaker Kemnaker
    Kemenparekraf Kemenkominfo Kominfo Komdigi Bawaslu Basarnas Bulog Pertamina
    Perhutani Pengurus BEM HMI PBNU Muhammadiyah""".split()
)
# After these heads a unit name is part of the office ("Kasi PHU", "Kabid Humas Polda").
UNIT_HEADS = frozenset(
    """Kasi Kasie Kasubag Kasubbag Kabag Kabid Kasat Kanit Kasubdit Kasubsi Kaur Kadiv Karo
    Kabiro Kasubbid Kabidhumas""".split()
)
UNITS = frozenset(
    """Bidang Bagian Biro Seksi Subbagian Subbidang Divisi Sub Deputi Asisten Tim Komisi
    Pusat""".split()
)


@dataclass(slots=True, frozen=True)
class Office:
    """An office as it stands in the text.

    Attributes:
        start: First code point of the whole phrase.
        end: One past its last code point.
        role: Office without the institution.
        affiliation: Institution, or None.
        short: Bracketed short forms inside the phrase ("Wamendiktisaintek").
    """

    start: int
    end: int
    role: str
    affiliation: str | None
    short: tuple[str, ...] = ()


def office_before(text: str, tokens: list[Token], h: int, barrier: int) -> Office | None:
    """Find the office that ends right before a name.

    Args:
        text: The whole text.
        tokens: Tokens of the paragraph.
        h: Index of the first token of the name with its forms of address.
        barrier: Index of the last token of the name before; the office does not reach over it.
    """
    k = h - 1
    if k >= 0 and tokens[k].text in {",", "-", "–", ":"}:
        k -= 1
    start = _head_leftwards(tokens, k, max(barrier, h - REACH))
    return make_office(text, tokens, start, k) if start is not None else None


def _head_leftwards(tokens: list[Token], last: int, barrier: int) -> int | None:
    """Return the index of the leftmost head from which a phrase runs unbroken up to `last`."""
    found = None
    k = last
    while k > barrier:
        token = tokens[k]
        if token.text == ")":
            k = _bracket_open(tokens, k, barrier)
            if k is None:
                return found
        elif token.head or token.text in offices()["common"]:
            if found is None or _governs(tokens, k, found):
                found = k
            else:
                return found
        elif not (_inside(tokens, k, found) or (found is not None and _joins(tokens, k, found))):
            return found
        k -= 1
    return found


def _joins(tokens: list[Token], k: int, found: int) -> bool:
    """Say whether words before a head join it to another office: "yang juga menjadi Ketua …"."""
    return all(t.text in JOINTS for t in tokens[k:found])


def _bracket_open(tokens: list[Token], k: int, barrier: int) -> int:
    for j in range(k, max(barrier, k - 12), -1):
        if tokens[j].text == "(":
            return j
    return barrier


def _governs(tokens: list[Token], k: int, found: int) -> bool:
    """Say whether the head at `k` rules the one at `found` ("Wakil Ketua", "Staf Ahli Menteri")."""
    between = [t.text for t in tokens[k + 1 : found]]
    if any(w in {",", "dan", "serta", "oleh"} for w in between[-1:]):
        return False
    return tokens[k].head or not between


def _inside(tokens: list[Token], k: int, found: int | None) -> bool:
    token = tokens[k]
    if token.text in SENTENCE_END or token.text[0] in MARKS:
        return False
    if token.text == ",":
        # a portfolio ("Pendidikan, Kebudayaan, Riset, dan Teknologi") or one before the institution
        after = tokens[k + 1]
        return not after.head and (
            (after.capital or after.text == "dan")
            and (tokens[k - 1].word or tokens[k - 1].text == ")")
        )
    if token.text in {"dan", "serta"}:
        return not tokens[k + 1].head
    return (
        token.capital
        or token.text in offices()["links"]
        or token.text in {"/", "-", "&"}
        or (token.text.isdigit() and len(token.text) <= 2)
    )


def office_after(text: str, tokens: list[Token], d: int) -> Office | None:
    """Find the office right after a name: "…, Kepala Dinas X," or "… selaku Ketua".

    Args:
        text: The whole text.
        tokens: Tokens of the paragraph.
        d: Index of the last token of the name with its degrees.
    """
    n = d + 1
    comma = n < len(tokens) and tokens[n].text == ","
    n += comma
    marked = False
    while n < len(tokens) and tokens[n].text in APPOSED | {"yang", "juga", "adalah"}:
        marked = marked or tokens[n].text in APPOSED
        n += 1
    if n >= len(tokens) or not (comma or marked):
        return None
    head = tokens[n].head or (marked and tokens[n].text in offices()["common"])
    if not head:
        return None
    last = _phrase_end(tokens, n)
    if not marked and (last + 1 >= len(tokens) or tokens[last + 1].text not in {",", "."}):
        return None
    return make_office(text, tokens, n, last)


def _phrase_end(tokens: list[Token], n: int) -> int:
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
        elif token.capital and not token.honorific:
            last = k
        elif token.text not in {"dan", "bidang", "urusan", "khusus", "umum", "tugas"}:
            break
        k += 1
    return last


def make_office(text: str, tokens: list[Token], first: int, last: int) -> Office | None:
    """Cut the phrase from token `first` to `last` into office and institution."""
    phrase = tokens[first : last + 1]
    if not phrase:
        return None
    cut = _institution_at(phrase)
    short = tuple(
        phrase[i + 1].text
        for i in range(len(phrase) - 2)
        if phrase[i].text == "(" and phrase[i + 2].text == ")"
    )
    role_end = phrase[cut - 1].end if cut < len(phrase) else phrase[-1].end
    role = clean(text[phrase[0].start : role_end])
    affiliation = text[phrase[cut].start : phrase[-1].end] if cut < len(phrase) else None
    return Office(phrase[0].start, phrase[-1].end, role, tidy(affiliation), short)


def _institution_at(phrase: list[Token]) -> int:
    """Return the index in the phrase where the institution begins; its length if there is none."""
    unit = phrase[0].text in UNIT_HEADS
    seen_unit = unit
    depth = 0
    for i, token in enumerate(phrase):
        depth += (token.text == "(") - (token.text == ")")
        if i == 0 or depth or token.text == ")":
            continue
        if token.text in UNITS and not unit:
            seen_unit = True
            continue
        if PORTMANTEAU.match(token.text):
            return i
        if token.text in INSTITUTIONS and not (token.text in {"Bagian", "Program"} and seen_unit):
            return i
        if (
            is_acronym(token.text)
            and token.text not in {"RI", "TU", "PHU", "II", "III"}
            and not (unit and i == 1)
        ):
            return i
    return len(phrase)


def clean(role: str) -> str:
    """Return a role without bracketed parts, trailing commas and region words of the state."""
    out, depth = [], 0
    for char in role:
        depth += char == "("
        if not depth:
            out.append(char)
        depth -= char == ")" and depth > 0
    words = " ".join("".join(out).replace(" ,", ",").split()).strip(" ,-–")
    for tail in (" Republik Indonesia", " RI"):
        words = words.removesuffix(tail)
    return words


def tidy(affiliation: str | None) -> str | None:
    """Return an affiliation on one line without trailing punctuation."""
    return " ".join(affiliation.split()).strip(" ,-–") or None if affiliation else None


def abbreviates(short: str, words: Sequence[str]) -> bool:
    """Say whether a short form stands for an office: "menhub" for "menteri perhubungan".

    Every letter has to be found in order, the first two at the start of the first word, and at
    least two words have to give letters.
    """
    if len(short) < 4 or len(words) < 2 or short[:2] != words[0][:2] or short == words[0]:
        return False
    at = 0
    givers = 0
    for word in words:
        before, position = at, 0
        while at < len(short):
            position = word.find(short[at], position)
            if position < 0:
                break
            at, position = at + 1, position + 1
        givers += at > before
        if at == len(short):
            return givers > 1
    return False


def compatible(a: str, b: str) -> bool:
    """Say whether two roles may be one person's: of one head, or one short for the other."""
    one, two = a.lower().split(), b.lower().split()
    if not one or not two or one[0] == two[0]:
        return True
    return abbreviates(one[0], two) or abbreviates(two[0], one)
