"""Three orders of one list -> one order that keeps what each side moved and put in."""

from collections.abc import Callable, Iterable
from collections.abc import Sequence as Several
from typing import Any, NamedTuple

from lacplan.diff.order import stayed


class Order(NamedTuple):
    """What came out: the members, each with the side that alone has it there, or nothing."""

    places: tuple[tuple[str, str], ...]
    """Each member with ``ours`` or ``theirs`` where each side moved it to another place (then it
    stands twice); else with the empty text."""

    @property
    def keys(self) -> list[str]:
        """The members in order."""
        return [key for key, _ in self.places]

    @property
    def torn(self) -> set[str]:
        """The members that each side moved to another place."""
        return {key for key, side in self.places if side}


Rank = Callable[[str], Any]


def merge_order(
    base: Several[str],
    ours: Several[str],
    theirs: Several[str],
    members: Iterable[str],
    rank: Rank,
) -> Order:
    """Return the order of *members*.

    What neither side moved, and what both put in one place, keeps its order and parts the list into
    slots; all else stands in the slot that whoever put it there gave it. Where both put something
    into one slot, the runs stand in the order of *rank*, so that it makes no difference which side
    is ours.

    Args:
        base: The keys in the base's order, each once.
        ours: Those of ours.
        theirs: Those of theirs.
        members: Which of all these are in the merged list.
        rank: What orders two runs in one slot, by the first key of each; unlike for unlike keys.
    """
    inside = set(members)
    one, other = ([key for key in keys if key in inside] for keys in (ours, theirs))
    if one == other:
        return Order(tuple((key, "") for key in one))
    both = set(one) & set(other)
    known = both.intersection(base)
    first, second = ([key for key in each if key in known] for each in (one, other))
    start = [key for key in base if key in known]
    moved, moved_too = (
        (set(), set()) if first == second else (_moved(start, first), _moved(start, second))
    )
    fixed = _fixed(one, other, known - moved - moved_too, both - (moved ^ moved_too))
    torn = (moved & moved_too) - fixed
    placing = _Placing(one, other, fixed)
    for key in dict.fromkeys((*one, *other)):
        if key not in fixed:
            placing.put(
                key,
                mine=key not in moved_too or key in moved,
                yours=key not in moved or key in moved_too,
                is_torn=key in torn,
            )
    return placing.order(rank)


def _moved(base: list[str], side: list[str]) -> set[str]:
    return set(side) - stayed(base, side, {}, {})


def _fixed(one: list[str], other: list[str], unmoved: set[str], may: set[str]) -> set[str]:
    """Return *unmoved*, and what of *may* both have in the same places among these."""
    slots, others = _slots(one, unmoved), _slots(other, unmoved)
    may = unmoved | {key for key in may - unmoved if slots[key] == others[key]}
    pair = sorted([key for key in keys if key in may] for keys in (one, other))
    return stayed(pair[0], pair[1], {}, {})


def _slots(keys: list[str], fixed: set[str]) -> dict[str, int]:
    """Return after how many of *fixed* each other key stands."""
    found: dict[str, int] = {}
    seen = 0
    for key in keys:
        if key in fixed:
            seen += 1
        else:
            found[key] = seen
    return found


class _Placing:
    """The slots between what is fixed, and the runs that each side has in them."""

    def __init__(self, one: list[str], other: list[str], fixed: set[str]) -> None:
        self.fixed = [key for key in one if key in fixed]
        self.slots = (_slots(one, fixed), _slots(other, fixed))
        self.runs: dict[int, tuple[list[str], list[str], list[str]]] = {}
        self.torn: set[str] = set()
        self.ranks = (
            {key: n for n, key in enumerate(one)},
            {key: n for n, key in enumerate(other)},
        )

    def put(self, key: str, *, mine: bool, yours: bool, is_torn: bool) -> None:
        """Note the slot of *key*: as ours has it, as theirs has it, or where it stands first."""
        here, there = (slots.get(key) for slots in self.slots)
        if is_torn and here != there:
            self.torn.add(key)
            self._run(here, 0).append(key)
            self._run(there, 1).append(key)
        elif there is None or (here is not None and mine and not yours):
            self._run(here, 0).append(key)
        elif here is None or not mine:
            self._run(there, 1).append(key)
        else:
            self._run(min(here, there), 2).append(key)

    def _run(self, slot: int | None, turn: int) -> list[str]:
        return self.runs.setdefault(slot or 0, ([], [], []))[turn]

    def order(self, rank: Rank) -> Order:
        """Return what is fixed with all else in its slots."""
        places: list[tuple[str, str]] = []
        for slot in range(len(self.fixed) + 1):
            if slot:
                places.append((self.fixed[slot - 1], ""))
            places += self._slot(slot, rank)
        return Order(tuple(places))

    def _slot(self, slot: int, rank: Rank) -> list[tuple[str, str]]:
        mine, yours, shared = self.runs.get(slot, ([], [], []))
        runs = [
            [
                (key, "ours" if key in self.torn else "")
                for key in sorted(mine, key=self.ranks[0].__getitem__)
            ],
            [
                (key, "theirs" if key in self.torn else "")
                for key in sorted(yours, key=self.ranks[1].__getitem__)
            ],
            *([(key, "")] for key in shared),
        ]
        told = sorted((run for run in runs if run), key=lambda run: rank(run[0][0]))
        return [each for run in told for each in run]
