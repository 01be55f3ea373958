from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import IssuesFile
from lacplan.validate.guess import Guesser
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class IssueAboutNothing(Rule):
    """An issue is about an item that the consulted version or a later one has.

    Why:
        The report tells of issues item by item.

    Fails:
        issues: [{id: few-registrars, title: Registrars are few, item: registrar}]

    Passes:
        issues: [{id: few-registrars, title: Registrars are few, item: registrars}]
    """

    code = "CONSULT016"
    name = "issue-about-nothing"
    severity = Severity.ERROR
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each item that no version has."""
        asked = draft.proceedings.asked
        if asked is None:
            return
        ids = asked.ids()
        guesser = Guesser(sorted(ids))
        for seen in draft.issues:
            item = seen.thing.item
            if item and item not in ids and not _is_later(item, draft):
                message = f"No version has an item {quoted(item)}."
                hint = guesser.hint(item, "Write the id of an item or indicator, or leave it out.")
                yield self.finding(seen.span("item"), message, hint)


def _is_later(item: str, draft: IssuesFile) -> bool:
    """Tell whether the working draft or a later version has *item*."""
    proceedings = draft.proceedings
    plans = (proceedings.plan, *(each.plan for each in proceedings.later))
    return any(item in plan.ids() for plan in plans if plan is not None)
