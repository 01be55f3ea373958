"""The JSON Schema of a draft, from the same tables that decoding reads.

A schema types what YAML's core schema makes of a plain scalar, and in a draft ``1.10`` or ``no``
may be text; so where text is wanted the schema takes numbers and booleans too. What is only warned
of, such as an empty field that may be left out, it takes as well.

What no JSON Schema can say is left to ``lacplan validate``: the order of levels, references between
items, whether a language exists, the spelling of numbers (``1e3``, ``1.0`` for the format, more
than 28 digits), and keys that stand twice, tags and merge keys, which are gone once YAML is read.
It is stricter in one thing: a word or code of a list may have no white space around it.

Source: JSON Schema draft 2020-12.
"""

import re
from typing import Any

from lacplan.model import fields
from lacplan.model.companions import Companion
from lacplan.model.plan import Level
from lacplan.model.types import (
    Code,
    Date,
    Field,
    Form,
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

Schema = dict[str, Any]
"""A JSON Schema, or a part of one, as values for JSON."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_DATE = (
    r"(?!0000)([0-9]{4}(-(0[1-9]|1[0-2]))?"
    r"|[0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    r"|[0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    r"|[0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8])"
    r"|([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29)"
)
"""A year, a month or a day of the Gregorian calendar, leap years included."""

_LANGUAGE = (
    "[A-Za-z]{2,8}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    "(-([0-9A-Za-z]{5,8}|[0-9][0-9A-Za-z]{3}))*(-[0-9A-WY-Za-wy-z](-[0-9A-Za-z]{2,8})+)*"
    "(-[xX](-[0-9A-Za-z]{1,8})+)?|[xX](-[0-9A-Za-z]{1,8})+"
)
"""Source: RFC 5646, 2.1: the shape of a language tag; which ones exist no pattern can say."""

_ONE_LINE = r"\S([^\n]*\S)?"

_NOTHING = "nothing"
"""The definition of an empty value."""


def schema(levels: tuple[Level, ...] | None = None) -> Schema:
    """Return the JSON Schema of drafts.

    Args:
        levels: The levels of their tree; where none are given, drafts may have levels of their own,
            whose items are judged whatever their lists are called.
    """
    known = levels or fields.DEFAULT_LEVELS
    top = _record(fields.PLAN, description="A draft of a strategic plan.")
    items = {_item_name(level): _item(known, place) for place, level in enumerate(known)}
    if levels:
        top["properties"] |= _below(known, 0)
    else:
        top |= _of_any_levels(top, known)
        items["item"] = _item_of_any_level()
    records = {_name(record): _record(record) for record in fields.RECORDS[2:]}
    return {
        "$schema": DIALECT,
        "title": "lacplan draft",
        **top,
        "$defs": items | records | {_NOTHING: _nothing()},
    }


def companion_schema(kind: Companion) -> Schema:
    """Return the JSON Schema of a *kind* of file beside a plan."""
    top, *others = kind.records
    records = {_name(record): _record(record) for record in others}
    return {
        "$schema": DIALECT,
        "title": f"lacplan {kind.name}",
        **_record(top),
        "$defs": records | {_NOTHING: _nothing()},
    }


def _nothing() -> Schema:
    return {
        "description": "Says nothing; “lacplan validate” warns of it.",
        "anyOf": [{"type": "null"}, {"type": "string", "pattern": r"^\s*$"}],
    }


def _of_any_levels(top: Schema, default: tuple[Level, ...]) -> Schema:
    """Return what lets a draft have levels of its own, and else holds it to the *default* ones."""
    keys = [level.key for level in default]
    says_nothing = {"not": {"required": ["levels"]}}
    empty = {"properties": {"levels": {"$ref": f"#/$defs/{_NOTHING}"}}}
    the_same = {"type": "object", "required": keys, "maxProperties": len(keys)}
    names = [*top["properties"], keys[0]]
    return {
        "additionalProperties": _list_of("item", "The items of a level."),
        "if": {"anyOf": [says_nothing, empty, {"properties": {"levels": the_same}}]},
        "then": {
            "properties": _below(default, 0),
            "propertyNames": {"anyOf": [{"enum": names}, {"pattern": "^x-"}]},
        },
    }


def _item_of_any_level() -> Schema:
    made = _record(fields.ITEM, description="An item of any level.")
    return made | {"additionalProperties": _list_of("item", "The items of the level below.")}


def _item(levels: tuple[Level, ...], position: int) -> Schema:
    made = _record(fields.ITEM, description=levels[position].label)
    made["properties"] |= _below(levels, position + 1)
    return made


def _below(levels: tuple[Level, ...], position: int) -> Schema:
    """Return the property that holds the items of the level at *position*, where there is one."""
    if position >= len(levels):
        return {}
    level = levels[position]
    return {level.key: _list_of(_item_name(level), f"The items of the level “{level.label}”.")}


def _list_of(name: str, says: str) -> Schema:
    return {"description": says, "type": ["array", "null"], "items": {"$ref": f"#/$defs/{name}"}}


def _record(record: Record, *, description: str | None = None) -> Schema:
    made: Schema = {
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


def _field(field: Field) -> Schema:
    made = _type(field.type, required=field.required)
    return {"description": field.says, **made}


def _type(type: Type, *, required: bool = False) -> Schema:
    """Return what a value of *type* may be; one that is not required may say nothing."""
    match type:
        case Text():
            return _text(type, required=required)
        case Date():
            years = {"minimum": 1000, "maximum": 9999}
            return _scalar(["string", "integer"], _DATE, required=required) | years
        case Code(vocabulary="language"):
            return _scalar(["string"], _LANGUAGE, required=required) | {"maxLength": 64}
        case FormatVersion():
            return {"const": fields.FORMAT}
        case Number():
            made: Schema = {"type": "number"}
        case Word(words=words):
            made = {"enum": list(words)}
        case Code(vocabulary=vocabulary):
            made = {"enum": _codes(vocabulary)}
        case ListOf(of=of):
            made = {"type": "array", "items": _type(of)}
        case RecordOf(record=record):
            made = {"$ref": f"#/$defs/{_name(record)}"}
        case NameOr(record=record):
            made = {"anyOf": [_type(Text()), {"$ref": f"#/$defs/{_name(record)}"}]}
        case MapOf():
            made = _map(type)
    return made if required else {"anyOf": [made, {"$ref": f"#/$defs/{_NOTHING}"}]}


def _text(type: Text, *, required: bool) -> Schema:
    if type.form is None:
        kinds = ["string", "number", "boolean"]
        return _scalar(kinds, None if type.prose else _ONE_LINE, required=required)
    fits = {kind: _fits(type.form, plain) for kind, plain in (("number", "1"), ("boolean", "true"))}
    kinds = ["string", *(kind for kind, does in fits.items() if does)]
    made = _scalar(kinds, type.form.pattern, required=required)
    if fits["number"] and not _fits(type.form, "-1"):
        made["minimum"] = 0
    return made


def _fits(form: Form, plain: str) -> bool:
    return re.fullmatch(form.pattern, plain) is not None


def _scalar(kinds: list[str], pattern: str | None, *, required: bool) -> Schema:
    """Return what a scalar of *kinds* may be, written as *pattern*, with white space around it."""
    made: Schema = {"type": kinds if required else [*kinds, "null"]}
    if pattern:
        made["pattern"] = rf"^\s*({pattern}){'' if required else '?'}\s*$"
    return made


def _map(type: MapOf) -> Schema:
    made: Schema = {"type": "object", "additionalProperties": _type(type.of)}
    if isinstance(type.keys, Code) and type.keys.vocabulary == "language":
        made["propertyNames"] = {"pattern": f"^({_LANGUAGE})$"}
    elif isinstance(type.keys, Code):
        made["propertyNames"] = {"enum": _codes(type.keys.vocabulary)}
    elif type.keys:
        made["propertyNames"] = {"pattern": f"^({type.keys.pattern})$"}
    if type is fields.PLAN.by_key["levels"].type:
        taken = [*fields.PLAN.by_key, *fields.ITEM.by_key]
        made["propertyNames"]["not"] = {"anyOf": [{"enum": taken}, {"pattern": "^x-"}]}
        made |= {"minProperties": 1, "maxProperties": fields.MOST_LEVELS}
    return made


def _codes(vocabulary: str) -> list[str]:
    if vocabulary == "country":
        from lacplan.vocab.countries import COUNTRIES

        return sorted(COUNTRIES)
    if vocabulary == "region":
        from lacplan.vocab.regions import known_regions

        return list(known_regions())
    from lacplan.vocab.currencies import CURRENCIES, WITHDRAWN_CURRENCIES

    return sorted(CURRENCIES | WITHDRAWN_CURRENCIES)


def _name(record: Record) -> str:
    return record.name.split(" ", 1)[1]


def _item_name(level: Level) -> str:
    return f"items.{level.key}"
