"""``lacplan schema``."""

from typing import Annotated

import typer

from lacplan.cli.console import answer
from lacplan.cli.options import Drafts, complete_ref


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
    drafts: Drafts = None,
) -> None:
    """Print the JSON Schema of the draft format, for editors and other programs."""
    from json import dumps

    from lacplan.cli.drafts import open_draft
    from lacplan.model import fields
    from lacplan.model.schema import schema as made

    levels = open_draft(ref, drafts).plan.levels if ref else fields.DEFAULT_LEVELS
    answer(dumps(made(levels), ensure_ascii=False, indent=2) + "\n")
