"""Corpora: reading files of every kind, running the analysis over them, writing tables."""
