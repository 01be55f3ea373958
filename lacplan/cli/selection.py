"""Which rules' findings are wanted, and whether what was found fails."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from lacplan.model.finding import LocatedFinding

Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", help="Only these rules: codes or their beginnings.", metavar="CODE,..."
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", help="All but these rules: codes or their beginnings.", metavar="CODE,..."
    ),
]


def chosen_rules(
    select: Sequence[str] | None, ignore: Sequence[str] | None
) -> frozenset[str] | None:
    """Return the codes of the rules whose findings are wanted; ``None`` where all are.

    Raises:
        LacplanError: No rule's code begins so.
    """
    wanted, unwanted = _codes(select), _codes(ignore)
    if not wanted and not unwanted:
        return None
    from lacplan.validate.every_rule import EVERY_RULE

    codes = [rule.code for rule in EVERY_RULE]
    for asked in (*wanted, *unwanted):
        if not any(code.startswith(asked) for code in codes):
            guess = nearest(asked.upper(), codes)
            hint = f"Did you mean {guess}?" if guess else "“lacplan rule” lists them."
            raise LacplanError(f"There is no rule “{asked}”.", hint=hint)
    return frozenset(
        code
        for code in codes
        if (not wanted or code.startswith(tuple(wanted))) and not code.startswith(tuple(unwanted))
    )


def _codes(given: Sequence[str] | None) -> list[str]:
    return [code.strip() for each in given or () for code in each.split(",") if code.strip()]


def fails(found: "Iterable[LocatedFinding]", *, strict: bool) -> bool:
    """Tell whether there is an error among *found*, or with *strict* a warning."""
    from lacplan.model.finding import Severity

    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(each.finding.severity in failing for each in found)
