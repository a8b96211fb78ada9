"""Why the names of a document are names: one step a name, read anew from the text."""

from collections.abc import Sequence

from humas_nlp.document import Step
from humas_nlp.mentions.names.explanation import mention_step
from humas_nlp.mentions.names.finder import find_person_mentions
from humas_nlp.mentions.names.recognised import Recognised
from humas_nlp.mentions.tokens import read_tokens


def name_steps(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    recognised: Sequence[Recognised] | None = None,
) -> tuple[Step, ...]:
    """Return why each name is one.

    Args:
        text: The whole text.
        paragraphs: As for `find_people`, like the next.
        recognised: Names that a trained recogniser found, or None.

    Returns:
        One step a name, in reading order, with the range of the name.
    """
    rows = [read_tokens(text, start, end) for start, end in paragraphs]
    found = find_person_mentions(text, rows, recognised)
    return tuple(mention_step(text, rows, mention, recognised) for mention in found)
