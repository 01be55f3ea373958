from collections.abc import Iterator

from lacplan.model.comment import Amendment
from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import CommentsFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ErasedInPart(Rule):
    """What was erased at a person's request is erased everywhere, amendments and parts too.

    Why:
        A merge without lacplan's driver, as forges make them, may bring an older copy back.

    Fails:
        {"id": "s1.1", "text": "", "erased": "2027-05-20"}
        {"id": "s1.2", "text": "I am Ana."}

    Passes:
        {"id": "s1.1", "text": "", "erased": "2027-05-20"}
        {"id": "s1.2", "text": "", "erased": "2027-05-20"}
    """

    code = "CONSULT031"
    name = "erased-in-part"
    severity = Severity.ERROR
    judges = CommentsFile

    def check(self, draft: CommentsFile) -> Iterator[Finding]:
        """Yield each line of an erased submission that is not erased."""
        known = draft.proceedings.ledger.by_id
        gone = draft.proceedings.ledger.erased
        for line in draft.lines if gone else ():
            record = line.record
            if record is None or record.erased:
                continue
            about = known.get(record.amends) if isinstance(record, Amendment) else record
            if about is not None and about.submission in gone:
                message = (
                    f"The submission {quoted(about.submission)} was erased; this line was not."
                )
                erase = draft.proceedings.command("erase", about.submission)
                hint = f"Erase it again: {erase}"
                yield self.finding(draft.line_span(line.number, record.id), message, hint)
