"""What the library knows about words, below every other room."""
