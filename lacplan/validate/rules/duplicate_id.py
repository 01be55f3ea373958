from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.draft import Draft, SeenIndicator, SeenItem
from lacplan.validate.rule import Rule


class DuplicateId(Rule):
    """An id names one thing in the plan, items and indicators together.

    Why:
        Diff, merge and every comment of the community find an item by its id.

    Fails:
        areas:
          - id: registrars
            title: Registrars
          - id: registrars
            title: Accreditation of registrars

    Passes:
        areas:
          - id: registrars
            title: Registrars
          - id: accreditation
            title: Accreditation of registrars
    """

    code = "ITEM003"
    name = "duplicate-id"
    severity = Severity.ERROR

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each bearer of an id but the first."""
        first: dict[str, SeenItem | SeenIndicator] = {}
        for seen in draft.things:
            id = seen.thing.id
            if id and first.setdefault(id, seen) is not seen:
                before = (first[id].span("id"), "first here")
                message = f"“{id}” already names “{first[id].thing.title}”."
                hint = "Give this one an id of its own."
                yield self.finding(seen.span("id"), message, hint, related=(before,))
