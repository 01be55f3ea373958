"""``lacplan item move``."""

from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import tell
from lacplan.cli.item import After, DryRun, First, ItemName, Name, opened, position
from lacplan.cli.options import Drafts
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from lacplan.document import path
    from lacplan.edit.places import Place, Places


def move(
    name: Name,
    item: ItemName,
    under: Annotated[
        str | None,
        typer.Option(
            "--under", help="What it is to lie under: an id, or a code.", metavar="PARENT"
        ),
    ] = None,
    after: After = None,
    first: First = False,
    dry_run: DryRun = False,
    drafts: Drafts = None,
) -> None:
    """Move an item or an indicator, with all that lies under it and the comments that belong to it.

    It goes to the end of what lies under PARENT, or where --after or --first tell; without
    --under, --after alone tells under what, and --first keeps it where it is.
    """
    from lacplan.cli.editing import finish
    from lacplan.cli.item.along import along
    from lacplan.edit import items

    source, places = opened(name, drafts)
    place = places.find(item)
    to = _list(places, place, under=under, after=after, first=first)
    at = position(places, to, after=after, first=first, moved=place)
    document = items.relocate(source.document, places, place, to, at)
    if document is not source.document:
        tell(f"Moving {place}{along(places, place)}.")
    # A code that no longer begins with its parent's is what a move leaves; renumbering mends it.
    finish(source, document, dry_run=dry_run, spared=("CODE",))
    if place.code and to != place.siblings:
        tell(f"“lacplan renumber {name}” gives it the codes of its new place.")


def _list(
    places: "Places", place: "Place", *, under: str | None, after: str | None, first: bool
) -> "path.Path":
    """Return the list that *place* is moved into."""
    from lacplan.edit.items import list_for

    if under is not None:
        parent = places.find(under)
        if parent is place or parent in places.under(place):
            raise LacplanError(f"{place} can't lie under itself.", hint="Name another parent.")
        to = list_for(places, parent, indicator=place.level is None)
    elif after is not None:
        to = places.find(after).siblings
    elif first:
        to = place.siblings
    else:
        raise LacplanError("Where to?", hint="Say --under PARENT, --after ID or --first.")
    _want_same_level(places, place, to)
    return to


def _want_same_level(places: "Places", place: "Place", to: "path.Path") -> None:
    """Refuse a move to another level, where what lies under it would have no level."""
    if to[-1] == place.siblings[-1]:
        return
    is_indicator = "indicators" in (to[-1], place.siblings[-1])
    below = [each for each in places.under(place) if each.level is not None]
    if is_indicator or below:
        hint = f"It can lie wherever “{place.siblings[-1]}” can."
        raise LacplanError(f"{place} can't become one of “{to[-1]}”.", hint=hint)
