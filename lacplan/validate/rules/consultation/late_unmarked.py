import re
from collections.abc import Iterator

from lacplan.model.consultation import MOMENT
from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import CommentsFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule

_MOMENT = re.compile(MOMENT.pattern)


class LateUnmarked(Rule):
    """A comment that came outside the window is marked late, or not there where those are refused.

    Why:
        Who came in time may ask that nobody else is treated so. The window is what the consultation
        says now, extensions counted; one that is marked late and lies in it by now is in time. When
        a comment came has to be readable, else nobody knows.

    Fails:
        {"id": "s1.1", "received": "2027-05-02T09:00:00-03:00", "text": "Registrars are few."}

    Passes:
        {"id": "s1.1", "received": "2027-05-02T09:00:00-03:00", "text": "Few.", "late": true}
    """

    code = "CONSULT013"
    name = "late-unmarked"
    severity = Severity.ERROR
    judges = CommentsFile

    def check(self, draft: CommentsFile) -> Iterator[Finding]:
        """Yield each comment that is late against what is said, or came nobody knows when."""
        late, refused = draft.proceedings.late, draft.proceedings.consultation.late == "refuse"
        for line, comment in draft.comments:
            if not _MOMENT.fullmatch(comment.received):
                message = (
                    f"When {quoted(comment.id)} came can't be read: {quoted(comment.received)}."
                )
                hint = "Bring it in anew, with a day, a time and its offset (RFC 3339)."
            elif not late(comment.received):
                continue
            elif refused:
                message = (
                    f"{quoted(comment.id)} came outside the window, and late ones are refused."
                )
                hint = "Extend the consultation, or write “late: mark” and say why."
            elif not comment.late:
                message = f"{quoted(comment.id)} came outside the window and is not marked late."
                hint = "Correct the window in consultation.yaml, or bring the comment in anew."
            else:
                continue
            yield self.finding(draft.line_span(line.number, comment.received), message, hint)
