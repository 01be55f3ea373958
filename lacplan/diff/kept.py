"""Changes -> plain values that JSON can hold, and back."""

from typing import Any

from lacplan.diff.change import Change, Class, Kind, Mark, Matched, Run, Weight

_KINDS = {kind.value: kind for kind in Kind}
_CLASSES = {cls.value: cls for cls in Class}
_MARKS = {mark.value: mark for mark in Mark}
_MATCHED = {how.value: how for how in Matched}


def to_kept(changes: tuple[Change, ...]) -> list[Any]:
    """Return *changes* as lists of their fields, in order."""
    return [list(change) for change in changes]


def from_kept(kept: Any) -> tuple[Change, ...] | None:
    """Return the changes that `to_kept` wrote; ``None`` where *kept* is nothing of the kind."""
    try:
        return tuple(_change(*fields) for fields in kept)
    except (TypeError, ValueError, KeyError):
        return None


def _change(kind: str, weight: list[str], *rest: Any) -> Change:
    cls, why = weight
    change = Change(_KINDS[kind], Weight(_CLASSES[cls], why), *rest)
    words = tuple(Run(_MARKS[mark], text) for mark, text in change.words)
    matched = None if change.matched is None else _MATCHED[change.matched]
    return change._replace(matched=matched, words=words)
