"""The values of fields in words: as a draft spells them, or as a language says them."""

from collections.abc import Callable, Mapping
from typing import Any

from lacplan.model.encode import Json
from lacplan.model.fields import INDICATOR, ITEM, PLAN
from lacplan.model.types import (
    Code,
    Date,
    Field,
    FormatVersion,
    ListOf,
    MapOf,
    NameOr,
    Number,
    RecordOf,
    Text,
    Type,
    Word,
)


class Plain:
    """Says values as drafts spell them."""

    def date(self, text: str) -> str:
        """Return a date in words."""
        return text

    def number(self, text: str) -> str:
        """Return a number in words."""
        return text

    def word(self, word: str) -> str:
        """Return a stage or a status in words."""
        return word

    def country(self, code: str) -> str:
        """Return the name of a country."""
        return code

    def alignment(self, reference: str) -> str:
        """Return what ``framework:code`` stands for."""
        return reference

    def item(self, reference: str) -> str:
        """Return what ``id`` or ``plan#id`` is called."""
        return reference

    def field(self, key: str) -> str:
        """Return what a field is called."""
        return key

    def label(self, name: str) -> str:
        """Return the word that stands before a part of a value."""
        return name

    def time(self, start: Json, end: Json) -> str:
        """Return a stretch of time in words."""
        return " – ".join(self.date(str(each)) if each else "…" for each in (start, end))


PLAIN = Plain()

_FIELDS = {**INDICATOR.by_key, **PLAN.by_key, **ITEM.by_key}


def field_of(key: str) -> Field | None:
    """Return the field of the format that is called *key*; ``None`` for one of the draft's own."""
    return _FIELDS.get(key)


def entries(key: str, value: Json, voice: Plain = PLAIN) -> list[str]:
    """Return the value of the field *key* as texts: one, or one for each element of a list."""
    if value is None:
        return []
    field = _FIELDS.get(key)
    if field is None:
        return _loose(value)
    if key == "replaces" and isinstance(value, list):
        return [voice.item(str(each)) for each in value]
    if key == "aligns" and isinstance(value, list):
        return [voice.alignment(str(each)) for each in value]
    if isinstance(field.type, ListOf) and isinstance(value, list):
        of = field.type.of
        return [_one(of, each, voice) for each in value]
    if isinstance(field.type, MapOf) and isinstance(value, dict):
        return _mapped(value)
    return [_one(field.type, value, voice)]


def _one(type: Type, value: Any, voice: Plain) -> str:
    match type:
        case Date():
            return voice.date(value)
        case Number():
            return voice.number(value)
        case Word():
            return voice.word(value)
        case Code(vocabulary="country"):
            return voice.country(value)
        case RecordOf(record=record) | NameOr(record=record):
            return _RECORDS[record.name](value, voice)
        case Text() | Code() | FormatVersion() | ListOf() | MapOf():
            return str(value)


def _budget(value: Mapping[str, str], voice: Plain) -> str:
    amount = value.get("amount")
    said = voice.number(amount) if amount is not None else ""
    return " ".join(each for each in (said, value.get("currency", "")) if each)


def _period(value: Mapping[str, str], voice: Plain) -> str:
    return voice.time(value.get("start"), value.get("end"))


def _organization(value: Mapping[str, str], voice: Plain) -> str:
    return ", ".join(each for each in (value.get("name", ""), value.get("url", "")) if each)


def _stakeholder(value: Mapping[str, str], voice: Plain) -> str:
    return f"{value['name']} ({value['role']})" if value.get("role") else value.get("name", "")


def _measurement(value: Mapping[str, str], voice: Plain) -> str:
    when = _period(value, voice) if value.get("start") or value.get("end") else ""
    told = [
        f"{voice.label(name)} {voice.number(value[name])}"
        for name in ("target", "actual")
        if value.get(name) is not None
    ]
    return ": ".join(each for each in (when, ", ".join(told)) if each)


_RECORDS: Mapping[str, Callable[[Mapping[str, str], Plain], str]] = {
    "a budget": _budget,
    "a period": _period,
    "an organization": _organization,
    "a stakeholder": _stakeholder,
    "a measurement": _measurement,
}
"""How a record is said, by what the format calls it."""


def _mapped(value: Mapping[str, Json]) -> list[str]:
    """Return a text for each entry: ``levels`` map to labels, ``frameworks`` to records."""
    told: list[str] = []
    for key, below in value.items():
        if not isinstance(below, dict):
            told.append(f"{key}: {below}")
            continue
        told.append(f"{key}: {below.get('title', '')}")
        codes = below.get("codes")
        if isinstance(codes, dict):
            told += [f"{key}:{code}: {says}" for code, says in codes.items()]
    return told


def _loose(value: Json, path: str = "") -> list[str]:
    """Return the leaves of a value that the format knows nothing of, each with its path."""
    match value:
        case dict():
            return [
                leaf
                for key, below in value.items()
                for leaf in _loose(below, f"{path}.{key}" if path else key)
            ]
        case list():
            return [leaf for below in value for leaf in _loose(below, path)]
        case _:
            said = "" if value is None else str(value)
            return [f"{path}: {said}" if path else said]
