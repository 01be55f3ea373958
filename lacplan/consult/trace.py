"""Where each contribution is found again in a plan, through every version, and what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from lacplan.model.contribution import Contribution, Reflection
from lacplan.model.lineage import Lineage
from lacplan.model.plan import Indicator, Item, Plan, Stance
from lacplan.model.version import Version

Thing = Item | Indicator


class Standing(StrEnum):
    """What became of an item that reflects a contribution."""

    THERE = "there"
    CARRIED_ON = "carried-on"
    """It is gone, and others carry it on (``replaces``)."""

    REMOVED = "removed"
    NEVER = "never"
    """No version has it, nor the draft."""


class Claim(StrEnum):
    """What the version says that an item is said to reflect a contribution since."""

    HOLDS = "holds"
    """It has the item, new or changed since the version before, or moved, or with other items."""

    UNCHANGED = "unchanged"
    """It has the item, word for word as the version before."""

    MISSING = "missing"
    """It has no such item."""

    UNKNOWN = "unknown"
    """There is no such version, or it can't be read."""

    NONE = "none"
    """No version is named."""


class State(NamedTuple):
    """One state of the plan: a version, or the draft itself."""

    label: str | None
    """``None`` for the draft itself."""

    things: Mapping[str, Thing]
    """Its items and indicators by their ids."""

    areas: tuple[Item, ...]
    """Its outermost items."""


class Place(NamedTuple):
    """An item in which a contribution is said to be found again, followed through all states."""

    item: str
    code: str | None
    title: str | None
    """As in the newest state that has it."""

    since: str | None
    how: str | None
    note: str | None
    present: tuple[bool, ...]
    """For each state, whether it has the item."""

    standing: Standing
    removed_in: str | None
    """The first version without it; ``None`` where that is the draft, or it was not removed."""

    heirs: tuple[str, ...]
    """The ids in the draft that carry it on."""

    claim: Claim

    @property
    def stands(self) -> bool:
        """Whether it is found again in the draft."""
        return self.standing in (Standing.THERE, Standing.CARRIED_ON)


class Traced(NamedTuple):
    """A contribution and its places."""

    contribution: Contribution
    places: tuple[Place, ...]

    @property
    def stands(self) -> bool:
        """Whether it is found again anywhere in the draft."""
        return any(place.stands for place in self.places)


class Orphan(NamedTuple):
    """An item that no contribution is reflected in, nor in anything under it."""

    item: Item
    under: str | None
    """The id of the nearest item above it that a contribution is reflected in."""


class Trace:
    """All contributions against all states of a plan.

    Args:
        contributions: What was brought in.
        plan: The draft.
        versions: Its versions, the oldest first; those that can't be read are passed over.
        label: What the draft itself was published under, if it was.
    """

    def __init__(
        self,
        contributions: Sequence[Contribution],
        plan: Plan,
        versions: Sequence[Version],
        *,
        label: str | None = None,
    ) -> None:
        self.plan = plan
        known = [_state(each.label, each.plan) for each in versions if each.plan is not None]
        self.states = (*known, _state(label, plan))
        self._plans = [*(each.plan for each in versions if each.plan), plan]
        self._known: dict[int, dict[str, Stance]] = {}
        self._lineage = Lineage(self._plans)
        self.contributions = tuple(
            Traced(each, tuple(self._place(where) for where in each.reflected_in))
            for each in contributions
        )

    def by(self, member: str) -> tuple[Traced, ...]:
        """Return what *member* brought in."""
        return tuple(each for each in self.contributions if each.contribution.by == member)

    def into(self, item: str) -> tuple[Traced, ...]:
        """Return what is reflected in an item, in what it carries on, and in what lay under it.

        Args:
            item: Its id.
        """
        held = {item}
        for thing in (state.things.get(item) for state in self.states):
            for below in thing.walk() if isinstance(thing, Item) else ():
                held |= {below.id, *(each.id for each in below.indicators)}
        return tuple(
            each
            for each in self.contributions
            if any(held.intersection((place.item, *place.heirs)) for place in each.places)
        )

    @property
    def nowhere(self) -> tuple[Traced, ...]:
        """The contributions that are found again nowhere in the draft."""
        return tuple(each for each in self.contributions if not each.stands)

    @property
    def orphans(self) -> tuple[Orphan, ...]:
        """The items that nobody asked for, in the order of the plan."""
        return tuple(self._orphans(self.plan.items, None))

    def find(self, id: str) -> Thing | None:
        """Return the newest state of the item or indicator with this id or, else, code."""
        for state in reversed(self.states):
            if id in state.things:
                return state.things[id]
        by_code = (
            thing
            for state in reversed(self.states)
            for thing in state.things.values()
            if isinstance(thing, Item) and thing.code == id
        )
        return next(by_code, None)

    @cached_property
    def _asked(self) -> frozenset[str]:
        places = [place for each in self.contributions for place in each.places]
        return frozenset(id for place in places for id in (place.item, *place.heirs))

    def _orphans(self, items: Sequence[Item], under: str | None) -> Iterator[Orphan]:
        for item in items:
            if not self._is_asked(item):
                yield Orphan(item, under)
            yield from self._orphans(item.items, item.id if item.id in self._asked else under)

    def _is_asked(self, item: Item) -> bool:
        return item.id in self._holders

    @cached_property
    def _holders(self) -> frozenset[str]:
        """The ids of the items that were asked for, or that hold one that was."""
        found: set[str] = set()

        def walk(item: Item) -> bool:
            below = [walk(each) for each in item.items]  # all of them, so no generator
            own = any(each.id in self._asked for each in item.indicators)
            if item.id in self._asked or own or any(below):
                found.add(item.id)
                return True
            return False

        for item in self.plan.items:
            walk(item)
        return frozenset(found)

    def _place(self, where: Reflection) -> Place:
        present = tuple(where.item in state.things for state in self.states)
        thing = self.find_id(where.item)
        heirs = () if present[-1] else self._lineage.heirs(where.item, self.states[-1].things)
        if present[-1]:
            standing = Standing.THERE
        elif heirs:
            standing = Standing.CARRIED_ON
        else:
            standing = Standing.REMOVED if any(present) else Standing.NEVER
        gone = len(present) - present[::-1].index(True) if any(present) else 0
        return Place(
            item=where.item,
            code=thing.code if isinstance(thing, Item) else None,
            title=thing.title if thing else None,
            since=where.since,
            how=where.how,
            note=where.note,
            present=present,
            standing=standing,
            removed_in=self.states[gone].label if gone and not present[-1] else None,
            heirs=heirs,
            claim=self._claim(where),
        )

    def find_id(self, id: str) -> Thing | None:
        """Return the newest state of the item or indicator with this id."""
        return next((one.things[id] for one in reversed(self.states) if id in one.things), None)

    def _claim(self, where: Reflection) -> Claim:
        if where.since is None:
            return Claim.NONE
        labels = [state.label for state in self.states]
        if where.since not in labels:
            return Claim.UNKNOWN
        at = labels.index(where.since)
        if where.item not in self.states[at].things:
            return Claim.MISSING
        before = self._stances(at - 1).get(where.item) if at else None
        return Claim.UNCHANGED if before == self._stances(at)[where.item] else Claim.HOLDS

    def _stances(self, at: int) -> dict[str, Stance]:
        """Return what each thing says in a state, and where it stands there."""
        if at not in self._known:
            self._known[at] = self._plans[at].stances()
        return self._known[at]


def _state(label: str | None, plan: Plan) -> State:
    return State(label, _things(plan), plan.items)


def _things(plan: Plan) -> dict[str, Thing]:
    found: dict[str, Thing] = {}
    for item in plan.walk():
        found.setdefault(item.id, item)
        for indicator in item.indicators:
            found.setdefault(indicator.id, indicator)
    return found
