"""Whether two nodes say the same, however they are written."""

from lacplan.document.tree import Alias, Mapping, Node, Scalar, Sequence
from lacplan.merge.kinds import NUMBERS, ORDERED


def same(one: Node | None, other: Node | None, key: str = "") -> bool:
    """Tell whether two values of *key* say the same: quotes, wrapping and key order aside.

    An alias is the same as an alias of that name only, and an anchor belongs to what is said.
    """
    if one is None or other is None:
        return one is other
    if one.anchor != other.anchor:
        return False
    match one, other:
        case Scalar(), Scalar():
            return _same_text(one, other, key)
        case Alias(), Alias():
            return one.name == other.name
        case Sequence(), Sequence():
            return len(one.items) == len(other.items) and all(map(same, one.items, other.items))
        case Mapping(), Mapping():
            return _same_entries(one, other, key)
        case _:
            return False


def _same_text(one: Scalar, other: Scalar, key: str) -> bool:
    if one.is_null or other.is_null:
        return one.is_null and other.is_null
    if key in NUMBERS and (one.style == "") != (other.style == ""):
        return False
    return one.value == other.value or one.value.strip() == other.value.strip()


def _same_entries(one: Mapping, other: Mapping, key: str) -> bool:
    if len(one.entries) != len(other.entries):
        return False
    if key in ORDERED and [name_of(k) for k, _ in one.entries] != [
        name_of(k) for k, _ in other.entries
    ]:
        return False
    found = {name_of(name): below for name, below in other.entries}
    return all(
        (name := name_of(each)) in found and same(below, found[name], name)
        for each, below in one.entries
    )


def name_of(key: Node) -> str:
    """Return the text of a key; an alias by its mark, so that it equals none."""
    if isinstance(key, Scalar):
        return key.value
    return f"*{key.name}" if isinstance(key, Alias) else f"?{key.start}"
