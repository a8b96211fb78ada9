"""Reading of one institution's name from its head word to its end.

A name is a head ("Dinas"), the words that its kind of head asks for ("Pendidikan dan Kebudayaan"),
an acronym in brackets where the name goes on behind it, and a tail: a region, the mother body of a
unit, a branch ("Biro Hukum" + "Setda" + "Provinsi NTT").
"""

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.gapped_words import Words
from humas_nlp.mentions.institutions.grammar import HeadKind, grammar, is_capitals, is_numeral
from humas_nlp.mentions.institutions.registry import full_names
from humas_nlp.mentions.places.gazetteer import region_at, region_kinds

# Longest names and lists that are read; they keep the reading linear in odd text.
_MAX_WORDS = 12
_MAX_LIST = 10
_MAX_DEPTH = 4
# Heads and short forms that a full stop may follow.
_DOTTED = word_class("dotted_head")
_REGION_KINDS = word_class("region_kind")
_TITLES = frozenset({"dr", "h", "ir", "kh", "prof"})
# Mother bodies that a comma may stand before: "Direktorat Riset, Kementerian Kelautan".
_MOTHERS = frozenset({"direktorat", "ditjen", "fakultas", "kementerian", "universitas"})


def name_at(
    words: Words, index: int, known: frozenset[str] = frozenset(), depth: int = 0
) -> int | None:
    """Return where the institution's name ends that starts at a word.

    Args:
        words: The text's words.
        index: Number of the first word.
        known: Short forms that the text explains as institutions.
        depth: How many names this one stands in, as a mother body.

    Returns:
        Number of the word after the name; None if no name starts here.
    """
    if index >= len(words) or depth > _MAX_DEPTH:
        return None
    lexicon = grammar()
    if not words.capital[index] and words.folds[index] not in lexicon.lower_first:
        return None
    head = lexicon.heads.at(words, index)
    acronym = lexicon.acronym_at(words, index)
    full = full_names().at(words, index)
    stop = None
    if head is not None and (acronym is None or head[0] >= acronym[0]):
        stop = _after_head(words, index, head[0], head[1], known, depth)
    if full is not None and (stop is None or stop < full[0]):
        # A well-known name counts in lower case too: "kementerian agama".
        return _tail(words, full[0], False, known, depth)
    if stop is not None:
        return stop
    if words.word(index) in known:
        return _tail(words, index + 1, True, known, depth)
    if acronym is None:
        return None
    stop = _tail(words, acronym[0], words.folds[index] in lexicon.units, known, depth)
    # A weak short form needs a region or a mother body behind it: "ISI Surakarta", "FK Undip".
    return stop if stop > acronym[0] or acronym[1] not in lexicon.weak else None


def _after_head(
    words: Words, index: int, body: int, kind: str, known: frozenset[str], depth: int
) -> int | None:
    """Read what follows a head; `body` is the word after it."""
    phrase = " ".join(words.folds[index:body])
    if not words.capital[index] and phrase not in grammar().lower:
        return None
    if not _allowed(words, index):
        return None
    gap = words.gap(body - 1)
    dotted = gap == "dot" and phrase in _DOTTED
    if gap != "blank" and not dotted and not (gap == "mark" and kind == "free"):
        return _bare(words, index, body, phrase, known, depth)
    stop = _body(words, body, kind, known, depth)  # type: ignore[arg-type]
    if stop is None:
        return _bare(words, index, body, phrase, known, depth)
    return _tail(words, stop, kind in ("unit", "free", "needs_parent"), known, depth)


def _allowed(words: Words, index: int) -> bool:
    """Tell whether a head is no part of an office or of a common noun."""
    lexicon = grammar()
    if lexicon.generic.at(words, index) is not None:
        return False
    office = words.folds[index] == "bidang" and index > 0
    return not (office and words.folds[index - 1] in lexicon.before_bidang)


def _bare(
    words: Words, index: int, body: int, phrase: str, known: frozenset[str], depth: int
) -> int | None:
    if phrase in grammar().complete and words.capital[index]:
        return _tail(words, body, True, known, depth)
    return None


def _body(
    words: Words, index: int, kind: HeadKind, known: frozenset[str], depth: int
) -> int | None:
    """Read the words that a kind of head asks for; None if they are not there."""
    match kind:
        case "government":
            return _government(words, index)
        case "needs_parent":
            return name_at(words, index, known, depth + 1)
        case "school":
            return _school(words, index)
        case "company":
            return _free(words, index, regions_end=False)
        case "free":
            return _free(words, index, regions_end=True)
        case _:
            return _fields(words, index, kind == "unit", known, depth)


def _government(words: Words, index: int) -> int | None:
    region = region_at(words, index)
    if region is not None:
        return region[0]
    before = words.folds[index - 1]
    plain = words.capital[index] and words.folds[index] not in grammar().stops
    if plain and before in _REGION_KINDS:
        return index + 1
    return None


def _school(words: Words, index: int) -> int | None:
    """Read "Negeri 2 Kendari", "1 Pesisir Selatan", "Al Azhar"."""
    stop, lexicon = index, grammar()
    while stop < len(words) and stop - index < 5 and words.capital[stop]:
        if words.folds[stop] in lexicon.stops:
            break
        region = region_at(words, stop)
        if region is not None:
            return region[0]
        stop += 1
        if words.gap(stop - 1) != "blank":
            break
    return stop if stop > index else None


def _free(words: Words, index: int, *, regions_end: bool) -> int | None:
    """Read any capitalised words: "Universitas | Ahmad Dahlan", "PT | Aleno Putri Tbk"."""
    start = _titles(words, index) if regions_end else index
    stop = start
    while stop < len(words) and stop - start < _MAX_WORDS:
        step = _free_step(words, stop, start, regions_end)
        if step is None:
            break
        stop, ends = step
        if ends or words.gap(stop - 1) not in (("blank", "mark") if regions_end else ("blank",)):
            break
    return stop if stop > start else None


def _free_step(words: Words, stop: int, start: int, regions_end: bool) -> tuple[int, bool] | None:
    """Take one more word of a free name, and tell whether the name ends with it."""
    lexicon = grammar()
    fold = words.folds[stop]
    if fold in lexicon.links and regions_end and stop > start:
        linked = words.gap(stop) == "blank" and lexicon.is_field(words, stop + 1)
        return (stop + 2, False) if linked and not _starts_name(words, stop + 1) else None
    if not words.capital[stop] or (fold in lexicon.stops and stop > start):
        return None
    if regions_end:
        region = region_at(words, stop)
        if region is not None:
            return region[0], True
        known = lexicon.acronym_at(words, stop)
        if known is not None:
            return (known[0], True) if stop == start else None
    if stop > start and fold not in lexicon.fields and lexicon.heads.at(words, stop) is not None:
        return None
    return stop + 1, False


def _titles(words: Words, index: int) -> int:
    """Pass over titles and initials of a name that an institution bears: "Dr. M. Soewandhie"."""
    stop = index
    while stop < len(words) and words.gap(stop) == "dot":
        if words.folds[stop] not in _TITLES and len(words.folds[stop]) > 1:
            break
        stop += 1
    return stop if stop < len(words) and words.capital[stop] else index


def _fields(words: Words, index: int, unit: bool, known: frozenset[str], depth: int) -> int | None:
    """Read words of field, in a chain with "dan" and commas."""
    lexicon = grammar()
    if not words.capital[index] or words.folds[index] in lexicon.stops:
        return None
    # "Program Studi D 3": a single letter is no field.
    if len(words.folds[index]) == 1 and not is_numeral(words, index):
        return None
    stop = index + 1
    region = region_at(words, index)
    # "Kementerian Desa Pembangunan Daerah": a kind of region before a field is a field itself.
    if region is not None and (region[1] or not lexicon.is_field(words, stop)):
        return region[0]
    if not lexicon.is_field(words, index):
        if lexicon.heads.at(words, index) is not None:
            inner = unit and words.folds[index - 1] != "tim"
            return name_at(words, index, known, depth + 1) if inner else None
        kind = words.folds[index] in region_kinds()
        if kind and not (words.gap(index) == "blank" and lexicon.is_field(words, index + 1)):
            return None
        acronym = lexicon.acronym_at(words, index)
        stop = acronym[0] if acronym is not None else stop
    while stop < len(words) and stop - index < _MAX_WORDS:
        gap = words.gap(stop - 1)
        if gap == "blank":
            step = _field_step(words, stop)
        elif gap == "comma":
            step = _comma_list(words, stop)
        else:
            break
        if step is None:
            break
        stop = step
    return stop


def _field_step(words: Words, index: int) -> int | None:
    """Take one more word of field, or a link with the word behind it."""
    lexicon = grammar()
    fold = words.folds[index]
    if fold in lexicon.links:
        if words.gap(index) != "blank":
            return None
        after = index + 1
        if lexicon.is_field(words, after):
            return None if _starts_name(words, after) else after + 1
        other = is_capitals(words, after) and lexicon.acronym_at(words, after) is None
        other = other and lexicon.heads.at(words, after) is None
        other = other and region_at(words, after) is None
        return after + 1 if other else None
    if region_at(words, index) is not None:
        return None
    if lexicon.is_field(words, index) and not _starts_name(words, index):
        return index + 1
    return index + 1 if is_numeral(words, index) else None


def _starts_name(words: Words, index: int) -> bool:
    """Tell whether a head of two words starts here: "Arsip Nasional", "Badan" is no field."""
    head = grammar().heads.at(words, index)
    return head is not None and head[0] - index >= 2


def _comma_list(words: Words, index: int) -> int | None:
    """Read ", Kebudayaan, Riset, dan Teknologi"; a list counts only where "dan" closes it."""
    lexicon = grammar()
    stop = index
    for _ in range(_MAX_LIST):
        if stop >= len(words):
            return None
        fold = words.folds[stop]
        if fold in ("dan", "&"):
            after = stop + 1
            if words.gap(stop) != "blank":
                return None
            return after + 1 if lexicon.is_field(words, after) else None
        if not lexicon.is_field(words, stop) or _starts_name(words, stop):
            return None
        if words.gap(stop) not in ("blank", "comma"):
            return None
        stop += 1
    return None


def _tail(words: Words, stop: int, unit: bool, known: frozenset[str], depth: int) -> int:
    """Read on after a name: its acronym in brackets, regions, branch, mother body."""
    for _ in range(_MAX_DEPTH):
        after = _tail_step(words, stop, unit, known, depth)
        if after is None:
            return stop
        stop = after
    return stop


def _tail_step(
    words: Words, stop: int, unit: bool, known: frozenset[str], depth: int
) -> int | None:
    if stop >= len(words):
        return None
    gap = words.gap(stop - 1)
    if gap == "open":
        return _bracket(words, stop, unit, known, depth)
    if gap == "comma" and unit and words.folds[stop] in _MOTHERS:
        return name_at(words, stop, known, depth + 1)
    if gap not in ("blank", "dot"):
        return None
    if gap == "dot" and words.folds[stop - 1] not in _DOTTED:
        return None
    return _more(words, stop, unit, known, depth)


def _more(words: Words, stop: int, unit: bool, known: frozenset[str], depth: int) -> int | None:
    """Read one region, branch or mother body."""
    lexicon = grammar()
    region = region_at(words, stop)
    if region is not None and words.capital[region[0] - 1]:
        return region[0]
    fold = words.folds[stop]
    if fold in lexicon.closers and words.capital[stop]:
        return stop + 1
    if fold == "se-indonesia":
        return stop + 1
    if fold in lexicon.parts and words.capital[stop] and words.gap(stop) == "blank":
        part = region_at(words, stop + 1)
        if part is not None:
            return part[0]
        if is_numeral(words, stop + 1):
            return stop + 2
    if unit and words.capital[stop]:
        return name_at(words, stop, known, depth + 1)
    return None


def _bracket(words: Words, stop: int, unit: bool, known: frozenset[str], depth: int) -> int | None:
    """Read "(BKD) Provinsi NTT": a bracket belongs to the name where the name goes on behind it."""
    text, end = words.text, words.ends[stop]
    if text[end : end + 1] != ")":
        return None
    after = stop + 1
    goes_on = after < len(words) and text[end : words.starts[after]] == ") "
    if words.folds[stop] in ("persero", "tbk"):
        more = _more(words, after, unit, known, depth) if goes_on else None
        return more or after
    return _more(words, after, unit, known, depth) if goes_on else None
