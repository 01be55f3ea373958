"""Where the items of each side stand in its text, as elements of their lists."""

import re
from collections.abc import Sequence

from lacplan.document import tree
from lacplan.document.entries import Collection, entry_nodes, size
from lacplan.document.scalars import written
from lacplan.merge.elements import Block, Blocks, Ref
from lacplan.merge.inline import source
from lacplan.merge.same import name_of
from lacplan.merge.segments import Element, element, is_block
from lacplan.merge.side import Place, Side, Thing

_BANNER = re.compile(r"#[^\r\n]*(?:\r\n|\n|\r)[ \t]*[\r\n]")
"""A comment with a blank line below it; only such a one may belong to no entry."""


class Lookup:
    """Finds the lines of items; each block is looked into once."""

    def __init__(self, sides: Sequence[Side | None]) -> None:
        self._blocks = {id(side): Blocks(side) for side in sides if side}
        self._things: dict[tuple[int, str], Ref] = {}
        self._inline: dict[int, Block] = {}
        self._lists: dict[tuple[int, Place], Block | None] = {}

    def root(self, side: Side) -> Block:
        """Return the block at the top of *side*."""
        return self._blocks[id(side)].root()

    def inside(self, ref: Ref | None) -> Block | None:
        """Return the value of *ref* as a block; ``None`` where it holds no entries."""
        if ref is None or not isinstance(ref.node, tree.Sequence | tree.Mapping):
            return None
        if is_block(ref.node):
            return self._blocks[id(ref.side)].inside(ref.element)
        return self._in_brackets(ref.side, ref.node) if size(ref.node) else None

    def _in_brackets(self, side: Side, node: Collection) -> Block:
        """Return what stands in brackets as it would be written on lines."""
        found = self._inline.get(id(node))
        if found is None:
            elements = (inline_element(side, node, place) for place in range(size(node)))
            found = self._inline[id(node)] = Block(side, node, elements)
        return found

    def thing(self, side: Side, key: str) -> Ref:
        """Return the entry of an item in its list."""
        at = (id(side), key)
        if at not in self._things:
            self._things[at] = self._thing(side, side.things[key])
        return self._things[at]

    def _thing(self, side: Side, thing: Thing) -> Ref:
        if thing.sequence.flow:
            found = inline_element(side, thing.sequence, thing.index)
        else:
            found = element(side.document, thing.sequence, thing.index)
        return Ref(side, thing.sequence, found._replace(key=thing.key))

    def list_at(self, side: Side, place: Place) -> Block | None:
        """Return the list at *place*, its entries called by the keys of the items."""
        at = (id(side), place)
        if at not in self._lists:
            self._lists[at] = self._list(side, place)
        return self._lists[at]

    def _list(self, side: Side, place: Place) -> Block | None:
        holder, name = place
        keys = side.lists.get(place)
        if not keys:
            return None
        block = self.root(side) if holder is None else self.inside(self.thing(side, holder))
        found = self.inside(block.ref(name)) if block else None
        if found is None or size(found.node) != len(keys):
            return None
        return found.called(keys)

    def keys_at(self, side: Side, place: Place) -> list[str]:
        """Return what is in a list, in order; its banners too, whose keys begin with ``#``."""
        keys = side.lists.get(place, [])
        if keys:
            text = side.text
            things = map(side.things.__getitem__, keys)
            if any(_BANNER.search(text, thing.before, thing.node.start) for thing in things):
                block = self.list_at(side, place)
                return block.keys if block else keys
        return keys


def inline_element(side: Side, collection: Collection, place: int) -> Element:
    """Return one entry of what stands in brackets as it would be written on a line."""
    first, value = entry_nodes(collection, place)
    is_list = isinstance(collection, tree.Sequence)
    name = "" if is_list else name_of(first)
    mark = "- " if is_list else f"{written(name)}: "
    return Element(
        key=str(place) if is_list else name,
        blanks="",
        over="",
        core=f"{mark}{source(side, value, name)}{side.document.newline}",
        tail="",
        column=0,
        mark=first.start + 1 if is_list else first.end,
        end=value.end,
        place=place,
        node=value,
        is_inline=True,
    )
