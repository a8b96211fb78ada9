"""Read HTML back the way a browser does: text and, for each piece of it, the open tags."""

from html.parser import HTMLParser


class Reader(HTMLParser):
    """Collects the text, the tags that stand open around each piece, and all tag names."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.pieces: list[tuple[str, list[tuple[str, dict[str, str | None]]]]] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.titles: list[str] = []
        self.misnested = False

    VOID = frozenset({"br", "meta"})

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.titles += [value for name, value in attrs if name == "title"]
        if tag not in self.VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop()[0] != tag:
            self.misnested = True

    def handle_data(self, data):
        self.pieces.append((data, list(self.open)))

    @property
    def text(self) -> str:
        return "".join(piece for piece, _ in self.pieces)

    def inside(self, tag: str, style: str = "") -> list[str]:
        """Return the pieces of text that stand inside a tag with a style."""
        return [
            piece
            for piece, around in self.pieces
            if any(name == tag and style in (attrs.get("style") or "") for name, attrs in around)
        ]


def read(source: str) -> Reader:
    """Parse HTML to its end; every tag must be closed."""
    reader = Reader()
    reader.feed(source)
    reader.close()
    assert not reader.open, reader.open
    assert not reader.misnested
    return reader
