"""Labelled ranges, tokens of our tokenizer, and tags: from one to the other."""

from collections.abc import Iterator, Sequence

from humas_nlp.evaluation.entities import Labelled
from models.training.ner.examples import Example, Range


def align(example: Example, tokens: Sequence[Range]) -> Example:
    """Move every entity to whole tokens; glued text becomes unknown.

    A token that begins or ends with the entity and holds up to two more characters is taken
    whole. Where it holds more ("menambahkanKemdiktisaintek", "se-Indonesia"), neither "entity" nor
    "none" would be right, so its tokens are `unknown`.

    Args:
        example: Text and entities.
        tokens: Half-open ranges of the text's tokens, in reading order.
    """
    entities: list[Labelled] = []
    unknown = list(example.unknown)
    for start, end, label in example.entities:
        inside = [t for t in tokens if t[0] < end and t[1] > start]
        if not inside:
            continue
        first, last = inside[0][0], inside[-1][1]
        glued = start - first > 2 or last - end > 2
        if glued or (entities and entities[-1][1] > first):
            unknown.append((first, last))
        else:
            entities.append((first, last, label))
    return Example(example.text, tuple(entities), tuple(sorted(unknown)), example.source)


def bilou(example: Example, tokens: Sequence[Range]) -> list[str]:
    """Return a tag for each token: `B-`, `I-`, `L-`, `U-` with a label, `O`, or `-` for unknown.

    The ranges of the entities must begin and end with tokens, as `align` leaves them.
    """
    tags = ["O"] * len(tokens)
    for start, end in example.unknown:
        for i, token in enumerate(tokens):
            if token[0] < end and token[1] > start:
                tags[i] = "-"
    for start, end, label in example.entities:
        held = [i for i, token in enumerate(tokens) if token[0] >= start and token[1] <= end]
        for i in held:
            tags[i] = f"I-{label}"
        if held:
            tags[held[0]], tags[held[-1]] = f"B-{label}", f"L-{label}"
            if len(held) == 1:
                tags[held[0]] = f"U-{label}"
    return tags


def rows_of(text: str, tokens: Sequence[Range]) -> Iterator[slice]:
    """Yield the tokens of each line of a text."""
    start = 0
    for i in range(1, len(tokens)):
        if "\n" in text[tokens[i - 1][1] : tokens[i][0]]:
            yield slice(start, i)
            start = i
    if tokens:
        yield slice(start, len(tokens))


def entities_of(tokens: Sequence[Range], tags: Sequence[str]) -> list[Labelled]:
    """Turn BILOU tags into ranges; an entity that is not closed ends with its last tag."""
    found: list[Labelled] = []
    before = "O"
    for (start, end), tag in zip(tokens, tags, strict=True):
        goes_on = tag[:1] in "IL" and before[:1] in "BI" and before[2:] == tag[2:]
        if goes_on:
            found[-1] = (found[-1][0], end, tag[2:])
        elif tag != "O":
            found.append((start, end, tag[2:]))
        before = tag
    return found
