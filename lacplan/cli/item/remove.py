"""``lacplan item remove``."""

from contextlib import suppress
from typing import TYPE_CHECKING

from lacplan.cli.console import tell, warn
from lacplan.cli.item import DryRun, ItemName, Name, opened
from lacplan.cli.options import Drafts
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lacplan.edit.places import Place
    from lacplan.store.drafts import Source


def remove(name: Name, item: ItemName, dry_run: DryRun = False, drafts: Drafts = None) -> None:
    """Take away an item or an indicator, with all that lies under it and its comments.

    Told is what goes along, which comments are lost, and who refers to what is gone.
    """
    from lacplan.cli.editing import finish
    from lacplan.cli.item.along import along
    from lacplan.edit.items import take_away

    source, places = opened(name, drafts)
    place = places.find(item)
    document = take_away(source.document, place)
    tell(f"Taking away {place}{along(places, place)}.")
    finish(source, document, dry_run=dry_run)
    for heir in _heirs(source, (place, *places.under(place))):
        warn(heir)


def _heirs(source: "Source", gone: "Iterable[Place]") -> "Iterator[str]":
    """Yield a warning for each item of another plan that says that it carries on one of *gone*."""
    if source.workspace is None or not source.name:
        return
    names = {f"{source.name}#{place.id}": place for place in gone}
    for other in source.workspace.names():
        if other != source.name:
            yield from _heirs_in(source, other, names)


def _heirs_in(source: "Source", other: str, names: "dict[str, Place]") -> "Iterator[str]":
    from lacplan.document.parse import parse_bytes
    from lacplan.model.decode import decode
    from lacplan.store.files import read

    raw = b""
    with suppress(LacplanError):  # one that can't be read is not this draft's fault
        raw = read(source.workspace.path(other)) if source.workspace else b""
    plan = decode(parse_bytes(raw)).plan if source.name and source.name.encode() in raw else None
    for item in plan.walk() if plan else ():
        for each in item.replaces:
            if each in names:
                yield f"“{item.id}” of {other} says that it carries on {names[each]}."
