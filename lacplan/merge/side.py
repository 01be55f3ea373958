"""One side of a merge: a draft's tree, and who of its items and indicators lies where."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from lacplan.document.comments import Comment, comments
from lacplan.document.line import next_line
from lacplan.document.marks import after_start
from lacplan.document.tree import Document, Mapping, Node, Scalar, Sequence
from lacplan.merge.decision import Unsure
from lacplan.merge.kinds import Form
from lacplan.model.fields import DEFAULT_LEVELS, FORMAT
from lacplan.model.types import Record

if TYPE_CHECKING:
    from lacplan.model.decode import Decoded

INDICATORS = "indicators"
"""The key of the list that holds an item's indicators."""

_TOLERATED = frozenset({"bidi-override", "merge-key"})
"""The faults in reading that a merge keeps as it found them."""

Place = tuple[str | None, str]
"""The item that something lies under (``None`` at the top), and the key of the list."""


def _is_format_1(node: Node | None) -> bool:
    return isinstance(node, Scalar) and node.style == "" and node.value == str(FORMAT)


def _levels(node: Node | None) -> list[str]:
    """Return the keys of the plan's levels, outermost first."""
    if isinstance(node, Mapping):
        return [key.value for key, _ in node.entries if isinstance(key, Scalar)]
    return [level.key for level in DEFAULT_LEVELS]


class Thing:
    """An item or an indicator as one side has it."""

    __slots__ = ("after", "before", "holder", "id", "index", "key", "list", "node", "sequence")

    def __init__(
        self,
        id: str,
        node: Mapping,
        sequence: Sequence,
        index: int,
        holder: "Thing | None",
        list: str,
    ) -> None:
        self.id = id
        self.key = id
        """What it is called in all three drafts alike: its id in the base, where it has one."""
        self.node = node
        self.sequence = sequence
        """The list that it is an entry of."""
        self.index = index
        self.holder = holder
        self.list = list
        """The key of that list."""
        self.before = 0
        """Where what stands before it ends: a sibling, or the key of its list."""
        self.after = 0
        """Where what stands after it begins."""

    @property
    def place(self) -> Place:
        """Where it lies, by keys."""
        return (self.holder.key if self.holder else None, self.list)

    @property
    def is_item(self) -> bool:
        """Whether it is an item, and not an indicator."""
        return self.list != INDICATORS


class Side:
    """One of the three drafts, or companions of drafts.

    Args:
        document: Its tree; the text ends in a line end.
        name: What messages call it: ``base``, ``ours`` or ``theirs``.
        form: What kind of file it is.

    Raises:
        Unsure: It can't be merged by meaning.
    """

    def __init__(self, document: Document, name: str, form: Form) -> None:
        self.document = document
        self.form = form
        self.name = name
        self.text = document.text
        for fault in document.faults:
            if fault.kind not in _TOLERATED:
                line, _ = document.position(fault.span.start)
                raise Unsure(f"{name}, line {line}: {fault.message}")
        root = document.root
        if not isinstance(root, Mapping):
            raise Unsure(f"{name} is not {form.whole.name}")
        if root.flow:
            raise Unsure(f"{name} is written in braces")
        self.root: Mapping = root
        start = after_start(self.text)
        self.begin = next_line(self.text, start) if start else 0
        """Where the first line of the plan begins, after a ``---``."""
        if not _is_format_1(root.get("format")):
            raise Unsure(f"{name} is not {form.whole.name} of format 1")
        self.levels = [form.list] if form.list else _levels(root.get("levels"))
        self._inside = (INDICATORS,) if form.indicator else ()
        self.things: dict[str, Thing] = {}
        self.lists: dict[Place, list[str]] = {}
        """The keys of what lies at each place, in order."""
        for thing in self._walk(root, None, 0, len(self.text)):
            if thing.id in self.things:
                raise Unsure(f"{name} has two items with the id “{thing.id}”")
            self.things[thing.id] = thing
        self.arrange()

    @cached_property
    def decoded(self) -> "Decoded":
        """What can be read of it as a plan."""
        from lacplan.model.decode import decode

        return decode(self.document)

    def arrange(self) -> None:
        """Note who lies where, by keys; again once those have changed."""
        self.lists = {}
        self.things = {thing.key: thing for thing in self.things.values()}
        for thing in self.things.values():
            self.lists.setdefault(thing.place, []).append(thing.key)

    def list_keys(self, thing: Thing | None) -> tuple[str, ...]:
        """Return the keys of the lists of items and indicators that *thing* may hold."""
        if thing is None:
            return tuple(self.levels[:1])
        if not thing.is_item:
            return ()
        return (*self._inside, *self.levels[self.level(thing) + 1 :][:1])

    def record(self, thing: Thing | None) -> Record:
        """Return what *thing* is, by the format; ``None`` is the file as a whole."""
        if thing is None:
            return self.form.whole
        return self.form.thing if thing.is_item else self.form.indicator or self.form.thing

    def level(self, thing: Thing) -> int:
        """Return the position of an item's level."""
        return self.levels.index(thing.list)

    def node(self, key: str | None) -> Mapping:
        """Return the block of the item *key*, or the top one."""
        return self.root if key is None else self.things[key].node

    @cached_property
    def comments(self) -> list[Comment]:
        """Every comment, in the order of the text."""
        return list(comments(self.document))

    @cached_property
    def _comment_starts(self) -> list[int]:
        return [comment.span.start for comment in self.comments]

    def comments_in(self, start: int, end: int) -> list[Comment]:
        """Return the comments that begin between *start* and *end*."""
        starts = self._comment_starts
        return self.comments[bisect_left(starts, start) : bisect_left(starts, end)]

    def _walk(self, node: Mapping, holder: Thing | None, depth: int, after: int) -> Iterator[Thing]:
        keys = [*self._inside] if holder else []
        keys += self.levels[depth : depth + 1]
        for position, (key, below) in enumerate(node.entries):
            if not isinstance(key, Scalar) or key.value not in keys:
                continue
            following = node.entries[position + 1 :]
            end = following[0][0].start if following else after
            yield from self._entries(key, below, holder, depth, end)

    def _entries(
        self, key: Scalar, below: Node, holder: Thing | None, depth: int, after: int
    ) -> Iterator[Thing]:
        if isinstance(below, Scalar) and below.is_null:
            return
        if not isinstance(below, Sequence):
            raise Unsure(f"in {self.name}, “{key.value}” is no list of its own")
        before = key.end
        for index, node in enumerate(below.items):
            id = node.get("id") if isinstance(node, Mapping) else None
            if not isinstance(node, Mapping) or not isinstance(id, Scalar) or not id.value.strip():
                line, _ = self.document.position(node.start)
                raise Unsure(f"in {self.name}, the entry in line {line} has no id of its own")
            thing = Thing(id.value.strip(), node, below, index, holder, key.value)
            thing.before = before
            rest = below.items[index + 1 : index + 2]
            thing.after = rest[0].start if rest else after
            before = node.end
            yield thing
            if key.value != INDICATORS:
                yield from self._walk(node, thing, depth + 1, thing.after)
