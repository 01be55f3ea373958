"""A draft as rules see it: its text, its tree, its plan, and the plans beside it."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from lacplan.document.fault import Span
from lacplan.document.offsets import Offsets
from lacplan.document.tree import Document, Mapping, Node, Scalar, Sequence, head, resolve
from lacplan.model.decode import Decoded
from lacplan.model.plan import Indicator, Item, Plan
from lacplan.model.quoted_code import PROSE
from lacplan.validate.judged import Judged, blocks, field_of, is_written
from lacplan.validate.quoted import quoted

Neighbour = Callable[[str], frozenset[str] | None]
"""Gives the ids of another plan of the workspace by its name; ``None`` where there is none.

It raises `LacplanError` where there is one that can't be read.
"""


class SeenItem:
    """An item where it stands in the draft."""

    __slots__ = ("item", "node", "parent")

    def __init__(self, item: Item, node: Mapping, parent: Item | None) -> None:
        self.item = item
        self.node = node
        self.parent = parent
        """The item it lies under; ``None`` at the top."""

    @property
    def thing(self) -> Item:
        """The item, where it does not matter whether it is one."""
        return self.item

    def span(self, *keys: str) -> Span:
        """Return where the value of a field stands, such as ``("budget", "amount")``.

        The nearest block around it stands for a field that the draft does not have, and the first
        line of the item for the item as a whole.
        """
        return head(field_of(self.node, keys))

    def is_written(self, key: str) -> bool:
        """Tell whether something is written under *key*, though it may not be readable."""
        return is_written(self.node, key)


class SeenIndicator:
    """An indicator where it stands in the draft."""

    __slots__ = ("indicator", "node", "parent")

    def __init__(self, indicator: Indicator, node: Mapping, parent: Item) -> None:
        self.indicator = indicator
        self.node = node
        self.parent = parent
        """The item it belongs to."""

    @property
    def thing(self) -> Indicator:
        """The indicator, where it does not matter whether it is one."""
        return self.indicator

    def span(self, *keys: str) -> Span:
        """Return where the value of a field stands, as `SeenItem.span` does."""
        return head(field_of(self.node, keys))

    def is_written(self, key: str) -> bool:
        """Tell whether something is written under *key*, as `SeenItem.is_written` does."""
        return is_written(self.node, key)


class Passage(NamedTuple):
    """A text of the draft, and where it stands.

    A tuple and not a dataclass, since a draft of 10,000 items holds tens of thousands of them.
    """

    text: str
    node: Mapping
    """The block that holds it."""

    field: str
    title: str | None = None
    """Of the item or indicator that it belongs to; ``None`` for the plan's own texts."""

    position: int = 0
    among: int = 0
    """How many texts the list has that it is an entry of; 0 where it is the whole of *field*."""

    keys: tuple[str, ...] = ()
    """What leads to it inside of *field*, or inside of its entry, if it is a part of that."""

    @property
    def is_prose(self) -> bool:
        """Whether it is read as sentences, with light Markdown."""
        return self.field in PROSE

    def __str__(self) -> str:
        of = "the plan" if self.title is None else quoted(self.title)
        return f"the {self.field} of {of}"


_PLAN_TEXTS = ("title", "summary", "vision", "mission")
_PLAN_LISTS = ("values", "sources")
_ITEM_TEXTS = ("title", "description", "rationale", "notes", "lead")
_ITEM_LISTS = ("opportunities", "challenges", "partners")
_INDICATOR_TEXTS = ("title", "unit", "verification")


class Draft(Judged):
    """Everything that a rule may judge.

    Args:
        document: The text and its tree.
        decoded: What of it could be read as a plan.
        name: What the draft's file or folder is called; ``None`` where it has no name, as on
            standard input.
        neighbour: Tells of the other plans in the workspace.
        today: The day on which the draft is judged; the day it is where left out.
    """

    def __init__(
        self,
        document: Document,
        decoded: Decoded,
        *,
        name: str | None = None,
        neighbour: Neighbour = lambda name: None,
        today: date | None = None,
    ) -> None:
        super().__init__(document, decoded.faults)
        self.plan: Plan | None = decoded.plan
        self.name = name
        self.neighbour = neighbour
        self.today = today or date.today()
        self.left_out = decoded.left_out

    @cached_property
    def items(self) -> tuple[SeenItem, ...]:
        """Every item in the draft's order, each before what lies under it."""
        if self.plan is None or self.root is None:
            return ()
        keys = [level.key for level in self.plan.levels]
        return tuple(_items(self.plan.items, self.root, keys, None))

    @cached_property
    def indicators(self) -> tuple[SeenIndicator, ...]:
        """Every indicator in the draft's order, with the item that it belongs to as its parent."""
        return tuple(
            SeenIndicator(indicator, node, seen.item)
            for seen in self.items
            if seen.item.indicators
            for indicator, node in zip(
                seen.item.indicators, blocks(seen.node, "indicators"), strict=True
            )
        )

    @property
    def things(self) -> "tuple[SeenItem | SeenIndicator, ...]":
        """Everything that bears an id: the items, then the indicators."""
        return (*self.items, *self.indicators)

    @property
    def own_name(self) -> str:
        """The name under which other plans know this one; empty where it has none."""
        return self.name or (self.plan.name if self.plan else "")

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text that people wrote to be read: the plan's own, the items', the indicators'."""
        if self.plan is None or self.root is None:
            return ()
        return (*_plan_passages(self.plan, self.root), *self._passages())

    def _passages(self) -> Iterator[Passage]:
        for seen in self.items:
            title = seen.item.title or seen.item.id
            yield from _texts(seen.item, seen.node, _ITEM_TEXTS, title)
            yield from _lists(seen.item, seen.node, _ITEM_LISTS, title)
            for position, who in enumerate(seen.item.stakeholders):
                among = len(seen.item.stakeholders)
                for key, text in (("name", who.name), ("role", who.role)):
                    if text:
                        yield Passage(
                            text, seen.node, "stakeholders", title, position, among, (key,)
                        )
        for each in self.indicators:
            title = each.indicator.title or each.indicator.id
            yield from _texts(each.indicator, each.node, _INDICATOR_TEXTS, title)

    def entry(self, node: Mapping, field: str, position: int, among: int, *keys: str) -> Span:
        """Return where an entry of the list under *field* stands, or a field of that entry.

        Args:
            node: The block that holds the list.
            field: Its key.
            position: The 0-based position of the entry in the plan.
            among: How many entries the plan has.
            keys: What leads from the entry to a field of it.
        """
        return head(self._entry(node, field, position, among, keys))

    def _entry(
        self, node: Mapping, field: str, position: int, among: int, keys: tuple[str, ...] = ()
    ) -> Node:
        below = node.get(field)
        found = resolve(below) if below else None
        if isinstance(found, Sequence):
            kept = [each for each in found.items if each.start not in self.left_out]
            if len(kept) == among:  # else an alias lends one list to two fields that differ
                return field_of(kept[position], keys)
        return below or node

    def words(self, passage: Passage) -> Callable[[int, int], Span]:
        """Return what tells where a stretch of the text of *passage* is written.

        That is a function of where the stretch begins and ends in the text, in characters.
        """
        found = self._passage_node(passage)
        node = resolve(found)
        if not isinstance(node, Scalar) or node.value.strip() != passage.text:
            whole = head(found)
            return lambda start, end: whole
        offsets = Offsets(self.document.text, node)
        before = len(node.value) - len(node.value.lstrip())
        return lambda start, end: offsets.span(start + before, end + before)

    def _passage_node(self, passage: Passage) -> Node:
        node, field = passage.node, passage.field
        if passage.among:
            return self._entry(node, field, passage.position, passage.among, passage.keys)
        return field_of(node, (field, *passage.keys))


def _plan_passages(plan: Plan, root: Mapping) -> Iterator[Passage]:
    yield from _texts(plan, root, _PLAN_TEXTS, None)
    yield from _lists(plan, root, _PLAN_LISTS, None)
    if plan.organization:
        yield Passage(plan.organization.name, root, "organization", keys=("name",))
    for framework in plan.frameworks:
        yield Passage(framework.title, root, "frameworks", keys=(framework.id, "title"))
        for code, says in framework.codes:
            yield Passage(says, root, "frameworks", keys=(framework.id, "codes", code))


def _texts(
    thing: Plan | Item | Indicator, node: Mapping, names: tuple[str, ...], title: str | None
) -> Iterator[Passage]:
    for name in names:
        text = getattr(thing, name)
        if text:
            yield Passage(text, node, name, title)


def _lists(
    thing: Plan | Item, node: Mapping, names: tuple[str, ...], title: str | None
) -> Iterator[Passage]:
    for name in names:
        texts = getattr(thing, name)
        if texts:
            yield from _list(texts, node, name, title)


def _list(texts: tuple[str, ...], node: Mapping, name: str, title: str | None) -> Iterator[Passage]:
    for position, text in enumerate(texts):
        yield Passage(text, node, name, title, position, len(texts))


def _items(
    items: tuple[Item, ...], holder: Mapping, keys: list[str], parent: Item | None
) -> Iterator[SeenItem]:
    if not items:
        return
    for item, node in zip(items, blocks(holder, keys[0]), strict=True):
        yield SeenItem(item, node, parent)
        yield from _items(item.items, node, keys[1:], item)
