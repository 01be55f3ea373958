"""``lacplan fields``."""

from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import console
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from rich.table import Table

    from lacplan.model.types import Record


def fields(
    holder: Annotated[
        str | None,
        typer.Argument(
            help="plan, item, indicator, group, member, contribution, consultation, issue, "
            "or another block.",
            metavar="[HOLDER]",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Explain the fields of a draft and of what lies beside it.

    An asterisk marks those that have to be there.
    """
    from lacplan.model.companions import EVERY_KIND
    from lacplan.model.fields import RECORDS

    records = [*RECORDS, *(record for kind in EVERY_KIND for record in kind.records)]
    known = {record.name.split(" ", 1)[1]: record for record in records}
    if holder is not None and holder not in known:
        guess = nearest(holder, known)
        hint = f"Did you mean “{guess}”?" if guess else f"There are: {', '.join(known)}."
        raise LacplanError(f"The format has no block “{holder}”.", hint=hint)
    paper = console()
    for name, record in known.items():
        if holder in (None, name):
            paper.print(_table(name, record))


def _table(name: str, record: "Record") -> "Table":
    from rich.table import Table

    from lacplan.model.describe import describe

    table = Table(
        title=name.capitalize(), title_justify="left", box=None, padding=(0, 1), header_style="bold"
    )
    table.add_column("Field", no_wrap=True)
    table.add_column("Takes", ratio=2, overflow="fold")
    table.add_column("Since", justify="right")
    table.add_column("What it says", ratio=5, overflow="fold")
    for field in record.fields:
        star = "*" if field.required else ""
        table.add_row(f"{field.key}{star}", describe(field.type), str(field.since), field.says)
    if name in ("plan", "item"):
        says = "The items under it: the key of the plan's next level, such as “objectives”."
        table.add_row("(level)", "list of item", "1", says)
    if record.extra:
        table.add_row("x-…", "anything", "1", "A field of your own: kept, never judged.")
    return table
