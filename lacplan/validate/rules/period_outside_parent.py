from collections.abc import Iterator
from typing import NamedTuple

from lacplan.model.date import PartialDate
from lacplan.model.finding import Finding
from lacplan.validate.draft import Draft, SeenItem
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class PeriodOutsideParent(Rule):
    """An item starts and ends within the time of what it lies under.

    Why:
        Work that goes on after its plan has ended has no mandate any more, and often no money.

        A bound that the parent leaves open is that of the nearest item above that sets it, or else
        the plan's. Only what is surely outside is told: 2014 may well be later than 2014-08.

    Fails:
        period: {start: 2013, end: 2016}
        areas:
          - id: economic
            title: Economic issues
            start: 2014
            end: 2017

    Passes:
        period: {start: 2013, end: 2016}
        areas:
          - id: economic
            title: Economic issues
            start: 2014
            end: 2016
    """

    code = "DATE002"
    name = "period-outside-parent"

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each start and end that lies outside the bounds above it."""
        period = draft.plan.period if draft.plan else None
        top = _Bounds().within("the plan", period.start, period.end) if period else _Bounds()
        nearest: dict[int, _Bounds] = {}
        for seen in draft.items:
            item = seen.item
            above = nearest[id(seen.parent)] if seen.parent else top
            nearest[id(item)] = above
            if item.start or item.end:
                nearest[id(item)] = above.within(quoted(item.title), item.start, item.end)
                yield from self._judged(seen, "start", item.start, above)
                yield from self._judged(seen, "end", item.end, above)

    def _judged(
        self, seen: SeenItem, field: str, day: PartialDate | None, above: "_Bounds"
    ) -> Iterator[Finding]:
        against = above.against(day) if day else None
        if against:
            message = f"{quoted(seen.item.title)} {field}s ({day}) {against}."
            yield self.finding(seen.span(field), message, "Correct one of the two dates.")


class _Bounds(NamedTuple):
    """From when to when an item may last, and whose start and end these are."""

    start: tuple[PartialDate, str] | None = None
    end: tuple[PartialDate, str] | None = None

    def within(self, name: str, start: PartialDate | None, end: PartialDate | None) -> "_Bounds":
        """Return the bounds that something called *name* sets for what lies under it.

        Where its end lies before its start, as another rule tells, it sets none.
        """
        if start and end and end.last < start.first:
            return self
        return _Bounds((start, name) if start else self.start, (end, name) if end else self.end)

    def against(self, day: PartialDate) -> str | None:
        """Return in words how *day* lies outside, if it surely does."""
        if self.start and day.last < self.start[0].first:
            return f"before {self.start[1]} starts ({self.start[0]})"
        if self.end and day.first > self.end[0].last:
            return f"after {self.end[1]} ends ({self.end[0]})"
        return None
