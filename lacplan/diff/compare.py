"""Two plans -> what changed between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from lacplan.collector import paused
from lacplan.diff.change import Change, Class, Diff, Kind, Matched, Weight
from lacplan.diff.fields import field_changes
from lacplan.diff.fingerprint import sealed
from lacplan.diff.flat import Row, flatten, own_fields
from lacplan.diff.lineage import Lineages
from lacplan.diff.match import Matching, Table, match
from lacplan.diff.numbering import runs
from lacplan.diff.order import stayed
from lacplan.model.fields import INDICATOR, ITEM, PLAN
from lacplan.model.plan import Indicator, Item, Plan

_ADDED = Weight(Class.SUBSTANTIVE, "it is new")
_REMOVED = Weight(Class.SUBSTANTIVE, "it is gone")
_MOVED = Weight(Class.SUBSTANTIVE, "it has another place in the plan")
_RENAMED = Weight(Class.SUBSTANTIVE, "its id changed")
_REORDERED = Weight(Class.EDITORIAL, "order")
_RENUMBERED = Weight(Class.EDITORIAL, "numbering")


@paused()
def diff(old: Plan, new: Plan) -> Diff:
    """Return what changed between *old* and *new*."""
    return _Comparison(old, new).run()


_Place = tuple[str | None, type]
"""A parent's key in the new draft, and whether its items or its indicators are meant."""


class _Comparison:
    """What the steps of one comparison share."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old_plan, self.new_plan = old, new
        self.old: Table = flatten(old)
        self.new: Table = flatten(new)
        names = {"old_name": old.name, "new_name": new.name}
        self.found: Matching = match(self.old, self.new, **names)
        self.lineages = Lineages(self.old, self.new, self.found, **names)
        self.before = {
            key: self.old[self.found.new_to_old[key]]
            for key in self.new
            if key in self.found.new_to_old
        }
        self.kept = [(before, self.new[key]) for key, before in self.before.items()]
        self.reordered = self._reordered()
        self.runs = runs(self.kept, self.old, self.new)

    def run(self) -> Diff:
        changes = [*self._of_plan(), *self._of_items()]
        return Diff(changes=tuple(map(sealed, changes)), areas=self._areas(changes))

    def _of_plan(self) -> Iterator[Change]:
        yield from field_changes(PLAN, self.old_plan, self.new_plan, skip=frozenset())

    def _of_items(self) -> Iterator[Change]:
        """Yield the items' changes in the new draft's order; what is gone stands where it stood."""
        gone = self._gone()
        yield from map(self._removed, gone.get(None, ()))
        for key, row in self.new.items():
            before = self.before.get(key)
            if before is None or not self._is_as_before(before, row):
                yield from self._of_item(before, row)
            if key in gone:
                yield from map(self._removed, gone[key])

    def _is_as_before(self, before: Row, row: Row) -> bool:
        """Tell whether nothing is to be told of an item, as of most; looks at no field singly."""
        return (
            before.key == row.key
            and before.parent == row.parent
            and before.code == row.code
            and row.key not in self.reordered
            and row.key not in self.found.ancestors
            and _says_the_same(before.thing, row.thing)
        )

    def _of_item(self, before: Row | None, row: Row) -> Iterator[Change]:
        yield from self.lineages.changes(row.key)
        if before is None:
            if row.key not in self.found.ancestors:
                yield self._added(row)
            return
        if before.key != row.key and (before.thing.id or row.thing.id):
            yield self._told(Kind.RENAMED, row, _RENAMED, old=before.key, new=row.key)
        yield from self._placed(before, row)
        if before.code != row.code:
            yield self._renumbered(before, row)
        if not _says_the_same(before.thing, row.thing):
            yield from self._edited(before, row)

    def _renumbered(self, before: Row, row: Row) -> Change:
        run = self.runs.get(row.key)
        codes = {"old": before.code, "new": row.code}
        return self._told(Kind.RENUMBERED, row, _RENUMBERED, field="code", run=run, **codes)

    def _placed(self, before: Row, row: Row) -> Iterator[Change]:
        if not self._stays(before, row):
            yield self._told(
                Kind.MOVED, row, _MOVED, old=before.parent, new=row.parent, after=row.after
            )
        elif row.key in self.reordered:
            yield self._told(Kind.REORDERED, row, _REORDERED, old=before.after, new=row.after)

    def _edited(self, before: Row, row: Row) -> Iterator[Change]:
        for each in self._field_changes(before, row):
            is_description = each.field == "description"
            change = self.lineages.edited(row.key, each) if is_description else each
            yield self._told(
                Kind.EDITED,
                row,
                change.weight,
                field=change.field,
                old=change.old,
                new=change.new,
                words=change.words,
            )

    def _field_changes(self, before: Row, row: Row) -> Iterator[Change]:
        old, new = before.thing, row.thing
        if not isinstance(old, Item) or not isinstance(new, Item):
            return field_changes(INDICATOR, old, new, skip=frozenset({"id"}))
        skip = _NO_FIELDS
        if self._tells_replaces(row.key, old, new):
            skip |= {"replaces"}
        return field_changes(ITEM, old, new, skip=skip)

    def _tells_replaces(self, key: str, old: Item, new: Item) -> bool:
        """Tell whether a renaming, split or merge says what changed in ``replaces``."""
        if self.found.how[key] is Matched.REPLACES:
            return _one_more(old, new)
        return self.lineages.tells_replaces(key, old, new)

    def _told(self, kind: Kind, row: Row, weight: Weight, **rest: Any) -> Change:
        return Change(
            kind=kind,
            weight=weight,
            item=row.key,
            code=row.code,
            title=row.thing.title,
            area=row.area,
            matched=self.found.how.get(row.key),
            **rest,
        )

    def _added(self, row: Row) -> Change:
        return Change(
            kind=Kind.ADDED,
            weight=_ADDED,
            item=row.key,
            code=row.code,
            title=row.thing.title,
            area=row.area,
            parent=row.parent,
            after=row.after,
            new=own_fields(row),
        )

    def _removed(self, row: Row) -> Change:
        return Change(
            kind=Kind.REMOVED,
            weight=_REMOVED,
            item=row.key,
            code=row.code,
            title=row.thing.title,
            area=self._partner(row.area) or row.area,
            parent=row.parent,
            after=row.after,
            old=own_fields(row),
        )

    def _partner(self, key: str | None) -> str | None:
        """Return what the old *key* is called in the new draft."""
        return None if key is None else self.found.old_to_new.get(key)

    def _gone(self) -> dict[str | None, list[Row]]:
        """Return the rows that only the old draft has, by the new key that each stood after."""
        gone: dict[str | None, list[Row]] = defaultdict(list)
        last: str | None = None
        for key, row in self.old.items():
            if key in self.found.old_to_new:
                last = self.found.old_to_new[key]
            elif key not in self.found.heirs:
                gone[last].append(row)
        return gone

    def _reordered(self) -> set[str]:
        """Return the new keys of those with another place among the siblings that they kept."""
        unsettled = self._unsettled()
        if not unsettled:
            return set()
        stays = [
            (before, row)
            for before, row in self.kept
            if (row.parent, type(row.thing)) in unsettled and self._stays(before, row)
        ]
        new_lists = _lists(row for _, row in stays)
        stays.sort(key=lambda pair: pair[0].position)
        sizes = {row.key: _size(before) + _size(row) for before, row in stays}
        names = {row.key: " ".join(sorted((before.key, row.key))) for before, row in stays}
        moved: set[str] = set()
        for place, keys in _lists(row for _, row in stays).items():
            moved.update(set(keys) - stayed(keys, new_lists[place], sizes, names))
        return moved

    def _unsettled(self) -> set[_Place]:
        """Return the families in which anything follows on another sibling than it did."""
        return {
            (row.parent, type(row.thing))
            for before, row in self.kept
            if before.after != row.after and self._partner(before.after) != row.after
        }

    def _stays(self, before: Row, now: Row) -> bool:
        """Tell whether a row lies under the same parent in both drafts."""
        if before.parent is None or now.parent is None:
            return before.parent is now.parent
        return self._partner(before.parent) == now.parent

    def _areas(self, changes: list[Change]) -> dict[str | None, str]:
        headings: dict[str | None, str] = {}
        for change in changes:
            if change.area is not None and change.area not in headings:
                row = self.new.get(change.area) or self.old[change.area]
                headings[change.area] = f"{row.code or ''} {row.thing.title or row.key}".strip()
        return headings


_FIELDS = slice(Item._fields.index("description"), Item._fields.index("items"))
"""Where in the tuple of an item the fields stand that are its own, but for id, title and code."""

_NO_FIELDS = frozenset({"id", "code", "indicators"})
"""What of an item is told in ways of its own."""


def _says_the_same(old: Item | Indicator, new: Item | Indicator) -> bool:
    """Compare all fields of two items at once, but for id and code."""
    if isinstance(old, Item):
        return old.title == new.title and old[_FIELDS] == new[_FIELDS]
    return old[1:] == new[1:]


def _lists(rows: Iterable[Row]) -> dict[_Place, list[str]]:
    """Return the keys of *rows*, family by family."""
    lists: dict[_Place, list[str]] = defaultdict(list)
    for row in rows:
        lists[row.parent, type(row.thing)].append(row.key)
    return lists


def _size(row: Row) -> int:
    """Return how many items and indicators lie under a row."""
    if not isinstance(row.thing, Item):
        return 0
    return sum(1 + len(item.indicators) for item in row.thing.walk()) - 1


def _one_more(old: Item, new: Item) -> bool:
    """Tell whether the one of two states replaces what the other does, and that other besides."""
    return new.replaces == (*old.replaces, old.id) or old.replaces == (*new.replaces, new.id)
