from collections.abc import Iterator
from datetime import date

from lacplan.model.finding import Finding
from lacplan.model.plan import Item
from lacplan.validate.draft import Draft
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule

_OVER = frozenset({"done", "dropped"})
_OPEN = frozenset({"proposed", "planned", "active", "on-hold"})
_UNFINISHED = frozenset({"proposed", "planned", "active"})
_BEGUN = frozenset({"active", "done"})


class StatusAgainstDates(Rule):
    """A status agrees with the item's dates and with the status of what it lies under.

    Why:
        One of the two is out of date, and readers can't tell which.

        What is done or active has started, what is planned or active has not ended, and nothing
        goes on under an item that is done or dropped. A superseded plan is not judged by today's
        date: nobody keeps its statuses up any more.

    Fails:
        status: active
        start: 2999-08

    Passes:
        status: planned
        start: 2999-08
    """

    code = "ITEM005"
    name = "status-against-dates"

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each item whose status another field or item contradicts."""
        superseded = draft.plan is not None and draft.plan.stage == "superseded"
        nearest: dict[int, Item | None] = {}
        for seen in draft.items:
            item = seen.item
            above = nearest[id(seen.parent)] if seen.parent else None
            nearest[id(item)] = item if item.status else above
            if not item.status or not item.title:
                continue
            against = _against_parent(item, above)
            if not against and not superseded:
                against = _against_today(item, draft.today)
            if against:
                message = f"{quoted(item.title)} is {item.status}, and {against}."
                hint = "Change the status, or what it does not agree with."
                yield self.finding(seen.span("status"), message, hint)


def _against_parent(item: Item, above: Item | None) -> str | None:
    if above and above.status in _OVER and item.status in _OPEN:
        return f"{quoted(above.title)} above it is {above.status}"
    return None


def _against_today(item: Item, today: date) -> str | None:
    if item.start and item.status in _BEGUN and item.start.first > today:
        return f"its start is {item.start}"
    if item.end and item.status in _UNFINISHED and item.end.last < today:
        return f"its end was {item.end}"
    return None
