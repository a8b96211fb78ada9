"""Training examples whose sentence borders are set, as they are when the parser runs.

In the pipeline `humas_sentences` cuts the sentences before the parser sees them; here the
predicted side of an example gets the borders of the treebank.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example


@spacy.registry.readers("humas_nlp.TreeCorpus.v1")
def create_reader(paths: list[str], repeats: list[int]) -> Callable[[Language], Iterator[Example]]:
    """Read the documents of `paths`, each file as often as `repeats` says."""

    def read(nlp: Language) -> Iterator[Example]:
        for path, times in zip(paths, repeats, strict=True):
            docs = list(DocBin().from_disk(Path(path)).get_docs(nlp.vocab))
            for _ in range(times):
                for gold in docs:
                    yield example(gold)

    return read


def example(gold: Doc) -> Example:
    """Return an example with tokens and sentence borders of `gold` on both sides."""
    words = [token.text for token in gold]
    spaces = [bool(token.whitespace_) for token in gold]
    starts = [bool(token.is_sent_start) for token in gold]
    return Example(Doc(gold.vocab, words=words, spaces=spaces, sent_starts=starts), gold)
