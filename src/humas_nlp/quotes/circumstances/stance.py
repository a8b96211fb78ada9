"""What a cue does with the words it reports: states, demands, hopes, warns, denies or praises."""

from humas_nlp.document import Stance
from humas_nlp.lexicon import word_class
from humas_nlp.lexicon.cues import stance_by_form

_CLITICS = ("nya", "lah")
_MOODS = word_class("demanding_marker")


def stance_of(cue: str, content: str = "") -> Stance:
    """Return the class of a cue.

    A cue of several words takes the class of its first word that has one. A neutral verb before a
    clause with *agar* or *supaya* demands.

    Args:
        cue: The words of the cue in any case: "ujarnya", "mengimbau", "Harapannya".
        content: What it reports.

    Example:
        >>> stance_of("mengimbau"), stance_of("ujarnya"), stance_of("menekankan", "agar hadir")
        ('demand', 'neutral', 'demand')
    """
    known = stance_by_form()
    for word in cue.lower().split():
        if word in known:
            return known[word]
        if word.endswith(_CLITICS) and word[:-3] in known:
            return known[word[:-3]]
    first = content[:16].split(maxsplit=1)
    return "demand" if first and first[0].lower() in _MOODS else "neutral"
