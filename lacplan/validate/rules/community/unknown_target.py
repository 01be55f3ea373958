from collections.abc import Iterator

from lacplan.errors import nearest
from lacplan.model.finding import Finding, Severity
from lacplan.model.vocabulary import vocabulary_fault
from lacplan.validate.community import GroupFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule
from lacplan.vocab.regions import parts_of
from lacplan.vocab.stakeholders import STAKEHOLDERS


class UnknownTarget(Rule):
    """A target names a stakeholder group, region, country or language that exists.

    Why:
        Nobody will ever be counted towards another one, so the target is missed forever.

        A region is one of the parts of the charter's area: of 419, Latin America and the
        Caribbean, these are 029, 013 and 005.

    Fails:
        charter: {targets: [{dimension: stakeholder, value: governments, min: 2}]}

    Passes:
        charter: {targets: [{dimension: stakeholder, value: government, min: 2}]}
    """

    code = "GROUP004"
    name = "unknown-target"
    severity = Severity.ERROR
    judges = GroupFile

    def check(self, draft: GroupFile) -> Iterator[Finding]:
        """Yield each target for something that nobody can be counted as."""
        for seen in draft.targets:
            value = seen.thing.value
            against = _fault(seen.thing.dimension, value, draft.group.charter.area) if value else ()
            if against:
                yield self.finding(seen.span("value"), *against)


def _fault(dimension: str, value: str, area: str) -> tuple[str, str] | None:
    """Return message and hint where *value* is nothing that *dimension* knows."""
    match dimension:
        case "stakeholder" if value not in STAKEHOLDERS:
            guess = nearest(value, STAKEHOLDERS)
            hint = f"Did you mean “{guess}”? " if guess else ""
            hint += f"It is one of: {', '.join(STAKEHOLDERS)}."
            return f"{quoted(value)} is not a stakeholder group.", hint
        case "subregion" if value not in parts_of(area):
            hint = f"It is one of: {', '.join(parts_of(area)) or 'none, since that has no parts'}."
            return f"{quoted(value)} is not a part of the area {quoted(area)}.", hint
        case "country" | "language":
            return vocabulary_fault(dimension, value)
        case _:
            return None
