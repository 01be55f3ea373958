"""Whether a merged text says what three-way merging demands, told from the four texts alone.

Nothing here knows how the text was put together: where one side changed a thing, the other side's
state of it must stand; where both did, what each put in must be there; and nothing twice.
"""

from collections import Counter

from lacplan.document.tree import Alias, Node, Scalar, leaves
from lacplan.merge.decision import Unsure
from lacplan.merge.pieces import World
from lacplan.merge.plan import MergedPlan
from lacplan.merge.same import name_of, same
from lacplan.merge.side import Side, Thing

Open = frozenset[tuple[str | None, str]]
"""The fields in conflict, by the items' ids."""


def prove(
    plan: MergedPlan, merged: Side, world: World, open_fields: Open, left_out: frozenset[str]
) -> None:
    """Make sure that *merged* is what comes of *plan*, if each conflict is decided for one side.

    Args:
        plan: What was merged.
        merged: The text with its conflicts decided, read back; its things are called by its ids.
        world: For which side.
        open_fields: The fields in conflict.
        left_out: The outermost items that are left out of *merged*.

    Raises:
        Unsure: It is not.
    """
    _Proof(plan, merged, world, open_fields, left_out).run()


class _Proof:
    def __init__(
        self,
        plan: MergedPlan,
        merged: Side,
        world: World,
        open_fields: Open,
        left_out: frozenset[str],
    ) -> None:
        self.plan = plan
        self.merged = merged
        self.world: World = world
        self.open = open_fields
        self.out = self._below(left_out)

    def _below(self, left_out: frozenset[str]) -> set[str]:
        """Return *left_out* and all that lies below it."""
        found = set(left_out)
        for key in self.plan.places.where if left_out else ():
            way: list[str] = []
            at: str | None = key
            while at is not None and at not in found:
                way.append(at)
                place = getattr(self.plan.places.where[at], self.world)
                at = place[0] if place else None
            if at is not None:
                found.update(way)
        return found

    def run(self) -> None:
        self._same_things()
        self._same_order()
        self._same_fields(None, self.merged.root.entries)
        proved: set[str] = set()
        for key, thing in self.merged.things.items():
            if (thing.holder and thing.holder.key in proved) or self._is_copied(key, thing):
                proved.add(key)
            else:
                self._same_fields(key, thing.node.entries)

    def _is_copied(self, key: str, thing: Thing) -> bool:
        """Tell whether a thing stands, with all that lies under it, just as its host wrote it."""
        if not self.plan.is_plain(key):
            return False
        host = self.plan.hosts(key, self.world)[0]
        was = host.things[key].node
        return host.text[was.start : was.end] == self.merged.text[thing.node.start : thing.node.end]

    def _want(self, truth: bool, what: str) -> None:
        if not truth:
            raise Unsure(f"lacplan could not make sure of {what}")

    def _same_things(self) -> None:
        """Make sure that everything that is to be there is there once, and nothing else is."""
        wanted = {
            self._id(key): key
            for key, where in self.plan.places.where.items()
            if getattr(where, self.world) is not None and key not in self.out
        }
        self._want(wanted.keys() == self.merged.things.keys(), "who is there")
        for thing in self.merged.things.values():
            thing.key = wanted[thing.id]
        self.merged.arrange()

    def _id(self, key: str) -> str:
        """Return the id of an item in the merged text."""
        one, other = self.plan.ours.things.get(key), self.plan.theirs.things.get(key)
        if one is None or other is None:
            found = one or other
            return found.id if found else key
        if one.id == other.id:
            return one.id
        if (key, "id") in self.plan.contested or key not in (one.id, other.id):
            return other.id if self.world == "theirs" else one.id
        return other.id if one.id == key else one.id

    def _same_order(self) -> None:
        for place in {*self.merged.lists, *self.plan.members}:
            wanted = [
                key
                for key, side in self.plan.order(place)
                if key[:1] != "#" and side in ("", self.world) and key not in self.out
            ]
            self._want(self.merged.lists.get(place, []) == wanted, f"the order in “{place[1]}”")

    def _same_fields(self, key: str | None, entries: list[tuple[Node, Node]]) -> None:
        found = {name_of(name): node for name, node in entries}
        sides = [self._fields(side, key) for side in self.plan.sides]
        lists = self.plan.list_keys(self.plan.thing(key))
        if key in self.plan.clashes:
            sides[1 if self.world == "theirs" else 2] = None
        for name in {**found, **(sides[1] or {}), **(sides[2] or {})}:
            if name in lists:
                continue
            if name == "code" and key in self.plan.codes:
                code = getattr(self.plan.codes[key], self.world)
                node = found.get(name)
                written = node.value.strip() if isinstance(node, Scalar) else None
                self._want(written == code, f"the code of “{key}”")
            else:
                self._same_field(key, name, found.get(name), sides)

    def _fields(self, side: Side | None, key: str | None) -> dict[str, Node] | None:
        if side is None or (key is not None and key not in side.things):
            return None
        return {name_of(name): node for name, node in side.node(key).entries}

    def _same_field(
        self, key: str | None, name: str, node: Node | None, sides: list[dict[str, Node] | None]
    ) -> None:
        base, ours, theirs = (side.get(name) if side else None for side in sides)
        if sides[1] is None or sides[2] is None:
            wanted = ours if sides[1] is not None else theirs
        elif same(ours, theirs, name) or same(base, theirs, name):
            wanted = ours
        elif same(base, ours, name):
            wanted = theirs
        else:
            self._joined(key, name, node, (base, ours, theirs))
            return
        is_whole = (key, name) in self.plan.contested or (ours is None) != (theirs is None)
        if is_whole and self._is_open(key, name):
            wanted = theirs if self.world == "theirs" else ours
        self._want(same(node, wanted, name), f"“{name}” of “{key}”")

    def _is_open(self, key: str | None, name: str) -> bool:
        """Tell whether a field, or something in it, is in conflict."""
        id = self.plan.id(key)
        return any(
            item == id and (field == name or field.startswith(f"{name}."))
            for item, field in self.open
        )

    def _joined(
        self,
        key: str | None,
        name: str,
        node: Node | None,
        versions: tuple[Node | None, Node | None, Node | None],
    ) -> None:
        """Make sure that a field that both changed holds what both put in, and nothing else."""
        base, ours, theirs = map(_words, versions)
        found = _words(node)
        wanted = [ours, theirs]
        if self._is_open(key, name):
            wanted = [theirs if self.world == "theirs" else ours]
        for side in wanted:
            lost = side - base - found
            self._want(not lost, f"“{name}” of “{key}”, which lacks {sorted(lost)[:3]}")
        more = found - (ours | theirs) - ((ours - base) + (theirs - base) + (ours & theirs & base))
        self._want(not more, f"“{name}” of “{key}”, which has {sorted(more)[:3]} too often")


def _words(node: Node | None) -> Counter[str]:
    """Return all words that *node* says, keys included."""
    if node is None:
        return Counter()
    return Counter(
        word
        for leaf in leaves(node)
        for word in ([f"*{leaf.name}"] if isinstance(leaf, Alias) else leaf.value.split())
    )


def prove_comments(plan: MergedPlan, merged: Side, text: str, *, is_clean: bool) -> None:
    """Make sure that no comment is lost or doubled.

    Args:
        plan: What was merged.
        merged: The text with each conflict decided for ours.
        text: The text with its conflicts.
        is_clean: Whether there are none.

    Raises:
        Unsure: One is.
    """
    base, ours, theirs = (_told(side) for side in plan.sides)
    found = _told(merged)
    for comment in {**ours, **theirs, **found}:
        if comment not in ours and comment not in theirs and "  #" in comment:
            continue  # those of both sides, beside each other
        was, one, other = base[comment], ours[comment], theirs[comment]
        put_in = [max(0, one - was), max(0, other - was)]
        taken = [max(0, was - one), max(0, was - other)]
        least = was + max(put_in) - sum(taken)
        most = was + sum(put_in) - (max(taken) if is_clean else 0)
        if found[comment] < least and text.count(comment) < least:
            raise Unsure(f"the comment “{comment}” would be lost")
        if found[comment] > most:
            raise Unsure(f"the comment “{comment}” would stand twice")


def _told(side: Side | None) -> Counter[str]:
    return Counter(comment.text.rstrip() for comment in side.comments) if side else Counter()
