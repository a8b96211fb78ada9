"""Columns of the tables, derived from the fields of the dataclasses, and records out of rows.

What a field becomes follows from its type: text a string, an offset an integer, a share a number,
a closed set of words a category, a list of words a list, a list of records its count, a span its
words with their place (``venue``, ``venue_start``, ``venue_end``), another record its fields.
`Columns` beside the type says where it is otherwise.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeVar, get_args, get_origin

from humas_nlp.document import Document, Span
from humas_nlp.json_forms import Columns, Plain, Shape, reader, shapes, writer

ColumnType = Literal["string", "integer", "number", "category", "list"]
R = TypeVar("R", bound=Plain)

NO_COLUMN = "-"


class Storage(NamedTuple):
    """What a type of column is elsewhere.

    Attributes:
        pandas: Name of the dtype; "" for categories, whose dtype holds them.
        arrow: Name of the Arrow type inside nested rows.
        spark: Spark's name.
    """

    pandas: str
    arrow: str
    spark: str


STORAGE: Mapping[ColumnType, Storage] = {
    "string": Storage("string", "string", "string"),
    "integer": Storage("Int64", "int64", "bigint"),
    "number": Storage("Float32", "float", "float"),
    "category": Storage("", "string", "string"),
    "list": Storage("object", "list<string>", "array<string>"),
}


class Row(NamedTuple):
    """What a row of a table is about.

    Attributes:
        item: The document, person, quote, entity or theme.
        document: The document that it stands in.
        number: Its place there, from 1.
        kept: Fields of the input to be kept.
    """

    item: Any
    document: Document
    number: int
    kept: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        name: Its name.
        kind: Its type.
        get: Gives its value for a row.
        known: All values of a category that is a closed set; empty for others.
        asked: Whether it is there only where it is asked for.
    """

    name: str
    kind: ColumnType
    get: Callable[[Row], Any]
    known: tuple[str, ...] = ()
    asked: bool = False


def columns_of(record: type[Plain]) -> dict[str, Column]:
    """Return the columns of a dataclass by name, in the order of its fields."""
    found = (column for name, shape in shapes(record).items() for column in _columns(name, shape))
    return {column.name: column for column in found}


def _columns(name: str, shape: Shape) -> Iterable[Column]:
    marked = shape.mark(Columns) or Columns()
    if marked.names == NO_COLUMN:
        return ()
    if shape.record and not shape.items and not marked.kind:
        inner = shapes(shape.record)
        return [
            _column(column, inner[attribute], Columns(), _path(name, attribute))
            for column, attribute in _nested(name, shape)
        ]
    return (_column(marked.names or name, shape, marked, _path(name)),)


def _nested(name: str, shape: Shape) -> list[tuple[str, str]]:
    """Return the columns of a record inside another one, each with its attribute."""
    assert shape.record is not None
    if names := (shape.mark(Columns) or Columns()).names:
        pairs = (each.partition("=") for each in names.split())
        return [(column, attribute or column) for column, _, attribute in pairs]
    if issubclass(shape.record, Span):
        return [(name, "text"), (f"{name}_start", "start"), (f"{name}_end", "end")]
    return [(each, each) for each in shapes(shape.record)]


def _path(*names: str) -> Callable[[Row], Any]:
    def get(row: Row) -> Any:  # noqa: ANN401 - any field
        value = row.item
        for name in names:
            if value is None:
                return None
            value = getattr(value, name)
        return value

    return get


def _column(name: str, shape: Shape, marked: Columns, get: Callable[[Row], Any]) -> Column:
    kind = _kind(shape, marked)
    if kind == "json":
        return Column(name, "string", _as_json(get, shape), asked=marked.asked)
    if kind == "integer" and shape.items:
        return Column(name, kind, lambda row: len(get(row)))
    if kind == "list":
        return Column(name, kind, lambda row: list(get(row)))
    closed = get_args(shape.base) if get_origin(shape.base) is Literal else ()
    return Column(name, kind, get, closed, marked.asked)


def _kind(shape: Shape, marked: Columns) -> ColumnType | Literal["json"]:
    if marked.kind:
        return marked.kind
    if shape.items:
        return "list" if shape.items.base is str else "integer"
    if get_origin(shape.base) is Literal:
        return "category"
    plain: Mapping[Any, ColumnType] = {str: "string", int: "integer", float: "number"}
    return plain.get(shape.base, "json")


def _as_json(get: Callable[[Row], Any], shape: Shape) -> Callable[[Row], str | None]:
    write = writer(shape)

    def text(row: Row) -> str | None:
        value = get(row)
        if value is None or value == ():
            return None
        return to_json(write(value) if write else value)

    return text


def placed(columns: Mapping[str, Column], column: Column | str, after: str) -> dict[str, Column]:
    """Return columns with a further one, or one of them moved, behind another.

    Args:
        columns: Columns by name.
        column: The further one, or the name of the one that is moved.
        after: The one that stands before it.
    """
    new = columns[column] if isinstance(column, str) else column
    order: dict[str, Column] = {}
    for name, each in columns.items():
        if name != new.name:
            order[name] = each
        if name == after:
            order[new.name] = new
    return order


def to_json(value: object) -> str:
    """Return compact JSON text with its letters unescaped."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_row(record: type[R], row: Mapping[str, Any]) -> R:
    """Return the record that a row tells; what no column holds has its default.

    Args:
        record: Its class.
        row: Values by column, missing ones None or not there; runs of older versions lack some.
    """
    found = ((name, _read(name, shape, row)) for name, shape in shapes(record).items())
    return record(**{name: value for name, value in found if value is not None})


def _read(name: str, shape: Shape, row: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any field
    """Return the value of a field, None where the row does not tell it."""
    marked = shape.mark(Columns) or Columns()
    if shape.record and not shape.items and not marked.kind:
        inner = [(attribute, row.get(column)) for column, attribute in _nested(name, shape)]
        told = {attribute: value for attribute, value in inner if value is not None}
        if not told and shape.nullable:
            return None
        return shape.record(**_empty_strings(shape.record) | told)
    value = row.get(marked.names or name)
    kind = _kind(shape, marked)
    if value is None or (kind == "integer" and shape.items):  # a count tells no more than a number
        return None
    if kind == "json":
        value = json.loads(value)
    read = reader(shape)
    return read(value) if read else value


def _empty_strings(record: type[Plain]) -> dict[str, Any]:
    """Return "" for the strings that a record must have; a table may hold no value for them."""
    return {
        n: "" for n, shape in shapes(record).items() if shape.base is str and not shape.nullable
    }
