"""What the format expects at each place of a file: which fields, in which order, of which type."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from lacplan.model import fields
from lacplan.model.plan import Level
from lacplan.model.types import ListOf, MapOf, NameOr, Record, RecordOf, Type

_LAST = 1_000
"""The rank of the items under an item: after every field, and after the fields of one's own."""


class Shape(NamedTuple):
    """What is expected at one place; nothing is known of an ``x-`` field or a misspelt one."""

    type: Type | None = None
    """What a text there is; ``None`` where nothing is known, and all stays as it was found."""

    fields: Mapping[str, "Shape"] = MappingProxyType({})
    """What a mapping there may hold."""

    ranks: Mapping[str, int] = MappingProxyType({})
    """The place of each of *fields* in the order of the format."""

    each: "Shape | None" = None
    """What each entry of a list is, or each value of a mapping whose keys the draft chooses."""

    def under(self, key: str) -> "Shape":
        """Return what is expected under *key* of a mapping."""
        return self.fields.get(key) or self.each or UNKNOWN

    def rank(self, key: str) -> int:
        """Return the place of *key* in the order of the format; of unknown ones, one for all."""
        return self.ranks.get(key, _LAST - 1)


UNKNOWN = Shape()


def shape_of_plan(levels: tuple[Level, ...]) -> Shape:
    """Return the shape of a plan whose tree has *levels*."""
    below: dict[str, Shape] = {}
    for level in reversed(levels):
        item = _record(fields.ITEM, below)
        below = {level.key: Shape(ListOf(RecordOf(fields.ITEM)), each=item)}
    return _record(fields.PLAN, below)


def shape_of(record: Record) -> Shape:
    """Return the shape of a file that is a *record* as a whole: a companion of a plan."""
    return _record(record, {})


def _record(record: Record, below: Mapping[str, Shape]) -> Shape:
    known = {field.key: _shape(field.type) for field in record.fields}
    ranks = {key: rank for rank, key in enumerate(known)} | dict.fromkeys(below, _LAST)
    return Shape(RecordOf(record), {**below, **known}, ranks)


def _shape(type: Type) -> Shape:
    match type:
        case ListOf(of=of) | MapOf(of=of):
            return Shape(type, each=_shape(of))
        case RecordOf(record=record) | NameOr(record=record):
            return _record(record, {})._replace(type=type)
        case _:
            return Shape(type)
