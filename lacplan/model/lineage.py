"""What became of an item that is gone: which items carry it on (``replaces``)."""

from collections.abc import Collection, Iterable

from lacplan.model.plan import Plan


class Lineage:
    """Who carries on whom, over all states of a plan.

    Args:
        plans: The states, the oldest first.
    """

    def __init__(self, plans: Iterable[Plan]) -> None:
        self._heirs: dict[str, dict[str, None]] = {}
        for plan in plans:
            for item in plan.walk():
                for old in item.replaces:
                    self._heirs.setdefault(old, {})[item.id] = None

    def heirs(self, id: str, now: Collection[str]) -> tuple[str, ...]:
        """Return those of the ids *now* that carry *id* on, over however many steps."""
        found, waiting, seen = [], [id], {id}
        while waiting:
            for heir in self._heirs.get(waiting.pop(0), ()):
                if heir in seen:
                    continue
                seen.add(heir)
                if heir in now:
                    found.append(heir)
                else:
                    waiting.append(heir)
        return tuple(found)
