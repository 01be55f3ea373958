"""A plan as one flat table, so that identity decides and position is just another field."""

from collections import Counter
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
    return _Flattening(plan).table


class _Flattening:
    """A table while it grows; one loop for all neighbours, since there are ten thousand rows."""

    def __init__(self, plan: Plan) -> None:
        self.table: dict[str, Row] = {}
        self.bearers: Counter[str] = Counter()
        self._add(plan.items, None, None)

    def _add(
        self, things: tuple[Item, ...] | tuple[Indicator, ...], parent: str | None, area: str | None
    ) -> None:
        table = self.table
        after: str | None = None
        for thing in things:
            key = thing.id if thing.id not in table else self._free(thing.id)
            around = key if area is None else area
            if isinstance(thing, Item):
                table[key] = Row(key, thing, parent, after, around, len(table), thing.code)
                if thing.indicators:
                    self._add(thing.indicators, key, around)
                if thing.items:
                    self._add(thing.items, key, around)
            else:
                table[key] = Row(key, thing, parent, after, around, len(table), None)
            after = key

    def _free(self, id: str) -> str:
        """Return a key for one more bearer of *id*; they are counted, since there may be many."""
        key = id
        while key in self.table:
            self.bearers[id] += 1
            key = f"{id}#{self.bearers[id] + 1}"
        return key


def own_fields(row: Row) -> dict[str, Json]:
    """Return the fields of a row's thing itself, without what lies under it."""
    encoded = encode_record(ITEM if isinstance(row.thing, Item) else INDICATOR, row.thing)
    encoded.pop("indicators", None)
    return encoded
