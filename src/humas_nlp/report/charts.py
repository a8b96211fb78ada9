"""The charts of a report as Vega-Lite specifications, written with Altair.

Every chart exists once for each language. The page draws them; a table beside each says the same.
"""

from collections import Counter
from typing import Any

from humas_nlp.errors import MissingExtraError
from humas_nlp.report.collection import Collection
from humas_nlp.report.labels import LANGUAGES, Language, labels, theme_label
from humas_nlp.report.periods import period_of, periods_between
from humas_nlp.report.tallies import Register, Tally

TOP_SPEAKERS = 15
TOP_THEMES = 12
TIMELINE_THEMES = 6  # more colours than these are not told apart
NETWORK_BODIES = 10
NETWORK_THEMES = 10
NAME_LENGTH = 42

# Okabe and Ito (2008), "Color universal design": told apart with every kind of colour vision.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f")
BAR = COLOURS[0]

Spec = dict[str, Any]


def charts(collection: Collection) -> dict[str, dict[Language, Spec]]:
    """Return name -> language -> specification.

    Raises:
        MissingExtraError: Altair is not installed.
    """
    try:
        import altair as alt
    except ImportError as error:
        raise MissingExtraError("report", "A report with charts") from error
    # Altair's own limit of rows is about notebooks; these tables are small already.
    alt.data_transformers.disable_max_rows()
    found: dict[str, dict[Language, Spec]] = {}
    for language in LANGUAGES:
        words = labels("charts", language)
        names = {
            code: theme_label(theme, language) for code, theme in collection.theme_names.items()
        }
        drawn = {
            "timeline": _timeline(collection, names, words),
            "themes": _bars(
                [
                    {"name": names[code], "count": count, "key": code}
                    for code, count in collection.themes()
                ],
                words["documents"],
            ),
            "people": _bars(_speaker_rows(collection.cast.people), words["quotes"]),
            "institutions": _bars(_speaker_rows(collection.cast.institutions), words["quotes"]),
            "network": _network(collection, names, words),
        }
        for name, chart in drawn.items():
            if chart is not None:
                found.setdefault(name, {})[language] = _finished(chart, words[f"{name}_alt"])
    return found


def timeline_rows(collection: Collection) -> list[tuple[str, str | None, int]]:
    """Return period, theme (None: all others) and number of documents, in order of time."""
    unit = collection.unit
    shown = set(collection.top_themes(TIMELINE_THEMES))
    counts: Counter[tuple[str, str | None]] = Counter()
    for (day, theme), count in collection.days.items():
        counts[period_of(day, unit), theme if theme in shown else None] += count
    return sorted(
        ((period, theme, count) for (period, theme), count in counts.items()),
        key=lambda row: (row[0], row[1] or "~"),
    )


def _timeline(collection: Collection, names: dict[str, str], words: dict[str, str]) -> Any:  # noqa: ANN401 - Altair's types of charts differ
    import altair as alt

    rows = timeline_rows(collection)
    if not rows:
        return None
    order = [*(names[code] for code in collection.top_themes(TIMELINE_THEMES)), words["others"]]
    data = _data(
        [
            {"period": period, "theme": name, "n": count, "rank": order.index(name)}
            for period, name, count in (
                (period, names[code] if code else words["others"], count)
                for period, code, count in rows
            )
        ]
    )
    periods = periods_between([period for period, _, _ in rows], collection.unit)
    # Bars and not areas: between two months without documents there is nothing to draw.
    return (
        alt.Chart(data, height=280)
        .mark_bar()
        .encode(
            x=alt.X(
                "period:O",
                title=None,
                scale=alt.Scale(domain=periods),
                axis=alt.Axis(labelAngle=-45, labelOverlap=True),
            ),
            y=alt.Y("n:Q", title=words["documents"], axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "theme:N",
                sort=order,
                scale=alt.Scale(domain=order, range=list(COLOURS)),
                legend=alt.Legend(orient="bottom", columns=2, title=None, labelLimit=260),
            ),
            order=alt.Order("rank:Q"),
            tooltip=[
                alt.Tooltip("period:O", title=words["period"]),
                alt.Tooltip("theme:N", title=words["theme"]),
                alt.Tooltip("n:Q", title=words["documents"]),
            ],
        )
    )


def _speaker_rows(register: Register) -> list[dict[str, Any]]:
    return [
        {"name": _short(tally.name), "count": tally.quotes, "key": tally.number}
        for tally in register.top(TOP_SPEAKERS)
    ]


def _bars(rows: list[dict[str, Any]], title: str) -> Any:  # noqa: ANN401
    """Draw bars with their numbers; "key" tells the page what a click on a bar means."""
    import altair as alt

    if not rows:
        return None
    base = alt.Chart(_data(rows), height=alt.Step(22)).encode(
        x=alt.X("count:Q", title=title, axis=alt.Axis(tickMinStep=1, grid=False)),
        y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=230)),
    )
    bars = base.mark_bar(color=BAR, cursor="pointer")
    numbers = base.mark_text(align="left", dx=4).encode(text="count:Q")
    # Room for the number behind the longest bar.
    return (bars + numbers).properties(padding={"left": 5, "top": 5, "right": 36, "bottom": 5})


def network_links(collection: Collection) -> list[tuple[Tally, str, int]]:
    """Return institution, theme and number of quotes for the links of the network."""
    bodies = collection.cast.institutions.top(NETWORK_BODIES)
    themes = set(collection.quote_themes(NETWORK_THEMES))
    return [
        (body, code, count)
        for body in bodies
        for code, count in sorted(body.themes.items(), key=lambda item: -item[1])
        if code is not None and code in themes
    ]


def _network(collection: Collection, names: dict[str, str], words: dict[str, str]) -> Any:  # noqa: ANN401
    """Draw institutions on the left, themes on the right, quotes as lines between them.

    Two columns can be read where a cloud of points cannot, and look the same every time.
    """
    import altair as alt

    links = network_links(collection)
    if not links:
        return None
    left = {
        number: n for n, number in enumerate(dict.fromkeys(body.number for body, _, _ in links))
    }
    right = {code: n for n, code in enumerate(dict.fromkeys(code for _, code, _ in links))}
    lines: list[dict[str, Any]] = [
        {
            "y": (left[body.number] + 0.5) / len(left),
            "y2": (right[code] + 0.5) / len(right),
            "x": 0,
            "x2": 1,
            "n": count,
            "body": body.name,
            "theme": names[code],
        }
        for body, code, count in links
    ]
    ends = {(0, line["y"]): _short(line["body"]) for line in lines}
    ends |= {(1, line["y2"]): _short(line["theme"]) for line in lines}
    names_of_ends = [{"x": x, "y": y, "name": name} for (x, y), name in ends.items()]
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.9, 1.9]))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[1, 0]))
    drawn = (
        alt.Chart(_data(lines))
        .mark_rule(color=BAR, opacity=0.55, strokeCap="round")
        .encode(
            x=x,
            y=y,
            x2="x2:Q",
            y2="y2:Q",
            size=alt.Size("n:Q", legend=None, scale=alt.Scale(range=[1, 12], zero=True)),
            tooltip=[
                alt.Tooltip("body:N", title=words["institution"]),
                alt.Tooltip("theme:N", title=words["theme"]),
                alt.Tooltip("n:Q", title=words["quotes"]),
            ],
        )
    )
    points = alt.Chart(_data(names_of_ends)).encode(x=x, y=y, text="name:N")
    dots = points.mark_point(filled=True, size=50, color="#333333")
    before = points.transform_filter("datum.x == 0").mark_text(align="right", dx=-8)
    after = points.transform_filter("datum.x == 1").mark_text(align="left", dx=8)
    height = 34 * max(len(left), len(right))
    return alt.layer(drawn, dots, before, after).properties(height=height)


def _data(rows: list[dict[str, Any]]) -> Any:  # noqa: ANN401 - Altair's own class is untyped
    import altair as alt

    return alt.Data(values=rows)  # type: ignore[no-untyped-call]


def _short(name: str) -> str:
    return name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1].rstrip() + "…"


def _finished(chart: Any, description: str) -> Spec:  # noqa: ANN401 - Altair's types differ
    """Give a chart the width of its place, its text alternative and the type of the page."""
    spec: Spec = (
        chart.properties(width="container", description=description)
        .configure(font="system-ui, sans-serif", background="transparent")
        .configure_axis(labelFontSize=12, titleFontSize=12, labelColor="#222", titleColor="#222")
        .configure_legend(labelFontSize=12)
        .configure_text(fontSize=12, color="#222")
        .configure_view(stroke=None)
        .to_dict()
    )
    return spec
