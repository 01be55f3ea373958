"""What people call the items that changes name by their ids."""

from functools import cached_property
from typing import NamedTuple

from lacplan.diff.flat import Row, flatten
from lacplan.model.encode import Json
from lacplan.model.plan import Indicator, Item, Plan


class Side(NamedTuple):
    """One of the two drafts that were compared."""

    ref: str
    """As the user named it."""

    plan: Plan
    commit: str | None = None
    """The id of the commit that it comes from, if it comes from one."""


class Names:
    """The items of two drafts, by the keys that a diff gives them."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self._plans = old, new

    def label(self, key: str) -> str:
        """Return code and title of what *key* names, in the new draft where it is there."""
        row = self._new.get(key) or self._old.get(key)
        return labelled(row.code, row.thing.title or key) if row else key

    def old_label(self, key: str) -> str:
        """Return code and title of what *key* named in the old draft."""
        row = self._old.get(key)
        return labelled(row.code, row.thing.title or key) if row else self.label(key)

    def labels(self, keys: Json, *, but: str | None = None) -> list[str]:
        """Return code and title of each of *keys* in the new draft's order, without *but*."""
        return [self.label(key) for key in _ordered(keys, self._new) if key != but]

    def old_labels(self, keys: Json, *, but: str | None = None) -> list[str]:
        """Return code and title of each of *keys* in the old draft's order, without *but*."""
        return [self.old_label(key) for key in _ordered(keys, self._old) if key != but]

    def holder(self, key: str) -> Item | None:
        """Return the item whose indicator *key* is; ``None`` where it is no indicator."""
        for table in (self._new, self._old):
            row = table.get(key)
            if row is not None and isinstance(row.thing, Indicator):
                above = table[row.parent].thing if row.parent else None
                return above if isinstance(above, Item) else None
        return None

    @cached_property
    def _old(self) -> dict[str, Row]:
        return flatten(self._plans[0])

    @cached_property
    def _new(self) -> dict[str, Row]:
        return flatten(self._plans[1])


def _ordered(keys: Json, table: dict[str, Row]) -> list[str]:
    found = [str(key) for key in keys] if isinstance(keys, list) else []
    return sorted(found, key=lambda key: table[key].position if key in table else len(table))


def labelled(code: str | None, title: str | None) -> str:
    """Return a code and a title as one text; either may be missing."""
    return " ".join(each for each in (code, title) if each)
