"""JSON Lines: one object a line."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from humas_nlp.corpus.decoding import Line, decode_lines
from humas_nlp.corpus.records import Failure, Fields, Record, build_record, json_kind

CONVERT = "Write one object a line, for instance with: jq -c '.[]' FILE"


def read_jsonl(
    lines: Iterable[bytes], fields: Fields, *, source: str, name: str
) -> Iterator[Record | Failure]:
    """Read a JSON Lines file; a broken line never stops the lines after it.

    Args:
        lines: The file's bytes, cut after each newline byte.
        fields: Which fields to read.
        source: File as the caller named it.
        name: Short name of the file, for ids.

    Yields:
        A record or a failure for each line that is not blank.
    """
    decoded = decode_lines(lines)
    rows = (line for line in decoded if line.problem or line.text.strip(" \t\r\n"))
    first = next(rows, None)
    if first is None:
        yield Failure(source, None, None, "the file is empty; there is nothing to analyse.")
        return
    second = next(rows, None)
    if _is_one_value(first, second):
        message = f"the file is one JSON value over several lines, not JSON Lines. {CONVERT}"
        yield Failure(source, first.number, None, message)
        return
    for line in chain([first], [second] if second else [], rows):
        yield _read_line(line, fields, source, name)


def _is_one_value(first: Line, second: Line | None) -> bool:
    # Pretty-printed JSON would give a failure for every line of the file; one says it better.
    if first.text.strip() not in ("[", "{") or second is None:
        return False
    return not isinstance(_parse(second.text), dict)


def _parse(text: str) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Return the value, or the exception that says why there is none."""
    try:
        # strict=False lets control characters stand in strings, as broken exporters write them.
        return json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        return error


def _read_line(line: Line, fields: Fields, source: str, name: str) -> Record | Failure:
    if line.problem:
        return Failure(source, line.number, None, line.problem)
    value = _parse(line.text)
    if isinstance(value, json.JSONDecodeError):
        message = f"the line is not valid JSON: {value.msg} at character {value.colno}."
        return Failure(source, line.number, None, message)
    if isinstance(value, Exception):
        return Failure(source, line.number, None, f"the line cannot be read as JSON: {value}.")
    if not isinstance(value, dict):
        message = f"the line is {json_kind(value)}, not an object. {CONVERT}"
        return Failure(source, line.number, None, message)
    return build_record(
        value, fields, source=source, name=name, line=line.number, warnings=line.warnings
    )
