from collections.abc import Iterator

from lacplan.model.contribution import REASONED
from lacplan.model.finding import Finding, Severity
from lacplan.validate.community import ContributionsFile
from lacplan.validate.rule import Rule


class OutcomeWithoutReason(Rule):
    """What was not taken up, or only in part, says why.

    Why:
        Whoever brought it in is owed the reason, and the next draft can build on it.

    Fails:
        contributions:
          - {id: c-01, kind: idea, by: m-01, text: An office in each country., outcome: not}

    Passes:
        contributions:
          - id: c-01
            kind: idea
            by: m-01
            text: An office in each country.
            outcome: not
            reason: No body of the region could bear the cost; see the minutes of 6 February.
    """

    code = "CONTRIB005"
    name = "outcome-without-reason"
    severity = Severity.ERROR
    judges = ContributionsFile

    def check(self, draft: ContributionsFile) -> Iterator[Finding]:
        """Yield each such outcome without a reason."""
        for seen in draft.contributions:
            if seen.thing.outcome in REASONED and not seen.thing.reason:
                message = f"The outcome is “{seen.thing.outcome}”, and no reason is given."
                yield self.finding(seen.span("outcome"), message, "Add “reason: …”.")
