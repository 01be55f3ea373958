from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.model.group import Attendance, Member
from lacplan.validate.community import GroupFile, Seen
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class AttendanceOutsideMembership(Rule):
    """Members attend the meetings that are held while they are members, each of them once.

    Why:
        Whether a meeting had its quorum is counted from this.

    Fails:
        members:
          - id: m-01
            name: A member
            from: 2013-01
            attendance: [{date: 2012-10-17, mode: in-person}]

    Passes:
        members:
          - id: m-01
            name: A member
            from: 2013-01
            attendance: [{date: 2013-02-06, mode: in-person}]
    """

    code = "GROUP006"
    name = "attendance-outside-membership"
    judges = GroupFile

    def check(self, draft: GroupFile) -> Iterator[Finding]:
        """Yield each attendance before joining, after leaving, or told twice."""
        for seen in draft.members:
            met = set[str]()
            for each in draft.attendances(seen):
                fault = _fault(seen.thing, each, met)
                if fault:
                    told = f"{quoted(seen.thing.name)} {fault} ({each.thing.date})."
                    yield self.finding(each.span("date"), told, "Correct the date, or delete it.")
                met.add(str(each.thing.date))


def _fault(member: Member, seen: Seen[Attendance], met: set[str]) -> str | None:
    date = seen.thing.date
    if date is None:
        return None
    if str(date) in met:
        return "attended the same meeting twice"
    if member.from_ and date.last < member.from_.first:
        return f"attended before the membership began, in {member.from_}"
    if member.to and date.first > member.to.last:
        return f"attended after the membership ended, in {member.to}"
    return None
