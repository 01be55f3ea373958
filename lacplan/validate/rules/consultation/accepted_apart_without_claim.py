from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.model.issues import CHANGING
from lacplan.validate.consultation import LinksFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class AcceptedApartWithoutClaim(Rule):
    """A comment that is accepted apart from its issue is so for a change that the issue names.

    Why:
        What “accepted” promises, the diff has to show, for one comment as for a hundred. An issue
        that is itself accepted has the same from CONSULT022.

    Fails:
        comment,issue,disposition,note
        s1.1,who-pays,accepted,

    Passes:
        comment,issue,disposition,note
        s1.1,few-registrars,accepted-in-part,The programme begins later than asked.
    """

    code = "CONSULT032"
    name = "accepted-apart-without-claim"
    severity = Severity.ERROR
    judges = LinksFile

    def check(self, draft: LinksFile) -> Iterator[Finding]:
        """Yield each comment that is accepted by itself, of an issue that names no change."""
        proceedings = draft.proceedings
        if not proceedings.later and not proceedings.due:
            return
        issues = proceedings.ledger.issue_by_id
        for line in draft.lines:
            link = line.link
            issue = issues.get(link.issue) if link and link.disposition in CHANGING else None
            if link and issue and not issue.changes and issue.disposition not in CHANGING:
                message = (
                    f"{quoted(link.comment)} is {link.disposition}, and {quoted(issue.id)} names "
                    "no change."
                )
                hint = "Name it under the issue's “changes”, or give the comment its own issue."
                yield self.finding(draft.line_span(line.number), message, hint)
