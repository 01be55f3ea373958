"""The comparison chart between two plans: what became of each old item, by lineage."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from lacplan.diff.flat import Row, flatten
from lacplan.diff.match import Matching, Table, match
from lacplan.model.plan import Item, Plan


class Fate(StrEnum):
    """What became of an old item."""

    KEPT = "kept"
    REWORDED = "reworded"
    """Carried on in other words."""

    MOVED = "moved"
    """Carried on under another parent."""

    MERGED = "merged into"
    SPLIT = "split into"
    DROPPED = "dropped"


class Entry(NamedTuple):
    """An item as the chart shows it."""

    id: str
    code: str | None
    title: str
    level: int
    """0 for the outermost."""


class Line(NamedTuple):
    """An old item with what carries it on."""

    old: Entry
    fates: tuple[Fate, ...]
    """None at all where no lineage is told."""

    news: tuple[Entry, ...]


class Chart(NamedTuple):
    """Every old item, then every new one that carries on none, each in the order of its plan."""

    lines: tuple[Line, ...]
    fresh: tuple[Entry, ...]
    has_lineage: bool
    """Whether an id, a ``replaces`` or a likeness ties the two plans at all."""


def chart(old: Plan, new: Plan) -> Chart:
    """Return the comparison chart between *old* and *new*."""
    return _Drawing(old, new).chart()


class _Drawing:
    """What the lines of one chart share."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old: Table = flatten(old)
        self.new: Table = flatten(new)
        self.found: Matching = match(self.old, self.new, old_name=old.name, new_name=new.name)

    def chart(self) -> Chart:
        carrying = self.found.ancestors.keys() | self.found.new_to_old.keys()
        tied = any(map(_is_item, (self.new[key] for key in carrying)))
        tied = tied or not self.old or not self.new  # nothing could have been carried on
        return Chart(
            lines=tuple(self._line(key, row, tied=tied) for key, row in _items(self.old)),
            fresh=tuple(_entry(row) for key, row in _items(self.new) if key not in carrying),
            has_lineage=tied,
        )

    def _line(self, key: str, row: Row, *, tied: bool) -> Line:
        if not tied:
            return Line(_entry(row), (), ())
        heir = self.found.old_to_new.get(key)
        heirs = self.found.heirs.get(key, [])
        if heirs and heirs != [heir]:
            return Line(_entry(row), tuple(self._fates(heirs)), self._entries(heirs))
        if heir is None:
            return Line(_entry(row), (Fate.DROPPED,), ())
        return Line(_entry(row), tuple(self._changes(row, self.new[heir])), self._entries([heir]))

    def _fates(self, heirs: list[str]) -> Iterator[Fate]:
        if len(heirs) > 1:
            yield Fate.SPLIT
        if any(len(self.found.ancestors[heir]) > 1 for heir in heirs):
            yield Fate.MERGED

    def _changes(self, before: Row, now: Row) -> Iterator[Fate]:
        moved = not self._is_under(before.parent, now.parent)
        reworded = _words(before) != _words(now)
        if moved:
            yield Fate.MOVED
        if reworded:
            yield Fate.REWORDED
        if not moved and not reworded:
            yield Fate.KEPT

    def _is_under(self, old: str | None, new: str | None) -> bool:
        """Tell whether the new parent is the old one, or carries it on."""
        if old is None or new is None:
            return old is new
        if old in self.found.heirs:
            return new in self.found.heirs[old]
        return self.found.old_to_new.get(old) == new

    def _entries(self, keys: list[str]) -> tuple[Entry, ...]:
        return tuple(_entry(self.new[key]) for key in keys)


def _items(table: Table) -> Iterator[tuple[str, Row]]:
    return ((key, row) for key, row in table.items() if _is_item(row))


def _is_item(row: Row) -> bool:
    return isinstance(row.thing, Item)


def _entry(row: Row) -> Entry:
    level = row.thing.level if isinstance(row.thing, Item) else 0
    return Entry(row.key, row.code, row.thing.title, level)


def _words(row: Row) -> tuple[str, ...]:
    """Return what *row* says in words, whatever its layout."""
    if not isinstance(row.thing, Item):
        return ()
    item = row.thing
    texts = (item.title, item.description or "", item.rationale or "")
    return tuple(" ".join(each.split()) for each in (*texts, *item.opportunities, *item.challenges))
