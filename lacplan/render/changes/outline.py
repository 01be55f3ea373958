"""The order in which people read of changes: area by area, item by item, a renumbering once."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from lacplan.diff.change import Change, Diff, Kind


class Subject(NamedTuple):
    """An item, an indicator or the plan itself, with what is told of it."""

    item: str | None
    code: str | None
    title: str | None
    changes: tuple[Change, ...]


class Shift(NamedTuple):
    """Items whose codes shifted alike, and what lies under them."""

    change: Change
    """That of the first of them; its fingerprint stands for all."""

    old: tuple[str, str]
    """The first and the last code, of the items themselves; the same where it is one."""

    new: tuple[str, str]
    below: int
    """How many items lie under them and follow."""


class Section(NamedTuple):
    """What is told of one area, or of the plan itself."""

    area: str | None
    heading: str
    """The area's code and title; empty for the plan itself."""

    own: Subject | None
    """What is told of the area, or the plan, itself."""

    subjects: tuple[Subject, ...]
    shifts: tuple[Shift, ...]

    @property
    def changes(self) -> Iterator[Change]:
        """All changes but those of several items' codes."""
        for subject in (*((self.own,) if self.own else ()), *self.subjects):
            yield from subject.changes


class Outline(NamedTuple):
    """All that changed, in the order of the new draft."""

    sections: tuple[Section, ...]
    below: dict[str, int]
    """By the fingerprint of a single item's new code: how many items under it follow it."""


def outline(diff: Diff) -> Outline:
    """Return what *diff* tells, as people read it."""
    shifts, alone, folded = _renumbered(diff.changes)
    kept = (change for change in diff.changes if id(change) not in folded)
    areas: dict[str | None, list[Change]] = {None: []}
    for change in kept:
        areas.setdefault(change.area, []).append(change)
    for shift in shifts:
        areas.setdefault(_area(shift), [])
    sections = (
        _section(area, diff.areas.get(area, ""), changes, shifts) for area, changes in areas.items()
    )
    filled = (each for each in sections if each.own or each.subjects or each.shifts)
    return Outline(tuple(filled), alone)


def _section(area: str | None, heading: str, changes: list[Change], shifts: list[Shift]) -> Section:
    subjects = list(_subjects(changes))
    own = next((each for each in subjects if each.item == area), None)
    rest = tuple(each for each in subjects if each is not own)
    return Section(area, heading, own, rest, tuple(s for s in shifts if _area(s) == area))


def _subjects(changes: Iterable[Change]) -> Iterator[Subject]:
    """Yield the items of *changes*; one that is gone is never joined to one that took its id."""
    for (item, _), found in groupby(changes, lambda each: (each.item, each.kind is Kind.REMOVED)):
        told = tuple(found)
        yield Subject(item, told[0].code, told[0].title, told)


def _area(shift: Shift) -> str | None:
    """Return the area that *shift* is told with; where areas themselves shift, the whole plan."""
    change = shift.change
    return None if change.item == change.area else change.area


def _renumbered(changes: Iterable[Change]) -> tuple[list[Shift], dict[str, int], set[int]]:
    """Return what several items' shifts come to.

    Returns:
        The shifts of neighbours; of each item that shifted alone with what lies under it, how many
        follow it, by the fingerprint of its change; and the identities of all changes that are not
        told one by one.
    """
    runs: dict[str, list[Change]] = {}
    for change in changes:
        if change.kind is Kind.RENUMBERED and change.run is not None:
            runs.setdefault(change.run, []).append(change)
    shifts: list[Shift] = []
    alone: dict[str, int] = {}
    folded: set[int] = set()
    for label, members in runs.items():
        first, *others = members
        if label == f"{first.old} → {first.new}":
            alone[first.fingerprint] = len(others)
            folded.update(map(id, others))
        elif others:
            shifts.append(_shift(label, members))
            folded.update(map(id, members))
    return shifts, alone, folded


def _shift(label: str, members: list[Change]) -> Shift:
    """Return the shift that the engine labelled such as ``1.5–1.9 → 1.4–1.8``."""
    old, _, new = label.partition(" → ")
    old_first, _, old_last = old.partition("–")
    new_first, _, new_last = new.partition("–")
    depth = new_first.count(".")
    heads = sum(1 for each in members if str(each.new).count(".") == depth)
    return Shift(
        change=members[0],
        old=(old_first, old_last or old_first),
        new=(new_first, new_last or new_first),
        below=len(members) - heads,
    )
