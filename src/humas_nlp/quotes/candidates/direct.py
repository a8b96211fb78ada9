"""Quotes in quotation marks: which segments are quotes, and what their cue is.

Order of trust: a cue after the closing mark (93 of 100 quoted segments of news have one), a cue
before the opening mark, a whole sentence in marks that continues its speaker. Titles, themes,
programmes and ironic words have none of these.
"""

from typing import NamedTuple

from humas_nlp.lexicon import word_class
from humas_nlp.quotes.candidates.candidate import NOTHING, Proposals, SourcePhrase
from humas_nlp.quotes.candidates.constructions import propose
from humas_nlp.quotes.sentences.cues import cue_classes, lead_cue, lexicon, post_cue
from humas_nlp.quotes.sentences.marks import Segment
from humas_nlp.quotes.sentences.sources import CLITIC, NONE, source_after
from humas_nlp.quotes.sentences.subjects import first_candidate, subject_before
from humas_nlp.quotes.sentences.view import ParagraphView
from humas_nlp.quotes.words import PRONOUNS

LINKS = frozenset(",.-–—;")
BEFORE_SENTENCE = frozenset(".!?:])")
SHORTEST = 5  # words of a whole sentence in marks
SHORTEST_LED = 4  # words behind a colon that nobody is named before
SHORTEST_HALF = 2  # words of the second half of a sentence in marks
SUBJECT = 12  # tokens behind a closing mark in which the verb of a subject stands
# "…,” X menjelaskan kepada warga": what may stand behind a verb that closes a quotation.
AFTER_VERB = word_class("after_closing_verb")
BETWEEN = frozenset({"resmi", "tertulis", "pers", "dari"})  # "demikian pernyataan resmi dari X"
WORDING = frozenset({"bunyi", "pernyataan", "isi"})  # "demikian bunyi surat X"


class MarkedPlace(NamedTuple):
    """A segment in marks with what stands beside it.

    Attributes:
        view: The paragraph.
        segment: The segment.
        first: Index of the first token of the sentence looked at.
        last: Index of its last one.
        colon: Whether a colon stands right before the opening mark.
        linked: Whether a comma, a dash or a stray mark stands between it and the word behind it.
        continued: Whether a quotation stands before it in the paragraph.
    """

    view: ParagraphView
    segment: Segment
    first: int
    last: int
    colon: bool = False
    linked: bool = False
    continued: bool = False

    @property
    def size(self) -> int:
        """Words of the segment."""
        return self.view.size(self.segment.start, self.segment.end)

    def proposed(
        self, construction: str, source: SourcePhrase, cue: int | None = None
    ) -> Proposals:
        """Return the segment as a candidate of a construction with its cue at a token."""
        view, segment = self.view, self.segment
        at = None if cue is None else (view.starts[cue], view.ends[cue])
        candidate = propose(
            view,
            construction,
            "direct",
            segment.start,
            segment.end,
            source,
            at,
            closed=segment.closed,
        )
        return Proposals((candidate,))


def thus(place: MarkedPlace, i: int) -> Proposals:
    """Read "…,” demikian disampaikan X", "…,” demikian bunyi surat X"."""
    view, last = place.view, place.last
    if i >= last:
        return NOTHING
    word = view.lows[i + 1]
    cue = post_cue(word)
    if cue:
        return _post(place, i + 1, clitic=cue[1])
    if "passive" in cue_classes(word) or word in WORDING:
        n = i + 2
        while n <= last and view.lows[n] in BETWEEN:
            n += 1
        source = CLITIC if word.endswith("nya") else source_after(view, n, last)[0]
        return place.proposed("direct.cue_after.demikian", source, i + 1)
    found = clause_behind(place, i + 1)
    return found if found.candidates else _post(place, i, clitic=False)


def postposed(place: MarkedPlace, i: int) -> Proposals:
    """Read "…,” kata X" and "…,” ujarnya"."""
    cue = post_cue(place.view.lows[i])
    if cue is None or (cue[0] in lexicon().common_roots and not (cue[1] or place.segment.closed)):
        return NOTHING
    return _post(place, i, clitic=cue[1])


def _post(place: MarkedPlace, i: int, *, clitic: bool) -> Proposals:
    view, last = place.view, place.last
    if clitic:
        return place.proposed("direct.cue_after.clitic", CLITIC, i)
    n = i + 1
    if n <= last and post_cue(view.lows[n]) and view.lows[n] != "kata":
        # "ujar tegas", "ungkap jelasnya"
        if view.lows[n].endswith("nya"):
            return place.proposed("direct.cue_after.clitic", CLITIC, i)
        n += 1
    return place.proposed("direct.cue_after.name", source_after(view, n, last)[0], i)


def passive_behind(place: MarkedPlace, i: int) -> Proposals:
    """Read "…,” dikatakan X"."""
    view, segment = place.view, place.segment
    if not place.linked and "," not in view.text[segment.end : segment.outer_end]:
        return NOTHING
    clitic = view.lows[i].endswith("nya")
    source = CLITIC if clitic else source_after(view, i + 1, place.last)[0]
    return place.proposed("direct.cue_after.passive", source, i)


def clause_behind(place: MarkedPlace, i: int) -> Proposals:
    """Read "…,” X menjelaskan." and "…” X menambahkan."."""
    view, segment, last = place.view, place.segment, place.last
    comma = "," in view.text[segment.end : segment.outer_end + 2]
    for n in range(i + 1, min(i + SUBJECT, last + 1)):
        if not lead_cue(view.lows[n]):
            if view.words[n] in {".", ";", ":"}:
                return NOTHING
            continue
        closes = n + 1 > last or view.words[n + 1] == "."
        short = closes or view.words[n + 1] == "," or view.words[n + 1] in AFTER_VERB
        if not (short and (comma or closes)):
            return NOTHING
        source = subject_before(view, n, i)
        if source is None or source.form == "none":
            return NOTHING
        return place.proposed("direct.cue_after.clause", source, n)
    return NOTHING


def preposed_verb(place: MarkedPlace, n: int) -> Proposals:
    """Read "X mengatakan, “…”"; the mark or the colon need not follow at once."""
    view, first = place.view, place.first
    size = place.size
    if not place.colon and n < last_word_before(place) and size < SHORTEST:
        return NOTHING
    if (n > first and view.lows[n - 1] == "yang") or size < SHORTEST_HALF:
        # "yang menulis “…”": the relative's head speaks
        source: SourcePhrase | None = NONE
    else:
        source = subject_before(view, n, first)
        if source is None or source.form == "none":
            # "X buka suara dengan mengatakan “…”": the subject of the verb before
            source = first_candidate(view, first, n - 1)
    return place.proposed("direct.cue_before.verb", source or NONE, n)


def preposed_root(place: MarkedPlace, n: int) -> Proposals:
    """Read "Ujarnya: “…”" and "Kata X, “…”"."""
    cue = post_cue(place.view.lows[n])
    k = last_word_before(place)
    if cue is None or cue[0] in lexicon().common_roots or not (place.colon or n == k):
        return NOTHING
    if not cue[1] and n == k:
        return NOTHING
    source = CLITIC if cue[1] else source_after(place.view, n + 1, k)[0]
    return place.proposed("direct.cue_before.root", source, n)


def last_word_before(place: MarkedPlace) -> int:
    """Return the index of the last word before an opening mark, stops and *bahwa* left out."""
    view = place.view
    k = view.index(place.segment.outer_start) - 1
    while k > place.first and view.lows[k] in {":", ",", "bahwa"}:
        k -= 1
    return k


def labelled(place: MarkedPlace, k: int) -> Proposals:
    """Read "Budi Santoso, Kepala Dinas: “…”" and other text that a colon leads into a quote."""
    view = place.view
    if place.size < SHORTEST_LED:
        return NOTHING
    for n in range(place.first, k + 1):
        mention = view.mention_of[n]
        if mention:
            source = SourcePhrase("phrase", mention.left, mention.right)
            return place.proposed("direct.label", source)
        if view.lows[n] in PRONOUNS:
            source = SourcePhrase("pronoun", view.starts[n], view.ends[n])
            return place.proposed("direct.label", source)
    return place.proposed("direct.colon", NONE)


def floating(place: MarkedPlace, i: int) -> Proposals:
    """Accept a whole sentence in marks without a cue; it goes on with its speaker."""
    view, segment = place.view, place.segment
    content = view.text[segment.start : segment.end]
    split = place.continued and i > 0 and view.words[i - 1] == ","
    if place.size < (SHORTEST_HALF if split else SHORTEST) or content.istitle():
        return NOTHING
    if not content[:1].isalnum() and content[:1] not in "([.‘'":
        return NOTHING
    if i > 0 and view.lows[i - 1] in lexicon().titles:
        return NOTHING
    if not (split or _opens(view, i)) or (segment.closed and not _ends(view, segment)):
        return NOTHING
    return place.proposed("direct.split" if split else "direct.floating", NONE)


def _opens(view: ParagraphView, i: int) -> bool:
    """Say whether a sentence may begin at token `i`."""
    return i == 0 or view.words[i - 1] in BEFORE_SENTENCE or view.inside[i - 1]


def _ends(view: ParagraphView, segment: Segment) -> bool:
    """Say whether a sentence ends with a segment."""
    after = n = view.index(segment.outer_end)
    while n < len(view) and view.words[n] in LINKS:
        n += 1
    if n == len(view) or view.sentence_of(n).first >= after:
        return True
    return view.words[n] in {"(", "["} or view.text[segment.end - 1] in ".!?"
