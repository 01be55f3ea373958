from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.community import ContributionsFile
from lacplan.validate.guess import Guesser
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class UnknownMember(Rule):
    """A contribution is signed by a member of the group.

    Why:
        Members ask the trace where their contributions went, by the id that they have in
        group.yaml.

        Where there is no group.yaml, nobody is unknown. What came from elsewhere is brought in “on
        behalf of” someone.

    Fails:
        contributions: [{id: c-01, kind: concern, by: m-99, text: Registrars are few.}]

    Passes:
        contributions: [{id: c-01, kind: concern, by: m-01, text: Registrars are few.}]
    """

    code = "CONTRIB002"
    name = "unknown-member"
    severity = Severity.ERROR
    judges = ContributionsFile

    def check(self, draft: ContributionsFile) -> Iterator[Finding]:
        """Yield each contribution that is signed by nobody of the group."""
        known = draft.member_ids
        if known is None:
            return
        guesser = Guesser(sorted(known))
        for seen in draft.contributions:
            by = seen.thing.by
            if by and by not in known:
                hint = guesser.hint(by, "Write the id that the member has in group.yaml.")
                yield self.finding(seen.span("by"), f"The group has no member {quoted(by)}.", hint)
