"""Where the items of each side stand in its text, as elements of their lists."""

import re
from collections.abc import Sequence

from lacplan.document.entries import size
from lacplan.merge.decision import Unsure
from lacplan.merge.elements import Block, Blocks, Ref
from lacplan.merge.segments import element, is_block
from lacplan.merge.side import Place, Side, Thing

_BANNER = re.compile(r"#[^\r\n]*(?:\r\n|\n|\r)[ \t]*[\r\n]")
"""A comment with a blank line below it; only such a one may belong to no entry."""


class Lookup:
    """Finds the lines of items; each block is looked into once."""

    def __init__(self, sides: Sequence[Side | None]) -> None:
        self._blocks = {id(side): Blocks(side) for side in sides if side}
        self._things: dict[tuple[int, str], Ref] = {}
        self._lists: dict[tuple[int, Place], Block | None] = {}

    def root(self, side: Side) -> Block:
        """Return the block at the top of *side*."""
        return self._blocks[id(side)].root()

    def inside(self, ref: Ref | None) -> Block | None:
        """Return the block that is the value of *ref*; ``None`` where it is none."""
        if ref is None or not is_block(ref.node):
            return None
        return self._blocks[id(ref.side)].inside(ref.element)

    def thing(self, side: Side, key: str) -> Ref:
        """Return the entry of an item in its list.

        Raises:
            Unsure: The list stands in brackets.
        """
        at = (id(side), key)
        if at not in self._things:
            self._things[at] = self._thing(side, side.things[key])
        return self._things[at]

    def _thing(self, side: Side, thing: Thing) -> Ref:
        if thing.sequence.flow:
            line, _ = side.document.position(thing.node.start)
            raise Unsure(f"in {side.name}, line {line}, an item stands in brackets")
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
