from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.model.issues import OPEN
from lacplan.model.ledger import UNANSWERED
from lacplan.validate.consultation import ConsultationFile
from lacplan.validate.rule import Rule


class CommentsToAnswer(Rule):
    """A consultation that has closed is on its way to an answer for every comment.

    Why:
        People who took part are owed an answer. Once the state is “responded”, or the plan is to be
        final, each comment without one is an error of its own (CONSULT014).

    Fails:
        state: analysing  # and a comment has no answer yet

    Passes:
        state: open
    """

    code = "CONSULT004"
    name = "comments-to-answer"
    judges = ConsultationFile

    def check(self, draft: ConsultationFile) -> Iterator[Finding]:
        """Yield how many comments have no answer, once the consultation has closed."""
        proceedings = draft.proceedings
        if draft.consultation.state not in ("closed", "analysing") or proceedings.due:
            return
        if not proceedings.knows_issues:
            return
        counts = proceedings.ledger.dispositions
        unlinked, undecided = counts[UNANSWERED], counts[OPEN]
        if unlinked or undecided:
            parts = [(unlinked, "belong to no issue"), (undecided, "belong to one that is open")]
            told = ", ".join(f"{count:,} {what}" for count, what in parts if count)
            message = (
                f"{unlinked + undecided:,} of {counts.total():,} comments have no answer yet: "
                f"{told}."
            )
            hint = "Link them with “lacplan consult link”, answer with “lacplan consult answer”."
            yield self.finding(draft.span("state"), message, hint)
