from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.community import ContributionsFile, repeated
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class DuplicateContributionId(Rule):
    """An id names one contribution.

    Why:
        Whoever asks where their contribution went must not be told of another's.

    Fails:
        contributions:
          - {id: c-01, kind: concern, by: m-01, text: Registrars are few.}
          - {id: c-01, kind: idea, by: m-02, text: A fast track to accreditation.}

    Passes:
        contributions:
          - {id: c-01, kind: concern, by: m-01, text: Registrars are few.}
          - {id: c-02, kind: idea, by: m-02, text: A fast track to accreditation.}
    """

    code = "CONTRIB001"
    name = "duplicate-contribution-id"
    severity = Severity.ERROR
    judges = ContributionsFile

    def check(self, draft: ContributionsFile) -> Iterator[Finding]:
        """Yield each bearer of an id but the first."""
        for seen, first in repeated(draft.contributions):
            before = (first.span("id"), "first here")
            message = f"{quoted(seen.thing.id)} is already the id of another contribution."
            hint = "Give one of the two another id."
            yield self.finding(seen.span("id"), message, hint, related=(before,))
