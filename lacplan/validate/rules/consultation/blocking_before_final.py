from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import FINAL, IssuesFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class BlockingBeforeFinal(Rule):
    """No objection is blocking when the plan is to be final.

    Why:
        What a body blocks is not agreed. It is answered, or the objection is taken back: then the
        line goes away.

    Fails:
        issues: [{id: few-registrars, title: Registrars are few, blocking: "GAC: see its letter"}]

    Passes:
        issues: [{id: few-registrars, title: Registrars are few}]
    """

    code = "CONSULT026"
    name = "blocking-before-final"
    severity = Severity.ERROR
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each blocking objection, where the plan's stage is final."""
        plan = draft.proceedings.plan
        if plan is None or plan.stage != FINAL:
            return
        for seen in draft.issues:
            if seen.thing.blocking:
                message = f"{quoted(seen.thing.blocking)} blocks: {quoted(seen.thing.title)}."
                hint = "Settle it, and take “blocking” away; until then the stage is not final."
                yield self.finding(seen.span("blocking"), message, hint)
