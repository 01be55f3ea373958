from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import IssuesFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class DispositionWithoutReason(Rule):
    """Whoever is not given all they asked for is told why.

    Why:
        An answer without a reason is none. Only “accepted”, “noted”, “question-answered”,
        “withdrawn” and “open” speak for themselves, and a “duplicate” that names the other issue.

    Fails:
        issues: [{id: few-registrars, title: Registrars are few, disposition: not-accepted}]

    Passes:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: not-accepted
            reason: The numbers of 2027 say otherwise.
    """

    code = "CONSULT017"
    name = "disposition-without-reason"
    severity = Severity.ERROR
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each disposition that needs a reason and has none."""
        for seen in draft.issues:
            if seen.thing.owes_reason:
                message = (
                    f"{quoted(seen.thing.title)} is {seen.thing.disposition}, without a reason."
                )
                yield self.finding(seen.span("disposition"), message, "Add a “reason”.")
