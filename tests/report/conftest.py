"""Documents made by hand: the views are tested without the pipeline."""

import pytest

from humas_nlp.document import (
    Cue,
    Document,
    Meta,
    Person,
    Quote,
    Span,
    Speaker,
    Theme,
)

TEXT = (
    "Sukamaju, 3 Mei 2024 🌾 — “Panen raya 🌾 kami mulai besok,” ujar Kepala Dinas Pertanian "
    "Kota Sukamaju Rina Wulandari.\nMenurut warga setempat, irigasi sudah lancar."
)


def span(words: str) -> tuple[int, int]:
    """Find words in TEXT."""
    start = TEXT.index(words)
    return start, start + len(words)


def quote(number: int, kind: str, words: str, cue: str, source: str, speaker: Speaker) -> Quote:
    """Build a quote of TEXT from its words."""
    return Quote(
        id=f"Q{number}",
        kind=kind,
        start=span(words)[0],
        end=span(words)[1],
        text=words,
        cue=Cue.of(TEXT, *span(cue), lemma=cue.lower()),
        source=Span.of(TEXT, *span(source)),
        speaker=speaker,
        confidence=0.9,
        rule="post.name",
    )


@pytest.fixture
def document() -> Document:
    """A release with a direct quote of an official and an indirect one of villagers."""
    rina = "Rina Wulandari"
    return Document(
        id="sukamaju-01",
        text=TEXT,
        meta=Meta(title="Panen Raya", date="2024-05-03", place="Sukamaju", editor="Denta"),
        people=(
            Person(
                "P1",
                rina,
                "Kepala Dinas",
                "Dinas Pertanian Kota Sukamaju",
                honorifics=("Hj.",),
                degrees=("M.Si.",),
                mentions=(Span.of(TEXT, *span(rina)),),
            ),
        ),
        quotes=(
            quote(
                1,
                "direct",
                "Panen raya 🌾 kami mulai besok,",
                "ujar",
                "Kepala Dinas Pertanian Kota Sukamaju Rina Wulandari",
                Speaker("person", rina, "P1"),
            ),
            quote(
                2,
                "indirect",
                "irigasi sudah lancar",
                "Menurut",
                "warga setempat",
                Speaker("unnamed", "warga setempat"),
            ),
        ),
        themes=(
            Theme(
                "pertanian_pangan", "Pertanian, perikanan, dan pangan", 0.93, ("panen", "irigasi")
            ),
        ),
        warnings=("Naskah sangat pendek.",),
    )
