"""Figures and mistakes as lines for a person."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from humas_nlp.evaluation.quotes import Mistake

NAME_WIDTH = 24


def figure_lines(measures: Mapping[str, Any]) -> Iterator[str]:
    """Give one line a figure.

    Example:
        >>> list(figure_lines({"documents": 2, "cue_accuracy": 0.5}))
        ['documents                2', 'cue_accuracy             0.500']
    """
    for name, value in measures.items():
        yield f"{name:{NAME_WIDTH}} {_words(value)}"


def _words(value: object) -> str:
    if isinstance(value, Mapping) and "f1" in value:
        return (
            f"P {value['p']:.3f}  R {value['r']:.3f}  F1 {value['f1']:.3f}  "
            f"(gold {value['gold']}, predicted {value['predicted']})"
        )
    if isinstance(value, Mapping):
        return "  ".join(f"{key} {item:.3f}" for key, item in value.items())
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def mistake_lines(mistakes: Iterable[Mistake]) -> Iterator[str]:
    """Give one tab-separated line a mistake: what, document, kind, content, speakers."""
    for mistake in mistakes:
        cells = [mistake.kind, mistake.document, mistake.quote_kind, _one_line(mistake.text)]
        if mistake.kind == "speaker":
            cells += [f"gold {mistake.expected}", f"found {_speaker(mistake.found)}"]
        yield "\t".join(cells)


def _speaker(found: object) -> str:
    if not isinstance(found, Mapping):
        return "none"
    return f"{found.get('type')}:{found.get('name')}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def to_json(measures: Mapping[str, Any]) -> str:
    """Return the figures as indented JSON."""
    return json.dumps(measures, ensure_ascii=False, indent=1)
