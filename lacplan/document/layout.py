"""How deep lists and blocks stand in a document, so that new lines can follow it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lacplan.document.entries import entry_core
from lacplan.document.line import column
from lacplan.document.tree import Document, Mapping, Node, Sequence, children


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How deep new lines stand. Columns count the characters before them."""

    column: int = 0
    """Of the dash or the key that is written."""

    step: int = 2
    """How much deeper a mapping stands than its key."""

    dash: int = 2
    """How much deeper the dashes of a list stand than its key."""

    def at(self, column: int) -> "Layout":
        """Return the same layout for what stands at *column*."""
        return Layout(column=column, step=self.step, dash=self.dash)


def layout(document: Document) -> Layout:
    """Return how deep the first mapping and the first list under a key stand in *document*."""
    found: dict[type[Node], int] = {}
    for key, value in _blocks(document.root):
        deeper = column(document.text, entry_core(document.text, value, 0)) - column(
            document.text, key.start
        )
        found.setdefault(type(value), deeper)
        if len(found) == 2:
            break
    return Layout(step=max(found.get(Mapping, 2), 1), dash=max(found.get(Sequence, 2), 0))


def _blocks(root: Node | None) -> Iterator[tuple[Node, Sequence | Mapping]]:
    """Yield the keys whose values are blocks, with those blocks, those of the top first."""
    waiting = [root] if root else []
    for node in waiting:
        if isinstance(node, Mapping):
            for key, value in node.entries:
                if isinstance(value, Sequence | Mapping) and not value.flow:
                    yield key, value
        waiting.extend(each for each in children(node) if isinstance(each, Sequence | Mapping))
