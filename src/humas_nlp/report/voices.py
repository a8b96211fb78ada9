"""The voices of a document: its quotes grouped by speaker, each voice with a colour."""

from collections import Counter
from dataclasses import dataclass

from humas_nlp.document import Document, Quote, Speaker

# Backgrounds light enough that INK on them has a contrast of 10 or more (WCAG 2.2 asks for 4.5),
# so that a marked quote reads the same in a light and in a dark notebook.
PALETTE = (
    "#ffe08a",
    "#b5dcff",
    "#c3f0c0",
    "#ffcfd6",
    "#dccbff",
    "#ffd3a8",
    "#b0ebe6",
    "#f4c6ee",
    "#dfe8a0",
    "#c9d6e8",
)
UNKNOWN_COLOUR = "#d9d9d9"
UNKNOWN_NUMBER = "?"
UNKNOWN_STYLE = "humas-v-unknown"
INK = "#1a1a1a"


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with everything that the document lets them say.

    Attributes:
        name: Name as the speaker bears it; None where the speaker is not known.
        role: Office, or None.
        affiliation: Institution, or None.
        colour: Background of the voice's quotes, "#rrggbb".
        quotes: Quotes in reading order.
        number: "1", "2", … in order of the first quote; "?" for the unknown speaker. It stands
            beside every quote, so that colour is not the only sign.
        style: Style class of the voice's marks.
    """

    name: str | None
    role: str | None
    affiliation: str | None
    colour: str
    quotes: tuple[Quote, ...]
    number: str = UNKNOWN_NUMBER
    style: str = UNKNOWN_STYLE

    def kinds(self) -> dict[str, int]:
        """Count the quotes by kind, the most frequent kind first."""
        return dict(Counter(quote.kind for quote in self.quotes).most_common())


def voices(document: Document) -> list[Voice]:
    """Group the quotes by speaker.

    Args:
        document: The analysis.

    Returns:
        Voices in order of their first quote; quotes without a known speaker come last, as one
        voice. Colours repeat from the eleventh voice on.
    """
    groups: dict[tuple[str, str], list[Quote]] = {}
    unknown: list[Quote] = []
    for quote in document.quotes:
        if quote.speaker is None:
            unknown.append(quote)
        else:
            groups.setdefault(_key(quote.speaker), []).append(quote)
    found = [_voice(document, quotes, number) for number, quotes in enumerate(groups.values())]
    if unknown:
        found.append(Voice(None, None, None, UNKNOWN_COLOUR, tuple(unknown)))
    return found


def _key(speaker: Speaker) -> tuple[str, str]:
    """Tell one speaker from another: by person where there is one, else by name."""
    if speaker.person is not None:
        return ("person", speaker.person)
    return (speaker.type, speaker.name)


def _voice(document: Document, quotes: list[Quote], number: int) -> Voice:
    """Describe the speaker of `quotes`, with what the list of people adds."""
    speakers = [quote.speaker for quote in quotes if quote.speaker is not None]
    person = next((p for p in document.people if p.id == speakers[0].person), None)
    roles = [s.role for s in speakers] + ([person.role] if person else [])
    affiliations = [s.affiliation for s in speakers] + ([person.affiliation] if person else [])
    return Voice(
        name=person.name if person else speakers[0].name,
        role=next(filter(None, roles), None),
        affiliation=next(filter(None, affiliations), None),
        colour=PALETTE[number % len(PALETTE)],
        quotes=tuple(quotes),
        number=str(number + 1),
        style=f"humas-v{number % len(PALETTE)}",
    )


def voice_styles() -> str:
    """Return the style rules of all voices."""
    colours = {f"humas-v{number}": colour for number, colour in enumerate(PALETTE)}
    colours[UNKNOWN_STYLE] = UNKNOWN_COLOUR
    # Two classes: a page around may have colours of its own for <mark>.
    return "".join(
        f".humas-article .{name},.humas-text .{name}{{background:{colour};color:{INK}}}"
        for name, colour in colours.items()
    )
