from collections.abc import Iterator
from decimal import Decimal

from lacplan.model.encode import decimal_text
from lacplan.model.finding import Finding, Severity
from lacplan.validate.community import GroupFile
from lacplan.validate.rule import Rule


class ImpossibleQuorum(Rule):
    """A quorum is a number of members that the group can bring together.

    Why:
        A group that can never reach its quorum can never decide.

        Chairs and members hold seats; observers and staff do not. Where “seats” says how many there
        are to be, these count; else the members in the file do.

    Fails:
        charter: {seats: 6, quorum: 8}

    Passes:
        charter: {seats: 12, quorum: 8}
    """

    code = "GROUP007"
    name = "impossible-quorum"
    severity = Severity.ERROR
    judges = GroupFile

    def check(self, draft: GroupFile) -> Iterator[Finding]:
        """Yield seats and a quorum that no group can have."""
        charter = draft.group.charter
        odd = [
            (key, number)
            for key, number in (("seats", charter.seats), ("quorum", charter.quorum))
            if number is not None and (number < 1 or number % 1)
        ]
        for key, number in odd:
            message = f"{decimal_text(number)} is not a number of members."
            at = draft.span("charter", key)
            yield self.finding(at, message, "Write a whole number above 0.")
        seats = charter.seats or Decimal(sum(member.seated for member in draft.group.members))
        if charter.quorum and seats and charter.quorum > seats and not odd:
            message = (
                f"The quorum is {decimal_text(charter.quorum)}, and the group has "
                f"{decimal_text(seats)} seats."
            )
            yield self.finding(draft.span("charter", "quorum"), message, "Lower the quorum.")
