from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.draft import Draft, SeenItem
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class DuplicateCode(Rule):
    """A code is borne by one item.

    Why:
        A comment on “objective 1.4” must reach the objective that was meant.

    Fails:
        projects:
          - id: liaison
            code: "1.1.1"
            title: Liaison office
          - id: events
            code: "1.1.1"
            title: Presence at events

    Passes:
        projects:
          - id: liaison
            code: "1.1.1"
            title: Liaison office
          - id: events
            code: "1.1.2"
            title: Presence at events
    """

    code = "CODE001"
    name = "duplicate-code"
    severity = Severity.ERROR

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each bearer of a code but the first."""
        first: dict[str, SeenItem] = {}
        for seen in draft.items:
            code = seen.item.code
            if code and first.setdefault(code, seen) is not seen:
                before = first[code]
                message = f"{quoted(code)} is already the code of {quoted(before.item.title)}."
                hint = "Give one of the two another code."
                related = ((before.span("code"), "first here"),)
                yield self.finding(seen.span("code"), message, hint, related=related)
