"""Dataclasses whose JSON form follows from their fields.

A field is declared once, in its dataclass, with its type and its line under "Attributes". From
there come `to_dict` and `from_dict` (here), the JSON schema (`humas_nlp.json_schema`) and the
columns of the tables (`humas_nlp.corpus.columns`). What a type alone does not say stands beside it:

    id: Annotated[str, Pattern("^P[1-9]"), Columns("person_id")]
    confidence: Annotated[float | None, SPARSE] = None
"""

import inspect
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from enum import Enum
from operator import attrgetter
from typing import Annotated, Any, Literal, NamedTuple, Self, Union, get_args, get_origin
from typing import get_type_hints as type_hints

Convert = Callable[[Any], Any]


class Mark(Enum):
    """How a field is written; `ADDED` and `SPARSE` are the names to use."""

    ADDED = "results of older versions lack it"
    SPARSE = "in the JSON only where it differs from its default"


ADDED = Mark.ADDED
SPARSE = Mark.SPARSE


class Limits(NamedTuple):
    """The smallest and the largest value of a number, None where there is no limit."""

    minimum: float | None = None
    maximum: float | None = None


class Pattern(NamedTuple):
    """The regular expression of a string."""

    regex: str


class Columns(NamedTuple):
    """The columns of a field in the tables, where they are others than its type says.

    Attributes:
        names: Of a plain field its column; of a record ``column=attribute`` for each column, or
            only the name where both are one; "-" for a field that is no column.
        kind: Of a plain field, another type of column; "json" for JSON text.
        asked: Whether the column is there only where it is asked for.
    """

    names: str = ""
    kind: Literal["", "category", "json"] = ""
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """The type of a field, taken apart.

    Attributes:
        base: The type without None and what stands beside it; a tuple of types for a union.
        nullable: Whether None may stand there.
        items: Shape of the members of a list; None for a single value.
        marks: What stands beside the type, the outermost first.
    """

    base: Any
    nullable: bool = False
    items: "Shape | None" = None
    marks: tuple[Any, ...] = ()

    def mark(self, kind: type[Any]) -> Any:  # noqa: ANN401 - what was written there
        """Return the mark of a kind, or None."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)

    @property
    def may_be_missing(self) -> bool:
        """Whether JSON without the field is a result too."""
        return ADDED in self.marks or SPARSE in self.marks

    @property
    def record(self) -> "type[Plain] | None":
        """The dataclass of a value, or of each item; None for other values."""
        base = self.items.base if self.items else self.base
        return base if isinstance(base, type) and issubclass(base, Plain) else None


def shape_of(annotation: Any) -> Shape:  # noqa: ANN401 - types have no narrower type
    """Take a type apart.

    Example:
        >>> shape_of(tuple[int, ...]).items
        Shape(base=<class 'int'>, nullable=False, items=None, marks=())
    """
    origin, members = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner = shape_of(members[0])
        return Shape(inner.base, inner.nullable, inner.items, (*members[1:], *inner.marks))
    if origin in (Union, types.UnionType):
        known = [member for member in members if member is not type(None)]
        inner = shape_of(known[0]) if len(known) == 1 else Shape(tuple(known))
        return Shape(inner.base, len(known) < len(members), inner.items, inner.marks)
    if origin is tuple and members[1:] == (...,):
        return Shape(tuple, items=shape_of(members[0]))
    return Shape(annotation)


def shapes(record: type[Any]) -> Mapping[str, Shape]:
    """Return the shape of each field of a dataclass, in order."""
    if record not in _shapes:
        hints = type_hints(record, include_extras=True)
        _shapes[record] = {each.name: shape_of(hints[each.name]) for each in _fields(record)}
    return _shapes[record]


# Not functools.cache: mypy takes a class for no hashable argument.
_shapes: dict[type[Any], Mapping[str, Shape]] = {}


_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.*(?:\n {8,}.*)*)", re.MULTILINE)


def field_docs(record: type[Any]) -> Mapping[str, str]:
    """Return what the docstrings of a class and its bases say of each field."""
    found: dict[str, str] = {}
    for each in reversed(record.__mro__):
        _, _, listed = inspect.cleandoc(each.__doc__ or "").partition("Attributes:\n")
        for name, words in _ATTRIBUTE.findall(listed):
            found[name] = " ".join(words.split())
    return found


def _fields(record: type[Any]) -> "tuple[Field[Any], ...]":
    return fields(record)


class Plain:
    """Base of the dataclasses of a result: plain data with a JSON object each."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return _form(type(self)).write(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read the JSON form; a field that may be missing there has its default.

        Raises:
            KeyError: Another field is missing.
        """
        return cls(*_form(cls).read(data))


class Listed(Plain):
    """Base of small dataclasses whose JSON form is the list of their values."""

    __slots__ = ()

    def to_list(self) -> list[Any]:
        """Return the JSON form."""
        return list(_form(type(self)).get(self))

    @classmethod
    def from_list(cls, values: list[Any]) -> Self:
        """Read the JSON form."""
        return cls(*values)


@dataclass(frozen=True, slots=True)
class _Form:
    """How the instances of a dataclass are written and read."""

    get: Convert
    names: tuple[str, ...]
    writers: tuple[tuple[str, Convert], ...]
    sparse: tuple[tuple[str, Any], ...]
    readers: tuple[tuple[str, Convert | None, Any], ...]

    def write(self, record: Plain) -> dict[str, Any]:
        data = dict(zip(self.names, self.get(record), strict=True))
        for name, convert in self.writers:
            data[name] = convert(data[name])
        for name, default in self.sparse:
            if data[name] == default:
                del data[name]
        return data

    def read(self, data: Mapping[str, Any]) -> list[Any]:
        values = []
        for name, convert, default in self.readers:
            if name in data:
                value = data[name]
                values.append(convert(value) if convert else value)
            elif default is MISSING:
                raise KeyError(name)
            else:
                values.append(default)
        return values


def _form(record: type[Any]) -> _Form:
    known = _forms.get(record)
    if known is None:
        known = _forms[record] = _make_form(record)
    return known


_forms: dict[type[Any], _Form] = {}


def _make_form(record: type[Any]) -> _Form:
    known = shapes(record)
    writers = {name: writer(shape) for name, shape in known.items()}
    return _Form(
        get=attrgetter(*known),
        names=tuple(known),
        writers=tuple((name, convert) for name, convert in writers.items() if convert),
        sparse=tuple(
            (each.name, [] if each.default == () else each.default)
            for each in _fields(record)
            if SPARSE in known[each.name].marks
        ),
        readers=tuple(
            (
                each.name,
                reader(known[each.name]),
                each.default if known[each.name].may_be_missing else MISSING,
            )
            for each in _fields(record)
        ),
    )


def writer(shape: Shape) -> Convert | None:
    """Return what turns a value into JSON; None where it is JSON already."""
    if shape.items:
        inner = writer(shape.items)
        return (lambda values: [inner(value) for value in values]) if inner else list
    if shape.record:
        write = attrgetter("to_list" if issubclass(shape.record, Listed) else "to_dict")
        return lambda value: None if value is None else write(value)()
    if get_origin(shape.base) is tuple:
        return lambda value: None if value is None else list(value)
    return None


def reader(shape: Shape) -> Convert | None:
    """Return what `writer` turns back; None where JSON holds the value itself."""
    if shape.items:
        inner = reader(shape.items)
        return (lambda values: tuple(map(inner, values))) if inner else tuple
    if record := shape.record:
        read = record.from_list if issubclass(record, Listed) else record.from_dict
        return lambda value: None if value is None else read(value)
    if get_origin(shape.base) is tuple:
        return lambda value: None if value is None else tuple(value)
    return None
