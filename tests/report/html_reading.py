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
        self.found: list[tuple[str, str | None]] = []
        self.misnested = False

    VOID = frozenset({"br", "meta", "input"})

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.found += attrs
        if tag not in self.VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop()[0] != tag:
            self.misnested = True

    def handle_data(self, data):
        self.pieces.append((data, list(self.open)))

    @property
    def text(self) -> str:
        """What a reader sees: everything but style sheets and scripts."""
        hidden = {"style", "script"}
        return "".join(p for p, around in self.pieces if not hidden & {tag for tag, _ in around})

    @property
    def titles(self) -> list[str]:
        return self.values("title")

    def values(self, attribute: str) -> list[str]:
        """Return the values of an attribute in the order of the page."""
        return [value or "" for name, value in self.found if name == attribute]

    def inside(self, tag: str, style: str = "") -> list[str]:
        """Return the pieces of text that stand inside a tag of a class."""
        return [
            piece
            for piece, around in self.pieces
            if any(
                name == tag and (not style or style in (attrs.get("class") or "").split())
                for name, attrs in around
            )
        ]


def read(source: str) -> Reader:
    """Parse HTML to its end; every tag must be closed."""
    reader = Reader()
    reader.feed(source)
    reader.close()
    assert not reader.open, reader.open
    assert not reader.misnested
    return reader
