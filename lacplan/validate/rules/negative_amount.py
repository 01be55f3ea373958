from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.draft import Draft
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class NegativeAmount(Rule):
    """A budget is not below zero.

    Why:
        A budget says what something may cost; a saving would be taken from every sum unnoticed.

    Fails:
        budget: {amount: -25000, currency: USD}

    Passes:
        budget: {amount: 25000, currency: USD}
    """

    code = "BUD001"
    name = "negative-amount"
    severity = Severity.ERROR

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each budget below zero."""
        for seen in draft.items:
            budget = seen.item.budget
            if budget and budget.amount is not None and budget.amount < 0:
                message = f"The budget of {quoted(seen.item.title)} is below zero: {budget.amount}."
                at = seen.span("budget", "amount")
                yield self.finding(at, message, "Write the sum without the minus.")
