"""The life of one item: every commit that did something to it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lacplan.diff.change import Change, Kind
from lacplan.diff.compare import diff
from lacplan.history.commit import Commit
from lacplan.history.log import Drafts, Entry, Nature
from lacplan.model.encode import Json
from lacplan.model.fields import INDICATOR, ITEM, REPLACED
from lacplan.model.plan import Plan

_OF_INDICATORS = frozenset(INDICATOR.by_key) - frozenset(ITEM.by_key)
"""The fields by which an indicator is told from an item."""


class Event(NamedTuple):
    """What a commit did to the item, its indicators included."""

    commit: Commit
    changes: tuple[Change, ...]
    """Of a commit that the draft begins, ends or comes back with: that the item was added or
    removed."""


class Forebear(NamedTuple):
    """An item of another plan that the item carries on."""

    plan: str
    id: str
    commit: Commit
    """The commit that says so."""


class Life(NamedTuple):
    """The life of an item in one plan."""

    events: tuple[Event, ...]
    """Newest first."""

    ids: frozenset[str]
    """What it and those that it carries on were called, and their indicators."""

    forebears: tuple[Forebear, ...]


def live(ids: Iterable[str], entries: Iterable[Entry], drafts: Drafts, *, plan: str) -> Life:
    """Return the life of the item called *ids*, and of those in the plan that it carries on.

    An id is never reused, so an item that went and came back is one item.

    Args:
        ids: Its id, and those of its indicators.
        entries: What the commits meant, newest first.
        drafts: Who knows the drafts.
        plan: The plan's name.
    """
    tracked = _Tracked(set(ids), plan)
    events = []
    for entry in entries:
        ours = tracked.follow(_changes(entry, drafts), entry.commit)
        if ours:
            events.append(Event(entry.commit, ours))
    return Life(tuple(events), frozenset(tracked.ids), tuple(tracked.forebears))


def _changes(entry: Entry, drafts: Drafts) -> tuple[Change, ...]:
    """Return what *entry* changed, all items of a draft that begins, ends or returns included."""
    if entry.kind is Nature.BEGINS and entry.commit.after is not None:
        plan = drafts.plan(entry.commit.after.blob)
        return diff(_without_items(plan), plan).changes
    if entry.kind is Nature.ENDS and entry.origins:
        plan = drafts.plan(entry.origins[0].blob)
        return diff(plan, _without_items(plan)).changes
    if entry.returns and entry.commit.after is not None:
        # What is missing now was told as removed by the commit that took the draft away.
        plan = drafts.plan(entry.commit.after.blob)
        told = [change for change in entry.changes if change.kind is not Kind.REMOVED]
        new = {change.item for change in told if change.kind is Kind.ADDED}
        back = diff(_without_items(plan), plan).changes
        return (*(change for change in back if change.item not in new), *told)
    return entry.changes


def _without_items(plan: Plan) -> Plan:
    return plan._replace(items=())


class _Tracked:
    """What the item was called, further and further back."""

    def __init__(self, ids: set[str], plan: str) -> None:
        self.ids = ids
        self.plan = plan
        self.forebears: list[Forebear] = []

    def follow(self, changes: Iterable[Change], commit: Commit) -> tuple[Change, ...]:
        """Return those of *changes* that are of the item, and look out for what they name."""
        ours = tuple(change for change in changes if self._is_ours(change))
        for change in ours:
            if change.item in self.ids or change.kind in (Kind.ADDED, Kind.REMOVED):
                self._look_out(change, commit)
        return ours

    def _is_ours(self, change: Change) -> bool:
        if change.item in self.ids:
            return True
        if change.kind in (Kind.SPLIT, Kind.MERGED):
            return not self.ids.isdisjoint(map(str, _listed(change.old)))
        if change.kind in (Kind.ADDED, Kind.REMOVED) and change.parent in self.ids:
            content = change.new if change.kind is Kind.ADDED else change.old
            return isinstance(content, dict) and not _OF_INDICATORS.isdisjoint(content)
        return False

    def _look_out(self, change: Change, commit: Commit) -> None:
        if change.item is not None:
            self.ids.add(change.item)
        if change.kind is Kind.RENAMED:
            self.ids.add(str(change.old))
        if change.kind in (Kind.SPLIT, Kind.MERGED):
            self.ids.update(map(str, _listed(change.old)))
        for reference in _replaced(change):
            plan, _, id = reference.rpartition("#")
            if plan in ("", self.plan):
                self.ids.add(id)
            else:
                self.forebears.append(Forebear(plan, id, commit))


def _replaced(change: Change) -> Iterator[str]:
    """Yield what *change* says that its item replaces; what is no reference is left out."""
    match change.kind:
        case Kind.ADDED:
            said = change.new
        case Kind.SPLIT | Kind.MERGED:
            said = change.content
        case Kind.EDITED if change.field == "replaces":
            said = {"replaces": change.new}
        case _:
            return
    for each in _listed(said.get("replaces")) if isinstance(said, dict) else ():
        if isinstance(each, str) and re.fullmatch(REPLACED.pattern, each):
            yield each


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
