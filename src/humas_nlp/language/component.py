"""The spaCy skin of this room: a tokenizer, the component `humas_sentences`, a quick `blank`."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import spacy
from spacy.attrs import IDX, IS_SPACE, SENT_START
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from humas_nlp.language.sentences import sentences
from humas_nlp.language.tokenizer import tokenize
from humas_nlp.language.word_components import register as register_token_view
from humas_nlp.store import data_of, text_of

# spaCy stores -1, "no sentence start", in an unsigned array.
NOT_A_START = np.uint64(2**64 - 1)
TOKENIZER = "humas_nlp.Tokenizer.v1"
_SURROGATE = re.compile("[\ud800-\udfff]")


def words_and_spaces(text: str) -> tuple[list[str], list[bool]]:
    """Split `text` into the words and trailing spaces that a `Doc` is built from.

    White space beyond one blank becomes a token of its own, as in spaCy's tokenizer, so that the
    words and their blanks put together give `text` again.
    """
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for start, end in tokenize(text):
        if at < start:
            _add_gap(text[at:start], words, spaces)
        words.append(text[start:end])
        spaces.append(False)
        at = end
    if at < len(text):
        _add_gap(text[at:], words, spaces)
    return words, spaces


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    """Add white space to the token before it, what does not fit there as a token."""
    if words and gap[0] == " ":
        spaces[-1] = True
        gap = gap[1:]
    if not gap:
        return
    blank_follows = len(gap) > 1 and gap[-1] == " "
    words.append(gap[:-1] if blank_follows else gap)
    spaces.append(blank_follows)


class SpacyTokenizer(DummyTokenizer):
    """Build a `Doc` from `tokenize`; it has no settings, so nothing is written to disk.

    Args:
        vocab: The pipeline's vocabulary.
    """

    def __init__(self, vocab: Vocab) -> None:
        """Keep the vocabulary.

        In a worker process a pickled vocabulary comes back with vectors that have a string store
        of their own; floret vectors would not find the words that are new there.
        """
        self.vocab = vocab
        vocab.vectors.strings = vocab.strings

    def __call__(self, text: str) -> Doc:
        """Tokenize `text`; `doc.text` equals it.

        Only half surrogate pairs, which UTF-8 cannot hold, turn into U+FFFD, one for one.
        """
        words, spaces = words_and_spaces(text)
        try:
            return Doc(self.vocab, words=words, spaces=spaces)
        except UnicodeEncodeError:
            return self(_SURROGATE.sub("\ufffd", text))

    def __reduce__(self) -> tuple[type["SpacyTokenizer"], tuple[Vocab]]:
        """Pickle the vocabulary alone."""
        return type(self), (self.vocab,)


def make_tokenizer() -> Callable[[Language], SpacyTokenizer]:
    """Return the function that a config's ``[nlp.tokenizer]`` calls."""

    def create(nlp: Language) -> SpacyTokenizer:
        return SpacyTokenizer(nlp.vocab)

    return create


registry.tokenizers.register(TOKENIZER, func=make_tokenizer)
register_token_view()


class SentenceComponent:
    """Set the sentence starts of a `Doc` by the rules of `sentences`.

    Args:
        name: Name in the pipeline.
    """

    def __init__(self, name: str) -> None:
        """Keep the name."""
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Set the sentence start of every token; white space belongs to the sentence before it."""
        ranges = sentences(text_of(doc))
        data_of(doc)["sentences"] = [list(pair) for pair in ranges]
        # blanks before the first word belong to the first sentence
        borders = np.array([start for start, _ in ranges[1:]], dtype=np.int64)
        offsets = doc.to_array([IDX])
        spaces = doc.to_array([IS_SPACE])
        values = np.full((len(doc), 1), NOT_A_START, dtype=np.uint64)
        if len(doc):
            starts = np.searchsorted(offsets, borders)
            values[starts[starts < len(doc)], 0] = 1  # none begins inside the last token
            values[spaces == 1, 0] = NOT_A_START
            values[0, 0] = 1
        doc.from_array([SENT_START], values)  # type: ignore[arg-type]
        return doc


@Language.factory("humas_sentences", assigns=["token.is_sent_start", "doc.sents"])
def make_sentences(nlp: Language, name: str) -> SentenceComponent:
    """Create the component; it has no settings."""
    return SentenceComponent(name)


def blank(*, config: Mapping[str, Any] | None = None) -> Language:
    """Create an empty Indonesian pipeline with this tokenizer.

    ``spacy.blank("id")`` spends two seconds on 3,900 tokenizer exceptions; here they are never
    built.

    Args:
        config: Settings to add, as for `spacy.blank`; ``nlp.tokenizer`` is set here.

    Raises:
        ValueError: If spaCy refuses the settings.
    """
    settings: dict[str, Any] = dict(config or {})
    settings["nlp"] = {**settings.get("nlp", {}), "tokenizer": {"@tokenizers": TOKENIZER}}
    return spacy.blank("id", config=settings)
