"""Treebanks made ready for training: reading, surface tokens, today's labels, our tokens."""
