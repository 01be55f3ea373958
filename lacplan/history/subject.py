"""Which item is meant, also where it exists no more."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lacplan.diff.change import Change, Kind
from lacplan.history.log import Entry
from lacplan.model.plan import Plan


class Subject(NamedTuple):
    """An item or an indicator, as it was last."""

    id: str
    code: str | None
    title: str
    indicators: tuple[str, ...] = ()
    """The ids of its indicators."""


def find_subject(name: str, plan: Plan | None, entries: Iterable[Entry]) -> Subject | None:
    """Return the item or indicator with the id or the code *name*.

    The newest draft decides, its ids before its codes; else whatever was last called so.

    Args:
        name: An id or a code.
        plan: The newest draft that can be read.
        entries: What the commits meant, newest first.
    """
    found = _in_plan(name, plan) if plan else None
    if found:
        return found
    by_code = None
    for entry in entries:
        for change in entry.changes:
            subject = Subject(change.item or "", change.code, change.title or "")
            if name == change.item:
                return subject
            if change.kind is Kind.RENAMED and name == change.old:
                return subject._replace(id=name)
            if by_code is None and change.item and name in _codes(change):
                by_code = subject
    return by_code


def names(plan: Plan | None, entries: Iterable[Entry]) -> frozenset[str]:
    """Return every id and every code that an item was ever called by."""
    found = set(plan.ids()) if plan else set()
    found.update(item.code for item in (plan.walk() if plan else ()) if item.code)
    for entry in entries:
        for change in entry.changes:
            found.update(filter(None, (change.item, *_codes(change))))
    return frozenset(found)


def _in_plan(name: str, plan: Plan) -> Subject | None:
    item = plan.find(name)
    if item is not None:
        return Subject(item.id, item.code, item.title, tuple(each.id for each in item.indicators))
    for each in (indicator for item in plan.walk() for indicator in item.indicators):
        if each.id == name:
            return Subject(each.id, None, each.title)
    return None


def _codes(change: Change) -> Iterator[str]:
    """Yield the codes that the item of *change* bore before and after."""
    if change.code:
        yield change.code
    if change.kind is Kind.RENUMBERED and change.old:
        yield str(change.old)
