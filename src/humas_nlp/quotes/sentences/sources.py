"""The source behind a cue: "kata X", "menurut X", "dijelaskan oleh X"."""

from humas_nlp.lexicon import word_class
from humas_nlp.quotes.sentences.clauses import is_predicate
from humas_nlp.quotes.sentences.view import ParagraphView, SourcePhrase
from humas_nlp.quotes.words import AFTER_SOURCE, DETERMINERS, HUMAN_NOUNS, PRONOUNS

RELATIVE = 12  # tokens of a relative clause in a source
LONGEST = 30  # tokens of a source phrase
STOPS = frozenset('.;:!?…“”"()')
HUMANS = HUMAN_NOUNS | word_class("occupation")
NONE = SourcePhrase("none")
CLITIC = SourcePhrase("clitic")


def source_after(view: ParagraphView, i: int, last: int) -> tuple[SourcePhrase, int]:
    """Read the source that starts at token `i`, right after a cue.

    Args:
        view: The paragraph.
        i: Index of the first token after the cue.
        last: Index of the last token of the sentence.

    Returns:
        The source, and the index after its last token.
    """
    if i > last:
        return NONE, i
    if view.lows[i] == "oleh":
        i += 1
    if i > last or view.lows[i] in {"dan", "atau", "serta"}:
        return NONE, i
    if view.lows[i] == "nya":
        return CLITIC, i + 1  # "pungkas nya"
    if view.lows[i] in PRONOUNS:
        return SourcePhrase("pronoun", view.starts[i], view.ends[i]), i + 1
    n = i
    while n <= last and n < i + LONGEST:
        word, low = view.words[n], view.lows[n]
        mention = view.mention_of[n]
        if mention:
            while n <= last and view.ends[n] <= mention.right:
                n += 1
            return SourcePhrase("phrase", view.starts[i], max(mention.end, view.ends[n - 1])), n
        if word == "(" and n > i:
            close = next((k for k in range(n, min(n + 8, last + 1)) if view.words[k] == ")"), None)
            if close is None:
                break
            n = close + 1
            continue
        if word == "," and n > i:
            if n + 1 <= last and _name_follows(view, n + 1) and not _is_subject(view, n + 1, last):
                n += 1
                continue
            break
        if low == "yang" and n > i and (close := _described_end(view, i, n, last)):
            return SourcePhrase("phrase", view.starts[i], view.ends[close]), close + 1
        if word in STOPS or view.inside[n] or (low in AFTER_SOURCE and n > i):
            break
        verbal = is_predicate(low) and low != "tertulis"
        if n > i and word[0].islower() and verbal:
            break  # "menurut Sekda telah tersedia …", "tandas Bupati lebih lanjut"
        n += 1
    if n == i:
        return NONE, i
    return SourcePhrase("phrase", view.starts[i], view.ends[n - 1]), n


def _described_end(view: ParagraphView, i: int, n: int, last: int) -> int | None:
    """Return where "senator yang sudah terpilih empat kali ini" ends, with a determiner."""
    if view.lows[i] not in HUMANS:
        return None
    for k in range(n + 1, min(n + RELATIVE, last) + 1):
        if (view.words[k] in STOPS or view.words[k] == ",") or view.inside[k]:
            return None
        if view.lows[k] in DETERMINERS:
            return k
    return None


def _is_subject(view: ParagraphView, i: int, last: int) -> bool:
    """Say whether a verb follows the name at `i`: "Dijelaskan Bupati, Budi Utomo adalah …"."""
    while i <= last and view.mention_of[i] is not None:
        i += 1
    return i < last and is_predicate(view.lows[i])


def _name_follows(view: ParagraphView, i: int) -> bool:
    mention = view.mention_of[i]
    return mention is not None and mention.start <= view.starts[i] + 40


def names_person(view: ParagraphView, source: SourcePhrase) -> bool:
    """Say whether a source phrase holds the name of a known person."""
    return any(
        m is not None and m.start < source.end and source.start < m.end
        for m in view.mention_of[view.index(source.start) : view.index(source.end)]
    )
