from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.judged import Judged
from lacplan.validate.rule import Rule


class IgnoreWithoutReason(Rule):
    """A comment that ignores a finding names the rule and says why.

    Why:
        In half a year nobody remembers whether it was a decision or a hurry.

    Fails:
        # lacplan: ignore[TEXT001]
        summary: TBD

    Passes:
        # lacplan: ignore[TEXT001] the wording comes in May
        summary: TBD
    """

    code = "IGN002"
    name = "ignore-without-reason"
    judges = Judged

    def check(self, draft: Judged) -> Iterator[Finding]:
        """Yield each ignoring comment that has no reason or no code, or is mistyped."""
        hint = "Write “# lacplan: ignore[CODE] why”."
        for ignore in draft.ignores:
            if ignore.mistyped:
                yield self.finding(ignore.span, "This is mistyped, and ignores nothing.", hint)
            elif not ignore.codes:
                yield self.finding(ignore.span, "This names no rule to ignore.", hint)
            elif not ignore.reason:
                message = f"This does not say why {', '.join(ignore.codes)} is ignored."
                yield self.finding(ignore.span, message, "Add the reason behind the “]”.")
