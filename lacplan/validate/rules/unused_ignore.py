from collections.abc import Iterator

from lacplan.errors import nearest
from lacplan.model.finding import Finding
from lacplan.validate.draft import Draft
from lacplan.validate.rule import FaultRule, Rule


class UnusedIgnore(Rule):
    """A comment that ignores a finding has a finding to ignore.

    Why:
        What was excused once and has been mended since would excuse the next fault too.

    Fails:
        # lacplan: ignore[TEXT001] the wording comes in May
        summary: A plan for the region

    Passes:
        # lacplan: ignore[TEXT001] the wording comes in May
        summary: TBD
    """

    code = "IGN001"
    name = "unused-ignore"

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each code of an ignoring comment that silenced nothing."""
        from lacplan.validate.rules import RULES

        known = {rule.code: rule for rule in RULES}
        for ignore in draft.ignores:
            for code in ignore.codes:
                if code in ignore.used:
                    continue
                message, hint = f"Nothing here breaks {code}.", "Delete the comment."
                if code not in known:
                    guess = nearest(code, known)
                    message = f"There is no rule {code}."
                    hint = f"Did you mean {guess}?" if guess else "“lacplan rule” lists them."
                elif issubclass(known[code], FaultRule):
                    message = f"{code} can't be ignored: programs could not read the draft."
                    hint = "Mend what it finds and delete the comment."
                yield self.finding(ignore.span, message, hint)
