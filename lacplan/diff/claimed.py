"""What a plan's authors say they changed, held against what a diff shows."""

from collections.abc import Iterable, Iterator, Mapping

from lacplan.diff.change import Change, Class, Kind
from lacplan.diff.compare import diff
from lacplan.model.issues import Claim
from lacplan.model.plan import Plan

_WHOLE = frozenset({Kind.ADDED, Kind.REMOVED, Kind.SPLIT, Kind.MERGED})
"""The kinds of changes by which an item comes or goes with all its fields."""

INDICATORS = "indicators"


class Evidence:
    """All that changed between two versions, to look claims up in.

    Args:
        old: The version that was consulted.
        new: The one that is said to have the changes.
    """

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old, self.new = old, new
        self.diff = diff(old, new)
        self.ids = old.ids() | new.ids()
        self._holders = {**_holders(old), **_holders(new)}
        self._by_item: dict[str | None, list[Change]] = {}
        self._below: dict[str, list[Change]] = {}
        for change in self.diff.changes:
            if change.weight.is_layout:
                continue
            for item in _names(change):
                self._by_item.setdefault(item, []).append(change)
            if change.kind in (Kind.ADDED, Kind.REMOVED) and change.parent:
                self._below.setdefault(change.parent, []).append(change)
            elif change.item in self._holders:
                self._below.setdefault(self._holders[change.item], []).append(change)

    def has(self, item: str) -> bool:
        """Tell whether one of the two versions has an item or indicator with the id *item*."""
        return item in self.ids

    def of(self, claim: Claim) -> tuple[Change, ...]:
        """Return the changes that *claim* speaks of, in the order of the new version.

        A claim on a field speaks of that field, also where the whole item came or went. One
        without speaks of all that happened to the item: its fields, its place, its indicators,
        and what was added or removed under it. Other white space is no change.
        """
        if claim.item is None:
            own = self._by_item.get(None, ())
            return tuple(each for each in own if claim.field in (None, each.field))
        found = {id(each): each for each in self._of_item(claim.item, claim.field)}
        return tuple(each for each in self.diff.changes if id(each) in found) if found else ()

    def unexplained(self, claims: Iterable[Claim]) -> tuple[Change, ...]:
        """Return the substantive changes that none of *claims* speaks of.

        The plan's stage is none of them: it tells how far the drafting has come.
        """
        told: set[int] = set()
        for claim in set(claims):
            told.update(map(id, self._of_item(claim.item, claim.field)))
        return tuple(
            each
            for each in self.diff.changes
            if each.weight.cls is Class.SUBSTANTIVE
            and id(each) not in told
            and (each.item, each.field) != (None, "stage")
        )

    def _of_item(self, item: str | None, field: str | None) -> Iterator[Change]:
        for change in self._by_item.get(item, ()):
            if field is None or _has_field(change, field):
                yield change
        if item is not None and field in (None, INDICATORS):
            yield from self._under(item, only_indicators=field is not None)

    def _under(self, item: str, *, only_indicators: bool) -> Iterator[Change]:
        """Yield what came and went under *item*, and what happened to its indicators."""
        waiting, seen = [item], {item}
        while waiting:
            for change in self._below.get(waiting.pop(), ()):
                if only_indicators and change.item not in self._holders:
                    continue
                yield change
                if change.kind in _WHOLE and change.item and change.item not in seen:
                    seen.add(change.item)
                    waiting.append(change.item)


def _names(change: Change) -> Iterator[str | None]:
    """Yield each id that *change* is about: also the old ones, of what has another id now."""
    yield change.item
    if change.kind is Kind.RENAMED:
        yield str(change.old)
    elif change.kind in (Kind.SPLIT, Kind.MERGED) and isinstance(change.old, list):
        yield from (str(each) for each in change.old if each != change.item)


def _has_field(change: Change, field: str) -> bool:
    """Tell whether *change* is one of the field *field*, or of a whole item that has it."""
    if change.kind not in _WHOLE:
        return change.field == field
    whole = change.content if change.kind in (Kind.SPLIT, Kind.MERGED) else change.new or change.old
    return isinstance(whole, dict) and field in whole


def _holders(plan: Plan) -> Mapping[str, str]:
    """Return the id of each indicator's item."""
    return {each.id: item.id for item in plan.walk() for each in item.indicators}
