from collections.abc import Iterator

from lacplan.diff.change import Change, Class
from lacplan.model.finding import Finding
from lacplan.model.issues import CHANGING, Issue
from lacplan.validate.consultation import IssuesFile, Proceedings
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule

EDITORIAL = "ed"


class AcceptedEditorially(Rule):
    """What was accepted changed what the plan says, unless editing was all that was asked for.

    Why:
        A comma proves that something was changed, and not that the comment was heeded. Where every
        comment of the issue is of the type “ed”, that is what they asked for.

    Fails:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: accepted
            changes: [{item: registrars, field: rationale, in: draft-02}]  # a comma was added

    Passes:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: accepted
            changes: [{item: registrars, field: description, in: draft-02}]
    """

    code = "CONSULT034"
    name = "accepted-editorially"
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each accepted issue of which every change that the diff shows is editorial."""
        shown: dict[str, list[Change]] = {}
        for proof in draft.proceedings.proofs:
            if proof.issue is not None:
                shown.setdefault(proof.issue.id, []).extend(proof.changes)
        for seen in draft.issues:
            issue, weights = seen.thing, {each.weight for each in shown.get(seen.thing.id, ())}
            if issue.disposition not in CHANGING or not weights:
                continue
            if all(each.cls is Class.EDITORIAL for each in weights) and not _asked(
                issue, draft.proceedings
            ):
                what = ", ".join(sorted({each.why for each in weights}))
                message = (
                    f"{quoted(issue.title)} is {issue.disposition}, and all that changed is "
                    f"editorial: {what}."
                )
                hint = "Is that what was asked for? Else correct the disposition, or the claim."
                yield self.finding(seen.span("disposition"), message, hint)


def _asked(issue: Issue, proceedings: Proceedings) -> bool:
    """Tell whether all that comments on *issue* asked for was editing."""
    comments = proceedings.ledger.comments_of(issue.id)
    return bool(comments) and all(each.type == EDITORIAL for each in comments)
