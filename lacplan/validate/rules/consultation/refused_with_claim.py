from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.consultation import IssuesFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class RefusedWithClaim(Rule):
    """What was turned down names no change.

    Why:
        A change cannot have been made because of what was not accepted. So such a claim explains
        nothing: the change itself is listed as one without a reason (CONSULT024).

        It may stand where a comment of the issue is accepted by itself, in “links.csv”.

    Fails:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: not-accepted
            reason: The numbers of 2027 say otherwise.
            changes: [{item: registrars, field: description, in: draft-02}]

    Passes:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: not-accepted
            reason: The numbers of 2027 say otherwise.
        editorial: [{item: registrars, in: draft-02, note: The terms of the new policy.}]
    """

    code = "CONSULT033"
    name = "refused-with-claim"
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each issue that was turned down and names a change."""
        for seen in draft.issues:
            issue = seen.thing
            if issue.changes and draft.proceedings.ledger.refuses(issue):
                message = f"{quoted(issue.title)} is {issue.disposition}, and names a change."
                hint = "Correct the disposition, or say under “editorial” why it was changed."
                yield self.finding(seen.span("changes"), message, hint)
