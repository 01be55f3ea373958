import re
from collections.abc import Iterator

from lacplan.model.fields import NAME
from lacplan.model.finding import Finding, Severity
from lacplan.validate.draft import Draft
from lacplan.validate.quoted import quoted
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
            called, named = quoted(draft.name), quoted(draft.plan.name)
            message = f"The draft is called {called}, and the plan in it {named}."
            yield self.finding(draft.span("name"), message, _hint(draft.name, draft.plan.name))


def _hint(called: str, named: str) -> str:
    """Return what to do about a draft that is *called* otherwise than it is *named*."""
    if re.fullmatch(NAME.pattern, called):
        return f"Write “name: {called}”, or rename the file or folder."
    if re.fullmatch(NAME.pattern, named):
        return f"Rename the file or folder to “{named}”: “{called}” can't name a plan."
    return f"Choose one name for both: {NAME.says}."
