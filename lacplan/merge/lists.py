"""Which entries of two lists of values are one: by what they say, then by likeness."""

from collections import defaultdict
from collections.abc import Sequence as Several

from lacplan.diff.passage import Text
from lacplan.diff.sentence_alignment import Bag
from lacplan.document.tree import Alias, Mapping, Node, Scalar, Sequence, leaves
from lacplan.merge.kinds import Kind
from lacplan.merge.prose import ALIKE
from lacplan.merge.same import name_of

_NAMES = ("id", "name", "code", "key", "start", "title")
"""The fields that tell blocks without an id apart, the first that is there."""

_MOST = 20_000
"""How many pairs of texts are compared for likeness at the most."""


def says(node: Node) -> str:
    """Return a text that is the same for all nodes that say the same, and for no others."""
    mark = f"&{node.anchor} " if node.anchor else ""
    match node:
        case Alias():
            return f"*{node.name}"
        case Scalar():
            return mark + ("~" if node.is_null else repr(node.value.strip()))
        case Sequence():
            return f"{mark}[{','.join(map(says, node.items))}]"
        case Mapping():
            entries = sorted(f"{name_of(key)!r}:{says(value)}" for key, value in node.entries)
            return f"{mark}{{{','.join(entries)}}}"


def paired(old: Several[Node], new: Several[Node], kind: Kind) -> dict[int, int]:
    """Return which entry of *old* each entry of *new* is, by positions; others are new.

    Entries that say the same are one, wherever they stand. Of a list whose entries may have been
    reworded, those are one that are alike, then those that stand alone between the same neighbours.
    """
    found = _equal(old, new)
    if kind is not Kind.WORDS and len(found) < min(len(old), len(new)):
        _add_named(old, new, found)
        _add_alike(old, new, found)
        _add_replaced(len(old), len(new), found)
    return found


def _equal(old: Several[Node], new: Several[Node]) -> dict[int, int]:
    waiting: dict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(old):
        waiting[says(node)].append(place)
    found: dict[int, int] = {}
    for place, node in enumerate(new):
        places = waiting.get(says(node))
        if places:
            found[place] = places.pop(0)
    return found


def _left(size: int, taken: set[int]) -> list[int]:
    return [place for place in range(size) if place not in taken]


def _add_named(old: Several[Node], new: Several[Node], found: dict[int, int]) -> None:
    names: dict[str, int] = {}
    for place in _left(len(old), set(found.values())):
        name = name_in(old[place])
        if name:
            names.setdefault(name, place)
    for place in _left(len(new), set(found)):
        name = name_in(new[place])
        if name in names:
            found[place] = names.pop(name)


def name_in(node: Node) -> str:
    """Return what tells a block from others in its list; empty where nothing does."""
    if isinstance(node, Mapping):
        for key in _NAMES:
            below = node.get(key)
            if isinstance(below, Scalar) and below.value.strip():
                return f"{key} {below.value.strip()}"
    return ""


def _add_alike(old: Several[Node], new: Several[Node], found: dict[int, int]) -> None:
    olds = [place for place in _left(len(old), set(found.values())) if _is_text(old[place])]
    news = [place for place in _left(len(new), set(found)) if _is_text(new[place])]
    if len(olds) * len(news) > _MOST:
        return
    bags = {place: _bag(old[place]) for place in olds}
    others = {place: _bag(new[place]) for place in news}
    scores = sorted(
        (-bags[i].likeness(others[j]), i, j)
        for i in olds
        for j in news
        if bags[i].likeness(others[j]) >= ALIKE
    )
    taken: set[int] = set(found.values())
    for _, i, j in scores:
        if i not in taken and j not in found:
            found[j] = i
            taken.add(i)


def _is_text(node: Node) -> bool:
    return not isinstance(node, Alias) and not (isinstance(node, Scalar) and node.is_null)


def _bag(node: Node) -> Bag:
    """Return the words of a text, or of all texts in a block."""
    texts = [leaf.value for leaf in leaves(node) if isinstance(leaf, Scalar)]
    return Bag(key for text in texts for key in Text(text).keys)


def _add_replaced(size: int, new_size: int, found: dict[int, int]) -> None:
    """Pair what stands alone between the same neighbours in both."""
    back = {old: new for new, old in found.items()}
    for place in range(new_size):
        before, after = found.get(place - 1, -1), found.get(place + 1, size)
        if place in found or (place > 0 and place - 1 not in found):
            continue
        if place + 1 < new_size and place + 1 not in found:
            continue
        if after - before == 2 and before + 1 not in back:
            found[place] = before + 1
            back[before + 1] = place
