from collections.abc import Iterator

from lacplan.model.comment import Amendment
from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import CommentsFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class AmendsNothing(Rule):
    """A line that amends a comment, and one that is a part of another, names one that is there.

    Why:
        A withdrawal that reaches nothing leaves in the report what its author took back.

    Fails:
        {"id": "s1.1-a", "amends": "s9.1", "action": "withdraw"}

    Passes:
        {"id": "s1.1", "text": "Registrars are few."}
        {"id": "s1.1-a", "amends": "s1.1", "action": "withdraw"}
    """

    code = "CONSULT009"
    name = "amends-nothing"
    severity = Severity.ERROR
    judges = CommentsFile

    def check(self, draft: CommentsFile) -> Iterator[Finding]:
        """Yield each line that names a comment which is not there."""
        known = draft.proceedings.ledger.by_id
        for line in draft.lines:
            record = line.record
            if record is None:
                continue
            named = record.amends if isinstance(record, Amendment) else record.split_from
            if named is not None and named not in known:
                message = f"There is no comment {quoted(named)}."
                yield self.finding(
                    draft.line_span(line.number, named), message, "Bring that one in, too."
                )
