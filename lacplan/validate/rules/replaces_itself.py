from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.draft import Draft
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ReplacesItself(Rule):
    """An item replaces others, never itself.

    Why:
        An item that keeps its id is carried on as it is; “replaces” tells of what came before it.

    Fails:
        projects:
          - id: fast-track
            title: Fast track for the accreditation of registrars
            replaces: [fast-track]

    Passes:
        projects:
          - id: fast-track
            title: Fast track for the accreditation of registrars
            replaces: [fee-discount]
    """

    code = "ITEM006"
    name = "replaces-itself"
    severity = Severity.ERROR

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each entry of “replaces” that is the item's own id."""
        for seen in draft.items:
            item = seen.item
            if not item.replaces or not item.id:
                continue
            own = {item.id, f"{draft.own_name}#{item.id}"}
            for position, replaced in enumerate(item.replaces):
                if replaced in own:
                    at = draft.entry(seen.node, "replaces", position, len(item.replaces))
                    message = f"{quoted(item.title)} replaces itself."
                    hint = "Name what it carries on, or take the entry away."
                    yield self.finding(at, message, hint)
