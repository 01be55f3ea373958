from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.community import ContributionsFile
from lacplan.validate.rule import Rule


class OutcomeAgainstPlaces(Rule):
    """What is reflected in the plan says where, and what is not names no place.

    Why:
        “Reflected” without a place can't be looked up, and “pending” with one is out of date.

    Fails:
        contributions:
          - {id: c-01, kind: concern, by: m-01, text: Registrars are few., outcome: reflected}

    Passes:
        contributions:
          - id: c-01
            kind: concern
            by: m-01
            text: Registrars are few.
            outcome: reflected
            reflected-in: [{item: registrars, since: draft-01, how: adapted}]
    """

    code = "CONTRIB006"
    name = "outcome-against-places"
    judges = ContributionsFile

    def check(self, draft: ContributionsFile) -> Iterator[Finding]:
        """Yield each outcome that the places contradict."""
        for seen in draft.contributions:
            outcome, places = seen.thing.outcome, seen.thing.reflected_in
            named = seen.node.get("reflected-in") is not None
            if outcome in ("reflected", "partly") and not named:
                message = f"The outcome is “{outcome}”, and no place in the plan is named."
                yield self.finding(seen.span("outcome"), message, "Add “reflected-in: …”.")
            elif outcome in ("not", "pending") and places:
                message = f"The outcome is “{outcome}”, and a place in the plan is named."
                hint = "Write “outcome: reflected” or “outcome: partly”, or delete the place."
                at = seen.span("outcome" if seen.node.get("outcome") else "reflected-in")
                yield self.finding(at, message, hint)
