"""What the readers give: records to analyse, and failures that name file and line."""

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Annotated, Any

from humas_nlp.corpus.limits import DOCUMENT, TOO_LONG
from humas_nlp.corpus.option import Option
from humas_nlp.errors import name_list

DEFAULT_ID = "id"
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Fields:
    """Which fields of a record are read; no other field reaches the analysis.

    Attributes:
        text: Field that holds the text.
        id: Field that holds the id; else file name and line.
        title: Field that holds the headline, if one is read.
        keep: Fields to copy, unread, into the output under "input".
    """

    text: str = "text"
    id: str = DEFAULT_ID
    title: Annotated[str | None, Option(unset="none")] = None
    keep: Annotated[tuple[str, ...], Option("FIELD...")] = ()

    def missing(self, columns: Collection[str]) -> list[str]:
        """Return the fields that a table with these columns cannot give.

        The default id field may be missing; an id field that the caller named may not.
        """
        wanted = [self.text, *([self.title] if self.title else []), *self.keep]
        if self.id != DEFAULT_ID:
            wanted.append(self.id)
        return [name for name in wanted if name not in columns]

    def used(self) -> list[str]:
        """Return the names of all fields that are read, each once."""
        names = [self.text, self.id, *([self.title] if self.title else []), *self.keep]
        return list(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class Record:
    """One text to analyse.

    Attributes:
        id: Id of the document, unique in one run.
        text: The text, decoded; offsets count its code points.
        title: Headline, only where a title field was asked for.
        source: File as the caller named it, "<stdin>" for standard input.
        line: Line of a JSONL or CSV file, row of a Parquet file (both from 1), else None.
        keep: Fields to copy into the output under "input"; plain JSON values.
        warnings: What was odd about the bytes, to be added to the document's warnings.
        is_page: Whether `text` is an HTML page whose article is still to be taken out.
    """

    id: str
    text: str
    title: str | None = None
    source: str = ""
    line: int | None = None
    keep: dict[str, Any] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    is_page: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """A record or file that could not be read or analysed.

    Attributes:
        source: File as the caller named it.
        line: Line or row, from 1; None for a whole file.
        id: Id of the record where it is known.
        message: What is wrong and what to do.
        usage: Whether the call is at fault (a column that is not there) and not the data.
    """

    source: str
    line: int | None
    id: str | None
    message: str
    usage: bool = False

    def __str__(self) -> str:
        """Say where, then what."""
        where = self.source if self.line is None else f"{self.source}, line {self.line}"
        return f"{where}: {self.message}"


def default_id(name: str, line: int | None) -> str:
    """Return the id of a record that brings none: file name and line."""
    return name if line is None else f"{name}:{line}"


def missing_columns(source: str, missing: Sequence[str], columns: Sequence[str]) -> Failure:
    """Name the columns that are not there, and those that are."""
    wanted = ", ".join(repr(name) for name in missing)
    message = (
        f"there is no column {wanted}. Columns: {name_list(columns)}. "
        f"Name the right one with --text, --id, --title or --keep."
    )
    return Failure(source, None, None, message, usage=True)


def build_record(
    values: Mapping[str, Any],
    fields: Fields,
    *,
    source: str,
    name: str,
    line: int,
    warnings: Sequence[str] = (),
) -> Record | Failure:
    """Make a record out of one object or row, whose line or row is `line`, from 1.

    `name` is the short name of the file, for the default id; `warnings` say what was odd about
    the line's bytes.

    Returns:
        The record, or a failure if the text is missing or no string.
    """
    notes = list(warnings)
    key = values.get(fields.id)
    known = isinstance(key, str | int) and not isinstance(key, bool) and key != ""
    identity = clean(str(key)) if known else default_id(name, line)
    if not known and (fields.id != DEFAULT_ID or key not in (None, "")):
        notes.append(f"The field {fields.id!r} gives no id; file name and line are used.")
    text = values.get(fields.text)
    if not isinstance(text, str):
        return _no_text(values, fields, source, line, identity if known else None)
    if len(text) > DOCUMENT:
        return Failure(source, line, identity, f"the text {TOO_LONG}")
    cleaned = clean(text)
    if cleaned != text:
        notes.append("Lone surrogates, which are no characters, are read as U+FFFD.")
    title = _title(values, fields, notes)
    try:
        keep = {name: plain_json(values.get(name)) for name in fields.keep}
    except RecursionError:
        message = "a field to keep is nested too deeply; leave it out."
        return Failure(source, line, identity, message)
    return Record(
        id=identity,
        text=cleaned,
        title=title,
        source=source,
        line=line,
        keep=keep,
        warnings=tuple(notes),
    )


def _title(values: Mapping[str, Any], fields: Fields, notes: list[str]) -> str | None:
    title = values.get(fields.title) if fields.title else None
    if title is None or isinstance(title, str):
        return clean(title) if title else None
    notes.append(f"The field {fields.title!r} is no string and is not used as the title.")
    return None


def _no_text(
    values: Mapping[str, Any], fields: Fields, source: str, line: int, identity: str | None
) -> Failure:
    if fields.text not in values:
        message = (
            f"there is no field {fields.text!r}. Fields: {name_list(list(values))}. "
            f"Name the field of the text with --text."
        )
        return Failure(source, line, identity, message, usage=True)
    kind = json_kind(values[fields.text])
    message = f"the field {fields.text!r} is {kind}, not a string. Give the text as a string."
    return Failure(source, line, identity, message)


def clean(text: str) -> str:
    """Replace lone surrogates, which UTF-8 cannot carry, by U+FFFD; the length stays.

    Example:
        >>> clean("a\\ud800b") == "a\\ufffdb"
        True
    """
    return SURROGATE.sub("�", text)


def json_kind(value: object) -> str:
    """Name the JSON type of a value for a message."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "a string"
    return "an array" if isinstance(value, list | tuple) else "an object"


def plain_json(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Turn a value of any reader into one that strict JSON can hold.

    Dates become ISO 8601, NaN and infinity null, anything unknown its words.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(str(key)): plain_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_json(item) for item in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return clean(str(value))
