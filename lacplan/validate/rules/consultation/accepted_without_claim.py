from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.model.issues import CHANGING
from lacplan.validate.consultation import IssuesFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class AcceptedWithoutClaim(Rule):
    """What was accepted says what was changed because of it, once a later version is published.

    Why:
        “Accepted” without a change is what people remember of consultations.

    Fails:
        issues: [{id: few-registrars, title: Registrars are few, disposition: accepted}]

    Passes:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: accepted
            changes: [{item: registrars, field: description, in: draft-02}]
    """

    code = "CONSULT022"
    name = "accepted-without-claim"
    severity = Severity.ERROR
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each accepted issue that names no change."""
        proceedings = draft.proceedings
        if not proceedings.later and not proceedings.due:
            return
        for seen in draft.issues:
            if seen.thing.disposition in CHANGING and not seen.thing.changes:
                message = (
                    f"{quoted(seen.thing.title)} is {seen.thing.disposition}: what was changed?"
                )
                issue = seen.thing
                words = (issue.id, issue.disposition, "--change", "ITEM.FIELD@VERSION")
                hint = f"Say it: {proceedings.command('answer', *words)}"
                yield self.finding(seen.span("disposition"), message, hint)
