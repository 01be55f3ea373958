"""``lacplan item set``."""

from typing import Annotated

import typer

from lacplan.cli.item import DryRun, ItemName, Name, opened
from lacplan.cli.options import Drafts


def set(
    name: Name,
    item: ItemName,
    fields: Annotated[
        list[str],
        typer.Argument(
            help="Fields: key=value; key= to take one away; key+=value and key-=value for an "
            "entry of a list; budget.amount=5000 for a field in a field.",
            metavar="KEY=VALUE...",
            show_default=False,
        ),
    ],
    dry_run: DryRun = False,
    drafts: Drafts = None,
) -> None:
    """Change the fields of an item or an indicator.

    A list of codes or words takes several at once, with commas (countries=UY,AR); a list of texts
    takes one each time (partners=LACNIC partners=LACTLD).
    """
    from lacplan.cli.editing import finish
    from lacplan.edit import items
    from lacplan.edit.assignment import assignment

    source, places = opened(name, drafts)
    place = places.find(item)
    shape = items.shape_at(places, place.path)
    what = "an indicator" if place.level is None else "an item"
    given = [assignment(each, shape, what) for each in fields]
    document = items.assign(source.document, places, place, given)
    finish(source, document, dry_run=dry_run)
