from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.community import repeated
from lacplan.validate.consultation import IssuesFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class DuplicateIssueId(Rule):
    """An id names one issue.

    Why:
        Comments are linked to issues by it: where two share one, nobody knows which answer is
        theirs.

    Fails:
        issues:
          - {id: few-registrars, title: Registrars are few}
          - {id: few-registrars, title: Registrars are expensive}

    Passes:
        issues:
          - {id: few-registrars, title: Registrars are few}
          - {id: dear-registrars, title: Registrars are expensive}
    """

    code = "CONSULT015"
    name = "duplicate-issue-id"
    severity = Severity.ERROR
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each bearer of an id but the first."""
        for seen, first in repeated(draft.issues):
            before = (first.span("id"), "first here")
            message = f"{quoted(seen.thing.id)} is already the id of {quoted(first.thing.title)}."
            hint = "Give one of the two another id, and link its comments to that."
            yield self.finding(seen.span("id"), message, hint, related=(before,))
