from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.community import GroupFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class MembershipReversed(Rule):
    """Nobody leaves the group before joining it.

    Why:
        One of the two dates is wrong, and the member is counted on no day at all.

    Fails:
        members: [{id: m-01, name: A member, from: 2013-04, to: 2012-10}]

    Passes:
        members: [{id: m-01, name: A member, from: 2012-10, to: 2013-04}]
    """

    code = "GROUP002"
    name = "membership-reversed"
    severity = Severity.ERROR
    judges = GroupFile

    def check(self, draft: GroupFile) -> Iterator[Finding]:
        """Yield each membership that surely ends before it begins."""
        for seen in draft.members:
            began, ended = seen.thing.from_, seen.thing.to
            if began and ended and ended.last < began.first:
                message = (
                    f"The membership of {quoted(seen.thing.name)} ends ({ended}) before it begins "
                    f"({began})."
                )
                yield self.finding(seen.span("to"), message, "Correct one of the two dates.")
