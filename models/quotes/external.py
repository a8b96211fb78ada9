"""Measure direct quotes on an external test set of Kompas articles; nothing is learned from it.

    python models/quotes/external.py ../shared/data/evaluation_only/pfsa_dev.jsonl

A line holds the tokens of an article, its sentences, and statements with cue and source. The texts
are put together from the tokens, every sentence outside of marks as a paragraph. The annotation
covers direct quotes and leaves about one in six out, so precision is a lower bound.

Speaker: of the statements that are found and whose source is a person's name ("PERSON"), the share
whose speaker has that name; of those whose source is a short form ("PERSONCOREF": "Budi", "Wali
Kota"), the share whose speaker has that word in name or office.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import humas_nlp
from humas_nlp.evaluation.figures import Share, Tally
from humas_nlp.evaluation.matching import Match, match_quotes
from humas_nlp.evaluation.names import WORD, name_key

MARKS = frozenset('"“”')
CLOSE_BEFORE = frozenset(".,;:!?)%…")
CLOSE_AFTER = frozenset("(")


def put_together(row: dict[str, Any]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text and the range of every token in it."""
    ends = {end for _, end in row["sents"]}
    text, ranges, inside, glued = "", [], False, True
    for place, token in enumerate(row["tokens"]):
        closes = token in MARKS and inside
        if not (glued or closes or token in CLOSE_BEFORE):
            text += " "
        ranges.append((len(text), len(text) + len(token)))
        text += token
        inside ^= token in MARKS
        glued = token in CLOSE_AFTER or (token in MARKS and inside)
        if place + 1 in ends and not inside:
            text, glued = text + "\n", True
    return text, ranges


def gold_quotes(row: dict[str, Any], ranges: list[tuple[int, int]]) -> list[dict[str, Any]]:
    """Return the statements as quotes with places in the text and the words of their source."""
    quotes = []
    for quote in row["quotes"]:
        first, last = quote["statement"]
        source = " ".join(row["tokens"][slice(*quote["source"])]) if quote["source"] else ""
        start, end = ranges[first][0], ranges[last - 1][1]
        kind = quote.get("source_type") or ""
        quotes.append({"start": start, "end": end, "source": source, "source_type": kind})
    return quotes


def is_speaker(quote: dict[str, Any], speaker: humas_nlp.Speaker | None) -> bool:
    """Say whether a speaker is the annotated source."""
    if speaker is None:
        return False
    if quote["source_type"] == "PERSON":
        return name_key(speaker.name) == name_key(quote["source"])
    known = WORD.findall(f"{speaker.name} {speaker.role or ''}".casefold())
    return any(word in known for word in WORD.findall(quote["source"].casefold()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--model", default=None, help="name of a pipeline")
    options = parser.parse_args()
    nlp = humas_nlp.load(options.model) if options.model else None
    relaxed, strict, speakers = Tally(), Tally(), {"PERSON": Share(), "PERSONCOREF": Share()}
    for line in options.file.read_text(encoding="utf-8").split("\n")[:-1]:
        row = json.loads(line)
        text, ranges = put_together(row)
        gold = gold_quotes(row, ranges)
        document = humas_nlp.analyze(text, id=row["id"], nlp=nlp)
        found = [quote for quote in document.quotes if quote.kind == "direct"]
        plain = [{"start": quote.start, "end": quote.end} for quote in found]
        pairs: list[Match] = match_quotes(text, gold, plain)
        for tally, right in (
            (relaxed, len(pairs)),
            (strict, sum(pair.strict for pair in pairs)),
        ):
            tally.right += right
            tally.gold += len(gold)
            tally.predicted += len(found)
        for pair in pairs:
            share = speakers.get(gold[pair.gold]["source_type"])
            if share is not None:
                share.add(is_speaker(gold[pair.gold], found[pair.predicted].speaker))
    for name, tally in (("relaxed", relaxed), ("strict", strict)):
        print(
            f"statements, {name:<8} P {tally.precision:.3f}  R {tally.recall:.3f}  "
            f"F1 {tally.f1:.3f}  (gold {tally.gold}, predicted {tally.predicted})"
        )
    for kind, share in speakers.items():
        print(f"speaker, {kind:<12} {share.value:.3f}  ({share.total} found statements)")


if __name__ == "__main__":
    main()
