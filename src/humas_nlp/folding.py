"""Lower case for words that a pattern found without regard to case."""


def fold(text: str) -> str:
    """Return a text in lower case, every code point in its place.

    ``re.IGNORECASE`` takes three letters for ASCII ones that `str.lower` leaves alone, or makes two
    characters of: capital I with a dot, small i without one, and long s. What it found by such a
    letter is not found in a table of words; and no other lower case is longer than its capital.

    Example:
        >>> fold("Aprıl"), len(fold("İstanbul"))
        ('april', 8)
    """
    return text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").lower()
