from collections.abc import Iterator
from decimal import Decimal

from lacplan.document.fault import Span
from lacplan.model.encode import decimal_text
from lacplan.model.finding import Finding, Severity
from lacplan.model.group import DIMENSIONS, Target
from lacplan.validate.community import GroupFile, Seen
from lacplan.validate.rule import Rule

_EXCLUSIVE = frozenset(DIMENSIONS) - {"language"}
"""The dimensions in which each member counts once; people speak several languages."""


class ImpossibleTarget(Rule):
    """A target can be met, and says how.

    Why:
        A target that no group can meet will be reported as missed for years, and hide the ones
        that matter.

        A “min” is a whole number of members, a “max-share” a percentage above 0 and up to 100. The
        least numbers of one dimension fit into the seats, and a least number fits into its own
        greatest share.

    Fails:
        charter:
          seats: 12
          targets:
            - {dimension: subregion, value: "029", min: 8}
            - {dimension: subregion, value: "005", min: 8}

    Passes:
        charter:
          seats: 12
          targets:
            - {dimension: subregion, value: "029", min: 4}
            - {dimension: subregion, value: "005", min: 4}
    """

    code = "GROUP005"
    name = "impossible-target"
    severity = Severity.ERROR
    judges = GroupFile

    def check(self, draft: GroupFile) -> Iterator[Finding]:
        """Yield each target that can't be met, or asks for nothing."""
        seats = draft.group.charter.seats or Decimal(0)
        seats = max(seats, Decimal(0))  # else another rule tells of it
        asked: dict[str, Decimal] = {}
        for seen in draft.targets:
            fault = _fault(seen, seats)
            target = seen.thing
            if fault:
                at, message, hint = fault
                yield self.finding(at, message, hint)
            elif seats and target.min and target.value and target.dimension in _EXCLUSIVE:
                total = asked[target.dimension] = asked.get(target.dimension, 0) + target.min
                if total > seats >= total - target.min:
                    message = (
                        f"The targets by {target.dimension} ask for {decimal_text(total)} members "
                        f"by now, and the group has {decimal_text(seats)} seats."
                    )
                    yield self.finding(seen.span("min"), message, "Lower one, or add seats.")


def _fault(seen: Seen[Target], seats: Decimal) -> tuple[Span, str, str] | None:
    """Return place, message and hint where a target by itself can't be met."""
    least, most = seen.thing.min, seen.thing.max_share
    if least is None and most is None:
        has = any(seen.node.get(key) for key in ("min", "max-share"))
        hint = "Add a “min” or a “max-share”."
        return None if has else (seen.span(), "This target asks for nothing.", hint)
    if least is not None and (least < 0 or least % 1):
        told = f"{decimal_text(least)} is not a number of members."
        return seen.span("min"), told, "Write a whole number, such as 2."
    if most is not None and not 0 < most <= 100:
        told = f"{decimal_text(most)} is not a share that a group can have."
        return seen.span("max-share"), told, "Write a percentage above 0 and up to 100."
    if seats and least and least > seats:
        told = f"The group has {decimal_text(seats)} seats, so it can't have {decimal_text(least)}."
        return seen.span("min"), told, "Lower the number, or add seats."
    if seats and least and most is not None and least > seats * most / 100:
        told = (
            f"{decimal_text(least)} of {decimal_text(seats)} seats are more than "
            f"{decimal_text(most)} %."
        )
        return seen.span("max-share"), told, "Lower “min”, or raise “max-share”."
    return None
