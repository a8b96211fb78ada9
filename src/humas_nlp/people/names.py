"""Names of people inside a paragraph, from word weights and from what stands around them.

A run of capitalised words may hold an office, an institution and a name one after another
("Kepala Bappeda Kota Kendari Ridwansyah Taridala"). The best cut is the path through two states,
name and other, that has the highest sum of word log-odds; leaving a name inside a run is costly
since names end with their run (in the training releases 19 of 20 do). The evidence around the
segment - form of address, office, degree, age, reporting verb - is added before the threshold.
"""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from humas_nlp.people.offices import Office, office_after, office_before
from humas_nlp.people.tokens import BINDERS, Token
from humas_nlp.people.words import ROMAN

ENTER, LEAVE, STAY = -0.5, -3.0, 0.3
AFTER_OFFICE = 1.0  # entering a name in a run that began with an office
ANCHORED = 2.0  # a name is due: after a form of address or an office with a comma
AFTER_CUE = 1.5  # "kata X", "X mengatakan"
INNER = -1.5  # the least that a common word inside a name costs ("Danang Hari Purnomo")
ACCEPT = 2.0
# Heads of institutions and places: what follows them directly is their own name.
BLOCKING = frozenset(
    """Universitas Institut Politeknik Bandara Bandar Stadion Gelora RSUD RSUP RS Jalan Jl
    Jl. Jln Jln. Gedung Kabupaten Kab. Kota Kecamatan Kec. Kelurahan Desa Provinsi Pulau
    Gunung Kampung Dusun PT CV Yayasan Masjid Gereja Pesantren Ponpes Bank Hotel
    Pelabuhan Pasar Sungai Danau Teluk Selat Pantai Gang Taman Balai Monumen Museum Tugu
    Waduk Bendungan Jembatan Terminal Stasiun Pondok SD SMP SMA SMK SDN SMPN SMAN MTs
    MAN MI STAI IAIN UIN Wisma Pendopo Aula Lapangan Perumahan Kompleks Apartemen Tol
    Kapal KRI KM Operasi Piala Hari Kampus Kel. Ds. GOR Kelompok Perpustakaan Auditorium
    Ballroom Gedong Puri Istana Komplek Klinik Puskesmas Ruang Gor""".split()
)
KIN = frozenset(
    """istri suami istrinya suaminya anak anaknya putra putri putranya putrinya ayah
    ayahnya ibunya adik adiknya kakak kakaknya ibunda ayahanda cucu menantu mertua
    rekannya""".split()
)
# First words of names in Buton, Bali, Bugis lands that are common words elsewhere.
PARTICLES = frozenset(
    """La Wa I Ni Andi Al El Siti St. Moh. Muh. Abd. Teuku Tengku Raden Gusti Baiq Ida""".split()
)
NAMING = frozenset("bernama nama disapa dipanggil dijuluki panggilan inisial berinisial".split())
ROOTS = frozenset(
    """kata ujar ungkap tutur ucap imbuh sambung jelas tegas papar terang tambah lanjut
    tandas pungkas beber sebut cetus tukas urai tulis tutup harap pesan cerita kenang
    sindir klaim""".split()
)
VERBS = frozenset(
    """mengatakan menjelaskan menegaskan menyebut menyebutkan menilai menyampaikan mengaku
    meminta berharap menambahkan menyatakan menekankan mengungkapkan mengungkap
    memastikan mengingatkan menuturkan memaparkan menerangkan membeberkan berpesan
    mengajak mengimbau menghimbau melanjutkan mengapresiasi mengucapkan memimpin membuka
    menghadiri meninjau menyerahkan melantik hadir menerima menyoroti mendorong berujar
    bercerita menceritakan optimistis optimis yakin membenarkan membantah mengakui
    mengusulkan menyarankan""".split()
)
ADVERBS = frozenset("juga pun sendiri kemudian lalu turut telah akan kembali sempat lantas".split())


@dataclass(slots=True)
class NameSpan:
    """A name in the text with what belongs to it.

    Attributes:
        first: Index of its first token.
        last: Index of its last token.
        start: First code point of the name itself.
        end: One past its last code point.
        honorifics: Forms of address before it.
        degrees: Degrees after it.
        left: First code point with the forms of address.
        right: One past the last code point with the degrees.
        score: Log-odds that this is a person.
        office: Office next to the name.
        parts: Its words.
        listed: Whether a sure name beside it in a row has lifted its score.
    """

    first: int
    last: int
    start: int
    end: int
    honorifics: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    left: int = 0
    right: int = 0
    score: float = 0.0
    office: Office | None = None
    parts: tuple[str, ...] = ()
    listed: bool = False

    def drop_first(self) -> None:
        """Take the first word off the name."""
        self.start += len(self.parts[0]) + 1
        self.first += 1
        self.parts = self.parts[1:]


def find_names(text: str, tokens: list[Token]) -> list[NameSpan]:
    """Return the names of one paragraph, accepted or not, in reading order.

    Args:
        text: The whole text.
        tokens: Its tokens as `read_tokens` gives them.

    Returns:
        Spans with a score; those under `ACCEPT` are kept for the document's alias pass to see.
    """
    found: list[NameSpan] = []
    barrier = -1  # token index of the last accepted name
    for first, last in _runs(text, tokens):
        due = _due(text, tokens, first, last, barrier)
        for a, b in _segments(tokens, first, last, *due):
            span = _describe(text, tokens, a, b, barrier)
            found.append(span)
            if span.score >= ACCEPT:
                barrier = b
    _lift_lists(tokens, found)
    return found


def _lift_lists(tokens: list[Token], spans: list[NameSpan]) -> None:
    """Lift names that stand in a row with a sure one: "Asep Permana, Tri Yulianto dan Ego"."""
    starts = [t.start for t in tokens]
    rows = []
    for before, after in pairwise(spans):
        a, b = bisect_left(starts, before.right), bisect_left(starts, after.left)
        between = {t.text for t in tokens[a : min(b, a + 4)]}
        if b - a <= 3 and between and between <= {",", "dan", "serta", "/", "-"}:
            rows.append((before, after))
    for before, after in (*rows, *reversed(rows)):
        for sure, other in ((before, after), (after, before)):
            if sure.score >= ACCEPT > other.score and not other.listed and other.score > -3:
                other.score += 2.0
                other.listed = True


def _runs(text: str, tokens: list[Token]) -> list[tuple[int, int]]:
    """Return index ranges of words that may hold a name: capitals joined by plain spaces."""
    runs = []
    i, n = 0, len(tokens)
    while i < n:
        if not _opens(tokens[i]):
            i += 1
            continue
        j = i
        while j + 1 < n and _is_blank(text[tokens[j].end : tokens[j + 1].start]):
            if _opens(tokens[j + 1]):
                j += 1
            elif j + 2 < n and _bridges(text, tokens[j + 1], tokens[j + 2]):
                j += 2
            else:
                break
        runs.append((i, j))
        i = j + 1
    return runs


def _is_blank(gap: str) -> bool:
    """Say whether a gap is the space between two words of a line."""
    return 0 < len(gap) <= 3 and gap.isspace() and "\n" not in gap


def _bridges(text: str, middle: Token, after: Token) -> bool:
    """Say whether a binder or initials that look like a degree go on to another name word."""
    gap = text[middle.end : after.start]
    if not _opens(after) or not (gap == "" or _is_blank(gap)):
        return False
    return middle.text in BINDERS or (
        middle.degree and middle.text.isupper() and "." in middle.text and after.weight > -1
    )


def _opens(token: Token) -> bool:
    if token.honorific or token.degree or not token.capital:
        return False
    return token.initial or token.text[-1] != "." or token.text in PARTICLES


def _due(
    text: str, tokens: list[Token], first: int, last: int, barrier: int
) -> tuple[float, float, float]:
    """Return what speaks for a name at the start of a run, inside it and at its end."""
    begin = 0.0
    if first:
        before = tokens[first - 1]
        purn = before.text == ")" and first > 1 and "Purn" in tokens[first - 2].text
        office = before.text == "," and office_before(text, tokens, first, barrier)
        if before.honorific or before.text in NAMING or purn or office:
            begin = ANCHORED
        elif before.text.lower() in ROOTS:
            begin = AFTER_CUE
    finish = AFTER_CUE if _verb_follows(tokens, last) else 0.0
    return begin, AFTER_OFFICE if tokens[first].head else ENTER, finish


def _segments(
    tokens: list[Token], first: int, last: int, begin: float, enter: float, finish: float
) -> list[tuple[int, int]]:
    """Return the index ranges that the best path through a run calls names."""
    other, name = 0.0, _weight(tokens, first, first, last) + begin
    back: list[tuple[bool, bool]] = []  # per step: did `other`/`name` come from a name
    for i in range(first + 1, last + 1):
        left, kept = name + LEAVE, name + STAY
        entered = other + enter
        back.append((left > other, kept > entered))
        other = max(left, other)
        name = max(kept, entered) + _weight(tokens, i, first, last)
        if tokens[i].head:
            enter = AFTER_OFFICE
    state = name + finish > other
    path = [state]
    for from_other, from_name in reversed(back):
        state = from_name if state else from_other
        path.append(state)
    path.reverse()
    return _ranges(path, first)


def _ranges(path: list[bool], first: int) -> list[tuple[int, int]]:
    """Return the index ranges where a path is true."""
    spans, i = [], 0
    while i < len(path):
        if path[i]:
            j = i
            while j + 1 < len(path) and path[j + 1]:
                j += 1
            spans.append((first + i, first + j))
            i = j
        i += 1
    return spans


def _weight(tokens: list[Token], i: int, first: int, last: int) -> float:
    token = tokens[i]
    if token.text == "I" and (i == last or tokens[i + 1].weight < 0):
        return -4.0
    if token.initial or (token.degree and first < i < last):
        return 0.3
    if ROMAN.match(token.text) and token.text not in PARTICLES:
        return -4.0
    if token.text in BINDERS:
        return 0.0
    if token.head and token.weight < 1:
        return -4.0
    if token.text in PARTICLES:
        return max(0.0, token.weight)
    if first < i < last and tokens[i - 1].weight > 0 and tokens[i + 1].weight > 0.5:
        return max(token.weight, INNER)
    return token.weight


def _describe(text: str, tokens: list[Token], a: int, b: int, barrier: int) -> NameSpan:
    """Weigh a segment with what stands around it."""
    while b > a and tokens[b].initial and tokens[b].text in {"S.", "M.", "A.", "SE", "SH"}:
        b -= 1  # the beginning of a degree that came apart
    span = NameSpan(a, b, tokens[a].start, tokens[b].end)
    span.parts = tuple(t.text for t in tokens[a : b + 1])
    h = _honorifics(tokens, a, barrier)
    span.honorifics = tuple(t.text for t in tokens[h:a] if t.honorific)
    span.left = tokens[h].start
    d = _degrees(tokens, b)
    span.degrees = tuple(t.text for t in tokens[b + 1 : d + 1] if t.degree)
    span.right = tokens[d].end
    score = sum(_weight(tokens, i, a, b) for i in range(a, b + 1)) + STAY * (b - a)
    if all(tokens[i].initial for i in range(a, b + 1)):
        score -= 9.0
    score += _evidence_left(tokens, a, h)
    span.office = office_before(text, tokens, h, barrier)
    if span.office:
        score += 3.0
    else:
        span.office = office_after(text, tokens, d)
        score += 2.0 if span.office else 0.0
    score += _evidence_right(tokens, b, d)
    if a == b and not _supported(span, tokens, h, b, d):
        score -= 2.5
    span.score = score
    return span


def _supported(span: NameSpan, tokens: list[Token], h: int, b: int, d: int) -> bool:
    """Say whether a single word has more than its own weight to be a name.

    A word that the corpora do not know needs more than an office before it: units and programmes
    stand there as well ("Sesditjen Dikti").
    """
    known = tokens[b].weight > 0.5 or (h > 0 and tokens[h - 1].text == ",")
    return bool(
        span.honorifics
        or span.degrees
        or (span.office and known)
        or _evidence_right(tokens, b, d) > 1
        or (h > 0 and tokens[h - 1].text.lower() in ROOTS | NAMING)
    )


def _honorifics(tokens: list[Token], a: int, barrier: int) -> int:
    """Return the index of the first token of the titles before a name, ranks with brackets too."""
    h = a
    while h - 1 > barrier:
        before = tokens[h - 1]
        if before.honorific:
            h -= 1
        elif (
            before.text == ")"
            and h >= 4
            and tokens[h - 3].text == "("
            and len(tokens[h - 2].text) <= 6
        ):
            if not tokens[h - 4].honorific:
                break
            h -= 3
        else:
            break
    return h


def _degrees(tokens: list[Token], b: int) -> int:
    """Return the index of the last token of the degrees after a name."""
    d = b
    while True:
        n = d + 1
        if n < len(tokens) and tokens[n].text == ",":
            n += 1
        if n < len(tokens) and tokens[n].degree:
            d = n
        else:
            return d


def is_blocked(tokens: list[Token], i: int) -> bool:
    """Say whether the word at `i` names the institution or place whose head stands before it."""
    before = tokens[i - 1].text
    if before == "Kota" and i > 1 and tokens[i - 2].text in {"Wali", "WALI"}:
        return False
    return before in BLOCKING


def _evidence_left(tokens: list[Token], a: int, h: int) -> float:
    score = 0.0
    if h < a:
        score += 3.5
    before = tokens[h - 1].text if h else ""
    if before in NAMING or (before == "alias" and a > 1):
        score += 4.0
    elif before.lower() in ROOTS:
        score += 2.0
    elif before in {"di", "ke", "se", "Di", "Ke", "wilayah", "kawasan", "asal"}:
        score -= 3.0
    elif h and is_blocked(tokens, h):
        score -= 9.0
    elif before in KIN or (before == "," and h > 1 and tokens[h - 2].text in KIN):
        score += 2.5
    elif before == "(" or before == "/":
        score -= 1.0
    return score


def _evidence_right(tokens: list[Token], b: int, d: int) -> float:
    score = 4.0 if d > b else 0.0
    after = tokens[d + 1 : d + 6]
    if not after:
        return score
    if after[0].text == "(" and len(after) > 2:
        if after[1].text.isdigit() and len(after[1].text) == 2 and after[2].text in {")", "tahun"}:
            return score + 4.0
        if after[2].text == ")" and after[1].text.isupper():
            score -= 1.0
    if after[0].text == "dari" and len(after) > 1 and after[1].capital:
        score += 1.5
    return score + (2.0 if _verb_follows(tokens, d) else 0.0)


def _verb_follows(tokens: list[Token], last: int) -> bool:
    """Say whether a verb of a speaker comes next, a comma and adverbs skipped."""
    n = last + 1
    if n < len(tokens) and tokens[n].text == ",":
        n += 1
    while n < len(tokens) and tokens[n].text in ADVERBS:
        n += 1
    return n < len(tokens) and tokens[n].text in VERBS
