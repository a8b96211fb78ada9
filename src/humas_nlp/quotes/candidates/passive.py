"""Passives with an agent and nouns of reporting: "Dijelaskan Budi, …", "Harapannya, …"."""

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.tokens import is_head
from humas_nlp.quotes.candidates.candidate import Entrance, QuoteCandidate, SourcePhrase
from humas_nlp.quotes.sentences.clauses import has_clause, is_predicate
from humas_nlp.quotes.sentences.content import ENDS, make_candidate, names_person, skip_aside
from humas_nlp.quotes.sentences.cues import lexicon
from humas_nlp.quotes.sentences.paragraph import Paragraph
from humas_nlp.quotes.sentences.sources import CLITIC, NONE, source_after
from humas_nlp.quotes.words import MOODS

# Nouns of asking that report inside a sentence too, before an office or a name (2 of 2 found in
# the training texts are right).
INSTRUCTIONS = word_class("instruction_noun")
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


def passive_quote(
    para: Paragraph, i: int, first: int, last: int, entrances: list[Entrance]
) -> QuoteCandidate | None:
    """Read passives with an agent, and the frames "Dikatakan, …", "Dituturkan bahwa …"."""
    toks = para.toks
    if toks[i].low.endswith("nya"):
        source, n, named = CLITIC, i + 1, True
        while n < last and toks[n].low in {"pula", "juga", "lagi"}:
            n += 1
    else:
        source, n = source_after(para, i + 1, last)
        named = _names_speaker(para, source)
        if named:
            entrances.append(Entrance(toks[i].start, source, True))
    if all(t.low in OPENERS for t in toks[first:i]):
        return _passive_first(para, i, last, source if named else None, n)
    if not named or toks[i].low in RELAYED:
        return None
    if n <= last and toks[n].low == "bahwa":
        return make_candidate(para, n + 1, last, source, "indirect.passive.bahwa", i)
    if n < last and toks[n].low in MOODS:
        return make_candidate(para, n, last, source, "indirect.passive.mood", i)
    if i > first and toks[i - 1].low in SUBORDINATE:
        return None  # "Setelah dibantah oleh X, …"
    relative = i > first + 1 and toks[i - 1].low == "yang" and toks[i - 2].text[0].isalpha()
    if relative and toks[i - 2].low not in {"seperti", "sebagaimana", "itulah"}:
        return None  # "surat utang yang dinyatakan X": a thing is meant
    k = i - 1
    while k > first and toks[k].low in {"yang", "seperti", "sebagaimana", "telah"}:
        k -= 1
    if (
        k < i - 1
        and toks[k].text == ","
        and k > first + 3
        and (n > last or toks[n].text in ENDS or not has_clause(toks, n + 1, last))
    ):
        return make_candidate(
            para, first, last, source, "indirect.passive.trailing", i, toks[k].start
        )
    judged = toks[i].low in JUDGING and n < last and is_predicate(toks[n].low)
    if not judged and (
        toks[k].low in POINTING_BACK
        or toks[i].low.startswith("disampaikan")
        or toks[first].low == "hal"
    ):
        return None
    if n < last and has_clause(toks, n, last) and toks[n].low not in {"dalam", "saat", "pada"}:
        return make_candidate(para, first, last, source, "indirect.passive.medial", i)
    return None


def _names_speaker(para: Paragraph, source: SourcePhrase) -> bool:
    """Say whether an agent is a pronoun, a person or an office: "disebut Sekda", "diakuinya"."""
    if source.form == "pronoun":
        return True
    if source.form != "phrase":
        return False
    return names_person(para, source) or is_head(para.toks[para.index(source.start)].text)


def _passive_first(
    para: Paragraph, i: int, last: int, source: SourcePhrase | None, n: int
) -> QuoteCandidate | None:
    """Read "Dijelaskan Budi, …" and "Dikatakan, …"."""
    toks = para.toks
    if source is None:
        n = i + 1
        if n > last or toks[n].low not in {",", "bahwa"} or toks[i].low in lexicon().agentless:
            return None
        source = NONE
    framed = source.form == "clitic" and n <= last and toks[n].text == ","
    n = skip_aside(para, n, last)
    if n <= last and toks[n].low == "bahwa":
        n += 1
    # after "Diakuinya, …" the whole sentence is reported, with or without a verb
    clause = has_clause(toks, n, last) or (framed and last - n >= FRAMED)
    if n < last and toks[n].text not in ENDS and clause:
        return make_candidate(para, n, last, source, "indirect.passive", i)
    return None


def noun_quote(para: Paragraph, i: int, first: int, last: int) -> QuoteCandidate | None:
    """Read "Harapannya, …" and "harapan X agar …" at the start of a sentence."""
    toks = para.toks
    if i != first:
        return _instruction(para, i, last)
    if toks[i].low.endswith("nya"):
        n = i + 1
        if n < last and toks[n].text == "," and has_clause(toks, n + 1, last):
            return make_candidate(para, n + 1, last, CLITIC, "indirect.noun.clitic", i)
        return None
    source, n = source_after(para, i + 1, last)
    if source.form != "phrase" or not names_person(para, source):
        return None
    if n <= last and toks[n].low in {"agar", "supaya", "untuk"}:
        return make_candidate(para, n, last, source, "indirect.noun", i)
    return None


def _instruction(para: Paragraph, i: int, last: int) -> QuoteCandidate | None:
    """Read "sesuai arahan Presiden X untuk …", "pesan Ketua X kepada kader agar …"."""
    toks = para.toks
    if toks[i].low not in INSTRUCTIONS:
        return None
    source, n = source_after(para, i + 1, last)
    if source.form != "phrase" or not names_person(para, source):
        return None
    if not toks[i + 1].text[0].isupper():
        return None
    if n <= last and toks[n].low == "kepada":
        n = next((k for k in range(n, min(n + 12, last)) if toks[k].low in MOODS), n)
    if n < last and toks[n].low in MOODS:
        return make_candidate(para, n, last, source, "indirect.noun.instruction", i)
    return None
