"""Sources before a clause without a verb: "Menurut X, …", "…, menurutnya.", "Bagi X, …"."""

from humas_nlp.lexicon import word_class
from humas_nlp.quotes.candidates.between_commas import is_own_part
from humas_nlp.quotes.candidates.candidate import NOTHING, Candidates, Proposals, SourcePhrase
from humas_nlp.quotes.candidates.clause import reported_clause
from humas_nlp.quotes.sentences.clauses import has_clause
from humas_nlp.quotes.sentences.content import ENDS, skip_aside
from humas_nlp.quotes.sentences.cues import post_cue
from humas_nlp.quotes.sentences.sources import CLITIC, source_after
from humas_nlp.quotes.sentences.view import ParagraphView, SentenceView

DATA_NOUNS = word_class("data_noun")
ACCOUNTS = frozenset({"keterangan", "penuturan", "pengakuan", "kesaksian", "penjelasan"})
# Words after which *menurut* opens a clause.
BEFORE_SOURCE = word_class("before_according")
NO_CLAUSE_BEFORE = frozenset({"namun", "sementara", "itu", "dan", "karena"})


def according(sentence: SentenceView, i: int, _: Candidates = ()) -> Proposals:
    """Read "Menurut X, …", "…, menurut X.", "Menurutnya, …", "Bagi X, …"."""
    view, _number, first, last = sentence
    low = view.lows[i]
    if low == "berdasarkan" and not _on_account(sentence, i):
        return NOTHING
    if low in {"bagi", "baginya"}:
        return _for(sentence, i)
    source, n = _source(view, i, last)
    if source.form == "none":
        return NOTHING
    if _inside_clause(sentence, i, n) and n <= last and view.words[n] not in ENDS:
        return reported_clause(view, first, last, source, "indirect.menurut.medial", i)
    n = skip_aside(view, n, last)
    if n < last and view.words[n - 1] == "," and _cites(view, n, last):
        return NOTHING  # "Berdasarkan pengakuan tersangka, lanjut X, …": X speaks
    clitic = ".clitic" if source.form == "clitic" else ""
    starts = i == first or view.lows[i - 1] in BEFORE_SOURCE
    if n <= last and view.words[n] not in ENDS and (starts or has_clause(view, n, last)):
        if i > first and view.words[i - 1] == "," and is_own_part(view, first, i - 1, n, last):
            construction = f"indirect.menurut{clitic}.medial"
            return reported_clause(view, first, last, source, construction, i)
        return reported_clause(view, n, last, source, f"indirect.menurut{clitic}", i)
    if i > first + 2:
        end = view.ends[i - 1] if view.words[i - 1] != "," else view.starts[i - 1]
        construction = f"indirect.menurut{clitic}.trailing"
        return reported_clause(view, first, last, source, construction, i, end)
    return NOTHING


def _source(view: ParagraphView, i: int, last: int) -> tuple[SourcePhrase, int]:
    """Return the source of *menurut* at token `i` and the index behind it."""
    if view.lows[i].endswith("nya"):
        return CLITIC, i + 1
    k = i + 1
    while k <= last and view.lows[k] in DATA_NOUNS:
        k += 1
    return source_after(view, k, last)


def _for(sentence: SentenceView, i: int) -> Proposals:
    """Read "Bagi X, …" and "Baginya, …" at the start of a sentence."""
    view, _, first, last = sentence
    if i != first:
        return NOTHING
    source, n = _source(view, i, last)
    if source.form == "none":
        return NOTHING
    clitic = source.form == "clitic" and view.lows[i] == "baginya"
    if not clitic and (n > last or view.words[n] != ","):
        return NOTHING
    n = skip_aside(view, n, last)
    if n < last and view.words[n - 1] == "," and _cites(view, n, last):
        return NOTHING
    if clitic:
        if n <= last and view.words[n] not in ENDS:
            return reported_clause(view, n, last, source, "indirect.menurut.clitic", i)
        return NOTHING
    return reported_clause(view, n, last, source, "indirect.bagi", i) if n < last else NOTHING


def _on_account(sentence: SentenceView, i: int) -> bool:
    """Say whether "Berdasarkan keterangan X, …" begins: what X tells, not what data show."""
    opens = i == sentence.first and i < sentence.last
    return opens and sentence.paragraph.lows[i + 1] in ACCOUNTS


def _inside_clause(sentence: SentenceView, i: int, n: int) -> bool:
    """Say whether *menurut* with its source stands in a clause without commas."""
    view, _, first, last = sentence
    if i <= first + 1 or view.words[i - 1] == "," or view.lows[i - 1] in NO_CLAUSE_BEFORE:
        return False
    return n > last or view.words[n] != ","


def _cites(view: ParagraphView, n: int, last: int) -> bool:
    """Say whether a cue with a source of its own stands between commas at token `n`."""
    cue = post_cue(view.lows[n])
    if cue is None:
        return False
    source, after = (CLITIC, n + 1) if cue[1] else source_after(view, n + 1, last)
    return source.form != "none" and after <= last and view.words[after] == ","
