"""What changed, in a few words: a commit's subject."""

from collections.abc import Iterable

from lacplan.diff.change import Change, Kind
from lacplan.model.types import Text
from lacplan.render.changes.voice import field_of
from lacplan.render.escape import one_line

_ORDER = (
    "added",
    "removed",
    "split off",
    "merged into",
    "moved",
    "renamed",
    "reworded",
    "changed",
    "reordered",
    "renumbered",
)

_VERBS = {
    Kind.SPLIT: "split off",
    Kind.MERGED: "merged into",
}


def brief(changes: Iterable[Change]) -> str:
    """Return such as "added 2, reworded 1.3, moved 4.3.1"; nothing where nothing changed.

    One item is named by its code, with "item" before a mere number, or by its id where it has none;
    several are counted. Of several things that happened to one item the weightiest is told.
    """
    verbs: dict[str, str] = {}
    for change in changes:
        name, verb = _name(change), _verb(change)
        verbs[name] = min(verb, verbs.get(name, verb), key=_ORDER.index)
    told = ((verb, [name for name in verbs if verbs[name] == verb]) for verb in _ORDER)
    return ", ".join(f"{verb} {_those(names)}" for verb, names in told if names)


def _verb(change: Change) -> str:
    if change.kind is not Kind.EDITED:
        return _VERBS.get(change.kind, change.kind.value)
    field = field_of(change.field or "")
    worded = field is not None and (field.key == "title" or field.type == Text(prose=True))
    return "reworded" if worded else "changed"


def _name(change: Change) -> str:
    if change.item is None:
        return f"the plan's {one_line(change.field or '')}"
    return one_line(change.code or change.item)


def _those(names: list[str]) -> str:
    if len(names) > 1:
        return f"{len(names):,}"
    return f"item {names[0]}" if names[0].isdigit() else names[0]  # else it would read as a count
