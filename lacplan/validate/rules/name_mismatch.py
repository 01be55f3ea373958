from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.draft import Draft
from lacplan.validate.rule import Rule


class NameMismatch(Rule):
    """A plan bears the name of its file or folder.

    Why:
        People ask for a plan by the one, and other plans refer to it by the other: where the two
        differ, somebody finds nothing.

    Fails:
        name: lac-2014  # in drafts/lac-2013.yaml

    Passes:
        name: lac-2013  # in drafts/lac-2013.yaml
    """

    code = "FORM013"
    name = "name-mismatch"
    severity = Severity.ERROR

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield the plan's name where the draft is called otherwise."""
        if draft.plan and draft.plan.name and draft.name and draft.plan.name != draft.name:
            message = f"The draft is called “{draft.name}”, and the plan in it otherwise."
            hint = f"Write “name: {draft.name}”, or rename the file or folder."
            yield self.finding(draft.span("name"), message, hint)
