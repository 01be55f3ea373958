"""A plan as one flat table, so that identity decides and position is just another field."""

from collections.abc import Iterator
from typing import NamedTuple

from lacplan.model.encode import Json, encode_record
from lacplan.model.fields import INDICATOR, ITEM
from lacplan.model.plan import Indicator, Item, Plan


class Row(NamedTuple):
    """An item or an indicator with its place in the tree."""

    key: str
    """Its id; a second bearer of one id, which no sound draft has, gets ``#2`` behind it."""

    thing: Item | Indicator
    parent: str | None
    """The key of the item it lies under; ``None`` at the top."""

    after: str | None
    """The key of the sibling before it; ``None`` where it comes first."""

    area: str | None
    """The key of the outermost item around it, itself included."""

    position: int
    """0-based, in the order of the draft."""

    code: str | None
    """Its code, if it bears one."""


def flatten(plan: Plan) -> dict[str, Row]:
    """Return the rows of *plan* by key, in the order of the draft."""
    table: dict[str, Row] = {}
    for thing, parent, after, area in _walk(plan.items, None, None, table):
        key = _free(thing.id, table)
        code = thing.code if isinstance(thing, Item) else None
        table[key] = Row(key, thing, parent, after, area or key, len(table), code)
    return table


def _walk(
    things: tuple[Item, ...] | tuple[Indicator, ...],
    parent: str | None,
    area: str | None,
    table: dict[str, Row],
) -> Iterator[tuple[Item | Indicator, str | None, str | None, str | None]]:
    """Yield each thing with parent, sibling before it and area; its key is the table's last."""
    after: str | None = None
    for thing in things:
        yield thing, parent, after, area
        after = key = next(reversed(table))
        if isinstance(thing, Item):
            yield from _walk(thing.indicators, key, area or key, table)
            yield from _walk(thing.items, key, area or key, table)


def _free(id: str, table: dict[str, Row]) -> str:
    if id not in table:
        return id
    number = 2
    while f"{id}#{number}" in table:
        number += 1
    return f"{id}#{number}"


def own_fields(row: Row) -> dict[str, Json]:
    """Return the fields of a row's thing itself, without what lies under it."""
    encoded = encode_record(ITEM if isinstance(row.thing, Item) else INDICATOR, row.thing)
    encoded.pop("indicators", None)
    return encoded
