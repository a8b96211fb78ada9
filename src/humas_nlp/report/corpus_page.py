"""The report of a corpus as one HTML page that stands alone and loads nothing."""

import base64
import hashlib
import json
from collections.abc import Iterable
from importlib import resources
from string import Template
from typing import Any

from humas_nlp.errors import MissingExtraError
from humas_nlp.report.article import article_style
from humas_nlp.report.charts import charts
from humas_nlp.report.collection import Collection, collect
from humas_nlp.report.labels import Language, all_labels, both_labels
from humas_nlp.report.markup import escape
from humas_nlp.report.payload import Payload, build_payload
from humas_nlp.report.reprints import reprints
from humas_nlp.report.run import Entry
from humas_nlp.report.sections import Sections, number

HEADINGS = "overview timeline themes speakers matrix network reprints quotes quality".split()
PLAIN = (
    "skip reminder no_script bars_help by_people by_institutions matrix_help search person "
    "institution theme kind from until reset loading more close"
).split()


def report_html(
    entries: Iterable[Entry],
    title: str | None = None,
    language: Language = "id",
    *,
    date_field: str | None = None,
    failed: int | None = None,
) -> str:
    """Write the report of a corpus.

    Args:
        entries: The documents of a run, from `read_entries`; read once.
        title: Heading of the page; None for a plain one.
        language: Language that the page opens in, "id" or "en"; the reader can switch.
        date_field: Kept field that holds the date of a document whose text states none.
        failed: Documents and files that failed, where the run tells.

    Returns:
        A complete HTML document below 8 MB; write it as UTF-8.

    Raises:
        MissingExtraError: The extra "report" is not installed.
    """
    library = chart_library()  # before the reading, which may take a while
    collection = collect(entries, date_field=date_field, failed=failed)
    return collection_html(collection, title, language, library=library)


def collection_html(
    collection: Collection, title: str | None, language: Language, *, library: str
) -> str:
    """Write the report of what was collected; see `report_html`.

    Args:
        collection: The corpus.
        title: Heading of the page; None for a plain one.
        language: Language that the page opens in.
        library: What `chart_library` gives.
    """
    sections = Sections(collection)
    payload = build_payload(collection)
    words = both_labels("report")
    prints = reprints([(each.document, each.quote.text) for each in collection.said])
    script = asset("report.js")
    parts = {f"h_{name}": words[name] for name in HEADINGS}
    parts |= {name: words[name] for name in PLAIN}
    parts |= {
        "language": language,
        "title": escape(title or all_labels()["report"]["title"][language == "en"]),
        "policy": _policy(library, script),
        "style": asset("report.css") + article_style(),
        "overview": sections.overview(),
        "timeline_table": sections.timeline_table(),
        "theme_table": sections.theme_table(),
        "people_table": sections.people_table(),
        "institution_table": sections.institution_table(),
        "person_matrix": sections.matrix("person"),
        "institution_matrix": sections.matrix("institution"),
        "network_table": sections.network_table(),
        "reprints": sections.reprints(prints),
        "quality": sections.quality(_notes(payload, len(collection.said), words)),
        "footer": "humas_nlp",
        "words": script_json({**all_labels()["report"], **all_labels()["kind"]}),
        "charts": script_json(charts(collection)),
        "data": payload.quotes,
        "held": payload.held,
        "texts": _text_scripts(payload.texts),
        "library": library,
        "script": script,
    }
    return Template(asset("report.html")).substitute(parts)


def chart_library() -> str:
    """Return Vega-Embed, Vega-Lite and Vega as one script, from the package vl-convert-python.

    Raises:
        MissingExtraError: The package is not installed.
    """
    try:
        import vl_convert
    except ImportError as error:
        raise MissingExtraError("report", "A report with charts") from error
    bundle: str = vl_convert.javascript_bundle()  # type: ignore[call-arg]  # its stub forgets the default
    if "</script" in bundle.lower():  # it would end the element that holds it
        raise AssertionError("the chart library of vl-convert-python cannot stand inside a page")
    return bundle


def asset(name: str) -> str:
    """Return a file of the page."""
    folder = resources.files("humas_nlp") / "report" / "assets"
    return (folder / name).read_text(encoding="utf-8")


def script_json(data: Any) -> str:  # noqa: ANN401 - JSON has no narrower type
    """Return data as JSON that cannot end the script element around it.

    Example:
        >>> script_json({"a": "</script>"})
        '{"a":"\\\\u003c/script>"}'
    """
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _policy(*scripts: str) -> str:
    """Allow these two scripts and no other; Vega compiles its expressions, hence unsafe-eval."""
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    allowed = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src {allowed} 'unsafe-eval'"


def _text_scripts(blocks: Iterable[str]) -> str:
    return "\n".join(
        f'<script type="text/plain" id="texts-{place}">{block}</script>'
        for place, block in enumerate(blocks)
    )


def _notes(payload: Payload, quotes: int, words: dict[str, str]) -> list[str]:
    """Say what of the corpus is not in the page."""
    notes = []
    if payload.listed < quotes:
        notes.append(words["sampled"].format(number(payload.listed), number(quotes)))
    if payload.held == "none":
        notes.append(words["without_texts"])
    elif payload.held == "excerpts":
        notes.append(words["excerpts"])
    return notes
