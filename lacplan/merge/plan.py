"""The merged plan: who is there, in what order, and what it is called."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from lacplan.document.tree import Scalar, Sequence
from lacplan.merge.lookup import Lookup
from lacplan.merge.numbering import Code, Numbering, code_of
from lacplan.merge.own_text import alike, around, comments, own_text
from lacplan.merge.pieces import World
from lacplan.merge.places import Places
from lacplan.merge.same import name_of, same
from lacplan.merge.sequence import merge_order
from lacplan.merge.side import INDICATORS, Place, Side, Thing

Contested = Mapping[tuple[str | None, str | None], str]
"""The fields (by key and name), and the items (with no name), in which any difference is a
conflict, each with the reason."""

Members = tuple[tuple[str, str], ...]
"""What is in a list, in order, each with the side that alone has it there, or the empty text."""


class MergedPlan:
    """Who is where in the merged plan.

    Args:
        base: The base, if there is one.
        ours: Ours, called by the base's keys.
        theirs: Theirs, likewise.
        lookup: Where items stand in the texts.
        contested: What is a conflict whatever the sides did.
    """

    def __init__(
        self,
        base: Side | None,
        ours: Side,
        theirs: Side,
        lookup: Lookup,
        contested: Contested,
    ) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.sides = (base, ours, theirs)
        self.lookup = lookup
        wholes = {key: why for (key, field), why in contested.items() if field is None and key}
        self.places = Places(base, ours, theirs, touched=self._is_touched, contested=wholes)
        self.contested = {**self._doubled_ids(), **contested}
        self.clashes = frozenset(self._clashes())
        self._orders: dict[Place, Members] = {}
        self._plain: dict[str, bool] = {}
        self._kept: dict[tuple[str, int], bool] = {}

    def thing(self, key: str | None) -> Thing | None:
        """Return an item as ours has it, or else theirs."""
        if key is None:
            return None
        return self.ours.things.get(key) or self.theirs.things[key]

    def id(self, key: str | None) -> str | None:
        """Return the id that an item is told of by: the one that it has in the merged plan."""
        if key is None:
            return None
        found = [side.things[key].id for side in (self.ours, self.theirs) if key in side.things]
        return found[-1] if found[0] == key else found[0]

    def title(self, key: str | None) -> str | None:
        """Return its title."""
        thing = self.thing(key)
        node = thing.node.get("title") if thing else None
        return node.value.strip() if isinstance(node, Scalar) else None

    def list_keys(self, thing: Thing | None) -> tuple[str, ...]:
        """Return the keys of the lists of items and indicators that *thing* may hold."""
        return self.ours.list_keys(thing)

    def hosts(self, key: str, world: World) -> tuple[Side, Side | None]:
        """Return whose lines an item is written in, and who else has a say in its fields."""
        mine, yours = key in self.ours.things, key in self.theirs.things
        if key in self.clashes:
            return (self.theirs if world == "theirs" else self.ours), None
        if mine and yours:
            return self.ours, self.theirs
        return (self.ours if mine else self.theirs), None

    def did(self, key: str, side: Side) -> str:
        """Return in a few words what *side* did to an item's being there, or to its place."""
        thing = side.things.get(key)
        was = self.base.things.get(key) if self.base else None
        if thing is None:
            return self._gone(key, side) if was else ""
        if was is None:
            return "added"
        if thing.place != was.place:
            return f"moved to {_called(side, thing.holder)}"
        why = self.places.why.get(key, "")
        return why.removeprefix(f"{side.name} ") if why.startswith(side.name) else "kept"

    def _gone(self, key: str, side: Side) -> str:
        """Return how an item left *side*: deleted, or carried on by others."""
        heirs = [thing for thing in side.things.values() if self._carries_on(thing, key)]
        names = " and ".join(f"“{thing.id}”" for thing in heirs)
        return f"{'split' if len(heirs) > 1 else 'merged'} into {names}" if heirs else "deleted"

    def _carries_on(self, thing: Thing, key: str) -> bool:
        node = thing.node.get("replaces") if thing.is_item else None
        entries = node.items if isinstance(node, Sequence) else []
        return any(isinstance(each, Scalar) and each.value.strip() == key for each in entries)

    def why(self, key: str) -> str:
        """Return why there is a conflict about an item's being there, or its place."""
        known = self.base is not None and key in self.base.things
        return self.places.why.get(key, "both moved it" if known else "both added it, each its own")

    @property
    def may_break_rules(self) -> bool:
        """Whether changes of both sides meet in one item, or in what all items depend on."""
        if self.base is None:
            return True
        for side in (self.ours, self.theirs):
            for name in ("frameworks", "period"):
                if not same(self.base.root.get(name), side.root.get(name), name):
                    return True
        return any(
            key in self.theirs.things
            and not self.is_as_it_was(key, self.theirs)
            and not self.is_as_it_was(key, self.ours)
            for key in self.ours.things
        )

    @property
    def is_clean(self) -> bool:
        """Whether everything is where it is, whichever side is chosen."""
        return not self.clashes and all(where.is_clean for where in self.places.where.values())

    # Order

    def order(self, place: Place) -> Members:
        """Return what is in the list at *place*; banners, which are comments, have a ``#``."""
        found = self._orders.get(place)
        if found is None:
            found = self._orders[place] = self._ordered(place)
        return found

    @cached_property
    def members(self) -> dict[Place, list[str]]:
        """What is at each place if one side or the other is chosen."""
        found: dict[Place, list[str]] = {}
        for key, where in self.places.where.items():
            for place in {where.ours, where.theirs} - {None}:
                if place is not None:
                    found.setdefault(place, []).append(key)
        return found

    def _ordered(self, place: Place) -> Members:
        members = self.members.get(place, [])
        base, ours, theirs = (
            self.lookup.keys_at(side, place) if side else [] for side in self.sides
        )
        if base == ours == theirs and all(self.places.where[key].is_clean for key in members):
            return tuple((key, "") for key in ours)
        banners = [{key for key in keys if key[:1] == "#"} for keys in (base, ours, theirs)]
        kept = (banners[1] & banners[2]) | ((banners[1] | banners[2]) - banners[0])
        order = merge_order(base, ours, theirs, [*members, *kept], self._rank)
        for key in order.torn:
            self.places.why.setdefault(key, "both moved it in one list")
        return tuple((key, side or self._side(key, place)) for key, side in order.places)

    def _side(self, key: str, place: Place) -> str:
        where = self.places.where.get(key)
        if where is None or where.ours == where.theirs:
            return ""
        return "ours" if where.ours == place else "theirs"

    def _rank(self, key: str) -> tuple[int, tuple[tuple[int, str], ...], str]:
        """Return what orders two items that were put into one place: their codes, then ids."""
        things = [side.things[key] for side in (self.ours, self.theirs) if key in side.things]
        codes = sorted(code for thing in things if (code := code_of(thing)))
        if not codes:
            return 1, (), key
        segments = tuple((len(each) if each.isdigit() else 0, each) for each in codes[0].split("."))
        return 0, segments, key

    # Names

    def _doubled_ids(self) -> Contested:
        """Return the ids to contest, since two items would bear one of them."""
        contested: dict[tuple[str | None, str | None], str] = {}
        bearers: dict[str, set[str]] = {}
        for side in (self.ours, self.theirs):
            for key, thing in side.things.items():
                if self.places.where[key] != (None, None):
                    bearers.setdefault(thing.id, set()).add(key)
        for id, keys in bearers.items():
            if len(keys) > 1:
                contested.update(self._contest_id(id, keys))
        return contested

    def _contest_id(self, id: str, keys: set[str]) -> Contested:
        """Part the bearers of one id: each stays with the side that called it so."""
        contested: dict[tuple[str | None, str | None], str] = {}
        why = f"another item is called “{id}”"
        for key in keys:
            one, other = self.ours.things.get(key), self.theirs.things.get(key)
            if one is not None and other is not None:
                if one.id != other.id:
                    contested[key, "id"] = why
                continue
            where = self.places.where[key]
            self.places.where[key] = (
                where._replace(theirs=None) if one is not None else where._replace(ours=None)
            )
            self.places.why.setdefault(key, why)
        return contested

    def _clashes(self) -> list[str]:
        """Return what both sides put in under one id, and is not the same item."""
        known = self.base.things if self.base else {}
        return [
            key
            for key, thing in self.ours.things.items()
            if key not in known
            and key in self.theirs.things
            and not alike(thing, self.theirs.things[key])
        ]

    # What nobody changed

    def _is_touched(self, key: str, side: Side) -> bool:
        """Tell whether *side* changed the fields or the comments of an item; not its code."""
        assert self.base is not None  # noqa: S101  # what is there was there
        was, now = self.base.things[key], side.things[key]
        if was.id != now.id:
            return True
        lists = (*self.base.list_keys(was), "code")
        before, after = (
            {name_of(name): node for name, node in thing.node.entries if name_of(name) not in lists}
            for thing in (was, now)
        )
        if before.keys() != after.keys():
            return True
        if not all(same(node, after[name], name) for name, node in before.items()):
            return True
        return comments(self.base, was) != comments(side, now)

    def is_plain(self, key: str) -> bool:
        """Tell whether an item stands in the merged text just as its host wrote it."""
        found = self._plain.get(key)
        if found is None:
            found = self._plain[key] = self._is_plain(key)
        return found

    @cached_property
    def _doubtful(self) -> set[str | None]:
        return {key for key, _ in self.contested}

    def _is_plain(self, key: str) -> bool:
        host, other = self.hosts(key, "merged")
        thing = host.things[key]
        if key in self.clashes or key in self._doubtful or not self.places.where[key].is_clean:
            return False
        code = self.codes.get(key)
        if code is not None and (not code.is_clean or code.ours != code_of(thing)):
            return False
        if other is not None and not self.is_as_it_was(key, other):
            return False
        for name in host.list_keys(thing):
            place = (key, name)
            members = self.order(place)
            if [each for each, _ in members] != self.lookup.keys_at(host, place):
                return False
            for each, side in members:
                if each[:1] == "#":
                    continue
                if side or self.hosts(each, "merged")[0] is not host or not self.is_plain(each):
                    return False
        return True

    def is_as_it_was(self, key: str, side: Side) -> bool:
        """Tell whether *side* wrote an item, but for what lies under it, just as the base did."""
        at = (key, id(side))
        found = self._kept.get(at)
        if found is None:
            found = self._kept[at] = self._is_as_it_was(key, side)
        return found

    def _is_as_it_was(self, key: str, side: Side) -> bool:
        if self.base is None or key not in self.base.things or key in self._doubtful:
            return False
        was, now = self.base.things[key], side.things[key]
        if was.place != now.place or own_text(self.base, was) != own_text(side, now):
            return False
        beside = [*around(self.base, was), *around(side, now)]
        return beside[:2] == beside[2:] or not any("#" in text for text in beside)

    @cached_property
    def torn(self) -> set[str]:
        """What is in conflict as a whole: it is there, or where it is, for one side only."""
        found = {key for key, where in self.places.where.items() if not where.is_clean}
        for place in self.members:
            found.update(key for key, side in self.order(place) if side)
        return found

    @cached_property
    def codes(self) -> dict[str, Code]:
        """The codes of all items, by their places."""
        lists = {
            place: [
                key for key, _ in self.order(place) if key[:1] != "#" and key not in self.clashes
            ]
            for place in self.members
            if place[1] != INDICATORS
        }
        return Numbering(self.base, self.ours, self.theirs, lists, self.torn).codes

    def code_notes(self) -> Iterator[str]:
        """Yield a note for each code that is doubled or stale now, and was so on neither side."""
        yield from self._doubled_codes()
        for key, code in self.codes.items():
            place = self.places.where[key].ours
            above = self.codes.get(place[0] or "") if place else None
            if above is None or not _is_stale(code.ours, above.ours):
                continue
            if not any(self._was_stale(side, key) for side in (self.ours, self.theirs)):
                yield (
                    f"“{self.id(key)}” bears the code “{code.ours}” now, and lies under "
                    f"“{above.ours}”."
                )

    def _was_stale(self, side: Side, key: str) -> bool:
        thing = side.things.get(key)
        return thing is not None and _is_stale(code_of(thing), code_of(thing.holder))

    def _doubled_codes(self) -> Iterator[str]:
        bearers: dict[str, list[str]] = defaultdict(list)
        for key, code in self.codes.items():
            where = self.places.where[key]
            if code.ours is not None and where.ours is not None:
                bearers[code.ours].append(key)
        for said, keys in bearers.items():
            if len(keys) > 1 and not any(self._is_doubled(side, said) for side in self.sides[1:]):
                names = " and ".join(f"“{self.id(key)}”" for key in keys)
                yield f"{names} both bear the code “{said}” now."

    def _is_doubled(self, side: Side | None, code: str) -> bool:
        things = side.things.values() if side else ()
        return sum(code_of(thing) == code for thing in things) > 1


def _is_stale(code: str | None, above: str | None) -> bool:
    """Tell whether *code* does not begin with that of the item above."""
    return code is not None and above is not None and not code.startswith(f"{above}.")


def _called(side: Side, thing: Thing | None) -> str:
    return "the top" if thing is None else f"“{thing.id}”"
