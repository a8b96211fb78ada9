"""Names of people in a document: runs of capitals, tagged, judged, described.

runs ─► features ─► tagger ─► candidates ─► judgement ─► mentions
capitals            fitted    stretches     fitted,      with titles, degrees,
                    chain     with chances  the document offices
"""

from collections.abc import Sequence
from dataclasses import dataclass

from humas_nlp.lexicon import word_class
from humas_nlp.mentions.names.candidates import candidates
from humas_nlp.mentions.names.judgement import (
    Judgement,
    chosen,
    judge,
    judgement_weights,
    least_chance,
)
from humas_nlp.mentions.names.logistic import Logistic
from humas_nlp.mentions.names.mention import PersonMention
from humas_nlp.mentions.names.recognised import Recognised, recogniser_codes, with_labels
from humas_nlp.mentions.names.surroundings import cue_before
from humas_nlp.mentions.names.tagger import NameTagger, tagger
from humas_nlp.mentions.names.titles_around import degrees_end, honorifics_start
from humas_nlp.mentions.offices.after import offices_after
from humas_nlp.mentions.offices.before import offices_before
from humas_nlp.mentions.offices.office import Office
from humas_nlp.mentions.tokens import Token

DETERMINERS = frozenset({"itu", "tersebut", "ini"})
CITED = frozenset({"menurut"})
TEAMS = word_class("campaign_team")
TEAM_REACH = 6  # tokens of "Kampanye Nasional (TKN)"


@dataclass(frozen=True, slots=True)
class NameWeights:
    """Everything that is fitted.

    Attributes:
        tagger: Weights of the words of a run.
        judgement: Weights of what the document says.
        least: Least probability by the tagger of a candidate.
    """

    tagger: NameTagger
    judgement: Logistic
    least: float


def bundled_weights() -> NameWeights:
    """Return the weights that the package holds."""
    return NameWeights(tagger(), judgement_weights(), least_chance())


def find_person_mentions(
    text: str,
    rows: Sequence[Sequence[Token]],
    recognised: Sequence[Recognised] | None = None,
    weights: NameWeights | None = None,
) -> list[PersonMention]:
    """Find the names of people in a document.

    Args:
        text: The whole text.
        rows: Tokens of each paragraph, as `read_tokens` gives them.
        recognised: Names that a trained recogniser found in the text, in reading order; None
            where there is none.
        weights: What is fitted; the bundled weights by default.

    Returns:
        Mentions in reading order that do not overlap.
    """
    fitted = weights or bundled_weights()
    codes = recogniser_codes(rows, recognised)
    found = candidates(text, rows, codes, fitted.tagger, fitted.least)
    kept = chosen(judge(rows, codes, found, fitted.judgement), fitted.judgement.threshold)
    mentions: list[PersonMention] = []
    by_row: dict[int, list[Judgement]] = {}
    for judgement in kept:
        by_row.setdefault(judgement.candidate.row, []).append(judgement)
    for row, judged in by_row.items():
        people = [(j.candidate.first, j.candidate.last) for j in judged]
        tokens = with_labels(rows[row], codes[row], people)
        barrier = -1
        for judgement in judged:
            mention, is_team = _describe(text, tokens, judgement, barrier)
            mentions.append(mention)
            if not is_team:
                barrier = mention.last
    return mentions


def _describe(
    text: str, tokens: list[Token], judgement: Judgement, barrier: int
) -> tuple[PersonMention, bool]:
    """Return a mention with what belongs to it, and whether it only names a campaign team."""
    candidate = judgement.candidate
    a, b = candidate.first, candidate.last
    h, d = honorifics_start(tokens, a, barrier), degrees_end(tokens, b)
    is_team = names_team(tokens, a)
    offices: tuple[Office, ...] = ()
    if not is_team:
        offices = _offices(text, tokens, h, d, barrier)
    mention = PersonMention(
        start=tokens[a].start,
        end=tokens[b].end,
        left=tokens[h].start,
        right=tokens[d].end,
        parts=candidate.parts,
        honorifics=tuple(t.text for t in tokens[h:a] if t.honorific),
        degrees=tuple(t.text for t in tokens[b + 1 : d + 1] if t.degree),
        offices=offices,
        probability=judgement.probability,
        row=candidate.row,
        first=a,
        last=b,
        source="tagger" if candidate.chance >= judgement.probability else "document",
    )
    return mention, is_team


def _offices(text: str, tokens: list[Token], h: int, d: int, barrier: int) -> tuple[Office, ...]:
    """Return the offices beside a name with its titles, those before it first."""
    before = offices_before(text, tokens, h, barrier)
    if not before:
        cited = h > 0 and tokens[h - 1].text.lower() in CITED
        return offices_after(text, tokens, d, cued=cited or cue_before(tokens, h))
    after = tokens[d + 1].text if d + 1 < len(tokens) else ""
    return () if after in DETERMINERS else before  # "mantan ajudan X itu" is not X


def names_team(tokens: Sequence[Token], a: int) -> bool:
    """Say whether the name at `a` is that of a campaign team: "Ketua TKN Prabowo-Gibran, X".

    The office before it reaches over it to the person behind the comma.
    """
    while a > 1 and tokens[a - 1].text == "-":  # the second of a pair
        a -= 2
        while a > 0 and tokens[a - 1].capital and tokens[a].weight > 0:
            a -= 1
    before = tokens[max(0, a - TEAM_REACH) : a]
    closed = bool(before) and (before[-1].text == ")" or before[-1].text in TEAMS)
    return closed and any(t.text in TEAMS for t in before)
