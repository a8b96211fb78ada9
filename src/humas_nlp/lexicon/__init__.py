"""What the library knows about words, below every other room."""

from humas_nlp.lexicon.words import Lexeme, class_descriptions, lexemes, word_class

__all__ = ["Lexeme", "class_descriptions", "lexemes", "word_class"]
