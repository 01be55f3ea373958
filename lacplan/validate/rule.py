"""What a rule is."""

from collections.abc import Iterator
from typing import Any

from lacplan.document.fault import Span
from lacplan.model.finding import Finding, Severity
from lacplan.validate.draft import Draft
from lacplan.validate.judged import Judged
from lacplan.validate.mend import Broken, Mend


class Rule:
    """One thing that a sound draft does, or does not do.

    The docstring of a rule is its manual page: a summary in one sentence, then ``Why:``,
    ``Fails:`` and ``Passes:`` (two fragments of a draft) and, where there is one, ``Source:``.
    One whose findings can be mended with certainty, all or some, has ``Mends:`` before that: a
    fragment whose mend only one answer exists for.
    """

    code: str
    """Lasting, and unique: what people ignore, select and quote."""

    name: str
    """Lasting, and unique: what it forbids."""

    severity: Severity = Severity.WARNING

    judges: type[Judged] = Draft
    """What it judges: a plan's draft, one of its companions, or every file alike."""

    def check(self, draft: Any) -> Iterator[Finding]:
        """Yield a finding for each place where *draft* breaks the rule: one of what it judges."""
        raise NotImplementedError

    def mend(self, broken: Broken) -> Mend | None:
        """Return what mends a finding of this rule.

        Returns:
            ``None`` where more than one answer exists, or where it is not sure what was meant.
        """
        return None

    def finding(
        self,
        at: Span,
        message: str,
        hint: str | None = None,
        *,
        related: tuple[tuple[Span, str], ...] = (),
    ) -> Finding:
        """Return a finding of this rule at *at*."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity,
            message=message,
            hint=hint,
            at=at,
            related=related,
        )


class FaultRule(Rule):
    """A rule that a draft breaks before it is even a plan: its faults are found in reading."""

    severity = Severity.ERROR
    judges = Judged

    def check(self, draft: Judged) -> Iterator[Finding]:
        """Yield the faults that were found in reading *draft* and bear this rule's name."""
        for fault in draft.faults.get(self.name, ()):
            yield self.finding(fault.span, fault.message, fault.hint, related=fault.related)
