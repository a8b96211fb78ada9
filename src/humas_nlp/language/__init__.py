"""Tokens, sentences, roots and dictionary forms of Indonesian text; nothing here imports spaCy."""

from humas_nlp.language.analyzer import Morpheme, WordAnalysis, analyze_word
from humas_nlp.language.lemmatizer import lemma
from humas_nlp.language.marks import pair_marks
from humas_nlp.language.sentences import inner_sentences, sentences, split_range
from humas_nlp.language.stemmer import Stemmer, stem, stop_words
from humas_nlp.language.tokenizer import tokenize
from humas_nlp.language.vectorizer import HumasTokenizer, StemTokenizer

__all__ = [
    "HumasTokenizer",
    "Morpheme",
    "StemTokenizer",
    "Stemmer",
    "WordAnalysis",
    "analyze_word",
    "inner_sentences",
    "lemma",
    "pair_marks",
    "sentences",
    "split_range",
    "stem",
    "stop_words",
    "tokenize",
]
