"""Who comes into view without a quote: the subject of a sentence, the agent of a passive."""

from dataclasses import replace

from humas_nlp.lexicon import word_class
from humas_nlp.people.finder import Mention
from humas_nlp.quotes.candidates.candidate import Entrance, SourcePhrase
from humas_nlp.quotes.sentences.clauses import is_predicate
from humas_nlp.quotes.sentences.sources import source_after
from humas_nlp.quotes.sentences.subjects import FRAMES, PREPOSITIONS
from humas_nlp.quotes.sentences.view import ParagraphView, SentenceView
from humas_nlp.quotes.words import ADVERBS, REPORT_NOUNS

# Occupations at the start of a sentence are mostly groups or nobody in particular.
OFFICES = word_class("office_head")
GROUPS = word_class("group_occupation")
COMPARING = word_class("comparing")
NOT_BEFORE_SUBJECT = PREPOSITIONS - {"oleh"}
BEFORE_SUBJECT = FRAMES | ADVERBS | REPORT_NOUNS | {"oleh"}
REACH = 25  # tokens of a sentence in which its subject is looked for
PASSIVE = 12  # tokens of a sentence in which its agent is looked for


def entrances(view: ParagraphView) -> tuple[Entrance, ...]:
    """Return who comes into view in a paragraph, in no order.

    Args:
        view: The paragraph.
    """
    agents = [_acts(m) for m in view.mentions if _is_agent(view, view.index(m.left) - 1)]
    subjects = [
        found
        for sentence in view.sentence_views()
        for found in (_office_subject(sentence), _subject(sentence))
        if found
    ]
    return (*agents, *subjects)


def _subject(sentence: SentenceView) -> Entrance | None:
    """Return the person that a sentence is about: its first mention before the predicate."""
    view, _, first, last = sentence
    for k in range(first, min(last, first + REACH) + 1):
        if view.inside[k]:
            return None
        mention = view.mention_of[k]
        if mention and k == first:
            return _acts(mention)
        if mention and _compared(view, first, k):
            return replace(_acts(mention), introduced=True)
        if mention:
            return _acts(mention) if _may_stand_after(view, k - 1) else None
        low = view.lows[k]
        if k > first and is_predicate(low) and low not in {"menurut", "dalam"}:
            return None
    return None


def _is_agent(view: ParagraphView, i: int) -> bool:
    """Say whether a passive at token `i` rules what follows: "dibuka oleh X", "dibantah X".

    A passive of a relative clause tells of another act ("kebijakan yang diambil X").
    """
    if i < 0:
        return False
    low = view.lows[i]
    if low == "oleh":
        return True
    return low.startswith("di") and is_predicate(low) and (i == 0 or view.lows[i - 1] != "yang")


def _compared(view: ParagraphView, first: int, k: int) -> bool:
    """Say whether a sentence turns to somebody: "Lain lagi dengan X.", "Senada dengan X, …"."""
    return view.lows[k - 1] == "dengan" and view.lows[first] in COMPARING


def _may_stand_after(view: ParagraphView, i: int) -> bool:
    """Say whether a subject may follow a token: no preposition, no noun that it belongs to.

    "sejalan dengan arahan Presiden X" is about no act of X.
    """
    word, low = view.words[i], view.lows[i]
    if not word[0].isalpha() or word[0].isupper():
        return low not in NOT_BEFORE_SUBJECT
    return low in BEFORE_SUBJECT or is_predicate(low)


def _office_subject(sentence: SentenceView) -> Entrance | None:
    """Return the office that a sentence begins with or that acts in its passive, without a name.

    "Bupati membuka acara.", "Kegiatan dibuka oleh Wakil Direktur Bidang Kerja Sama."
    """
    view, _, first, last = sentence
    start = first
    for k in range(first + 1, min(last, first + PASSIVE)):
        if view.lows[k] == "oleh" and view.lows[k - 1].startswith("di"):
            start = k + 1
    official = view.words[start] in OFFICES and view.lows[start] not in GROUPS
    if view.inside[start] or not official or view.mention_of[start] is not None:
        return None  # "Warga" and "Petani" are groups
    source, n = source_after(view, start, last)
    if source.form != "phrase" or any(view.mention_of[start : min(n, last + 1)]):
        return None
    return Entrance(view.starts[start], source, False, introduced=True)


def _acts(mention: Mention) -> Entrance:
    source = SourcePhrase("phrase", mention.left, mention.right)
    return Entrance(mention.start, source, False, mention.introduced)
