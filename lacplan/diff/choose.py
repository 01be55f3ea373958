"""Some of the changes: those of one class, or of one item."""

from lacplan.diff.change import Change, Class, Diff, Kind
from lacplan.model.plan import Plan


def of_class(diff: Diff, cls: Class) -> Diff:
    """Return the changes of *diff* that weigh as much as *cls* says."""
    return diff._replace(changes=tuple(each for each in diff.changes if each.weight.cls is cls))


def of_item(diff: Diff, asked: str, old: Plan, new: Plan) -> Diff | None:
    """Return the changes of one item and of its indicators, without those of what lies under it.

    Args:
        diff: The changes between *old* and *new*.
        asked: The id or the code that the item has in one of them, or an indicator's id.
        old: The old draft.
        new: The new one.

    Returns:
        Those changes, the splits and merges that the item went into included; ``None`` where
        neither draft has the item.
    """
    found = [each for plan in (old, new) if (each := plan.find(asked))]
    ids = {item.id for item in found} | ({asked} & (old.ids() | new.ids()))
    if not ids:
        return None
    for change in diff.changes:
        if change.kind is Kind.RENAMED and ({change.old, change.item} & ids):
            ids |= {str(change.old), str(change.item)}
    keys = ids | {
        indicator.id
        for plan in (old, new)
        for item in plan.walk()
        if item.id in ids
        for indicator in item.indicators
    }
    return diff._replace(changes=tuple(each for each in diff.changes if _is_about(each, keys)))


def _is_about(change: Change, keys: set[str]) -> bool:
    if change.item in keys:
        return True
    if change.kind not in (Kind.SPLIT, Kind.MERGED):
        return False
    return isinstance(change.old, list) and not keys.isdisjoint(map(str, change.old))
