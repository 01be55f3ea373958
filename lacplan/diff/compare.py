"""Two plans -> what changed between them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from lacplan.collector import paused
from lacplan.diff.change import Change, Class, Diff, Kind, Matched, Run, Weight
from lacplan.diff.fields import field_changes
from lacplan.diff.fingerprint import sealed
from lacplan.diff.flat import Row, flatten, own_fields
from lacplan.diff.lineage import edited_words, lineage_changes
from lacplan.diff.match import Matching, Table, match
from lacplan.diff.numbering import runs
from lacplan.diff.order import stayed
from lacplan.model.fields import INDICATOR, ITEM, PLAN
from lacplan.model.plan import Indicator, Item, Plan

_ADDED = Weight(Class.SUBSTANTIVE, "it is new")
_REMOVED = Weight(Class.SUBSTANTIVE, "it is gone")
_MOVED = Weight(Class.SUBSTANTIVE, "it has another place in the plan")
_RENAMED = Weight(Class.EDITORIAL, "its id")
_REORDERED = Weight(Class.EDITORIAL, "order")
_RENUMBERED = Weight(Class.EDITORIAL, "numbering")


@paused()
def diff(old: Plan, new: Plan) -> Diff:
    """Return what changed between *old* and *new*."""
    return _Comparison(old, new).run()


class _Comparison:
    """What the steps of one comparison share."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old_plan, self.new_plan = old, new
        self.old: Table = flatten(old)
        self.new: Table = flatten(new)
        self.found: Matching = match(self.old, self.new, old_name=old.name, new_name=new.name)
        self.reordered = self._reordered()
        self.runs = runs(self.old, self.new, self.found)
        self.lineage = lineage_changes(self.old, self.new, self.found)

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
            yield from self._of_item(key, row)
            yield from map(self._removed, gone.get(key, ()))

    def _of_item(self, key: str, row: Row) -> Iterator[Change]:
        if key in self.lineage:
            yield from self.lineage[key]
        before = self.old.get(self.found.new_to_old.get(key, ""))
        if before is None:
            if key not in self.lineage:
                yield self._added(row)
            return
        if before.key != key:
            yield self._told(Kind.RENAMED, row, _RENAMED, old=before.key, new=key)
        yield from self._placed(before, row)
        if before.code != row.code:
            yield self._told(
                Kind.RENUMBERED,
                row,
                _RENUMBERED,
                field="code",
                old=before.code,
                new=row.code,
                run=self.runs.get(key),
            )
        yield from self._edited(before, row)

    def _placed(self, before: Row, row: Row) -> Iterator[Change]:
        if not self._stays(before, row):
            yield self._told(
                Kind.MOVED, row, _MOVED, old=before.parent, new=row.parent, after=row.after
            )
        elif row.key in self.reordered:
            yield self._told(Kind.REORDERED, row, _REORDERED, old=before.after, new=row.after)

    def _edited(self, before: Row, row: Row) -> Iterator[Change]:
        renamed = self.found.how[row.key] is Matched.REPLACES
        for change in _thing_changes(before.thing, row.thing, renamed=renamed):
            yield self._told(
                Kind.EDITED,
                row,
                change.weight,
                field=change.field,
                old=change.old,
                new=change.new,
                words=self._words(row.key, change),
            )

    def _words(self, key: str, change: Change) -> tuple[Run, ...]:
        """Return the words of an edit, with what was carried through a split or merge kept."""
        if change.field == "description" and change.words and self.found.lineages:
            among = edited_words(key, self.old, self.new, self.found)
            return change.words if among is None else among
        return change.words

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
        told = {key for each in self.found.lineages for key in each.olds}
        gone: dict[str | None, list[Row]] = defaultdict(list)
        last: str | None = None
        for key, row in self.old.items():
            if key in self.found.old_to_new:
                last = self.found.old_to_new[key]
            elif key not in told:
                gone[last].append(row)
        return gone

    def _reordered(self) -> set[str]:
        """Return the new keys of those with another place among the siblings that they kept."""
        old_lists: dict[tuple[str | None, type], list[str]] = defaultdict(list)
        new_lists: dict[tuple[str | None, type], list[str]] = defaultdict(list)
        for key, row in self.old.items():
            now = self.new.get(self.found.old_to_new.get(key, ""))
            if now is not None and self._stays(row, now):
                old_lists[now.parent, type(now.thing)].append(now.key)
        kept = {key for keys in old_lists.values() for key in keys}
        for key, row in self.new.items():
            if key in kept:
                new_lists[row.parent, type(row.thing)].append(key)
        changed = {
            key for place, keys in new_lists.items() if keys != old_lists[place] for key in keys
        }
        sizes = self._sizes(changed) if changed else {}
        names = {
            now: " ".join(sorted((before, now)))
            for before, now in self.found.old_to_new.items()
            if before != now
        }
        moved: set[str] = set()
        for place, keys in new_lists.items():
            moved.update(set(keys) - stayed(old_lists[place], keys, sizes, names))
        return moved

    def _stays(self, before: Row, now: Row) -> bool:
        """Tell whether a row lies under the same parent in both drafts."""
        if before.parent is None or now.parent is None:
            return before.parent is now.parent
        return self._partner(before.parent) == now.parent

    def _sizes(self, kept: set[str]) -> dict[str, int]:
        """Return how many items lie under each key, in both drafts together."""
        sizes: dict[str, int] = dict.fromkeys(kept, 0)
        for table, names in ((self.old, self.found.old_to_new), (self.new, None)):
            below: dict[str, int] = defaultdict(int)
            for key, row in reversed(table.items()):
                name = names.get(key, "") if names is not None else key
                if name in sizes:
                    sizes[name] += below[key]
                if row.parent is not None:
                    below[row.parent] += below[key] + 1
        return sizes

    def _areas(self, changes: list[Change]) -> dict[str | None, str]:
        headings: dict[str | None, str] = {}
        for change in changes:
            row = self.new.get(change.area or "") or self.old.get(change.area or "")
            if row is not None:
                headings[change.area] = f"{row.code or ''} {row.thing.title}".strip()
        return headings


_FIELDS = slice(Item._fields.index("description"), Item._fields.index("items"))
"""Where in the tuple of an item the fields stand that are its own, but for id, title and code."""


def _thing_changes(
    old: Item | Indicator, new: Item | Indicator, *, renamed: bool
) -> Iterator[Change]:
    if isinstance(new, Indicator):
        yield from field_changes(INDICATOR, old, new, skip=frozenset({"id"}))
        return
    if isinstance(old, Item) and old.title == new.title and old[_FIELDS] == new[_FIELDS]:
        return  # as most are: one comparison of tuples instead of twenty of fields
    skip = {"id", "code", "indicators"}
    if isinstance(old, Item) and renamed and _one_more(old, new):
        skip.add("replaces")  # it says what the renaming says
    yield from field_changes(ITEM, old, new, skip=frozenset(skip))


def _one_more(old: Item, new: Item) -> bool:
    """Tell whether the one of two states replaces what the other does, and that other besides."""
    return new.replaces == (*old.replaces, old.id) or old.replaces == (*new.replaces, new.id)
