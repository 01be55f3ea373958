"""Splits and merges: which items carry on which, and which of their words were carried over."""

from lacplan.diff.change import Change, Class, Kind, Mark, Matched, Run, Weight
from lacplan.diff.flat import Row, own_fields
from lacplan.diff.match import Lineage, Matching, Table
from lacplan.diff.words import carried, lost
from lacplan.model.plan import Item

_SPLIT = Weight(Class.SUBSTANTIVE, "one item became several")
_MERGED = Weight(Class.SUBSTANTIVE, "several items became one")


def lineage_changes(old: Table, new: Table, found: Matching) -> dict[str, list[Change]]:
    """Return the splits and merges by the new key that each is told with.

    An item that several new ones carry on is told as split, once for each of them that is new; a
    new one that carries on several is told as merged. `words` holds the new item's description,
    what was carried over word for word kept; the first heir of a split shows what nobody carries.
    """
    told: dict[str, list[Change]] = {}
    for lineage in found.lineages:
        for number, key in enumerate(_heirs(lineage, found)):
            told.setdefault(key, []).append(_change(lineage, key, old, new, first=number == 0))
    return told


def _heirs(lineage: Lineage, found: Matching) -> list[str]:
    """Return the new keys of *lineage* to tell of: the new ones, and those that took others in."""
    if len(lineage.olds) > 1:
        return list(lineage.news)
    return [key for key in lineage.news if key not in found.new_to_old]


def edited_words(key: str, old: Table, new: Table, found: Matching) -> tuple[Run, ...] | None:
    """Return the words of the edited description of an item that has a part in a split or merge.

    What any heir carries on is not struck, and what was taken over from another is not new.
    ``None`` where the item has no such part.
    """
    for lineage in found.lineages:
        if key in lineage.news:
            return _words(lineage, new[key], old, new, of=(found.new_to_old[key],))
    return None


def _change(lineage: Lineage, key: str, old: Table, new: Table, *, first: bool) -> Change:
    row = new[key]
    merged = len(lineage.olds) > 1
    return Change(
        kind=Kind.MERGED if merged else Kind.SPLIT,
        weight=_MERGED if merged else _SPLIT,
        item=key,
        code=row.code,
        title=row.thing.title,
        area=row.area,
        parent=row.parent,
        after=row.after,
        old=[*lineage.olds],
        new=[*lineage.news],
        content=own_fields(row),
        matched=Matched.REPLACES,
        words=_words(lineage, row, old, new, of=lineage.olds if first else ()),
    )


def _words(
    lineage: Lineage, row: Row, old: Table, new: Table, *, of: tuple[str, ...]
) -> tuple[Run, ...]:
    """Return what a description carries over, and what of the old items *of* nobody carries."""
    now = _prose(row)
    texts = [text for key in lineage.olds if (text := _prose(old[key]))]
    runs = carried(texts, now) if now else ()
    heirs = [_prose(new[key]) for key in lineage.news]
    for text in filter(None, (_prose(old[key]) for key in of)):
        runs += tuple(run for run in lost(text, heirs) if run.mark is Mark.DELETED)
    return runs


def _prose(row: Row) -> str:
    return (row.thing.description or "") if isinstance(row.thing, Item) else ""
