from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.draft import Draft
from lacplan.validate.rule import Rule


class IndicatorWithoutBaseline(Rule):
    """An indicator with a target says where it starts from.

    Why:
        A target of 60 % is ambition from 20 % and retreat from 80 %.

    Fails:
        indicators: [{id: online, title: Schools online, unit: "%", target: 60}]

    Passes:
        indicators: [{id: online, title: Schools online, unit: "%", baseline: 20, target: 60}]
    """

    code = "IND001"
    name = "indicator-without-baseline"

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each indicator that has a target and no baseline."""
        for seen in draft.indicators:
            indicator = seen.indicator
            if indicator.target is None or indicator.baseline is not None:
                continue
            if not seen.is_written("baseline"):  # one that can't be read is told elsewhere
                message = f"“{indicator.title}” has a target but no baseline."
                yield self.finding(seen.span("target"), message, "Add “baseline: …”.")
