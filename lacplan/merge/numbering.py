"""Codes: they follow position, so they are merged by what they are under their parent's code."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from lacplan.document.tree import Scalar
from lacplan.merge.side import Place, Side, Thing


class Code(NamedTuple):
    """The code that an item bears in the merged plan; two where a person must choose."""

    ours: str | None
    theirs: str | None
    mended: bool = False
    """Whether neither side wrote it."""

    @property
    def is_clean(self) -> bool:
        """Whether there is one code."""
        return self.ours == self.theirs


def code_of(thing: Thing | None) -> str | None:
    """Return the code of an item as it is written; ``None`` where it bears none."""
    node = thing.node.get("code") if thing else None
    return node.value.strip() if isinstance(node, Scalar) and not node.is_null else None


class Numbering:
    """Finds the codes of the merged plan.

    Args:
        base: The base, if there is one.
        ours: Ours.
        theirs: Theirs.
        lists: What lies at each place in the merged plan, in order.
        torn: What is in conflict as a whole: it keeps the code that each side gave it.
    """

    def __init__(
        self,
        base: Side | None,
        ours: Side,
        theirs: Side,
        lists: dict[Place, list[str]],
        torn: Collection[str],
    ) -> None:
        self.torn = torn
        self.sides = (base, ours, theirs)
        self.lists = lists
        self.codes: dict[str, Code] = {}
        self._below(None)

    def _below(self, holder: str | None) -> None:
        for place in self._places(holder):
            keys = self.lists[place]
            positions = self._by_position(place, keys)
            for key in keys:
                if key not in self.codes:
                    self.codes[key] = self._code(key, holder, positions.get(key))
                    self._below(key)

    def _places(self, holder: str | None) -> Iterator[Place]:
        for side in (self.sides[1], self.sides[2]):
            if side is None or (holder is not None and holder not in side.things):
                continue
            thing = side.things[holder] if holder is not None else None
            for list in side.list_keys(thing)[-1:]:
                if (holder, list) in self.lists and list != "indicators":
                    yield holder, list
                    return

    def _by_position(self, place: Place, keys: list[str]) -> dict[str, str]:
        """Return the numbers of *keys*, where both sides number this list by position."""
        own = [side.lists.get(place, []) for side in self.sides if side]
        if all(keys == each for each in own) or not all(
            self._is_counted(side, side.lists.get(place, [])) for side in self.sides if side
        ):
            return {}
        coded = [
            key for key in keys if any(code_of(s.things.get(key)) for s in self.sides[1:] if s)
        ]
        return {key: str(number) for number, key in enumerate(coded, 1)}

    def _is_counted(self, side: Side, keys: Iterable[str]) -> bool:
        """Tell whether the codes of *keys* are 1, 2, 3 and so on under their parent's."""
        numbers = [found for key in keys if (found := self._own(side, key)) is not None]
        return numbers == [(True, str(number)) for number in range(1, len(numbers) + 1)]

    def _own(self, side: Side | None, key: str) -> tuple[bool, str] | None:
        """Return what a code adds to that of the parent, and whether it does begin with that."""
        thing = side.things.get(key) if side else None
        code = code_of(thing)
        if thing is None or code is None:
            return None
        above = code_of(thing.holder)
        if thing.holder is None:
            return True, code
        if above is not None and code.startswith(f"{above}."):
            return True, code[len(above) + 1 :]
        return False, code

    def _code(self, key: str, holder: str | None, number: str | None) -> Code:
        if key in self.torn:
            one, other = (code_of(side.things.get(key)) for side in self.sides[1:] if side)
            return Code(one or other, other or one)
        kept = self._kept(key, holder) if number is None else None
        return kept or self._found(key, holder, number)

    def _kept(self, key: str, holder: str | None) -> Code | None:
        """Return the code of an item for which, and for whose parent, nothing changed."""
        things = [side.things.get(key) for side in self.sides if side]
        one, *others = things
        if one is None or any(other is None for other in others):
            return None
        code, above = code_of(one), code_of(one.holder)
        for other in others:
            if other is None or code_of(other) != code or code_of(other.holder) != above:
                return None
        now = self.codes[holder] if holder is not None else Code(None, None)
        return Code(code, code) if now.ours == now.theirs == above else None

    def _found(self, key: str, holder: str | None, number: str | None) -> Code:
        was, one, other = (self._own(side, key) for side in self.sides)
        there = [side is not None and key in side.things for side in self.sides]
        if number is not None and (one or other):
            one = other = (True, number)
        elif not there[1] or (there[2] and one == was):
            one = other
        elif not there[2] or other == was:
            other = one
        above = self.codes[holder] if holder is not None else Code(None, None)
        found = Code(_whole(one, above.ours), _whole(other, above.theirs))
        written = {code_of(side.things.get(key)) for side in self.sides[1:] if side}
        return found._replace(mended=found.is_clean and found.ours not in written)


def _whole(own: tuple[bool, str] | None, above: str | None) -> str | None:
    if own is None:
        return None
    follows, code = own
    return f"{above}.{code}" if follows and above is not None else code
