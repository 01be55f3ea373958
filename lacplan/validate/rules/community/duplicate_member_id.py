from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.community import GroupFile, repeated
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class DuplicateMemberId(Rule):
    """An id names one member of the group.

    Why:
        Contributions are signed with it: where two members share one, nobody can tell whose they
        are.

    Fails:
        members:
          - {id: m-01, name: A member}
          - {id: m-01, name: Another member}

    Passes:
        members:
          - {id: m-01, name: A member}
          - {id: m-02, name: Another member}
    """

    code = "GROUP001"
    name = "duplicate-member-id"
    severity = Severity.ERROR
    judges = GroupFile

    def check(self, draft: GroupFile) -> Iterator[Finding]:
        """Yield each bearer of an id but the first."""
        for seen, first in repeated(draft.members):
            before = (first.span("id"), "first here")
            message = f"{quoted(seen.thing.id)} is already the id of {quoted(first.thing.name)}."
            hint = "Give one of the two another id."
            yield self.finding(seen.span("id"), message, hint, related=(before,))
