"""What the library knows about words, below every other room."""

from humas_nlp.lexicon.cues import CueForm, CueLexeme, cue_lexemes
from humas_nlp.lexicon.words import Lexeme, class_descriptions, lexemes, word_class

__all__ = [
    "CueForm",
    "CueLexeme",
    "Lexeme",
    "class_descriptions",
    "cue_lexemes",
    "lexemes",
    "word_class",
]
