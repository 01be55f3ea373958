"""`Plan` -> plain values for JSON, and the digest over them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lacplan.model import fields
from lacplan.model.plan import Framework, Item, Level, Plan
from lacplan.model.types import (
    Code,
    Date,
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

Json = str | int | None | list["Json"] | dict[str, "Json"]
"""Text, the format's version, ``null``, and lists and objects of them; decimals are text."""


def encode(plan: Plan) -> dict[str, Json]:
    """Return *plan* with the keys and in the order of the draft format.

    Fields that the draft leaves out are left out. Decimals and dates are text, so that no digit is
    lost. ``levels`` is a list of ``{"key": ..., "label": ...}``, since its order means something.
    """
    encoded = encode_record(fields.PLAN, plan)
    encoded["levels"] = [{"key": level.key, "label": level.label} for level in plan.levels]
    encoded.update(_children(plan.items, plan.levels, 0))
    return encoded


def encode_item(item: Item, levels: tuple[Level, ...]) -> dict[str, Json]:
    """Return *item* and what lies under it, as `encode` does."""
    encoded = encode_record(fields.ITEM, item)
    encoded.update(_children(item.items, levels, item.level + 1))
    return encoded


def encode_record(record: Record, value: Any) -> dict[str, Json]:
    """Return the fields of *value*, which is what *record* makes; absent ones are left out."""
    encoded = {
        field.key: encode_value(field.type, found)
        for field in record.fields
        if (found := getattr(value, field.attribute or field.key)) not in (None, ())
    }
    if record.extra:
        encoded.update(value.extra)
    return encoded


def encode_value(type: Type, value: Any) -> Json:
    """Return one field's *value*, which is what *type* reads."""
    match type:
        case ListOf(of=of):
            return [encode_value(of, each) for each in value]
        case RecordOf(record=record) | NameOr(record=record):
            return encode_record(record, value)
        case MapOf():
            return dict(map(_pair, value))
        case Number():
            return decimal_text(value)
        case Date():
            return str(value)
        case Text() | Word() | Code() | FormatVersion():
            return value  # type: ignore[no-any-return]  # text, and the format's version


def decimal_text(value: Decimal) -> str:
    """Return *value* without exponent and without zeros that say nothing: ``20``, ``12.5``."""
    text = format(value, "f")
    short = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if short in ("-0", "") else short


def digest(plan: Plan) -> str:
    """Return the SHA-256 over the canonical content of *plan*, as 64 hexadecimal digits.

    The content is `encode`'s, as JSON in UTF-8 with sorted keys and without white space, its texts
    in Unicode normalisation form C; so re-formatting a draft, or commenting it, changes nothing.
    """
    from hashlib import sha256
    from json import dumps

    canonical = dumps(
        _composed(encode(plan)), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return sha256(canonical.encode()).hexdigest()


def _children(items: tuple[Item, ...], levels: tuple[Level, ...], position: int) -> dict[str, Json]:
    if not items:
        return {}
    return {levels[position].key: [encode_item(item, levels) for item in items]}


def _pair(made: Any) -> tuple[str, Json]:
    if isinstance(made, Framework):
        return made.id, _framework(made)
    if isinstance(made, Level):
        return made.key, made.label
    key, says = made
    return key, says


def _framework(framework: Framework) -> dict[str, Json]:
    encoded: dict[str, Json] = {"title": framework.title}
    if framework.codes:
        encoded["codes"] = dict(framework.codes)
    return encoded


def _composed(value: Any) -> Any:
    from unicodedata import normalize

    if isinstance(value, str):
        return value if value.isascii() else normalize("NFC", value)
    if isinstance(value, Mapping):
        return {normalize("NFC", key): _composed(below) for key, below in value.items()}
    if isinstance(value, list | tuple):
        return [_composed(below) for below in value]
    return value
