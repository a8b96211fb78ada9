"""Scores of quotes: spans, speakers, cues, kinds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from humas_nlp.evaluation.figures import Share, Tally, interval
from humas_nlp.evaluation.matching import (
    Match,
    group_of,
    match_quotes,
    source_form,
    word_positions,
)
from humas_nlp.evaluation.names import same_speaker

GROUPS = ("all", "direct", "indirect")
EXCERPT = 100
Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One wrong quote.

    Attributes:
        kind: "missed", "spurious" or "speaker".
        document: Id of the document.
        quote_kind: Kind of the gold quote, of the predicted one if it is spurious.
        text: Beginning of the content.
        expected: Gold speaker, for "speaker".
        found: Predicted speaker as JSON, for "speaker".
    """

    kind: str
    document: str
    quote_kind: str
    text: str
    expected: str | None = None
    found: Any = None


class QuoteScores:
    """Counts over documents; `add` one after another, then `measures`."""

    def __init__(self) -> None:
        """Begin with no document."""
        self.mistakes: list[Mistake] = []
        self._relaxed = {group: Tally() for group in GROUPS}
        self._strict = {group: Tally() for group in GROUPS}
        self._whole = {group: Tally() for group in GROUPS}
        self._attribution = {group: Share() for group in GROUPS}
        self._false_direct, self._kind, self._cue = Share(), Share(), Share()
        self._by_form: defaultdict[str, Share] = defaultdict(Share)
        self._by_speakers: defaultdict[str, Tally] = defaultdict(Tally)
        self._rows: list[tuple[int, int, int]] = []

    def add(self, document: Data, predicted: Sequence[Data]) -> None:
        """Count one document.

        Args:
            document: The gold document.
            predicted: The predicted quotes.
        """
        gold: Sequence[Data] = document["quotes"]
        matches = match_quotes(document["text"], gold, predicted)
        self._count_sizes(gold, predicted, matches)
        self._count_false_direct(document["text"], gold, predicted)
        right: set[int] = set()
        for match in matches:
            want, have = gold[match.gold], predicted[match.predicted]
            self._count_match(want, have, match)
            if self._is_right(document, want, have):
                right.add(match.gold)
                self._right(self._whole, want)
        self._rows.append((len(right), len(predicted), len(gold)))
        for index, quote in enumerate(gold):
            self._by_form[source_form(quote)].add(index in right)
        slot = self._by_speakers[_voices(gold)]
        slot.right += len(right)
        slot.predicted += len(predicted)
        slot.gold += len(gold)
        self._list_unmatched(document, predicted, matches)

    def _count_sizes(
        self, gold: Sequence[Data], predicted: Sequence[Data], matches: Sequence[Match]
    ) -> None:
        # A quote that is found under the other kind counts in the group of its gold quote, so
        # that a wrong kind costs "kind_accuracy" and nothing else.
        groups = [group_of(quote) for quote in predicted]
        for match in matches:
            groups[match.predicted] = group_of(gold[match.gold])
        for tallies in (self._relaxed, self._strict, self._whole):
            tallies["all"].gold += len(gold)
            tallies["all"].predicted += len(predicted)
            for quote in gold:
                tallies[group_of(quote)].gold += 1
            for group in groups:
                tallies[group].predicted += 1

    def _count_false_direct(
        self, text: str, gold: Sequence[Data], predicted: Sequence[Data]
    ) -> None:
        inside: set[tuple[int, int]] = set()
        for quote in gold:
            inside |= word_positions(text, quote["start"], quote["end"])
        for quote in predicted:
            if quote.get("kind") == "direct":
                words = word_positions(text, quote["start"], quote["end"])
                self._false_direct.add(not words & inside)

    def _count_match(self, want: Data, have: Data, match: Match) -> None:
        self._right(self._relaxed, want)
        if match.strict:
            self._right(self._strict, want)
        self._kind.add(want["kind"] == have.get("kind"))
        if cue := want["cue"]:
            self._cue.add(_overlap(cue, have.get("cue")))

    def _is_right(self, document: Data, want: Data, have: Data) -> bool:
        speaker = have.get("speaker")
        if want["speaker"] is None:
            return not (speaker or {}).get("name")
        right = same_speaker(document, want["speaker"], speaker)
        for group in ("all", group_of(want)):
            self._attribution[group].add(right)
        if not right:
            self.mistakes.append(
                Mistake(
                    "speaker",
                    document["id"],
                    want["kind"],
                    want["text"][:EXCERPT],
                    want["speaker"],
                    speaker,
                )
            )
        return right

    @staticmethod
    def _right(tallies: Mapping[str, Tally], quote: Data) -> None:
        for group in ("all", group_of(quote)):
            tallies[group].right += 1

    def _list_unmatched(
        self, document: Data, predicted: Sequence[Data], matches: Sequence[Match]
    ) -> None:
        found = {match.gold for match in matches}
        used = {match.predicted for match in matches}
        for index, quote in enumerate(document["quotes"]):
            if index not in found:
                excerpt = quote["text"][:EXCERPT]
                self.mistakes.append(Mistake("missed", document["id"], quote["kind"], excerpt))
        for index, quote in enumerate(predicted):
            if index not in used:
                excerpt = document["text"][quote["start"] : quote["end"]][:EXCERPT]
                self.mistakes.append(Mistake("spurious", document["id"], quote["kind"], excerpt))

    def measures(self) -> dict[str, Any]:
        """Return the figures by name."""
        out: dict[str, Any] = {}
        for group in GROUPS:
            out[f"span_relaxed_{group}"] = self._relaxed[group].to_dict()
            out[f"span_strict_{group}"] = self._strict[group].to_dict()
            out[f"end_to_end_{group}"] = self._whole[group].to_dict()
            out[f"attribution_{group}"] = self._attribution[group].value
        out["end_to_end_interval"] = interval(self._rows) if self._rows else None
        out["false_direct_quotes"] = self._false_direct.value
        out["recall_by_form"] = {k: share.value for k, share in sorted(self._by_form.items())}
        out["f1_by_speakers"] = {k: tally.f1 for k, tally in sorted(self._by_speakers.items())}
        out["kind_accuracy"] = self._kind.value
        out["cue_accuracy"] = self._cue.value
        return out


def _overlap(want: Data, have: Data | None) -> bool:
    return bool(have and have["start"] < want["end"] and want["start"] < have["end"])


def _voices(gold: Sequence[Data]) -> str:
    count = len({quote["speaker"] for quote in gold if quote["speaker"]})
    return ("none", "one", "two")[count] if count < 3 else "three_or_more"
