from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.draft import Draft
from lacplan.validate.guess import Guesser
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class UndeclaredFramework(Rule):
    """What an item aligns with is declared under “frameworks”.

    Why:
        Readers of “icann-2012:A” must be able to look up what icann-2012 is.

    Fails:
        areas:
          - id: operations
            title: Operations
            aligns: ["icann-2012:A"]

    Passes:
        frameworks:
          icann-2012: {title: ICANN Strategic Plan 2012-2015}
        areas:
          - id: operations
            title: Operations
            aligns: ["icann-2012:A"]
    """

    code = "ALIGN001"
    name = "undeclared-framework"
    severity = Severity.ERROR

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each entry of “aligns” whose framework the plan does not declare."""
        declared = {each.id: None for each in draft.plan.frameworks} if draft.plan else {}
        guesser = Guesser(declared)
        for seen in draft.items:
            for position, aligned in enumerate(seen.item.aligns):
                framework, _, _ = aligned.partition(":")
                if framework not in declared:
                    at = draft.entry(seen.node, "aligns", position, len(seen.item.aligns))
                    message = f"The plan declares no framework {quoted(framework)}."
                    hint = guesser.hint(
                        framework, f"Declare {quoted(framework)} under “frameworks”."
                    )
                    yield self.finding(at, message, hint)
