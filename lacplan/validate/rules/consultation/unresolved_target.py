from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import CommentsFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class UnresolvedTarget(Rule):
    """It is known which item a comment is about.

    Why:
        The report tells of comments item by item; those about nothing that is known stand apart.

    Fails:
        {"id": "s1.1", "text": "Registrars are few.", "target": {"given": "objective 7"}}

    Passes:
        {"id": "s1.1", "text": "Registrars are few.", "target": {"item": "registrars"}}
    """

    code = "CONSULT011"
    name = "unresolved-target"
    severity = Severity.INFO
    judges = CommentsFile

    def check(self, draft: CommentsFile) -> Iterator[Finding]:
        """Yield each target that could not be resolved."""
        for line, comment in draft.comments:
            given = comment.target.given
            if given is not None and comment.target.item is None:
                message = f"{quoted(comment.id)} is about {quoted(given)}: which item is that?"
                amend = draft.proceedings.command("amend", comment.id, "--item", "ITEM")
                hint = f"Say which is meant: {amend}"
                yield self.finding(draft.line_span(line.number, given), message, hint)
