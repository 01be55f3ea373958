"""Whether two files say the same and hold the same comments, whatever their layout."""

from collections import Counter
from collections.abc import Hashable, Iterator
from typing import Any

from lacplan.document.comments import comments
from lacplan.document.tree import Alias, Document, Mapping, Node, Scalar, Sequence
from lacplan.model.decode import Decoded, Read
from lacplan.model.plan import Plan


def says_the_same(old: Document, new: Document) -> bool:
    """Tell whether every text, list, mapping, anchor, alias and comment of *old* is in *new*.

    The keys of a mapping may have another order, but not the values that one key has twice.
    """
    if old.root is None or new.root is None or _remarks(old) != _remarks(new):
        return False
    twins: dict[int, Node] = {}
    aliases: list[tuple[Alias, Alias]] = []
    same = all(_alike(*pair, twins, aliases) for pair in _pairs(old.root, new.root))
    return same and all(twins.get(id(one.target)) is two.target for one, two in aliases)


def reads_the_same(old: Decoded | Read, new: Decoded | Read) -> bool:
    """Tell whether both are the same plan, or companion of one, with the same faults."""
    return value_of(old) == value_of(new) and _faults(old) == _faults(new)


def value_of(read: Decoded | Read) -> Plan | Any | None:
    """Return the plan, or what a companion says; ``None`` where nothing could be read."""
    return read.plan if isinstance(read, Decoded) else read.value


def _remarks(document: Document) -> Counter[str]:
    return Counter(comment.text.rstrip() for comment in comments(document))


def _faults(read: Decoded | Read) -> Counter[tuple[str, str]]:
    return Counter((fault.kind, fault.message) for fault in read.faults)


def _alike(
    old: Node, new: Node, twins: dict[int, Node], aliases: list[tuple[Alias, Alias]]
) -> bool:
    """Tell whether *old* and *new* are alike, what stands under them aside."""
    if old.anchor != new.anchor:
        return False
    if old.anchor is not None:
        twins[id(old)] = new
    match old, new:
        case Scalar(), Scalar():
            return old.value == new.value and old.is_null == new.is_null
        case Alias(), Alias():
            aliases.append((old, new))
            return old.name == new.name
        case Sequence(), Sequence():
            return len(old.items) == len(new.items)
        case Mapping(), Mapping():
            return len(old.entries) == len(new.entries)
        case _:
            return False


def _pairs(old: Node, new: Node) -> Iterator[tuple[Node, Node]]:
    """Yield what should be alike in two trees."""
    stack = [(old, new)]
    while stack:
        one, two = pair = stack.pop()
        yield pair
        if isinstance(one, Sequence) and isinstance(two, Sequence):
            stack.extend(zip(one.items, two.items, strict=False))
        elif isinstance(one, Mapping) and isinstance(two, Mapping):
            for mine, yours in zip(_by_key(one), _by_key(two), strict=False):
                stack.extend(zip(mine, yours, strict=True))


def _by_key(node: Mapping) -> list[tuple[Node, Node]]:
    """Return the entries of *node* in an order that depends on nothing but their keys."""
    return sorted(node.entries, key=lambda entry: repr(_name(entry[0])))


def _name(key: Node) -> Hashable:
    match key:
        case Scalar():
            return key.value
        case Alias():
            return ("*", key.name)
        case Sequence():
            return tuple(map(_name, key.items))
        case Mapping():
            return tuple((_name(one), _name(two)) for one, two in key.entries)
