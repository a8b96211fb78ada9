"""Passives with an agent: "Dijelaskan Budi, …", "Harga, disebut Budi, …", "Diakuinya, …"."""

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.tokens import is_head
from humas_nlp.quotes.candidates.candidate import (
    NOTHING,
    Candidates,
    Entrance,
    Proposals,
    SourcePhrase,
)
from humas_nlp.quotes.candidates.clause import reported_clause
from humas_nlp.quotes.sentences.clauses import has_clause, is_predicate
from humas_nlp.quotes.sentences.content import ENDS, skip_aside
from humas_nlp.quotes.sentences.cues import lexicon
from humas_nlp.quotes.sentences.sources import CLITIC, NONE, names_person, source_after
from humas_nlp.quotes.sentences.view import ParagraphView, SentenceView
from humas_nlp.quotes.words import MOODS

# "Hal itu disebut X menjadi …": what the agent says of the subject follows.
JUDGING = word_class("judging_passive")
OPENERS = word_class("opener_before_passive")
# Inside a sentence these name the medium, not who speaks: "Seperti dilansir X, Y meyakini …".
RELAYED = frozenset("dilansir dikabarkan diberitakan diwartakan".split())
FRAMED = 5  # tokens of a sentence without a verb behind "Diakuinya, …"
# A passive right behind one of these tells of another act.
SUBORDINATE = word_class("subordinator_of_time_small")
# Subjects that point back to words already given: "Hal itu disampaikan X".
POINTING_BACK = word_class("pointing_back")


def passive(sentence: SentenceView, i: int, _: Candidates = ()) -> Proposals:
    """Read passives with an agent, and the frames "Dikatakan, …", "Dituturkan bahwa …"."""
    view, last = sentence.paragraph, sentence.last
    if view.lows[i].endswith("nya"):
        n = i + 1
        while n < last and view.lows[n] in {"pula", "juga", "lagi"}:
            n += 1
        return _with_agent(sentence, i, CLITIC, n)
    source, n = source_after(view, i + 1, last)
    if not _names_speaker(view, source):
        return _passive_first(sentence, i, NONE, i + 1) if _opens(sentence, i) else NOTHING
    found = _with_agent(sentence, i, source, n)
    return Proposals(found.candidates, (Entrance(view.starts[i], source, True),))


def _opens(sentence: SentenceView, i: int) -> bool:
    """Say whether nothing but openers stands before a passive."""
    return all(low in OPENERS for low in sentence.paragraph.lows[sentence.first : i])


def _with_agent(sentence: SentenceView, i: int, source: SourcePhrase, n: int) -> Proposals:
    """Read a passive at `i` whose agent ends before token `n`."""
    view, _, first, last = sentence
    if _opens(sentence, i):
        return _passive_first(sentence, i, source, n)
    if view.lows[i] in RELAYED:
        return NOTHING
    if n <= last and view.lows[n] == "bahwa":
        return reported_clause(view, n + 1, last, source, "indirect.passive.bahwa", i)
    if n < last and view.lows[n] in MOODS:
        return reported_clause(view, n, last, source, "indirect.passive.mood", i)
    if i > first and view.lows[i - 1] in SUBORDINATE:
        return NOTHING  # "Setelah dibantah oleh X, …"
    relative = i > first + 1 and view.lows[i - 1] == "yang" and view.words[i - 2][0].isalpha()
    if relative and view.lows[i - 2] not in {"seperti", "sebagaimana", "itulah"}:
        return NOTHING  # "surat utang yang dinyatakan X": a thing is meant
    k = i - 1
    while k > first and view.lows[k] in {"yang", "seperti", "sebagaimana", "telah"}:
        k -= 1
    if (
        k < i - 1
        and view.words[k] == ","
        and k > first + 3
        and (n > last or view.words[n] in ENDS or not has_clause(view, n + 1, last))
    ):
        return reported_clause(
            view, first, last, source, "indirect.passive.trailing", i, view.starts[k]
        )
    judged = view.lows[i] in JUDGING and n < last and is_predicate(view.lows[n])
    if not judged and (
        view.lows[k] in POINTING_BACK
        or view.lows[i].startswith("disampaikan")
        or view.lows[first] == "hal"
    ):
        return NOTHING
    if n < last and has_clause(view, n, last) and view.lows[n] not in {"dalam", "saat", "pada"}:
        return reported_clause(view, first, last, source, "indirect.passive.medial", i)
    return NOTHING


def _names_speaker(view: ParagraphView, source: SourcePhrase) -> bool:
    """Say whether an agent is a pronoun, a person or an office: "disebut Sekda", "diakuinya"."""
    if source.form == "pronoun":
        return True
    if source.form != "phrase":
        return False
    return names_person(view, source) or is_head(view.words[view.index(source.start)])


def _passive_first(sentence: SentenceView, i: int, source: SourcePhrase, n: int) -> Proposals:
    """Read "Dijelaskan Budi, …" and "Dikatakan, …": what stands behind the agent, from `n` on."""
    view, last = sentence.paragraph, sentence.last
    if source.form == "none":
        framing = n <= last and view.lows[n] in {",", "bahwa"}
        if not framing or view.lows[i] in lexicon().agentless:
            return NOTHING
    framed = source.form == "clitic" and n <= last and view.words[n] == ","
    n = skip_aside(view, n, last)
    if n <= last and view.lows[n] == "bahwa":
        n += 1
    # after "Diakuinya, …" the whole sentence is reported, with or without a verb
    clause = has_clause(view, n, last) or (framed and last - n >= FRAMED)
    if n < last and view.words[n] not in ENDS and clause:
        return reported_clause(view, n, last, source, "indirect.passive", i)
    return NOTHING
