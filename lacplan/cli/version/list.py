"""``lacplan version list``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, console, progress, warn
from lacplan.cli.options import Drafts, complete_ref

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lacplan.history.listing import Listing


class Output(StrEnum):
    """How versions are listed."""

    TABLE = "table"
    JSON = "json"


def list(
    name: Annotated[
        str | None,
        typer.Argument(
            help="The plan's name; every plan where it is left out.",
            metavar="[NAME]",
            autocompletion=complete_ref,
            show_default=False,
        ),
    ] = None,
    format: Annotated[Output, typer.Option(help="How to list them.")] = Output.TABLE,
    drafts: Drafts = None,
) -> None:
    """List the versions of a plan: when, by whom, and how much changed since the one before."""
    from lacplan.store.commit import open_place
    from lacplan.store.listings import listings
    from lacplan.store.versions import none_of, read_versions

    with open_place(drafts) as place:
        versions = read_versions(place, name)
        with progress("Comparing", len(versions)) as step:
            rows = [*listings(place, versions, step)]
        for each in versions:
            if not each.tag.annotated:
                warn(f"{each.ref} is a lightweight tag, so no version; see “version verify”.")
        if not rows:
            nothing = none_of(place, name)
            warn(f"{nothing} {nothing.hint}")
    _report(rows, format)


def _report(rows: "Sequence[Listing]", format: Output) -> None:
    match format:
        case Output.JSON:
            from lacplan.render.versions import list_json

            answer(list_json(rows))
        case Output.TABLE:
            from lacplan.cli.versions_table import listed

            paper = console()
            for part in listed(rows, width=paper.width) if rows else ():
                paper.print(part)
