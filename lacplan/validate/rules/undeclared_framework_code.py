from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.draft import Draft
from lacplan.validate.guess import Guesser
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class UndeclaredFrameworkCode(Rule):
    """A code that an item aligns with is one of those that its framework declares.

    Why:
        The table of which objective serves which aim is filled in by these codes.

        A framework that declares no codes leaves them open: long standards need not be copied.

    Fails:
        frameworks:
          icann-2012:
            title: ICANN Strategic Plan 2012-2015
            codes: {A: DNS stability and security}
        areas:
          - id: operations
            title: Operations
            aligns: ["icann-2012:E"]

    Passes:
        frameworks:
          icann-2012:
            title: ICANN Strategic Plan 2012-2015
            codes: {A: DNS stability and security}
        areas:
          - id: operations
            title: Operations
            aligns: ["icann-2012:A"]
    """

    code = "ALIGN002"
    name = "undeclared-framework-code"
    severity = Severity.ERROR

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each entry of “aligns” whose code its framework does not declare."""
        frameworks = draft.plan.frameworks if draft.plan else ()
        declared = {each.id: dict(each.codes) for each in frameworks}
        guessers = {id: Guesser(codes) for id, codes in declared.items()}
        for seen in draft.items:
            for position, aligned in enumerate(seen.item.aligns):
                framework, _, code = aligned.partition(":")
                codes = declared.get(framework)
                if codes and code not in codes:
                    at = draft.entry(seen.node, "aligns", position, len(seen.item.aligns))
                    message = f"The framework {quoted(framework)} declares no code {quoted(code)}."
                    otherwise = f"Declare it under {quoted(framework)}, or take the entry away."
                    yield self.finding(at, message, guessers[framework].hint(code, otherwise))
