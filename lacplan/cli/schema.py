"""``lacplan schema``."""

from enum import StrEnum
from typing import Annotated

import typer

from lacplan.cli.console import answer
from lacplan.cli.options import Drafts, complete_ref
from lacplan.errors import LacplanError


class Holder(StrEnum):
    """What the schema is of."""

    PLAN = "plan"
    GROUP = "group"
    CONTRIBUTIONS = "contributions"
    CONSULTATION = "consultation"
    ISSUES = "issues"


def schema(
    ref: Annotated[
        str | None,
        typer.Argument(
            help="A draft whose own levels the schema is for.",
            metavar="[REF]",
            autocompletion=complete_ref,
            show_default=False,
        ),
    ] = None,
    of: Annotated[
        Holder, typer.Option("--of", help="The draft itself, or a file beside it.")
    ] = Holder.PLAN,
    drafts: Drafts = None,
) -> None:
    """Print the JSON Schema of the draft format, for editors and other programs."""
    from json import dumps

    from lacplan.cli.drafts import open_draft
    from lacplan.model.companions import EVERY_KIND
    from lacplan.model.schema import companion_schema
    from lacplan.model.schema import schema as made

    kinds = {kind.name: kind for kind in EVERY_KIND}
    if of is not Holder.PLAN:
        if ref is not None:
            hint = f"Leave “{ref}” out: only a draft has levels of its own."
            raise LacplanError(f"The schema of a {of} file is the same for every plan.", hint=hint)
        found = companion_schema(kinds[of])
    else:
        found = made(open_draft(ref, drafts).plan.levels if ref else None)
    answer(dumps(found, ensure_ascii=False, indent=2) + "\n")
