from collections.abc import Iterator
from decimal import Decimal

from lacplan.document.fault import Span
from lacplan.model.encode import decimal_text
from lacplan.model.finding import Finding, Severity
from lacplan.model.group import DIMENSIONS, Target
from lacplan.validate.community import GroupFile, Seen
from lacplan.validate.rule import Rule
from lacplan.vocab.regions import parts_of
from lacplan.vocab.stakeholders import STAKEHOLDERS

_EXCLUSIVE = frozenset(DIMENSIONS) - {"language"}
"""The dimensions in which each member counts once; people speak several languages."""

_Fault = tuple[Span, str, str]
"""Where a fault is, what it is, and what to do."""


class ImpossibleTarget(Rule):
    """A target can be met, and says how.

    Why:
        A target that no group can meet will be reported as missed for years, and hide the ones
        that matter.

        A “min” is a whole number of members, a “max-share” a percentage above 0 and up to 100. The
        least numbers of one dimension fit into the seats, and the least number of a value fits
        into its greatest share, also where one of them is asked of each value.

    Fails:
        charter:
          seats: 12
          targets:
            - {dimension: subregion, value: "029", min: 8}
            - {dimension: subregion, value: "005", min: 8}

    Passes:
        charter:
          seats: 12
          targets:
            - {dimension: subregion, value: "029", min: 4}
            - {dimension: subregion, value: "005", min: 4}
    """

    code = "GROUP005"
    name = "impossible-target"
    severity = Severity.ERROR
    judges = GroupFile

    def check(self, draft: GroupFile) -> Iterator[Finding]:
        """Yield each target that can't be met, or asks for nothing."""
        charter = draft.group.charter
        seats = max(charter.seats or Decimal(0), Decimal(0))  # of less another rule tells
        asked = {name: _Asked(name, charter.area, seats) for name in DIMENSIONS}
        for seen in draft.targets:
            fault = _fault(seen, seats)
            known = asked.get(seen.thing.dimension)
            if fault is None and seats and known:
                fault = known.adding(seen)
            if fault:
                at, message, hint = fault
                yield self.finding(at, message, hint)


class _Asked:
    """What the targets of one dimension ask for together, one after the other.

    Args:
        dimension: Its name.
        area: The area of the charter (UN M49).
        seats: How many members the group is to have.
    """

    def __init__(self, dimension: str, area: str, seats: Decimal) -> None:
        self.dimension, self.seats = dimension, seats
        every = {"stakeholder": STAKEHOLDERS, "subregion": parts_of(area)}
        self.every: tuple[str, ...] = tuple(every.get(dimension, ()))
        self.least: dict[str, Decimal] = {}
        self.most: dict[str, Decimal] = {}

    def adding(self, seen: Seen[Target]) -> _Fault | None:
        """Return the fault where with one more target not all can be met."""
        target, before = seen.thing, sum(self.least.values())
        for value in (target.value,) if target.value else self.every:
            if target.min is not None:
                self.least[value] = max(self.least.get(value, Decimal(0)), target.min)
            if target.max_share is not None:
                self.most[value] = min(self.most.get(value, Decimal(100)), target.max_share)
        total = sum(self.least.values())
        if self.dimension in _EXCLUSIVE and total > self.seats >= before:
            told = (
                f"The targets by {self.dimension} ask for {decimal_text(Decimal(total))} members "
                f"so far, and the group has {decimal_text(self.seats)} seats."
            )
            return seen.span("min"), told, "Lower one, or add seats."
        return self._narrow(seen)

    def _narrow(self, seen: Seen[Target]) -> _Fault | None:
        target, key = seen.thing, "min" if seen.thing.max_share is None else "max-share"
        for value in (target.value,) if target.value else self.every:
            least, most = self.least.get(value), self.most.get(value)
            if least and most is not None and least > self.seats * most / 100:
                told = (
                    f"{decimal_text(least)} of {decimal_text(self.seats)} seats, as targets ask of "
                    f"{value}, are more than {decimal_text(most)} %."
                )
                return seen.span(key), told, "Lower “min”, or raise “max-share”."
        return None


def _fault(seen: Seen[Target], seats: Decimal) -> _Fault | None:
    """Return place, message and hint where a target by itself can't be met."""
    least, most = seen.thing.min, seen.thing.max_share
    if least is None and most is None:
        has = any(seen.node.get(key) for key in ("min", "max-share"))
        hint = "Add a “min” or a “max-share”."
        return None if has else (seen.span(), "This target asks for nothing.", hint)
    if least is not None and (least < 0 or least % 1):
        told = f"{decimal_text(least)} is not a number of members."
        return seen.span("min"), told, "Write a whole number, such as 2."
    if most is not None and not 0 < most <= 100:
        told = f"{decimal_text(most)} is not a share that a group can have."
        return seen.span("max-share"), told, "Write a percentage above 0 and up to 100."
    if seats and least and least > seats:
        told = f"The group has {decimal_text(seats)} seats, so it can't have {decimal_text(least)}."
        return seen.span("min"), told, "Lower the number, or add seats."
    if seats and least and most is not None and least > seats * most / 100:
        told = (
            f"{decimal_text(least)} of {decimal_text(seats)} seats are more than "
            f"{decimal_text(most)} %."
        )
        return seen.span("max-share"), told, "Lower “min”, or raise “max-share”."
    return None
