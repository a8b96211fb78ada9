"""A corpus made by hand: invented people of two institutions on two themes, and hostile markup."""

from humas_nlp.document import Cue, Document, Meta, Person, Quote, Span, Speaker, Theme
from humas_nlp.report.run import Entry

HOSTILE = """<script>document.title="jebol"</script><img src=x onerror="document.title='jebol'">"""
HEALTH = Theme("kesehatan", "Kesehatan", 0.9, ("imunisasi",))
ROADS = Theme("infrastruktur_transportasi", "Infrastruktur dan transportasi", 0.8, ("jembatan",))
RINA = Speaker("person", "Rina Wulandari", "P1", "Kepala Dinas", "Dinas Kesehatan Kota Melati")
BAYU = Speaker("person", "Bayu Pratomo", "P1", "Direktur", "KPK")
COMMISSION = Speaker("organisation", "Komisi Pemberantasan Korupsi")
VILLAGERS = Speaker("unnamed", "warga setempat")


def said(words: str, speaker: Speaker | None, kind: str = "direct", sure: float = 0.9):
    """Return words, speaker, kind and confidence for `make`."""
    return words, speaker, kind, sure


def make(
    id: str, date: str | None, theme: Theme | None, *quotes, title: str | None = None
) -> Entry:
    """Build a document whose text is one line for each quote."""
    text = "Sebuah kalimat pembuka.\n"
    found = []
    for number, (words, speaker, kind, sure) in enumerate(quotes, 1):
        name = speaker.name if speaker else "seseorang"
        start = len(text) + 1
        text += f"“{words}” kata {name}.\n"
        cue = start + len(words) + 2
        found.append(
            Quote(
                f"Q{number}",
                kind,
                start,
                start + len(words),
                words,
                Cue(cue, cue + 4, "kata", "kata"),
                Span.of(text, cue + 5, cue + 5 + len(name)),
                speaker,
                sure,
                "post.name",
            )
        )
    people = tuple(
        {s.name: Person("P1", s.name, s.role, s.affiliation) for _, s, _, _ in quotes if s}.values()
    )
    return Entry(
        Document(
            id,
            text,
            Meta(title=title or f"Judul {id}", date=date),
            people=people,
            quotes=tuple(found),
            themes=(theme,) if theme else (),
        ),
        {"tanggal": "Senin, 6 Mei 2024 09:00 WIB"},
    )


REPRINTED = "kami membuka layanan imunisasi setiap hari kerja di seluruh puskesmas"


def corpus() -> list[Entry]:
    """Return six documents with eight quotes."""
    return [
        make("a", "2024-05-03", HEALTH, said(REPRINTED, RINA), said("vaksin cukup", RINA)),
        make("b", "2024-05-04", HEALTH, said(f"Ya, {REPRINTED}", RINA)),
        make("c", "2024-06-01", ROADS, said("jembatan itu kami periksa", BAYU)),
        make(
            "d",
            "2024-07-01",
            ROADS,
            said("perkara naik", COMMISSION, "indirect", 0.4),
            title="Sidang",
        ),
        make("e", None, None, said("jalan rusak", VILLAGERS, "indirect"), said("entah", None)),
        make(
            "f",
            "2024-07-02",
            ROADS,
            said(
                f"kata {HOSTILE} begitu",
                Speaker("person", f"Tirta {HOSTILE}", "P1", f"Lurah {HOSTILE}", f"Desa {HOSTILE}"),
                "mixed",
            ),
            title=f"Judul {HOSTILE}",
        ),
    ]
