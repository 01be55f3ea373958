from collections.abc import Iterator

from lacplan.model.code import is_under
from lacplan.model.finding import Finding, Severity
from lacplan.validate.codes import coded
from lacplan.validate.draft import Draft
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class CodeNotUnderParent(Rule):
    """A code begins with the code of what the item lies under.

    Why:
        People find 4.3.1 by looking under 4.3.

        Segments are compared one by one: 1.1.10 is under 1.1, and 1.10 is not. Where the parent
        has no code, the nearest item above that has one counts.

    Fails:
        areas:
          - id: economic
            code: "4"
            title: Economic issues
            objectives:
              - id: registrars
                code: "3.3"
                title: Accreditation of registrars

    Passes:
        areas:
          - id: economic
            code: "4"
            title: Economic issues
            objectives:
              - id: registrars
                code: "4.3"
                title: Accreditation of registrars
    """

    code = "CODE002"
    name = "code-not-under-parent"
    severity = Severity.ERROR

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each item whose code does not continue the one above it."""
        for seen, code, above in coded(draft):
            if code != above and not is_under(code, above):  # an equal one is a duplicate
                written, parent = quoted(".".join(code)), quoted(".".join(above))
                message = f"{written} lies under {parent} and does not begin with it."
                hint = f"Give it a code that begins with {parent}, or move it to where it belongs."
                yield self.finding(seen.span("code"), message, hint)
