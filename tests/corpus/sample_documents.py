"""A document with something in every field, for the tests of tables and writers."""

from humas_nlp.document import (
    Cue,
    DateSpan,
    Document,
    Entity,
    Meta,
    Person,
    Quote,
    Span,
    Speaker,
    Theme,
)

TEXT = "Jakarta – “Siap,” ujar Bupati Sukamaju Tirta Wening, Senin. Kata dinas, air surut."


def document(id="d1", text=TEXT):
    name = Span.of(text, text.index("Tirta"), text.index(", Senin"))
    at = text.index("Siap")
    speaker = Speaker("person", name.text, "P1", "Bupati Sukamaju", None)
    return Document(
        id=id,
        text=text,
        meta=Meta(title="=Rilis", place="Jakarta"),
        people=(Person("P1", name.text, "Bupati Sukamaju", None, ("Ir.",), (), (name, name)),),
        quotes=(
            Quote(
                "Q1",
                "direct",
                at,
                at + 5,
                "Siap,",
                Cue(at + 7, at + 11, text[at + 7 : at + 11], "ujar", "neutral"),
                name,
                speaker,
                0.5,
                "r",
                medium="speech",
                venue=Span.of(text, 0, 7),
                date=DateSpan(name.end + 2, name.end + 7, "Senin", "2024-01-08"),
            ),
            Quote("Q2", "indirect", 72, 81, text[72:81]),
        ),
        entities=(
            Entity(0, 7, "Jakarta", "LOC", "Jakarta"),
            Entity(8, 9, "–", "MONEY", {"amount": 1.5, "currency": "IDR"}),
        ),
        themes=(
            Theme("bencana", "Bencana", 0.9, ("air", "surut")),
            Theme("lainnya", "Lainnya", 0.1),
        ),
        sentences=((0, 59), (60, 82)),
        warnings=("aneh",),
    )
