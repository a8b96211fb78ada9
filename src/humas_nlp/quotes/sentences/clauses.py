"""Is what follows a reporting verb a clause, and where does it end?

A reporting verb counts only where a proposition, a demand or a wish is its content; "menekankan
pentingnya …" and "menyampaikan apresiasi …" are no quotes.
"""

from functools import lru_cache

from humas_nlp.language import stem
from humas_nlp.lexicon import word_class
from humas_nlp.quotes.sentences.cues import CueClass, lead_cue
from humas_nlp.quotes.sentences.view import ParagraphView
from humas_nlp.quotes.words import (
    DETERMINERS,
    MARKERS,
    MOODS,
    NOT_PREDICATES,
    NOUN_STARTS,
    PREDICATES,
    STRONG,
    SUBORDINATORS,
)

# A verb right after one of these is no predicate of the clause.
_SHIELDS = word_class("shields_verb")
# Verbs that take nothing but what is said, and nouns that are a subject after them, no object.
SPOKEN = frozenset({"mengatakan", "berkata", "berujar"})
ABOUT = frozenset("tentang mengenai soal".split())
ADMITTING = frozenset({"mengaku", "mengakui"})
SUBJECTS = word_class("subject_of_saying")
# What is stressed or conveyed without a message in it.
WEIGHED = word_class("weighed")
# Verbs of asking that are verbs of doing as well; in words they take a person.
PUSHING = frozenset({"mendorong", "mengarahkan"})
# Nouns of that form that name a body, so that it can be asked.
AUXILIARIES = word_class("auxiliary")
BODIES = word_class("institution_in_an")
AFTER_ADJECTIVE = word_class("after_adjective")
REACH = 60  # tokens in which a predicate is looked for
ASIDE = 8  # tokens behind a verb with a comma in which its marker stands
NOMINAL = 8  # letters of "terwujudnya" and the like, at least
FAR = 10  # tokens between the beginning of a clause and its verb
# All prefixes of verbs begin like this: *meng-* and *mem-* like *me-*, *ber-* like *be-*.
_VERB_STARTS = ("me", "be", "ter", "di")


@lru_cache(1 << 14)
def is_predicate(word: str) -> bool:
    """Say whether a lower-cased word can be the predicate of a clause."""
    if word in PREDICATES or word.removesuffix("lah") in PREDICATES:
        return True
    if (
        word in NOT_PREDICATES
        or len(word) < 5
        or ("-" in word and not word.startswith(("ber", "me")))
    ):
        return False
    if word.endswith("nya"):
        return word.startswith(("meng", "mem", "men")) and len(word) > 9
    return word.startswith(_VERB_STARTS) and word.isalpha() and _has_root(word)


def _has_root(word: str) -> bool:
    """Say whether a word comes from another: "mental", "beban" and "digital" do not.

    A long word that the root dictionary does not know counts as a verb.
    """
    return len(word) > 8 or stem(word) != word


def is_nominal(word: str) -> bool:
    """Say whether a lower-cased word is a noun of action or state: "penguatan", "digitalisasi"."""
    action = len(word) > 7 and word.endswith("an") and word.startswith(("pe", "ke"))
    return (action or word.endswith(("isasi", "lerasi"))) and word not in BODIES


def has_clause(view: ParagraphView, first: int, last: int, *, strong: bool = False) -> bool:
    """Say whether tokens `first` to `last` hold a predicate outside relative clauses.

    Args:
        view: The paragraph.
        first: Index of the first token looked at.
        last: Index of the last one.
        strong: Whether only copulas, modals and negations count: a noun phrase stands first.
    """
    relative = ended = False
    for k in range(first, min(last, first + REACH) + 1):
        low = view.lows[k]
        if low == "yang":
            # "curah hujan yang tinggi sejak Jumat mengakibatkan": an adjective is all of it
            relative = not (k + 2 <= last and view.lows[k + 2] in AFTER_ADJECTIVE)
        elif low in DETERMINERS:
            relative = ended = False  # the noun phrase is over: "bantuan melalui desa ini sejalan"
        elif view.words[k] in {",", ";"}:
            relative = False
        elif low in SUBORDINATORS and k > first:
            ended = True
        elif is_predicate(low) and not (view.words[k][0].isupper() and k > first):
            if relative:
                relative = low in AUXILIARIES  # "yang telah diperjuangkan": the verb comes next
            elif (low in STRONG and not (strong and (ended or view.lows[k - 1] in _SHIELDS))) or (
                not strong and not ended and _finite(view, k, first)
            ):
                return True
    return False


def _finite(view: ParagraphView, k: int, first: int) -> bool:
    """Say whether a verb stands near its subject and depends on no preposition or conjunction."""
    if k == first:
        return True
    # capitals and figures are one name, however long
    words = [word for word in view.words[first:k] if word[0].islower()]
    return len(words) <= FAR and view.lows[k - 1] not in _SHIELDS


def complement(view: ParagraphView, verb: int, last: int, kind: CueClass) -> tuple[int, str] | None:
    """Find where the reported clause begins after a verb.

    Args:
        view: The paragraph.
        verb: Index of the verb.
        last: Index of the last token of the sentence.
        kind: Class of the verb.

    Returns:
        Index of the first token of the content and the name of the marker, or None where a noun
        phrase follows.
    """
    c = verb + 1
    if c > last:
        return None
    if view.lows[verb] in PUSHING and is_nominal(view.lows[c]):
        return None  # "mendorong penguatan peran kampus untuk …" asks nobody
    if view.lows[verb] == "menawarkan" and view.lows[c] not in MARKERS:
        return None  # "menawarkan pinjaman untuk …": a thing is offered
    if view.lows[verb] in ADMITTING and is_predicate(view.lows[c]) and last - c > 1:
        return c, "bare"  # "mengaku resah dengan isu, bahwa …": the clause begins before *bahwa*
    marked = _marker(view, verb, last, kind)
    if marked:
        asked = marked[1] != "mood" or _can_be_asked(view, verb, marked[0], kind)
        return marked if asked else None
    while c <= last and view.lows[c] in {"juga", "lagi", "pula", "langsung", "kembali"}:
        c += 1
    if c > last:
        return None
    if view.words[c] == ":":
        return (c + 1, "colon") if last - c >= 3 else None
    if kind == "that" and not (view.lows[verb] == "melanjutkan" and view.words[c] == ","):
        return None  # "X melanjutkan, …" goes on speaking
    if view.words[c] in {",", "–", "-"}:
        rest = c + 1
        if (
            rest <= last
            and kind != "mind"
            and (has_clause(view, rest, last) or (kind == "say" and last - rest > 4))
        ):
            return rest, "comma"
        return None
    if view.words[c] in {".", "(", ")", ";"} or view.inside[c]:
        return None
    if view.lows[c] in ABOUT or (view.lows[verb] == "percaya" and view.lows[c] == "diri"):
        return None
    spoken = view.lows[verb] in SPOKEN and view.lows[c] in SUBJECTS
    noun = _is_noun(view.lows[c]) and not spoken
    if noun and (c == last or view.lows[c + 1] not in DETERMINERS):
        return (c, "bare") if has_clause(view, c + 1, min(last, c + 8), strong=True) else None
    if view.lows[c] in {"hal", "pernyataan", "sesuatu", "itu"} and not has_clause(
        view, c + 1, last
    ):
        return None
    if not has_clause(view, c, last):
        return None
    return c, "bare"


def _is_noun(low: str) -> bool:
    """Say whether a word begins a noun phrase more often than a clause, with -nya or without."""
    if low in NOUN_STARTS or low.removesuffix("nya") in NOUN_STARTS:
        return True
    # "terwujudnya pertanian berkelanjutan": a verb that -nya makes a noun
    return low.endswith("nya") and low.startswith(("ter", "ber")) and len(low) > NOMINAL


def _can_be_asked(view: ParagraphView, verb: int, marker: int, kind: CueClass) -> bool:
    """Say whether what stands between a verb and its word of mood is somebody, or a message.

    "menginstruksikan akselerasi anggaran untuk …" and "menekankan pentingnya X agar …" ask nobody.
    """
    k = verb + 1
    while k < marker and view.lows[k] in {"tentang", "juga", "adanya", "kembali", "akan"}:
        k += 1
    low = view.lows[k]
    if kind == "noun":
        return low not in WEIGHED
    return not (view.lows[marker] == "untuk" and is_nominal(low))


def _marker(view: ParagraphView, verb: int, last: int, kind: CueClass) -> tuple[int, str] | None:
    """Find *bahwa* or a word of mood that opens the clause, past an addressee or an aside."""
    comma = verb < last and view.words[verb + 1] == ","
    for k in range(verb + 1, min(last, verb + (ASIDE if comma else 30)) + 1):
        low = view.lows[k]
        if comma and not _may_mark(view, k):
            continue  # "X berharap, kejadian ini menjadi pelajaran untuk …": the clause is on
        if low in {"bahwa", "bahwasanya", "bahwasannya"}:
            return (k + 1, "bahwa") if k < last else None
        if view.inside[k] or view.words[k] in {":", ";"}:
            return None
        if kind == "that":
            continue
        if low in MOODS and k > verb + 1 and view.lows[verb + 1] == "kepada":
            return k, "mood"
        reminded = view.lows[verb] == "mengingatkan" and k <= verb + 4
        bound = kind == "urge" or low != "untuk" or k == verb + 1 or reminded
        if low in MOODS and bound and kind != "mind":
            if kind == "say" and k > verb + 1:
                return None
            if kind == "noun" and low == "untuk" and k > verb + 1 and not reminded:
                return None
            return k, "mood"
        verbal = view.words[k][0].islower() and is_predicate(low)  # "Dinas Lingkungan Hidup"
        if k > verb + 1 and (low == "yang" or verbal or lead_cue(low)):
            # past a verb a marker belongs to that verb, but for *bahwa* after an aside
            if kind == "urge":
                return _late_mood(view, verb, k, last)
            return None
    return None


def _may_mark(view: ParagraphView, k: int) -> bool:
    """Say whether a marker behind a comma may stand at `k`: *bahwa*, or right behind a comma."""
    return view.lows[k].startswith("bahwa") or view.words[k - 1] == ","


def _late_mood(view: ParagraphView, verb: int, k: int, last: int) -> tuple[int, str] | None:
    """Look past a relative clause of the addressee: "mengimbau warga yang … untuk …"."""
    if view.lows[k] not in {"yang", "yakni", "yaitu"}:
        return None
    for n in range(k, min(last, verb + 30) + 1):
        if view.lows[n] in MOODS:
            return n, "mood"
        if view.words[n] in {",", ";", ":"}:
            return None
    return None
