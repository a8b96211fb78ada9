"""What stands around a name and speaks for or against it: titles, degrees, cues, places."""

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.names.span import NameSpan
from humas_nlp.mentions.tokens import MARKS, Token

AFTER_QUOTE = 4.0  # evidence of "…," kata X: only who speaks stands there
NAMESAKE = 20.0  # "Gedung Prof. Ir. Eko Budiarjo, M.Sc.": a building, whatever stands around it
PAIRED = 2.0  # the least weight of two names that a hyphen joins
# Heads of institutions and places: what follows them directly is their own name.
BLOCKING = word_class("namesake_head")
# Of these a place may be named ("Batang Hari") before a person with a title.
PLACE_HEADS = word_class("place_head")
SHORTENED = word_class("shortened_head")
BRANCHES = frozenset({"TNI", "Pol", "Pol.", "Polisi"})
KIN = word_class("kin")
NAMING = word_class("naming")
# "Dirjen Dikti", "Kadis Kominfo": what follows these is a unit more often than a name.
UNIT_LED = word_class("leads_unit")
QUOTE_ENDS = MARKS | {",", "''"}
ROOTS = word_class("cue_root_of_names")
VERBS = word_class("speaker_verb")
ADVERBS = word_class("adverb_before_verb")


def has_age(tokens: list[Token], b: int) -> bool:
    """Say whether "(34)" or "(34 tahun)" follows the token at `b`."""
    after = tokens[b + 1 : b + 4]
    return (
        len(after) == 3
        and after[0].text == "("
        and after[1].text.isdigit()
        and len(after[1].text) == 2
        and after[2].text in {")", "tahun"}
    )


def is_supported(span: NameSpan, tokens: list[Token], h: int, b: int, d: int) -> bool:
    """Say whether a single word has more than its own weight to be a name.

    A word that the corpora do not know needs more than an office before it: units and programmes
    stand there as well ("Sesditjen Dikti").
    """
    known = tokens[b].weight > 0.5 or (h > 0 and tokens[h - 1].text == ",")
    return bool(
        span.honorifics
        or span.degrees
        or (span.offices and (known or span.offices[0].start > span.start))
        or evidence_right(tokens, b, d) > 1
        or (h > 0 and tokens[h - 1].text.lower() in ROOTS | NAMING)
        or _in_pair(tokens, h, b)
    )


def names_place(tokens: list[Token], span: NameSpan, d: int) -> bool:
    """Say whether a word belongs to its office: "Camat Licin, Hartono", "CEO Sari, Budi Asmoro"."""
    adjacent = span.offices[-1].end + 1 == span.start and span.first == span.last
    if adjacent and tokens[span.first - 1].text in word_class("office_unit") - {"Tim"}:
        return True  # "Kepala Bidang Pengairan"
    return adjacent and name_apposed(tokens, d)


def name_apposed(tokens: list[Token], d: int) -> bool:
    """Say whether a comma and a likely name follow the token at `d`."""
    if d + 2 >= len(tokens) or tokens[d + 1].text != ",":
        return False
    return tokens[d + 2].capital and not tokens[d + 2].head and tokens[d + 2].weight > -1


def leads_unit(token: Token) -> bool:
    """Say whether a unit follows an office more often than a name does: "Dirjen Vokasi"."""
    return token.text in UNIT_LED or token.text in word_class("unit_office")


def _in_pair(tokens: list[Token], a: int, b: int) -> bool:
    """Say whether a hyphen joins a word to another likely name: "Prabowo-Gibran"."""
    if tokens[b].weight < PAIRED:
        return False
    for hyphen, other in ((a - 1, a - 2), (b + 1, b + 2)):
        if min(hyphen, other) >= 0 and max(hyphen, other) < len(tokens):
            joined = tokens[hyphen].text == "-" and tokens[hyphen].end == tokens[hyphen + 1].start
            if joined and tokens[other].weight >= PAIRED:
                return True
    return False


def honorifics_start(tokens: list[Token], a: int, barrier: int) -> int:
    """Return the index of the first token of the titles before a name, ranks with brackets too."""
    h = a
    while h - 1 > barrier:
        before = tokens[h - 1]
        if before.honorific:
            # "Panglima TNI Jenderal X": a branch belongs to a rank before it, else to the office
            if before.text in BRANCHES and (h < 2 or not tokens[h - 2].honorific):
                break
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


def degrees_end(tokens: list[Token], b: int) -> int:
    """Return the index of the last token of the degrees after a name."""
    d = b
    while True:
        n = d + 1
        if n < len(tokens) and (tokens[n].text == "," or (tokens[n].text == "." and d > b)):
            n += 1  # a stop between two degrees: "SE. MM"
        if n < len(tokens) and tokens[n].degree:
            d = n
        else:
            return d


def is_blocked(tokens: list[Token], i: int) -> bool:
    """Say whether the word at `i` names the institution or place whose head stands before it."""
    before = tokens[i - 1].text
    if before == "." and i > 1 and tokens[i - 2].text in SHORTENED:
        before = tokens[i - 2].text  # "RSUD. Prof. Dr. W. Z. Johanes"
    if before == "Kota" and i > 1 and tokens[i - 2].text in {"Wali", "WALI"}:
        return False
    return before in BLOCKING


def evidence_left(tokens: list[Token], a: int, h: int) -> float:
    """Return what stands before a name, in log-odds.

    Args:
        tokens: Tokens of the paragraph.
        a: Index of the first token of the name.
        h: Index of the first token of its forms of address.
    """
    score = 0.0
    if h < a:
        score += 3.5
    before = tokens[h - 1].text if h else ""
    if before in NAMING or (before == "alias" and a > 1):
        score += 4.0
    elif before.lower() in ROOTS:
        score += AFTER_QUOTE if h > 1 and tokens[h - 2].text in QUOTE_ENDS else 2.0
    elif before in {"di", "ke", "se", "Di", "Ke", "wilayah", "kawasan", "asal"}:
        score -= 3.0
    elif h and is_blocked(tokens, h):
        score -= 9.0 if before in PLACE_HEADS else NAMESAKE
    elif before in KIN or (before == "," and h > 1 and tokens[h - 2].text in KIN):
        score += 2.5
    elif before == "(" and a + 1 < len(tokens) and tokens[a + 1].text == ")":
        score -= 3.0  # the short form of what stands before
    elif before == "(" or before == "/":
        score -= 1.0
    return score


def evidence_right(tokens: list[Token], b: int, d: int) -> float:
    """Return what stands after a name, in log-odds.

    Args:
        tokens: Tokens of the paragraph.
        b: Index of the last token of the name.
        d: Index of the last token of its degrees.
    """
    score = 4.0 if d > b else 0.0
    after = tokens[d + 1 : d + 6]
    if not after:
        return score
    if has_age(tokens, d):
        return score + 4.0
    if len(after) > 2 and after[0].text == "(" and after[2].text == ")":
        score -= after[1].text.isupper()
    if after[0].text in {"dari", "asal"} and len(after) > 1 and after[1].capital:
        score += 1.5
    return score + (2.0 if verb_follows(tokens, d) else 0.0)


def verb_follows(tokens: list[Token], last: int) -> bool:
    """Say whether a verb of a speaker comes next, a comma and adverbs skipped."""
    n = last + 1
    if n < len(tokens) and tokens[n].text == ",":
        n += 1
    while n < len(tokens) and tokens[n].text in ADVERBS:
        n += 1
    return n < len(tokens) and tokens[n].text in VERBS
