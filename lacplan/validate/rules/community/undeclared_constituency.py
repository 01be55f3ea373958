from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.community import GroupFile
from lacplan.validate.guess import Guesser
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class UndeclaredConstituency(Rule):
    """The body that a member is counted for is declared among the constituencies.

    Why:
        The declaration says which stakeholder group the body belongs to. Without it the member
        stands under “unknown” in the balance.

        A member who has a stakeholder group of their own needs none.

    Fails:
        constituencies: {GAC: government, LACRALO: civil-society}
        members: [{id: m-01, name: A member, affiliations: [LACTLD]}]

    Passes:
        constituencies: {GAC: government, LACRALO: civil-society, LACTLD: technical-community}
        members: [{id: m-01, name: A member, affiliations: [LACTLD]}]
    """

    code = "GROUP003"
    name = "undeclared-constituency"
    judges = GroupFile

    def check(self, draft: GroupFile) -> Iterator[Finding]:
        """Yield each member whose first affiliation says nothing of a stakeholder group."""
        known = dict(draft.group.constituencies)
        guesser = Guesser(known)
        for seen in draft.members:
            first = seen.thing.affiliations[0] if seen.thing.affiliations else None
            if first is None or first in known or seen.thing.stakeholder:
                continue
            message = (
                f"{quoted(first)} is not declared under “constituencies”, so the stakeholder "
                f"group of {quoted(seen.thing.name)} is not known."
            )
            hint = guesser.hint(first, "Declare it, or give the member a “stakeholder”.")
            yield self.finding(seen.span("affiliations"), message, hint)
