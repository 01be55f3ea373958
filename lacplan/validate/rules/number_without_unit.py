from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.draft import Draft
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class NumberWithoutUnit(Rule):
    """An indicator with a baseline or a target says what its numbers count.

    Why:
        From 20 to 60 registrars is a different promise from 20 to 60 per cent of them.

    Fails:
        indicators: [{id: accredited, title: Accredited registrars, baseline: 20, target: 60}]

    Passes:
        indicators:
          - id: accredited
            title: Accredited registrars
            unit: registrars
            baseline: 20
            target: 60

    Source:
        StratML Part 2, ``UnitOfMeasurement``.
    """

    code = "IND002"
    name = "number-without-unit"

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each indicator that has a number and no unit."""
        for seen in draft.indicators:
            indicator = seen.indicator
            if indicator.unit or seen.is_written("unit"):
                continue
            field = "baseline" if indicator.baseline is not None else "target"
            if indicator.baseline is not None or indicator.target is not None:
                message = f"{quoted(indicator.title)} has a {field} but no unit."
                hint = "Add “unit: …”: what one of them is, such as % or registrars."
                yield self.finding(seen.span(field), message, hint)
