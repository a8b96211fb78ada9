"""The parts of Indonesian words: affixes, roots, readings, reduplication."""
