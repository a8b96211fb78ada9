"""Tokens, sentences and roots of Indonesian text."""

from humas_nlp.language.marks import pair_marks
from humas_nlp.language.sentences import inner_sentences, sentences, split_range
from humas_nlp.language.stemmer import Stemmer, stem, stop_words
from humas_nlp.language.tokenizer import tokenize

__all__ = [
    "Stemmer",
    "inner_sentences",
    "pair_marks",
    "sentences",
    "split_range",
    "stem",
    "stop_words",
    "tokenize",
]
