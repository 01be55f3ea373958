"""Which items of a side are items of the base under another id: by lineage, then by likeness."""

from collections.abc import Iterator

from lacplan.diff.flat import Row
from lacplan.diff.match import match
from lacplan.document.tree import Node, Scalar, Sequence
from lacplan.merge.decision import Unsure
from lacplan.merge.numbering import code_of
from lacplan.merge.side import Side, Thing
from lacplan.model.plan import Indicator, Item


def identify(base: Side, side: Side) -> None:
    """Call what *side* has in common with *base* by the base's keys.

    Raises:
        Unsure: An id was given to something else.
    """
    names = [_text(each.root.get("name")) for each in (base, side)]
    told = _in_question(base, side)
    rows = _rows(base, told), _rows(side, told)
    found = match(*rows, old_name=names[0], new_name=names[1])
    for new, old in found.new_to_old.items():
        side.things[new].key = old
    count = len(side.things)
    side.arrange()
    if len(side.things) != count:
        raise Unsure(f"in {side.name}, an id was given to another item")


def _in_question(base: Side, side: Side) -> set[str]:
    """Return the ids that only one of the two has, and those that have a part in a lineage."""
    found = base.things.keys() ^ side.things.keys()
    for each in (base, side):
        for thing in each.things.values():
            replaced = [*_replaced(thing)]
            if replaced:
                found |= {thing.id, *(reference.rpartition("#")[2] for reference in replaced)}
    return found


def _replaced(thing: Thing) -> Iterator[str]:
    """Yield what an item says that it replaces."""
    node = thing.node.get("replaces") if thing.is_item else None
    yield from map(_text, node.items if isinstance(node, Sequence) else ())


def _rows(side: Side, told: set[str]) -> dict[str, Row]:
    """Return those of *told* that a side has, as they are matched."""
    return {
        id: Row(id, _read(thing), None, None, None, place, code_of(thing))
        for place, (id, thing) in enumerate(side.things.items())
        if id in told
    }


def _read(thing: Thing) -> Item | Indicator:
    """Return what tells who a thing is."""
    title = _text(thing.node.get("title"))
    if not thing.is_item:
        return Indicator(id=thing.id, title=title)
    return Item(
        id=thing.id,
        title=title,
        description=_text(thing.node.get("description")) or None,
        replaces=tuple(_replaced(thing)),
    )


def _text(node: Node | None) -> str:
    return node.value.strip() if isinstance(node, Scalar) else ""
