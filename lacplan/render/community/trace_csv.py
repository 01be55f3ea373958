"""The trace for spreadsheets: CSV, contributions down and items across."""

import csv
import io
from collections.abc import Iterable, Sequence

from lacplan.consult.trace import Orphan, Place, Trace, Traced
from lacplan.model.plan import Item
from lacplan.render.spreadsheet import guarded

_HEAD = ("contribution", "kind", "aspect", "by", "on-behalf-of", "date", "outcome", "reason")


def render(trace: Trace, chosen: Sequence[Traced]) -> str:
    """Return the matrix of *chosen* contributions and the items that reflect them, as CSV.

    Each item has a column, headed by its code, if it has one, and its id. A cell says what became
    of the item there: ``there``, ``carried-on``, ``removed`` or ``never``, and before it how it
    reflects the contribution, such as ``adapted: there``. Lines end in CR and LF.
    """
    items = dict.fromkeys(place.item for each in chosen for place in each.places)
    head = [*_HEAD, *(_headed(trace, id) for id in items)]
    return _written(head, (_row(each, items) for each in chosen))


def render_orphans(orphans: Iterable[Orphan], nowhere: Iterable[Traced]) -> str:
    """Return the items that nobody asked for, and the contributions that went nowhere, as CSV."""
    rows = [["item", each.item.id, each.item.code or "", each.item.title] for each in orphans]
    rows += [
        ["contribution", each.contribution.id, each.contribution.outcome, each.contribution.text]
        for each in nowhere
    ]
    return _written(["orphan", "id", "code or outcome", "title or text"], rows)


def _row(traced: Traced, items: Iterable[str]) -> list[str]:
    one = traced.contribution
    places = {place.item: _cell(place) for place in traced.places}
    return [
        one.id,
        one.kind,
        one.aspect or "",
        one.by or "",
        one.on_behalf_of or "",
        str(one.date or ""),
        one.outcome,
        one.reason or "",
        *(places.get(id, "") for id in items),
    ]


def _cell(place: Place) -> str:
    return f"{place.how}: {place.standing}" if place.how else str(place.standing)


def _headed(trace: Trace, id: str) -> str:
    thing = trace.find_id(id)
    code = thing.code if isinstance(thing, Item) else None
    return f"{code} {id}" if code else id


def _written(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(map(guarded, head))
    table.writerows([*map(guarded, row)] for row in rows)
    return written.getvalue()
