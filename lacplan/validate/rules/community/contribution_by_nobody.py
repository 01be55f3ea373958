from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.community import ContributionsFile
from lacplan.validate.rule import Rule


class ContributionByNobody(Rule):
    """A contribution says who brought it in, or for whom.

    Why:
        Nobody can be told where it went.

    Fails:
        contributions: [{id: c-01, kind: concern, text: Registrars are few.}]

    Passes:
        contributions:
          - {id: c-01, kind: concern, on-behalf-of: LACTLD, text: Registrars are few.}
    """

    code = "CONTRIB010"
    name = "contribution-by-nobody"
    judges = ContributionsFile

    def check(self, draft: ContributionsFile) -> Iterator[Finding]:
        """Yield each contribution without a name behind it."""
        for seen in draft.contributions:
            if not any(seen.node.get(key) for key in ("by", "on-behalf-of")):
                message = "Nobody stands behind this contribution."
                yield self.finding(seen.span("id"), message, "Add “by” or “on-behalf-of”.")
