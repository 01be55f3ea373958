from collections.abc import Iterator, Mapping

from lacplan.model.finding import Finding, Severity
from lacplan.model.issues import Issue
from lacplan.validate.consultation import IssuesFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class DuplicateOfNothing(Rule):
    """An issue that says what another one says names that one, which is no duplicate itself.

    Why:
        Its commenters get the answer of that other issue.

    Fails:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: duplicate
            reason: It says the same.
            duplicate-of: registrars-few

    Passes:
        issues:
          - {id: registrars-few, title: Few registrars}
          - id: few-registrars
            title: Registrars are few
            disposition: duplicate
            reason: It says the same.
            duplicate-of: registrars-few
    """

    code = "CONSULT019"
    name = "duplicate-of-nothing"
    severity = Severity.ERROR
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each duplicate of nothing, of itself or of another duplicate."""
        known = {seen.thing.id: seen.thing for seen in draft.issues}
        for seen in draft.issues:
            fault = _fault(seen.thing, known)
            if fault:
                at = "duplicate-of" if seen.thing.duplicate_of else "disposition"
                hint = "Write “duplicate-of” with the id of the issue whose answer holds."
                yield self.finding(seen.span(at), fault, hint)


def _fault(issue: Issue, known: Mapping[str, Issue]) -> str | None:
    if issue.duplicate_of is None:
        says = f"{quoted(issue.title)} is a duplicate, and does not say of which issue."
        return says if issue.disposition == "duplicate" else None
    other = known.get(issue.duplicate_of)
    if other is None:
        return f"There is no issue {quoted(issue.duplicate_of)}."
    if other is issue:
        return f"{quoted(issue.title)} is said to be a duplicate of itself."
    if other.disposition == "duplicate":
        return f"{quoted(other.id)} is a duplicate itself."
    return None
