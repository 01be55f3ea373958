from collections.abc import Iterator

from lacplan.errors import nearest
from lacplan.model.finding import Finding
from lacplan.validate.judged import Judged
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
    judges = Judged

    def check(self, draft: Judged) -> Iterator[Finding]:
        """Yield each code of an ignoring comment that silenced nothing."""
        for ignore in draft.ignores:
            for code in ignore.codes:
                if code not in ignore.used:
                    yield self.finding(ignore.span, *_told(code, alone=len(ignore.codes) == 1))


def _told(code: str, *, alone: bool) -> tuple[str, str]:
    """Return message and hint for a *code* that silenced nothing, *alone* in its comment or not."""
    from lacplan.validate.every_rule import EVERY_RULE

    known = {rule.code: rule for rule in EVERY_RULE}
    if code not in known:
        guess = nearest(code, known)
        hint = f"Did you mean {guess}?" if guess else "“lacplan rule” lists them."
        return f"There is no rule {code}.", hint
    if issubclass(known[code], FaultRule):
        message = f"{code} can't be ignored: programs could not read the draft."
        remedy = "delete the comment" if alone else f"take {code} out of the brackets"
        return message, f"Mend what it finds and {remedy}."
    remedy = "Delete the comment." if alone else f"Take {code} out of the brackets."
    return f"Nothing here breaks {code}.", remedy
