from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.model.issues import OPEN
from lacplan.model.ledger import UNANSWERED
from lacplan.validate.consultation import CommentsFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class UnansweredComment(Rule):
    """When a consultation is responded to, or the plan is to be final, every comment has an answer.

    Why:
        “Responded” is a promise to everybody who took part.

        An answer is the disposition of the issue that a comment belongs to, its own, or that its
        author took it back.

    Fails:
        {"id": "s9.1", "text": "Nobody answered this one."}

    Passes:
        {"id": "s1.1", "text": "Registrars are few."}  # which belongs to an issue that was accepted
    """

    code = "CONSULT014"
    name = "unanswered-comment"
    severity = Severity.ERROR
    judges = CommentsFile

    def check(self, draft: CommentsFile) -> Iterator[Finding]:
        """Yield each comment without an answer, where all have to be answered."""
        proceedings = draft.proceedings
        if not proceedings.due or not proceedings.knows_issues:
            return
        ledger = proceedings.ledger
        for line, comment in draft.comments:
            disposition = ledger.disposition(comment)
            if disposition in (UNANSWERED, OPEN) and comment.id not in ledger.split:
                link = ledger.links.get(comment.id)
                where = (
                    f"its issue {quoted(link.issue)} is open" if link else "it belongs to no issue"
                )
                message = f"{quoted(comment.id)} has no answer: {where}."
                hint = "Link it with “lacplan consult link”, answer with “lacplan consult answer”."
                yield self.finding(draft.line_span(line.number, comment.id), message, hint)
