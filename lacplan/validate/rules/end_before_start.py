from collections.abc import Iterator

from lacplan.document.fault import Span
from lacplan.model.finding import Finding, Severity
from lacplan.model.plan import Item, Measurement, Period
from lacplan.validate.draft import Draft
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule

Dated = Period | Item | Measurement


class EndBeforeStart(Rule):
    """Nothing ends before it starts: not the plan, not an item, not a measurement.

    Why:
        One of the two dates is wrong, and so is every timeline that is drawn from them.

        Dates are taken as precisely as they are written: what starts in 2014-08 may end in 2014.

    Fails:
        start: 2014-08
        end: 2013-08

    Passes:
        start: 2014-08
        end: 2015-08
    """

    code = "DATE001"
    name = "end-before-start"
    severity = Severity.ERROR

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each end that surely lies before its start."""
        period = draft.plan.period if draft.plan else None
        if period and _is_reversed(period):
            yield self._told("The plan", period, draft.span("period", "end"))
        for seen in draft.items:
            if _is_reversed(seen.item):
                yield self._told(quoted(seen.item.title), seen.item, seen.span("end"))
        for each in draft.indicators:
            measurements = each.indicator.measurements
            for position, measurement in enumerate(measurements):
                if _is_reversed(measurement):
                    at = draft.entry(each.node, "measurements", position, len(measurements), "end")
                    name = f"A measurement of {quoted(each.indicator.title)}"
                    yield self._told(name, measurement, at)

    def _told(self, name: str, dated: Dated, at: Span) -> Finding:
        message = f"{name} ends ({dated.end}) before it starts ({dated.start})."
        return self.finding(at, message, "Correct one of the two dates.")


def _is_reversed(dated: Dated) -> bool:
    if dated.start is None or dated.end is None:
        return False
    return dated.end.last < dated.start.first
