"""Commits -> what each of them meant."""

from collections.abc import Container, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from lacplan.diff.change import Change, Class, Kind
from lacplan.history.commit import Before, Commit
from lacplan.model.plan import Plan

Slot = tuple[str | None, str]
"""An item's id (``None`` for the plan itself), and what of it can change by itself."""

_PLACED = (Kind.MOVED, Kind.REORDERED)


class Drafts(Protocol):
    """Who knows the drafts, by the ids of their blobs."""

    def fault(self, blob: str) -> str | None:
        """Return why a draft can't be read; ``None`` where it can."""

    def plan(self, blob: str) -> Plan:
        """Return the plan in a draft that can be read."""

    def changes(self, old: str, new: str) -> tuple[Change, ...]:
        """Return what changed between two drafts that can be read."""


class Nature(StrEnum):
    """What sort of commit it is."""

    BEGINS = "begins"
    """No draft that can be read was there before."""

    ENDS = "ends"
    """It took the draft away."""

    UNREADABLE = "unreadable"
    MERGE = "merge"
    """It joins several histories; its changes are those that none of them has."""

    LAYOUT = "layout"
    """It changed nothing but layout and comments, or the file's name."""

    EDITS = "edits"


class Origin(NamedTuple):
    """The draft that a commit is compared with."""

    blob: str
    commit: str | None
    """The id of the commit that left it so; ``None`` where history does not reach it."""


class Entry(NamedTuple):
    """What a commit meant.

    A draft that can't be read means nothing: the next commit is compared with the last draft that
    could be.
    """

    commit: Commit
    origins: tuple[Origin, ...]
    """What it is compared with: one for each parent. None where the draft begins."""

    changes: tuple[Change, ...] = ()
    """What it changed; of a merge what differs from every parent, so that nothing is told twice."""

    fault: str | None = None
    """Why the draft can't be read as it left it."""

    @property
    def kind(self) -> Nature:
        """What sort of commit it is; the first that applies."""
        if self.commit.after is None:
            return Nature.ENDS
        if self.fault is not None:
            return Nature.UNREADABLE
        if not self.origins:
            return Nature.BEGINS
        if self.commit.merges:
            return Nature.MERGE
        return Nature.EDITS if self.changes else Nature.LAYOUT

    @property
    def returns(self) -> bool:
        """Whether it brought the draft back after another had taken it away."""
        befores = self.commit.befores
        is_there = self.commit.after is not None and self.fault is None and bool(self.origins)
        return is_there and bool(befores) and all(each.state is None for each in befores)

    @property
    def moved_from(self) -> str | None:
        """Where the file lay before, if the commit renamed it."""
        after, states = self.commit.after, [each.state for each in self.commit.befores]
        if after is None or not states or any(s is None or s.path == after.path for s in states):
            return None
        return states[0].path if states[0] else None


def read_log(
    commits: Sequence[Commit], drafts: Drafts, *, only: Container[str] | None = None
) -> Iterator[Entry]:
    """Yield what each of *commits* meant, in their order, each worked out when it is asked for.

    Args:
        commits: The life of one draft, newest first.
        drafts: Who knows what changed between two drafts.
        only: The ids of the commits that are wanted, where not all are.
    """
    known = {commit.id: commit for commit in commits}
    for commit in commits:
        if only is not None and commit.id not in only:
            continue
        origins = tuple(dict.fromkeys(_origins(commit, known, drafts)))
        fault = drafts.fault(commit.after.blob) if commit.after else None
        if commit.after is None or fault is not None:
            yield Entry(commit, origins, fault=fault)
        else:
            olds = list(dict.fromkeys(origin.blob for origin in origins))
            told = [drafts.changes(old, commit.after.blob) for old in olds]
            yield Entry(commit, origins, _own(told))


def _origins(commit: Commit, known: dict[str, Commit], drafts: Drafts) -> Iterator[Origin]:
    for before in commit.befores:
        found = _readable(before, known, drafts)
        if found is not None:
            yield found


def _readable(before: Before, known: dict[str, Commit], drafts: Drafts) -> Origin | None:
    """Return the draft in *before*, or the nearest one further back that can be read."""
    left, seen = [before], set()
    for each in left:
        if each.state is not None and drafts.fault(each.state.blob) is None:
            return Origin(each.state.blob, each.commit)
        if each.commit in known and each.commit not in seen:
            seen.add(each.commit)
            left += known[each.commit].befores
    return None


def _own(told: Sequence[tuple[Change, ...]]) -> tuple[Change, ...]:
    """Return of the changes against each parent those that differ from every one of them."""
    if len(told) == 1:
        return told[0]
    differs = [_Difference(changes) for changes in told]
    own: dict[Slot, Change] = {}
    for changes in told:
        for change in changes:
            if all(change in each for each in differs):
                own.setdefault(slot(change), change)
    return tuple(own.values())


class _Difference:
    """In what a draft differs from a parent's."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self.slots = {slot(change) for change in changes}
        self.added = {change.item for change in changes if change.kind is Kind.ADDED}

    def __contains__(self, change: Change) -> bool:
        kept = change.kind not in (Kind.ADDED, Kind.REMOVED)
        return slot(change) in self.slots or (kept and change.item in self.added)


def of_class(entry: Entry, cls: Class) -> Entry | None:
    """Return *entry* with the changes of one class; ``None`` where it has none to tell.

    Where a draft begins, ends, returns or can't be read, that is told whatever the class.
    """
    changes = tuple(change for change in entry.changes if change.weight.cls is cls)
    told = entry.returns or entry.kind in (Nature.BEGINS, Nature.ENDS, Nature.UNREADABLE)
    return entry._replace(changes=changes) if changes or told else None


def slot(change: Change) -> Slot:
    """Return what *change* changes: one thing of one item, which two changes can disagree on."""
    if change.kind in (Kind.EDITED, Kind.RENUMBERED):
        return change.item, change.field or ""
    return change.item, "place" if change.kind in _PLACED else change.kind.value
