"""Running every rule over a draft, for the commands that tell of findings."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lacplan.model.finding import Finding
    from lacplan.store.drafts import Source


def check(source: "Source") -> "tuple[Finding, ...]":
    """Return what all rules find in the draft of *source*."""
    from lacplan.validate.draft import Draft
    from lacplan.validate.engine import validate
    from lacplan.validate.rules import RULES

    draft = Draft(source.document, source.decoded, name=source.name, neighbour=source.neighbour)
    return validate(draft, RULES)
