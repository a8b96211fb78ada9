"""The JSON schema of a document, derived from the dataclasses of `humas_nlp.document`.

python -m humas_nlp.json_schema > src/humas_nlp/data/document.schema.json
"""

import inspect
import json
import re
from typing import Any, Literal, get_args, get_origin

from humas_nlp.document import SCHEMA_VERSION, Document
from humas_nlp.json_forms import Limits, Listed, Pattern, Plain, Shape, field_docs, shape_of, shapes

Schema = dict[str, Any]

# The order is the one in which a union names them.
_TYPES: dict[type[Any], str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    dict: "object",
}


def document_schema() -> Schema:
    """Return the schema of the JSON of one document."""
    defined: dict[str, Schema] = {}
    own = _object(Document, defined)
    properties = {"schema": {"const": SCHEMA_VERSION}, **own["properties"]}
    properties["input"] = {
        "description": "Fields of the input, copied on request; no part of the analysis.",
        "type": "object",
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:humas-nlp:document:{SCHEMA_VERSION}",
        "title": "Document",
        **own,
        "description": f"{own['description']} Schema version {SCHEMA_VERSION}. Every start and "
        "end is a half-open range of Unicode code points in the text that was given.",
        "properties": properties,
        "required": ["schema", *own["required"]],
        "$defs": defined,
    }


def _object(record: type[Plain], defined: dict[str, Schema]) -> Schema:
    known, words = shapes(record), field_docs(record)
    return {
        "description": (inspect.getdoc(record) or "").partition("\n")[0],
        "type": "object",
        "properties": {
            name: _described(words.get(name), _value(shape, defined))
            for name, shape in known.items()
        },
        "required": [name for name, shape in known.items() if not shape.may_be_missing],
        "additionalProperties": False,
        **getattr(record, "JSON_RULES", {}),
    }


def _described(words: str | None, value: Schema) -> Schema:
    return {"description": words, **value} if words else value


def _value(shape: Shape, defined: dict[str, Schema]) -> Schema:
    if shape.items:
        return {"type": "array", "items": _value(shape.items, defined)}
    if record := shape.record:
        if issubclass(record, Listed):
            return _fixed([_value(each, defined) for each in shapes(record).values()])
        inner = {"$ref": f"#/$defs/{_define(record, defined)}"}
        return {"anyOf": [inner, {"type": "null"}]} if shape.nullable else inner
    if get_origin(shape.base) is Literal:
        return {"enum": [*get_args(shape.base), *([None] if shape.nullable else [])]}
    if get_origin(shape.base) is tuple:
        return _fixed([_value(shape_of(each), defined) for each in get_args(shape.base)])
    return {"type": _types(shape), **_limits(shape)}


def _define(record: type[Plain], defined: dict[str, Schema]) -> str:
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", record.__name__).lower()
    if name not in defined:
        defined[name] = {}  # a record that holds its own kind must not be taken apart twice
        defined[name] = _object(record, defined)
    return name


def _fixed(items: list[Schema]) -> Schema:
    return {
        "type": "array",
        "prefixItems": items,
        "minItems": len(items),
        "maxItems": len(items),
    }


def _types(shape: Shape) -> str | list[str]:
    bases = shape.base if isinstance(shape.base, tuple) else (shape.base,)
    known: set[Any] = {get_origin(base) or base for base in bases}
    if float in known:
        known.discard(int)  # every integer is a number
    names = [name for base, name in _TYPES.items() if base in known]
    if shape.nullable:
        names.append("null")
    return names[0] if len(names) == 1 else names


def _limits(shape: Shape) -> Schema:
    found: Schema = {}
    if pattern := shape.mark(Pattern):
        found["pattern"] = pattern.regex
    if limits := shape.mark(Limits):
        found |= {name: end for name, end in limits._asdict().items() if end is not None}
    return found


if __name__ == "__main__":
    print(json.dumps(document_schema(), ensure_ascii=False, indent=2))
