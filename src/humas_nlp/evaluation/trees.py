"""Parts of speech, roots and trees of a pipeline against a treebank, from raw text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from humas_nlp.evaluation.figures import Tally
from humas_nlp.evaluation.treebank import ROOT, Tree, TreeToken

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

# Sentences that are analysed as one text, so that sentence borders count.
PER_TEXT = 5
MEASURES = ("tokens", "sentences", "upos", "stem", "uas", "las")
Range = tuple[int, int]


def score_trees(
    nlp: "Language", trees: Sequence[Tree], *, relations: bool = False
) -> dict[str, Tally]:
    """Analyse the sentences, five a text joined by blanks, and compare.

    Tokens are matched by offsets, so every measure is an F1 over tokens that falls with wrong
    tokens too. "stem" compares the root with the treebank's lemma; "las" needs the head and the
    relation without subtype. The root of a sentence counts as right when the pipeline has it as a
    root too: comparing ``token.head is token`` would never say so, for spaCy makes a new object.

    Args:
        nlp: A pipeline with a tagger and a parser; measures without their component are 0.
        trees: Gold sentences.
        relations: Whether to count, for every relation of the gold, how many of its tokens have
            head and relation right ("las:nsubj"); only the recall of these means something.

    Returns:
        Counts by measure, see `MEASURES`, then by relation.
    """
    tallies = {name: Tally() for name in MEASURES}
    if relations:
        labels = Counter(token.relation for tree in trees for token in tree.tokens)
        tallies |= {f"las:{label}": Tally(gold=n) for label, n in labels.most_common()}
    batches = list(_batches(trees))
    for batch, doc in zip(batches, nlp.pipe([_joined(batch) for batch in batches]), strict=True):
        _compare(batch, doc, tallies)
    return tallies


def _batches(trees: Sequence[Tree]) -> Iterator[list[Tree]]:
    rest = iter(trees)
    while batch := list(islice(rest, PER_TEXT)):
        yield batch


def _joined(batch: list[Tree]) -> str:
    return " ".join(tree.text for tree in batch)


def _compare(batch: list[Tree], doc: "Doc", tallies: dict[str, Tally]) -> None:
    gold, starts = _places(batch)
    predicted = {_range(token): token for token in doc if not token.is_space}
    has_starts = doc.has_annotation("SENT_START")
    found = {sent[0].idx for sent in doc.sents if len(sent)} if has_starts else set()
    borders = tallies["sentences"]
    borders.gold += len(starts)
    borders.predicted += len(found)
    borders.right += len(found & starts)
    for name in MEASURES:
        if name != "sentences":
            tallies[name].gold += len(gold)
            tallies[name].predicted += len(predicted)
    for place, (wanted, head) in gold.items():
        token = predicted.get(place)
        if token is not None:
            _count(token, wanted, head, tallies)


def _count(
    token: "Token", wanted: TreeToken, head: Range | None, tallies: dict[str, Tally]
) -> None:
    """Count one token that has the right borders."""
    found = None if token.head.i == token.i else _range(token.head)
    relation = token.dep_.lower().split(":")[0]
    stem = token._.humas.stem if token.has_extension("humas") else token.lemma_
    tallies["tokens"].right += 1
    tallies["upos"].right += token.pos_ == wanted.pos
    tallies["stem"].right += stem.lower() == wanted.lemma
    tallies["uas"].right += found == head
    has_both = found == head and relation == wanted.relation
    tallies["las"].right += has_both
    if label := tallies.get(f"las:{wanted.relation}"):
        label.right += has_both


def _range(token: "Token") -> Range:
    return token.idx, token.idx + len(token)


def _places(batch: list[Tree]) -> tuple[dict[Range, tuple[TreeToken, Range | None]], set[int]]:
    """Find the gold tokens in the joined text, each with the range of its head."""
    gold: dict[Range, tuple[TreeToken, Range | None]] = {}
    starts = set()
    offset = 0
    for tree in batch:
        starts.add(offset)
        spans = []
        at = 0
        for token in tree.tokens:
            # A form that the text writes otherwise is given the next place.
            start = max(at, tree.text.find(token.form, at))
            at = start + len(token.form)
            spans.append((offset + start, offset + at))
        for token, span in zip(tree.tokens, spans, strict=True):
            gold[span] = token, None if token.head == ROOT else spans[token.head]
        offset += len(tree.text) + 1
    return gold, starts
