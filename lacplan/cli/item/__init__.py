"""``lacplan item``: edits for scripts, and for people who would rather not count spaces."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.options import complete_ref
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from lacplan.document import path
    from lacplan.edit.places import Place, Places
    from lacplan.store.drafts import Source

Name = Annotated[
    str,
    typer.Argument(
        help="The draft: a plan's name, a path, or - for standard input, which is then written "
        "to standard output.",
        metavar="NAME",
        autocompletion=complete_ref,
        show_default=False,
    ),
]
ItemName = Annotated[
    str,
    typer.Argument(
        help="An item or an indicator: its id, or its code.", metavar="ITEM", show_default=False
    ),
]
After = Annotated[
    str | None,
    typer.Option("--after", help="Right behind this one, by id or code.", metavar="ID"),
]
First = Annotated[bool, typer.Option("--first", help="Before all others there.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change; write nothing.")]


def opened(name: str, drafts: Path | None) -> "tuple[Source, Places]":
    """Return the draft that *name* names, and what stands in it.

    Raises:
        LacplanError: There is no such draft, or it can't be edited.
    """
    from lacplan.cli.editing import open_for_edit
    from lacplan.edit.places import Places

    source = open_for_edit(name, drafts)
    return source, Places(source.document, source.plan.levels)


def position(
    places: "Places", to: "path.Path", *, after: str | None, first: bool, moved: "Place | None"
) -> int:
    """Return before which entry of the list at *to* something is put, *moved* not counted.

    Raises:
        LacplanError: *after* does not stand in that list.
    """
    if after is not None and first:
        raise LacplanError("--after and --first can't both hold.", hint="Leave one of them out.")
    if first:
        return 0
    siblings = [place for place in places.all if place.siblings == to and place is not moved]
    if after is None:
        return max((place.position for place in siblings), default=-1) + 1
    found = places.find(after)
    if found is moved:
        raise LacplanError(f"{found} can't follow itself.", hint="Name another one.")
    if found not in siblings:
        names = ", ".join(place.id for place in siblings[:12]) or "nothing"
        raise LacplanError(f"{found} does not stand there.", hint=f"There stands: {names}.")
    is_behind = moved is not None and moved.siblings == to and moved.position < found.position
    return found.position + 1 - is_behind
