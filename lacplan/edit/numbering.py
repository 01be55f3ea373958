"""Which codes the items of a plan should bear: what is right stays, the rest follows position."""

import re
from collections.abc import Iterator, Mapping
from itertools import count
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from lacplan.edit.places import Place
from lacplan.model.code import Segments, is_under, segments

Published = Mapping[str, frozenset[str]]
"""For each code that a version published, the ids that bore it."""

_LETTERS = (ascii_uppercase, ascii_lowercase)


class NewCode(NamedTuple):
    """An item that gets another code."""

    place: Place
    new: str
    why: str
    """In a few words."""

    @property
    def old(self) -> str | None:
        """The code that it bore, if it bore one."""
        return self.place.code


class Numbering:
    """Gives codes to the items of one plan.

    Args:
        items: The items, in the draft's order, each before what lies under it.
        published: The codes that versions have published.
    """

    def __init__(self, items: tuple[Place, ...], published: Published) -> None:
        self._items = items
        self._published = published
        self._below: dict[int, list[Place]] = {}
        for item in items:
            self._below.setdefault(id(item.parent), []).append(item)
        self._bearers: dict[str, list[Place]] = {}
        for item in items:
            if item.code:
                self._bearers.setdefault(item.code, []).append(item)
        self._keepers: dict[str, Place] = {}
        self._used = {*self._bearers}
        self._own: dict[str, list[Segments]] = {}
        for code, ids in sorted(published.items()):
            if len(ids) == 1:
                self._own.setdefault(min(ids), []).append(segments(code))
        self._uncoded = self._levels_without()

    def new_codes(self) -> list[NewCode]:
        """Return what is to change, in the draft's order."""
        found = {id(new.place): new for new in self._group(None, (), ())}
        return [found[id(item)] for item in self._items if id(item) in found]

    def _levels_without(self) -> frozenset[int | None]:
        """Return the levels that bear no codes on purpose: some level below them bears codes."""
        coded = {item.level for item in self._items if item.code and item.level is not None}
        deepest = max(coded, default=-1)
        return frozenset(level for level in range(deepest) if level not in coded)

    def _group(self, parent: Place | None, old: Segments, new: Segments) -> Iterator[NewCode]:
        """Yield what changes among the items under *parent*, and among those under them.

        Args:
            parent: What they lie under; ``None`` at the top.
            old: The nearest code above them, as it was.
            new: The same, as it will be.
        """
        siblings = self._below.get(id(parent), [])
        if siblings and siblings[0].level in self._uncoded:
            for item in siblings:
                yield from self._group(item, old, new)
            return
        faults = [self._fault(item, new) for item in siblings]
        pairs = [*zip(siblings, faults, strict=True)]
        row = _Row(new, [() if fault else segments(item.code) for item, fault in pairs])
        for place, (item, fault) in enumerate(pairs):
            if fault:
                code, follows = self._code_for(item, old, new, row, place)
                self._used.add(".".join(code))
                row.take(place, code)
                why = "its parent's code changed" if follows else fault
                yield NewCode(item, ".".join(code), why)
            else:
                row.take(place, segments(item.code))
        for item, code in zip(siblings, row.codes, strict=True):
            yield from self._group(item, segments(item.code) or old, code)

    def _fault(self, item: Place, above: Segments) -> str:
        """Return what is wrong with the code of *item* under *above*; nothing where it is right."""
        if not item.code:
            return "it had none"
        if not segments(item.code):
            return "it was malformed"
        if not is_under(segments(item.code), above):
            return f"it lies under {'.'.join(above)}"
        promised = self._published.get(item.code)
        if promised and item.id not in promised and not self._is_heir(item, promised):
            return f"“{min(promised)}” bore it in a version"
        bearer = self._bearer(item.code)
        return "" if bearer is item else f"“{bearer.id}” bears it too"

    def _is_heir(self, item: Place, bore: frozenset[str]) -> bool:
        """Tell whether *item* says that it carries on one of those that *bore* its code."""
        return not bore.isdisjoint(item.replaces)

    def _bearer(self, code: str) -> Place:
        """Return which of those that bear *code* keeps it."""
        if code not in self._keepers:
            bearers = self._bearers[code]
            promised = self._published.get(code, frozenset())
            by_promise = (each for each in bearers if each.id in promised)
            in_place = (each for each in bearers if self._is_in_place(each))
            self._keepers[code] = next(by_promise, None) or next(in_place, None) or bearers[0]
        return self._keepers[code]

    def _is_in_place(self, item: Place) -> bool:
        above = item.parent
        while above is not None and not segments(above.code):
            above = above.parent
        return is_under(segments(item.code), segments(above.code) if above else ())

    # What they get

    def _code_for(
        self, item: Place, old: Segments, new: Segments, row: "_Row", place: int
    ) -> tuple[Segments, bool]:
        """Return the code that *item* gets, and whether it is the old one under a new parent's.

        Args:
            item: The item.
            old: The nearest code above it, as it was.
            new: The same, as it will be.
            row: It and its siblings.
            place: Its position among them.
        """
        own = segments(item.code)
        if own and new != old and own[:-1] == old:
            code = (*new, own[-1])
            if self._is_free(code, item):
                return code, True
        for code in (*self._own.get(item.id, ()), *self._prefix(item)):
            if is_under(code, new) and self._is_free(code, item):
                return code, False
        return next(code for code in row.offers(place) if self._is_free(code, item)), False

    def _prefix(self, item: Place) -> Iterator[Segments]:
        """Yield the code that what lies under *item* begins with, where that has none."""
        below = {segments(each.code)[:-1] for each in self._below.get(id(item), ()) if each.code}
        if not item.code and len(below) == 1:
            yield from below

    def _is_free(self, code: Segments, item: Place) -> bool:
        """Tell whether *item* may get *code*: nothing bears it, and nothing else ever bore it."""
        written = ".".join(code)
        promised = self._published.get(written)
        return written not in self._used and (promised is None or promised == {item.id})


class _Row:
    """The items under one parent, numbered by 1, 2, 3, by 01, 02, 03, or by A, B, C.

    Args:
        above: The code above them.
        kept: Their codes; an empty one where it is still to be found.
    """

    def __init__(self, above: Segments, kept: list[Segments]) -> None:
        self._above = above
        self.codes = kept
        own = [code[len(above)] for code in kept if code]
        self._width = max((len(each) for each in own if re.fullmatch("0[0-9]+", each)), default=1)
        self._letters = next(
            (row for row in _LETTERS if own and all(len(e) == 1 and e in row for e in own)), ""
        )
        self._numbers = [self._number(code) for code in kept]
        self._highest = max(self._numbers, default=0)
        self._low = 0  # the highest number up to here
        self._ahead = 0  # the next item, or a later one, whose number is higher

    def take(self, place: int, code: Segments) -> None:
        """Give *code* to the item at *place*; those before it have theirs."""
        self.codes[place] = code
        number = self._number(code)
        self._low = max(self._low, number)
        self._highest = max(self._highest, number)

    def offers(self, place: int) -> Iterator[Segments]:
        """Yield the codes for the item at *place*, those first that keep the row in order."""
        self._ahead = max(self._ahead, place)
        while self._ahead < len(self.codes) and self._numbers[self._ahead] <= self._low:
            self._ahead += 1
        if self._ahead < len(self.codes):
            yield from map(self._code, range(self._low + 1, self._numbers[self._ahead]))
        yield from map(self._code, count(self._highest + 1))

    def _number(self, code: Segments) -> int:
        """Return which number *code* has here; 0 where it has none."""
        own = code[len(self._above)] if is_under(code, self._above) else ""
        if self._letters:
            return self._letters.find(own) + 1 if own else 0
        return int(own) if re.fullmatch("[0-9]{1,9}", own) else 0

    def _code(self, number: int) -> Segments:
        if self._letters and number <= len(self._letters):
            return (*self._above, self._letters[number - 1])
        return (*self._above, str(number).zfill(self._width))
