"""The JSON Schema of a draft, from the same tables that decoding reads.

A schema types what YAML's core schema makes of a plain scalar, and in a draft ``1.10`` or ``no``
may be text; so where text is wanted the schema takes numbers and booleans too.

Source: JSON Schema draft 2020-12.
"""

from typing import Any

from lacplan.model import fields
from lacplan.model.companions import Companion
from lacplan.model.plan import Level
from lacplan.model.types import (
    Code,
    Date,
    Field,
    FormatVersion,
    ListOf,
    MapOf,
    NameOr,
    Number,
    Record,
    RecordOf,
    Text,
    Type,
    Word,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SCALAR = ["string", "number", "boolean"]
_DATE = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


def schema(levels: tuple[Level, ...] = fields.DEFAULT_LEVELS) -> dict[str, Any]:
    """Return the JSON Schema of drafts whose tree has *levels*, as values for JSON."""
    top = _record(fields.PLAN, description="A draft of a strategic plan.")
    top["properties"] |= _below(levels, 0)
    records = {_name(record): _record(record) for record in fields.RECORDS[2:]}
    items = {_item_name(level): _item(levels, place) for place, level in enumerate(levels)}
    return {"$schema": DIALECT, "title": "lacplan draft", **top, "$defs": items | records}


def companion_schema(kind: Companion) -> dict[str, Any]:
    """Return the JSON Schema of a *kind* of file beside a plan, as values for JSON."""
    top, *others = kind.records
    records = {_name(record): _record(record) for record in others}
    return {"$schema": DIALECT, "title": f"lacplan {kind.name}", **_record(top), "$defs": records}


def _item(levels: tuple[Level, ...], position: int) -> dict[str, Any]:
    made = _record(fields.ITEM, description=levels[position].label)
    made["properties"] |= _below(levels, position + 1)
    return made


def _below(levels: tuple[Level, ...], position: int) -> dict[str, Any]:
    """Return the property that holds the items of the level at *position*, where there is one."""
    if position >= len(levels):
        return {}
    level = levels[position]
    reference = {"$ref": f"#/$defs/{_item_name(level)}"}
    says = f"The items of the level “{level.label}”."
    return {level.key: {"description": says, "type": ["array", "null"], "items": reference}}


def _record(record: Record, *, description: str | None = None) -> dict[str, Any]:
    made: dict[str, Any] = {
        "description": description or record.name.capitalize(),
        "type": "object",
        "properties": {field.key: _field(field) for field in record.fields},
        "additionalProperties": False,
    }
    required = [field.key for field in record.fields if field.required]
    if required:
        made["required"] = required
    if record.extra:
        made["patternProperties"] = {"^x-": {"description": "A field of your own."}}
    return made


def _field(field: Field) -> dict[str, Any]:
    return {"description": field.says, **_type(field.type)}


def _type(type: Type) -> dict[str, Any]:
    match type:
        case Text(form=form):
            return {"type": _SCALAR} | ({"pattern": f"^({form.pattern})$"} if form else {})
        case Number():
            return {"type": "number"}
        case Date():
            return {"type": ["string", "integer"], "pattern": _DATE}
        case Word(words=words):
            return {"enum": list(words)}
        case Code(vocabulary=vocabulary):
            return _code(vocabulary)
        case ListOf(of=of):
            return {"type": "array", "items": _type(of)}
        case RecordOf(record=record):
            return {"$ref": f"#/$defs/{_name(record)}"}
        case NameOr(record=record):
            return {"anyOf": [{"type": _SCALAR}, {"$ref": f"#/$defs/{_name(record)}"}]}
        case MapOf(of=of, keys=keys):
            names = {"propertyNames": _code(keys.vocabulary)} if isinstance(keys, Code) else {}
            return {"type": "object", "additionalProperties": _type(of)} | names
        case FormatVersion():
            return {"const": fields.FORMAT}


def _code(vocabulary: str) -> dict[str, Any]:
    if vocabulary == "country":
        from lacplan.vocab.countries import COUNTRIES

        return {"enum": sorted(COUNTRIES)}
    if vocabulary == "currency":
        from lacplan.vocab.currencies import CURRENCIES, WITHDRAWN_CURRENCIES

        return {"enum": sorted(CURRENCIES | WITHDRAWN_CURRENCIES)}
    if vocabulary == "region":
        from lacplan.vocab.regions import known_regions

        return {"enum": list(known_regions())}
    return {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}


def _name(record: Record) -> str:
    return record.name.split(" ", 1)[1]


def _item_name(level: Level) -> str:
    return f"items.{level.key}"
