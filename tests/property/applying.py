"""Applying a diff to the old draft: a diff that tells everything gives the new one."""

from typing import Any, NamedTuple

from lacplan.diff.change import Change, Kind, Matched
from lacplan.diff.flat import flatten, own_fields
from lacplan.model.encode import encode_record
from lacplan.model.fields import PLAN
from lacplan.model.plan import Item, Plan


class State(NamedTuple):
    """A draft as a diff sees it: its fields, its items' fields, and who lies where, in order."""

    plan: dict[str, Any]
    items: dict[str, dict[str, Any]]
    below: dict[tuple[str | None, bool], list[str]]
    """By parent, and whether they are items (or else indicators)."""


def state(plan: Plan) -> State:
    """Return *plan* as a state."""
    below: dict[tuple[str | None, bool], list[str]] = {}
    rows = flatten(plan)
    for key, row in rows.items():
        below.setdefault((row.parent, isinstance(row.thing, Item)), []).append(key)
    items = {key: own_fields(row) for key, row in rows.items()}
    return State(encode_record(PLAN, plan), items, below)


def applied(changes: tuple[Change, ...], old: State, is_item: dict[str, bool]) -> State:
    """Return what *changes* make of *old*."""
    return _Applying(old, is_item).run(changes)


class _Applying:
    def __init__(self, old: State, is_item: dict[str, bool]) -> None:
        self.plan = dict(old.plan)
        self.items = {key: dict(fields) for key, fields in old.items.items()}
        self.place: dict[str, str | None] = {}
        self.order: dict[tuple[str | None, bool], list[str]] = {}
        self.is_item = is_item
        for (parent, kind), keys in old.below.items():
            self.order[parent, kind] = list(keys)
            self.place.update(dict.fromkeys(keys, parent))

    def run(self, changes: tuple[Change, ...]) -> State:
        lineages = [change for change in changes if change.kind in (Kind.SPLIT, Kind.MERGED)]
        self.merged = {change.item for change in lineages if change.kind is Kind.MERGED}
        self.stays = {key for change in lineages for key in change.old if key in change.new}
        for change in changes:
            self._leave(change)
        self._rename({c.old: c.new for c in changes if c.kind is Kind.RENAMED}, changes)
        for change in changes:
            self._arrive(change)
        kept = {place: keys for place, keys in self.order.items() if keys}
        return State(self.plan, self.items, kept)

    def _take(self, key: str) -> None:
        for keys in self.order.values():
            if key in keys:
                keys.remove(key)

    def _leave(self, change: Change) -> None:
        match change.kind:
            case Kind.REMOVED:
                self._forget(str(change.item))
            case Kind.SPLIT | Kind.MERGED:
                self._carry_over(change)
                for key in {*change.old} - self.stays:
                    self._forget(str(key))

    def _carry_over(self, change: Change) -> None:
        """Let ``replaces`` of an item that stays say what the lineage says of it."""
        if change.kind is Kind.MERGED and change.item in change.old:
            self._replace(change.item, change.content.get("replaces", []))
        for key in change.old:
            if change.kind is Kind.SPLIT and key in self.items and key not in self.merged:
                kept = [
                    each for each in self.items[key].get("replaces", []) if each not in change.new
                ]
                self._replace(key, kept)

    def _replace(self, key: str, replaces: list[str]) -> None:
        self.items[key].pop("replaces", None)
        if replaces:
            self.items[key]["replaces"] = replaces

    def _forget(self, key: str) -> None:
        self._take(key)
        self.items.pop(key, None)

    def _rename(self, names: dict[Any, Any], changes: tuple[Change, ...]) -> None:
        written = {c.item for c in changes if c.field == "replaces"}
        how = {c.item: c.matched for c in changes if c.kind is Kind.RENAMED}
        self.items = {names.get(key, key): fields for key, fields in self.items.items()}
        for old, new in names.items():
            self.items[new]["id"] = new
            if how[new] is Matched.REPLACES and new not in written:
                self._carry_on(self.items[new], str(old), str(new))
        self.order = {
            (names.get(parent, parent), kind): [names.get(key, key) for key in keys]
            for (parent, kind), keys in self.order.items()
        }

    def _carry_on(self, fields: dict[str, Any], old: str, new: str) -> None:
        """Let ``replaces`` say of a renaming what the diff does not repeat."""
        replaces = [*fields.pop("replaces", [])]
        if replaces[-1:] == [new]:
            replaces.pop()  # seen from the end, the renaming is undone
        else:
            replaces.append(old)
        if replaces:
            fields["replaces"] = replaces

    def _arrive(self, change: Change) -> None:
        key = str(change.item)
        match change.kind:
            case Kind.ADDED:
                self.items[key] = dict(change.new)
                self._put(key, change.parent, change.after)
            case Kind.SPLIT | Kind.MERGED:
                if key not in self.items:
                    self.items[key] = dict(change.content)
                    self._put(key, change.parent, change.after)
            case Kind.MOVED:
                self._put(key, change.new, change.after)
            case Kind.REORDERED:
                parent = next(p for (p, _), keys in self.order.items() if key in keys)
                self._put(key, parent, change.new)
            case Kind.RENUMBERED | Kind.EDITED:
                fields = self.plan if change.item is None else self.items[key]
                fields.pop(change.field, None)
                if change.new is not None:
                    fields[change.field] = change.new

    def _put(self, key: str, parent: Any, after: Any) -> None:
        self._take(key)
        siblings = self.order.setdefault((parent, self.is_item[key]), [])
        siblings.insert(0 if after is None else siblings.index(after) + 1, key)
