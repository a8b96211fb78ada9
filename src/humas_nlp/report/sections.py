"""The parts of a report that need no script: numbers, tables, the matrix.

Words of the page stand in both languages, and the style sheet shows one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from humas_nlp.report.charts import TOP_SPEAKERS, TOP_THEMES, network_links, timeline_rows
from humas_nlp.report.collection import Collection
from humas_nlp.report.labels import both, both_labels, theme_label
from humas_nlp.report.markup import escape, isolated
from humas_nlp.report.reprints import Reprint
from humas_nlp.report.tallies import Tally

MATRIX_ROWS = 20
REPRINT_ROWS = 15
LEVELS = 5  # shades of the matrix, apart from none


@dataclass(frozen=True, slots=True)
class Sections:
    """Writes the parts of one report."""

    collection: Collection
    words: dict[str, str] = field(default_factory=lambda: both_labels("report"))

    def overview(self) -> str:
        """Write the overview in numbers."""
        found = self.collection
        numbers = (
            ("documents", len(found.documents)),
            ("quotes", len(found.said)),
            ("people", len(found.cast.people)),
            ("institutions", len(found.cast.institutions)),
            ("themes", len(found.themes())),
        )
        tiles = "".join(
            f"<div><dt>{self.words[name]}</dt><dd>{number(count)}</dd></div>"
            for name, count in numbers
        )
        kinds = both_labels("kind")
        shares = " · ".join(
            f"{kinds.get(kind, escape(kind))}: {number(count)}"
            for kind, count in found.kinds.most_common()
        )
        return f'<dl class="tiles">{tiles}</dl><p>{self.span()}</p><p>{shares}</p>'

    def span(self) -> str:
        """Write the first and the last date."""
        days = sorted(date for date in self.collection.dates if date)
        if not days:
            return self.words["undated"]
        return self.words["range"].format(days[0], days[-1])

    def theme(self, code: str | None) -> str:
        """Write the name of a theme in both languages."""
        if code is None:
            return self.words["no_theme"]
        named = self.collection.theme_names[code]
        return both(isolated(theme_label(named, "id")), isolated(theme_label(named, "en")))

    def theme_table(self) -> str:
        """Write the table beside the chart of themes."""
        rows = [(self.theme(code), number(count)) for code, count in self.collection.themes()]
        return self.folded(table((self.words["theme"], self.words["count_documents"]), rows))

    def timeline_table(self) -> str:
        """Write the table beside the chart of themes over time."""
        rows = [
            (
                escape(period),
                self.words["other_themes"] if code is None else self.theme(code),
                number(count),
            )
            for period, code, count in timeline_rows(self.collection)
        ]
        heads = (self.words["period"], self.words["theme"], self.words["count_documents"])
        return self.folded(table(heads, rows))

    def speaker_table(self, tallies: Sequence[Tally], *, people: bool) -> str:
        """Write people or institutions with their share of voice."""
        whole = max(1, len(self.collection.said))
        rows = []
        bodies = self.collection.cast.institutions.all()
        for tally in tallies:
            row = [f"<strong>{isolated(tally.name)}</strong>"]
            if people:
                own = tally.institutions.most_common(1)
                row.append(isolated(tally.role or "–"))
                row.append(isolated(bodies[own[0][0]].name if own else "–"))
            row += [number(tally.quotes), number(tally.documents), share(tally.quotes / whole)]
            rows.append(row)
        heads = ["person", "office", "institution"] if people else ["institution"]
        heads += ["count_quotes", "count_documents", "share"]
        return self.folded(table([self.words[name] for name in heads], rows))

    def people_table(self) -> str:
        """Write the people with most quotes."""
        return self.speaker_table(self.collection.cast.people.top(TOP_SPEAKERS), people=True)

    def institution_table(self) -> str:
        """Write the institutions with most quotes."""
        top = self.collection.cast.institutions.top(TOP_SPEAKERS)
        return self.speaker_table(top, people=False)

    def matrix(self, kind: str) -> str:
        """Write speakers against themes; every number is a button that filters the quotes.

        Args:
            kind: "person" or "institution".
        """
        cast = self.collection.cast
        register = cast.people if kind == "person" else cast.institutions
        speakers = register.top(MATRIX_ROWS)
        codes = self.collection.quote_themes(TOP_THEMES)
        if not speakers or not codes:
            return f"<p>{self.words['nothing']}</p>"
        most = max(speaker.themes[code] for speaker in speakers for code in codes)
        heads = "".join(f'<th scope="col"><span>{self.theme(code)}</span></th>' for code in codes)
        rows = "".join(
            f'<tr><th scope="row">{isolated(speaker.name)}</th>'
            + "".join(self.cell(kind, speaker, code, most) for code in codes)
            + "</tr>"
            for speaker in speakers
        )
        return (
            f'<div class="scroll" tabindex="0"><table class="matrix">'
            f"<thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )

    def cell(self, kind: str, speaker: Tally, code: str, most: int) -> str:
        """Write one cell of the matrix, darker for more quotes."""
        count = speaker.themes[code]
        if not count:
            return '<td class="empty">·</td>'
        level = max(1, -(-count * LEVELS // max(1, most)))
        return (
            f'<td><button type="button" class="heat{level}" data-{kind}="{speaker.number}"'
            f' data-theme="{escape(code)}">{count}</button></td>'
        )

    def network_table(self) -> str:
        """Write the table beside the network."""
        rows = [
            (isolated(body.name), self.theme(code), number(count))
            for body, code, count in network_links(self.collection)
        ]
        heads = (self.words["institution"], self.words["theme"], self.words["count_quotes"])
        return self.folded(table(heads, rows))

    def reprints(self, found: Sequence[Reprint]) -> str:
        """Write the quotes that most documents print."""
        items = []
        for reprint in found[:REPRINT_ROWS]:
            said = self.collection.said[reprint.quotes[0]]
            speaker = said.quote.speaker
            who = isolated(speaker.name) if speaker else self.words["unknown_speaker"]
            places = dict.fromkeys(self.collection.said[each].document for each in reprint.quotes)
            titles = " · ".join(isolated(self.title(place)) for place in places)
            count = self.words["printed_in"].format(number(reprint.documents))
            items.append(
                f'<li><blockquote lang="id">“{isolated(said.quote.text)}”</blockquote>'
                f"<p><strong>{who}</strong>, {count}: <small>{titles}</small></p></li>"
            )
        return f'<ol class="reprints">{"".join(items)}</ol>' if items else self.nothing()

    def title(self, place: int) -> str:
        """Return the headline of a document, else its id."""
        document = self.collection.documents[place]
        return document.meta.title or document.id

    def quality(self, notes: Iterable[str]) -> str:
        """Write what a reader has to know before trusting the numbers."""
        words = both_labels("quality")
        rows = [
            (words[name], words["not_told"] if count is None else number(count))
            for name, count in self.collection.quality().items()
        ]
        items = "".join(f"<li>{note}</li>" for note in (*notes, self.words["names_note"]))
        return f"{table((), rows)}<ul>{items}</ul>"

    def nothing(self) -> str:
        """Say that there is no data."""
        return f"<p>{self.words['nothing']}</p>"

    def folded(self, body: str) -> str:
        """Put a table behind a summary that opens it."""
        return f"<details><summary>{self.words['as_table']}</summary>{body}</details>"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; the cells are HTML already."""
    head = "".join(f'<th scope="col">{each}</th>' for each in heads)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>' + "".join(f"<td>{c}</td>" for c in row[1:]) + "</tr>"
        for row in rows
    )
    top = f"<thead><tr>{head}</tr></thead>" if heads else ""
    return f'<div class="scroll"><table>{top}<tbody>{body}</tbody></table></div>'


def number(count: int) -> str:
    """Write a number as each language does: "1.234" and "1,234"."""
    return both(f"{count:,}".replace(",", "."), f"{count:,}")


def share(part: float) -> str:
    """Write a share as each language does: "1,2%" and "1.2%"."""
    return both(f"{part:.1%}".replace(".", ","), f"{part:.1%}")
