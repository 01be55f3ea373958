"""``lacplan item add``."""

from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import tell
from lacplan.cli.item import After, DryRun, First, Name, opened, position
from lacplan.cli.options import Drafts
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from lacplan.document import path
    from lacplan.document.values import Value
    from lacplan.edit.places import Place, Places


def add(
    name: Name,
    parent: Annotated[
        str | None,
        typer.Argument(
            help="What it is to lie under: an id, or a code.",
            metavar="[PARENT]",
            show_default=False,
        ),
    ] = None,
    title: Annotated[str, typer.Option("--title", help="What it is called.", metavar="TEXT")] = "",
    top: Annotated[bool, typer.Option("--top", help="It lies under the plan itself.")] = False,
    indicator: Annotated[
        bool, typer.Option("--indicator", help="It is an indicator of PARENT.")
    ] = False,
    id: Annotated[
        str | None,
        typer.Option("--id", help="Its lasting name; made from the title where left out."),
    ] = None,
    code: Annotated[str | None, typer.Option("--code", help="The number to quote it by.")] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            "--field",
            help="Another field, such as lead=LACNIC or budget.amount=5000; may be repeated.",
            metavar="KEY=VALUE",
        ),
    ] = None,
    after: After = None,
    first: First = False,
    dry_run: DryRun = False,
    drafts: Drafts = None,
) -> None:
    """Add an item of the next level under PARENT, or an indicator of it; last where not told."""
    from lacplan.cli.editing import finish
    from lacplan.edit import items

    if not title.strip():
        raise LacplanError("It needs a title.", hint="Say what it is called with --title.")
    source, places = opened(name, drafts)
    to = items.list_for(places, _parent(places, parent, top=top), indicator=indicator)
    at = position(places, to, after=after, first=first, moved=None)
    value: dict[str, Value] = {
        "id": id or items.new_id(title, places),
        "title": title.strip(),
        **({"code": code} if code else {}),
        **_fields(places, to, field or []),
    }
    document = items.add(source.document, places, to, at, value)
    finish(source, document, dry_run=dry_run)
    if id is None:
        tell(f"Its id is “{value['id']}”.")
    if not (code or indicator) and any(each.code for each in places.all if each.siblings == to):
        tell(f"It has no code yet: “lacplan renumber {name}” gives it one.")


def _parent(places: "Places", parent: str | None, *, top: bool) -> "Place | None":
    if top == (parent is not None):
        hint = "Name an item by its id or code, or say --top for the plan itself."
        raise LacplanError("It lies under one item, or at the top.", hint=hint)
    return places.find(parent) if parent is not None else None


def _fields(places: "Places", to: "path.Path", typed: list[str]) -> "dict[str, Value]":
    from lacplan.edit.assignment import assignment, fresh
    from lacplan.edit.items import shape_at
    from lacplan.edit.shape import UNKNOWN

    shape = shape_at(places, to).each or UNKNOWN
    what = "an indicator" if to[-1] == "indicators" else "an item"
    given = [assignment(each, shape, what) for each in typed]
    for each in given:
        if each.key in ("title", "code"):
            raise LacplanError(f"“{each.key}” has an option.", hint=f"Write --{each.key} …")
    return fresh(given)
