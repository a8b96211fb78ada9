"""Offices beside a name.

The office stands before the name in more than nine introductions of ten ("Kepala Bappeda Kota
Kendari, Ridwansyah Taridala"); after it, between commas or behind *selaku*, *sebagai*.
"""

import re
from dataclasses import replace

from humas_nlp.people.affiliations import body_at, body_end, clean, tidy
from humas_nlp.people.lexicon import offices
from humas_nlp.people.office import Office, abbreviates
from humas_nlp.people.tokens import MARKS, Token, is_head
from humas_nlp.people.words import PORTMANTEAU, is_acronym

REACH = 40  # tokens that an office may be long
CHAIN = 6  # tokens of an occupation in small letters: "pakar hukum tata negara"
SENTENCE_END = frozenset(".!?;:…")
JOINTS = frozenset(
    "yang juga menjadi menjabat merangkap selaku sekaligus sebagai merupakan adalah".split()
)
APPOSED = frozenset("selaku sebagai menjabat menjadi".split())
# Between an office and a name: "Camat setempat, X", "Anggota DPR lainnya X".
YEAR = re.compile(r"(?:19|20)\d\d$")
SUBORDINATE = frozenset("Sebelum Setelah Usai Seusai Saat Ketika Selain Sejak Bersama".split())
# A cue that opens a sentence before an office, and what a clause goes on with after its subject.
FRAME = re.compile(r"(?:Di[a-z]{3,}kan|Diakui|Menurut)$")
FINITE = frozenset("adalah merupakan telah akan sudah bukan tidak juga harus dapat bisa".split())
# Forms of address between an office and a name: "Kepala Daops X Bapak, Y".
ADDRESS = frozenset("Bapak Ibu Pak Bu Saudara Saudari Bpk".split())
# What follows one of these is a group, not the office of one person.
PLURALS = frozenset("para sejumlah beberapa seluruh semua segenap".split())
QUALIFIERS = frozenset("setempat lainnya lain terpilih periode".split())
# Words in small letters that end an occupation: it is a noun phrase without a clause.
NOT_IN_CHAIN = frozenset(
    """yang di ke dari dan atau untuk dengan pada dalam oleh bahwa kepada saat ini itu
    tersebut adalah akan tidak sudah telah juga para sejumlah setelah ketika agar karena
    serta bersama seperti atas bagi terhadap tentang antara menurut kata ujar tutur ucap
    ungkap jelas tegas papar terang tambah lanjut pun ia dia kami saya ada turut hadir
    selaku sebagai usai sementara lalu kemudian namun""".split()
)
_VERBAL = ("meng", "mem", "men", "mel", "mer", "ber", "di")
_NOT_VERBAL = frozenset(
    "media mental merek menteri digital disabilitas direksi direktorat disiplin distribusi".split()
)
_SMALL_IN_OFFICE = frozenset(
    "dan bidang urusan khusus umum tugas wilayah daerah pada tinggi kelas sekolah".split()
)


Offices = tuple[Office, ...]


def offices_before(text: str, tokens: list[Token], h: int, barrier: int) -> Offices:
    """Find the offices that end right before a name.

    Args:
        text: The whole text.
        tokens: Tokens of the paragraph.
        h: Index of the first token of the name with its forms of address.
        barrier: Index of the last token of the name before; the office does not reach over it.

    Returns:
        The offices in reading order: of "Ketua Panitia yang juga Kepala Bappeda X" both.
    """
    k = h - 1
    if k >= 0 and tokens[k].text in {",", "-", "–", ":"}:
        k -= 1
    comma = k < h - 1
    while k > 0 and (tokens[k].text in QUALIFIERS or YEAR.match(tokens[k].text)):
        k -= 2 if tokens[k - 1].text in {"-", "–", "/"} else 1
    if k > 2 and tokens[k].text == "baru" and tokens[k - 1].text == "yang":
        k -= 2
    start = _head_leftwards(tokens, k, max(barrier, h - REACH))
    if start is None:
        start = _occupation(tokens, k, barrier)
    if comma and start == k and (_ends_clause(tokens, k) or _reports(tokens, k, h)):
        return ()
    if start is None:
        return _body_before(text, tokens, k, barrier) if comma else ()
    if start > 0 and tokens[start - 1].text in PLURALS:
        return ()
    return _split(text, tokens, start, k)


def _ends_clause(tokens: list[Token], k: int) -> bool:
    """Say whether an office of one word ends a clause: "Sebelum dikunjungi Bupati, Dudi …"."""
    for token in reversed(tokens[max(0, k - CHAIN) : k]):
        if token.text in SUBORDINATE:
            return True
        if token.text in {",", ".", "”", '"'}:
            return False
    return False


def _reports(tokens: list[Token], k: int, h: int) -> bool:
    """Say whether an office is the source of a clause whose subject is the name behind the comma.

    "Dilanjutkan Bupati, Budi Utomo adalah organisasi …", "Menurut Camat, Budi akan …".
    """
    if k < 1 or not FRAME.match(tokens[k - 1].text):
        return False
    n = h
    while n < len(tokens) and (tokens[n].capital or tokens[n].text in {"bin", "binti"}):
        n += 1
    return n < len(tokens) and (tokens[n].text in FINITE or is_verbal(tokens[n].text))


def is_loose(office: Office) -> bool:
    """Say whether small words stand between the head of an occupation and the name.

    "pakar hukum tata negara X" says less about X than "pakar X": programmes and places follow
    such phrases as well. An institution alone says less than an office.
    """
    return not office.role or (
        not office.affiliation and " " in office.role and office.role.rpartition(" ")[2].islower()
    )


def _body_before(text: str, tokens: list[Token], k: int, barrier: int) -> Offices:
    """Read "KTNA Kabupaten Jember, Iqbal Abipraya, …": the institution of the person alone."""
    first = k
    if not tokens[k].capital:
        return ()
    while first - 1 > barrier and _inside(tokens, first - 1) and tokens[first - 1].text != ",":
        first -= 1
    if first < 0 or first > k or not _is_body(tokens[first]):
        return ()
    if first and tokens[first - 1].text not in {".", ",", "dari", "!", "?", ":"}:
        return ()
    start, end = tokens[first].start, tokens[k].end
    return (Office(start, end, "", tidy(text[start:end])),)


def _head_leftwards(tokens: list[Token], last: int, barrier: int) -> int | None:
    """Return the index of the leftmost head from which a phrase runs unbroken up to `last`."""
    found = None
    k = last
    while k > barrier:
        token = tokens[k]
        if token.text == ")":
            k = _bracket_open(tokens, k, barrier)
        elif token.head or token.text in offices()["common"]:
            if found is None or _governs(tokens, k, found):
                found = k
            else:
                return found
        elif not (_inside(tokens, k) or (found is not None and _joins(tokens, k, found))):
            return found
        k -= 1
    return found


def _occupation(tokens: list[Token], last: int, barrier: int) -> int | None:
    """Return the index of an occupation that small words carry on up to `last`.

    "penjaga lapak telur asin, X", "pakar tindak pidana pencucian uang X".
    """
    for k in range(last, max(barrier, last - CHAIN), -1):
        token = tokens[k]
        opens = k == 0 or tokens[k - 1].text in SENTENCE_END | MARKS
        word = token.text.lower() if opens else token.text
        if word in offices()["common"] or (token.head and k < last):
            j = k
            while j - 1 > barrier and tokens[j - 1].text in JOINTS:
                j -= 1
            joined = _head_leftwards(tokens, j - 1, barrier) if j < k else None
            return k if joined is None else joined
        if not token.word or token.text in NOT_IN_CHAIN or is_verbal(token.text):
            return None
    return None


def is_verbal(word: str) -> bool:
    """Say whether a word in small letters looks like a verb."""
    return len(word) > 5 and word.islower() and word.startswith(_VERBAL) and word not in _NOT_VERBAL


def _joins(tokens: list[Token], k: int, found: int) -> bool:
    """Say whether words before a head join it to another office: "yang juga menjadi Ketua …"."""
    between = [t.text for t in tokens[k:found]]
    if between[0] == ",":
        between = between[1:] if between[1:2] == ["yang"] else between
    return bool(between) and all(t in JOINTS for t in between)


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


def _inside(tokens: list[Token], k: int) -> bool:
    token = tokens[k]
    if token.text[0] in MARKS:  # the university is spelled UPN “Veteran”
        return "Veteran" in (tokens[k - 1].text, tokens[min(k + 1, len(tokens) - 1)].text)
    if token.text in SENTENCE_END:
        # "Pemkab. Agam": the full stop of a short form
        return token.text == "." and k > 0 and bool(PORTMANTEAU.match(tokens[k - 1].text))
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
        or (token.text.isdigit() and (len(token.text) <= 2 or tokens[k + 1].text == "/"))
    )


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
    small = tokens[n].text in offices()["common"] or tokens[n].text in offices()["kin"]
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
    return _split(text, tokens, n, last)


def _is_full(tokens: list[Token], d: int) -> bool:
    """Say whether a name that ends at `d` is one of two words: "Pras Ario, Kepala X menyambut".

    Behind one word an office begins a clause of its own: "Di Desa Mukti, Bupati meninjau".
    """
    return tokens[d].degree or (d > 0 and tokens[d - 1].capital and tokens[d - 1].weight > 0)


def _bracketed(text: str, tokens: list[Token], n: int) -> Offices:
    """Read "Dian Andiani (General Manajer)"."""
    for k in range(n + 2, min(n + 16, len(tokens))):
        if tokens[k].text == ")":
            found = _split(text, tokens, n + 1, k - 1)
            return (*found[:-1], replace(found[-1], end=tokens[k].end)) if found else ()
    return ()


def _only_body(text: str, tokens: list[Token], n: int) -> Offices:
    """Read "Siti Maryam dari PT Sari Bumi": an institution without an office."""
    first = tokens[n]
    words = offices()
    known = first.text in words["institutions"] or PORTMANTEAU.match(first.text)
    if not (known or is_acronym(first.text)):
        return ()
    last = _phrase_end(tokens, n, False)
    end = body_end(tokens[n : last + 1], 0) + n - 1
    return (Office(first.start, tokens[end].end, "", tidy(text[first.start : tokens[end].end])),)


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
        elif marked and token.text == "," and k + 1 < len(tokens) and _is_body(tokens[k + 1]):
            pass
        elif token.text not in _SMALL_IN_OFFICE | {"sekaligus"}:
            break
        k += 1
    return last


def _is_body(token: Token) -> bool:
    known = token.text in offices()["institutions"] or PORTMANTEAU.match(token.text)
    return bool(known) or (is_acronym(token.text) and not token.degree)


def _chain_end(tokens: list[Token], n: int) -> int:
    """Return the index of the last token of an occupation in small letters."""
    last = k = n
    while k + 1 < len(tokens) and k < n + 2 * CHAIN:
        token = tokens[k + 1]
        if token.text in {"di", "dari"} and k + 2 < len(tokens) and _is_body(tokens[k + 2]):
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


def _split(text: str, tokens: list[Token], first: int, last: int) -> Offices:
    """Cut joined offices apart: "Ketua Tim X yang juga Wakil Ketua Komisi Y"."""
    found = []
    begin = k = first
    while k <= last:
        joint = k
        while joint <= last and tokens[joint].text in JOINTS:
            joint += 1
        if joint > k and joint <= last and k > begin:
            found.append(_office(text, tokens[begin:k]))
            begin = joint
        k = max(joint, k + 1)
    found.append(_office(text, tokens[begin : last + 1]))
    return tuple(found)


def _kept(bracket: re.Match[str]) -> str:
    word = bracket[1]
    known = word in offices()["heads"] or is_head(word)
    return "" if known else bracket[0]


def _office(text: str, phrase: list[Token]) -> Office:
    """Cut a phrase into office and institution."""
    while len(phrase) > 1 and (phrase[-1].text == "," or phrase[-1].text in ADDRESS):
        phrase = phrase[:-1]
    if len(phrase) > 3 and phrase[-2].text == "Komisaris" and phrase[-1].text == "Besar":
        phrase = phrase[:-2]  # the rank in full: "Kapolres Bekasi Komisaris Besar X"
    cut = body_at(text, phrase)
    shorts = [
        i
        for i in range(1, len(phrase) - 1)
        if phrase[i - 1].text == "(" and phrase[i + 1].text == ")"
    ]
    words = [t.text.lower() for t in phrase]
    short = tuple(
        phrase[i].text
        for i in shorts
        if abbreviates(words[i], words[: i - 1]) or words[i].capitalize() in offices()["heads"]
    )
    role = text[phrase[0].start : phrase[cut - 1].end]
    affiliation = None
    if cut < len(phrase):
        affiliation = text[phrase[cut].start : phrase[body_end(phrase, cut) - 1].end]
        # "Kemenbud (Dirjen Riset)": the short form of the office
        affiliation = re.sub(r"\(([\w.-]++)[^()]*\)", _kept, affiliation)
    elif shorts and PORTMANTEAU.match(phrase[shorts[-1]].text):
        affiliation = phrase[shorts[-1]].text
    return Office(phrase[0].start, phrase[-1].end, clean(role), tidy(affiliation), short)
