"""One document as an HTML fragment: the article view of notebooks, pages and reports.

The fragment runs no script and loads nothing. Its style sheet comes with it, and every class name
begins with "humas-", so that it changes nothing around it.
"""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from humas_nlp.document import Document, Meta, Quote
from humas_nlp.report.explanation import explain_quote, explanation_html
from humas_nlp.report.labels import Language, both, both_labels, labels, theme_label
from humas_nlp.report.marks import text_marks
from humas_nlp.report.markup import escape, isolated, line_ranges, marked_lines, marked_text
from humas_nlp.report.voices import Voice, voice_styles, voices

TEXT_LIMIT = 20_000
"""Code points of the text that are shown."""

ROW_LIMIT = 200
"""Rows of a list that are shown."""


def document_html(document: Document, language: Language = "id", *, style: bool = True) -> str:
    """Show a document: its text with quotes, cues, sources, entities and words of its themes.

    Args:
        document: The analysis. Without its text, the quotes are listed.
        language: Language of the labels, "id" or "en".
        style: Put the style sheet in; without it the page must hold `article_style()`.

    Returns:
        An HTML fragment; every word that comes from the text is escaped.

    Raises:
        HumasError: The language is neither "id" nor "en".
    """
    words, kinds = labels("article", language), labels("kind", language)
    names = tuple(escape(theme_label(theme, language)) for theme in document.themes)
    view = _View(document, words, kinds, names, language)
    sheet = f"<style>{article_style()}</style>" if style else ""
    return f'{sheet}<div class="humas-article" lang="{language}">{view.body()}</div>'


def brief_html(document: Document) -> str:
    """Show a document as a part of a report: labels in both languages, no details of quotes.

    The pointer texts and the table of quotes are left out, because a report of thousands of
    documents has to stay small, and has its own list of quotes.

    Args:
        document: The analysis with its text.

    Returns:
        An HTML fragment for a page that holds `article_style()` and shows one language.
    """
    names = tuple(
        both(escape(theme_label(theme, "id")), escape(theme_label(theme, "en")))
        for theme in document.themes
    )
    view = _View(document, both_labels("article"), both_labels("kind"), names, None)
    return f'<div class="humas-article">{view.body()}</div>'


def excerpt_html(document: Document) -> str:
    """Show only the lines of a document's text that hold a part of a quote, with their marks.

    Args:
        document: The analysis with its text.

    Returns:
        An HTML fragment for a page that holds `article_style()`.
    """
    marks = text_marks(document, voices(document), None)
    text = document.text[:TEXT_LIMIT]
    lines = [
        line
        for (start, end), line in zip(line_ranges(text), marked_lines(text, marks), strict=True)
        if any(quote.start < end and start < quote.end for quote in document.quotes)
    ]
    body = "\n".join(lines)
    return f'<div class="humas-article"><div class="humas-text">{body}</div></div>'


@cache
def article_style() -> str:
    """Return the style sheet of the article view."""
    folder = resources.files("humas_nlp") / "report" / "assets"
    return (folder / "article.css").read_text(encoding="utf-8") + voice_styles()


def meta_line(meta: Meta, language: Language = "id") -> str:
    """Write header data without the title as one line of HTML; empty if there is none."""
    return _meta_line(meta, labels("article", language))


def _meta_line(meta: Meta, words: Mapping[str, str]) -> str:
    parts = [isolated(value) for value in (meta.date, meta.place, meta.organisation) if value]
    credits = (("author", meta.author), ("editor", meta.editor), ("source", meta.source))
    parts += [f"{words[name]}: {isolated(value)}" for name, value in credits if value]
    return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class _View:
    """The parts of one article view; each method writes one."""

    document: Document
    words: Mapping[str, str]
    kinds: Mapping[str, str]
    theme_names: tuple[str, ...]
    language: Language | None  # None: both, and brief

    @property
    def prefix(self) -> str:
        """What the ids of this view begin with, so that two views on a page keep theirs apart."""
        seed = f"{self.document.id}\0{self.document.text}".encode("utf-8", "replace")
        return f"humas-{zlib.crc32(seed):08x}-"

    def body(self) -> str:
        """Write all parts."""
        found = voices(self.document)
        return "".join(
            (
                self.header(),
                self.speakers(found),
                self.text(found),
                self.quotes(found),
                self.people(),
                self.themes(),
                self.warnings(),
            )
        )

    def header(self) -> str:
        """Write the headline (else the id) and the line of header data."""
        meta = self.document.meta
        line = f'<div class="humas-title">{isolated(meta.title or self.document.id)}</div>'
        facts = _meta_line(meta, self.words)
        return line + (f'<div class="humas-meta">{facts}</div>' if facts else "")

    def speakers(self, found: list[Voice]) -> str:
        """Write the legend: number, colour, speaker, office, institution, links to the quotes."""
        if not found:
            return self.section("speakers", f"<div>{self.words['no_quotes']}</div>")
        rows = (
            f'<span class="humas-chip {voice.style}">{voice.number}</span>{self.who(voice)} '
            f"({self.kind_counts(voice)}): {self.links(voice)}"
            for voice in found
        )
        return self.section("speakers", _items(rows, "humas-legend"))

    def who(self, voice: Voice) -> str:
        """Write a speaker with office and institution."""
        if not voice.name:
            return f"<em>{self.words['unknown_speaker']}</em>"
        office = "".join(f", {isolated(part)}" for part in (voice.role, voice.affiliation) if part)
        return f"<strong>{isolated(voice.name)}</strong>{office}"

    def kind_counts(self, voice: Voice) -> str:
        """Write how many quotes of each kind a voice has."""
        counts = voice.kinds().items()
        return ", ".join(f"{n} {self.kinds.get(kind, escape(kind))}" for kind, n in counts)

    def links(self, voice: Voice) -> str:
        """Write a link to each quote of a voice; plain ids where there is no text to lead to."""
        ids = [escape(quote.id) for quote in voice.quotes]
        if self.document.text:
            ids = [f'<a href="#{self.prefix}{name}">{name}</a>' for name in ids]
        return " ".join(ids)

    def text(self, found: list[Voice]) -> str:
        """Write the text with its marks, the switches for them, and a note where it goes on."""
        text = self.document.text
        if not text:
            return ""
        marks = text_marks(self.document, found, self.language)
        body = (
            f'<div class="humas-note">{self.words["key"]}</div>{self.switches()}'
            f'<div class="humas-text" lang="id">'
            f"{marked_text(text[:TEXT_LIMIT], marks, self.prefix)}</div>"
        )
        rest = len(text) - TEXT_LIMIT
        if rest > 0:
            body += f"<div><em>{self.words['cut'].format(rest)}</em></div>"
        return self.section("text", body)

    def switches(self) -> str:
        """Write the check boxes that show and hide marks; the style sheet does the work."""
        # Box and text are siblings: that is how a style sheet without script knows of the box.
        return "".join(
            f'<input type="checkbox" checked class="humas-show humas-show-{layer}"'
            f' id="{self.prefix}{layer}"><label class="humas-show" for="{self.prefix}{layer}">'
            f" {self.words[f'show_{layer}']} </label>"
            for layer in ("entities", "reasons", "signs")
        )

    def quotes(self, found: list[Voice]) -> str:
        """Write all quotes as a table, for those who do not see the marks."""
        if not found or self.language is None:
            return ""
        ordered = sorted(
            ((quote, voice) for voice in found for quote in voice.quotes),
            key=lambda pair: (pair[0].start, pair[0].id),
        )
        rows = "".join(self.quote_row(quote, voice) for quote, voice in ordered)
        state = "" if self.document.text else " open"
        count = self.words["quote_count"].format(len(ordered))
        return f"<details{state}><summary>{count}</summary><table>{rows}</table></details>"

    def quote_row(self, quote: Quote, voice: Voice) -> str:
        """Write one quote: id and kind, speaker and how sure it is, words."""
        how = [self.words["confidence"].format(f"{quote.confidence:.0%}")]
        if quote.cue:
            how.append(f"{self.words['cue']}: {isolated(quote.cue.text)}")
        how.append(escape(quote.rule))
        facts = " · ".join(filter(None, how))
        return (
            f'<tr><th scope="row">{escape(quote.id)}</th>'
            f"<td>{self.kinds.get(quote.kind, escape(quote.kind))}</td>"
            f'<td>{self.who(voice)}<br><span class="humas-note">{facts}</span></td>'
            f'<td><span lang="id">“{isolated(quote.text)}”</span>{self.why(quote)}</td></tr>'
        )

    def why(self, quote: Quote) -> str:
        """Write how a quote came about, closed until a reader opens it."""
        if self.language is None:
            return ""
        return explanation_html(explain_quote(quote, self.language), self.language)

    def people(self) -> str:
        """List the people with office, institution and number of mentions."""
        people = self.document.people
        rows = []
        for person in people[:ROW_LIMIT]:
            front = " ".join(person.honorifics)
            degrees = "".join(f", {degree}" for degree in person.degrees)
            name = f"{front} {person.name}{degrees}".strip()
            parts = (person.role, person.affiliation)
            office = "".join(f", {isolated(part)}" for part in parts if part)
            count = self.words["mentions"].format(len(person.mentions))
            rows.append(f"<strong>{isolated(name)}</strong>{office} ({count})")
        if len(people) > ROW_LIMIT:
            rows.append(f"<em>{self.words['more'].format(len(people) - ROW_LIMIT)}</em>")
        return self.section("people", _items(rows)) if rows else ""

    def themes(self) -> str:
        """List the themes with their score and the words that carried them."""
        rows = []
        for theme, label in zip(self.document.themes, self.theme_names, strict=True):
            reasons = ", ".join(isolated(reason) for reason in theme.reasons)
            why = f": {reasons}" if reasons else ""
            rows.append(f"<strong><bdi>{label}</bdi></strong> ({theme.score:.0%}){why}")
        return self.section("themes", _items(rows)) if rows else ""

    def warnings(self) -> str:
        """List what was odd about the text."""
        rows = [f"⚠ {isolated(warning)}" for warning in self.document.warnings[:ROW_LIMIT]]
        return self.section("warnings", _items(rows)) if rows else ""

    def section(self, title: str, body: str) -> str:
        """Put a heading over a part."""
        return f'<div class="humas-head">{self.words[title]}</div>{body}'


def _items(rows: Iterable[str], name: str = "") -> str:
    """Write rows of HTML as a list."""
    opening = f'<ul class="{name}">' if name else "<ul>"
    return f"{opening}{''.join(f'<li>{row}</li>' for row in rows)}</ul>"
