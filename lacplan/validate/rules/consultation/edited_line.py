from collections.abc import Iterator

from lacplan.model.comment_line import is_intact
from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import CommentsFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class EditedLine(Rule):
    """A line of comments is never edited: its digest is that of its words.

    Why:
        What somebody said is not to be changed under their name, and a changed line does not merge.

        An amendment, a withdrawal or a moderation is a line of its own (“lacplan consult amend”).

    Fails:
        {"id": "s1.1", "text": "Registrars are many.", "digest": "0000"}

    Passes:
        {"id": "s1.1", "text": "Registrars are few."}

    Source:
        Secure Hash Standard, FIPS 180-4 (SHA-256).
    """

    code = "CONSULT008"
    name = "edited-line"
    severity = Severity.ERROR
    judges = CommentsFile

    def check(self, draft: CommentsFile) -> Iterator[Finding]:
        """Yield each line that reads otherwise than when it was written."""
        for line in draft.lines:
            if line.record is not None and not is_intact(line.text):
                message = (
                    f"The line of {quoted(line.record.id)} was edited: its digest is another's."
                )
                hint = "Put back what stood there (git log -p), and use “lacplan consult amend”."
                yield self.finding(draft.line_span(line.number, line.record.id), message, hint)
