"""From an offset in the text to the item, the field, the line and the column that stand there."""

from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Sequence as Several
from typing import NamedTuple

from lacplan.collector import paused
from lacplan.document.fault import Span
from lacplan.document.tree import Document, Mapping, Node, Scalar, Sequence
from lacplan.model.fields import ITEM
from lacplan.model.finding import Finding, LocatedFinding, Place


class Step(NamedTuple):
    """One step down the tree: a key and its value, or an entry of a list."""

    key: str | None
    """``None`` for an entry of a list."""

    start: int
    node: Node
    place: int
    """Its position in the list or mapping, counted from 0."""


class Paths:
    """Finds what stands where in one document; made once, it finds many places fast."""

    def __init__(self, document: Document) -> None:
        self._root = document.root
        self._starts: dict[int, list[int]] = {}

    def to(self, offset: int) -> Iterator[Step]:
        """Yield the steps from the top of the document to what stands at *offset*."""
        node: Node | None = self._root
        while node is not None:
            step = self._below(node, offset)
            if step is None:
                return
            yield step
            node = step.node

    def _below(self, node: Node, offset: int) -> Step | None:
        if isinstance(node, Sequence):
            place = bisect_right(self._starts_in(node), offset) - 1
            if place >= 0:
                return Step(None, node.items[place].start, node.items[place], place)
        if isinstance(node, Mapping):
            place = bisect_right(self._starts_in(node), offset) - 1
            if place >= 0:
                key, value = node.entries[place]
                name = key.value if isinstance(key, Scalar) else ""
                return Step(name, key.start, value, place)
        return None

    def _starts_in(self, node: Sequence | Mapping) -> list[int]:
        """Return where each entry of *node* starts."""
        found = self._starts.get(id(node))
        if found is None:
            nodes = node.items if isinstance(node, Sequence) else [key for key, _ in node.entries]
            found = self._starts[id(node)] = [each.start for each in nodes]
        return found


def entry_at(document: Document, offset: int) -> Span | None:
    """Return the innermost entry at *offset*: its key or dash, and its value if that is a text."""
    step: Step | None = None
    for below in Paths(document).to(offset):
        step = below
    if step is None:
        return None
    return Span(step.start, step.node.end if isinstance(step.node, Scalar) else step.start)


@paused()
def locate(document: Document, file: str, findings: Several[Finding]) -> tuple[LocatedFinding, ...]:
    """Return *findings* of *document* as they are shown."""
    paths = Paths(document)
    return tuple(_located(document, paths, file, finding) for finding in findings)


def _located(document: Document, paths: Paths, file: str, finding: Finding) -> LocatedFinding:
    item, field = _names(paths, finding.at)
    return LocatedFinding(
        finding=finding,
        place=place(document, file, finding.at),
        item=item,
        field=field,
        related=tuple((place(document, file, at), says) for at, says in finding.related),
    )


def place(document: Document, file: str, span: Span) -> Place:
    """Return where in *file* the stretch *span* of *document* stands."""
    line, column = document.position(span.start)
    end_line, end_column = document.position(max(span.end, span.start))
    return Place(
        file=file,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        text=document.line(line),
    )


def _names(paths: Paths, span: Span) -> tuple[str | None, str | None]:
    """Return the id of the innermost item or indicator at *span*, and the field that is meant.

    Where *span* is the first key of an item, the item as a whole is meant.
    """
    item: str | None = None
    field: str | None = None
    holder = ""
    for step in paths.to(span.start):
        holder = holder if step.key is None else step.key
        if step.key is not None and field is None:
            field = step.key
        if step.key is None and isinstance(step.node, Mapping) and _may_hold_items(holder):
            id = step.node.get("id")
            if isinstance(id, Scalar) and id.value:
                item, field = id.value, None
            if step.node.entries and span.start == step.node.entries[0][0].start:
                break
    return item, field


def _may_hold_items(key: str) -> bool:
    """Tell whether the blocks in a list under *key* are items or indicators, if they have ids."""
    return key == "indicators" or not (key in ITEM.by_key or key.startswith("x-"))
