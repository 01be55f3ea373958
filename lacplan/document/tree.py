"""The lossless tree: every node knows the stretch of text that it was read from.

The nodes are plain slotted classes and not frozen dataclasses, since a draft of 10,000 items holds
a quarter of a million of them. Nobody changes one after ``parse`` has returned: an edit is a splice
of the text, read again.

Spans count characters. A node's span begins at its anchor, where it has one; a block collection's
begins at its first key or dash and ends where its last entry ends, so that blank lines and comments
after it are outside; a block scalar's likewise, except that blank lines which are content (``|+``)
are inside. An empty value stands right after its ``:`` or ``-``, with no width.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from re import finditer

from lacplan.document.fault import Fault, Span


class Scalar:
    """A piece of text, as YAML unfolds it; what it means is for the schema to say."""

    __slots__ = ("anchor", "end", "start", "style", "value")

    def __init__(self, start: int, end: int, anchor: str | None, value: str, style: str) -> None:
        self.start = start
        self.end = end
        self.anchor = anchor
        self.value = value
        self.style = style
        """One of ``'``, ``"``, ``|``, ``>``, or the empty text for a plain scalar; ``*`` for an
        alias that names nothing, which a fault has told of."""

    @property
    def is_null(self) -> bool:
        """Whether it is written as nothing, ``~`` or ``null``."""
        return self.style == "" and self.value in ("", "~", "null")


class Alias:
    """A reference to a node that was given an anchor earlier on."""

    __slots__ = ("anchor", "end", "name", "start", "target")

    def __init__(self, start: int, end: int, name: str, target: "Node") -> None:
        self.start = start
        self.end = end
        self.anchor = None
        self.name = name
        self.target = target


class Sequence:
    """A list of nodes."""

    __slots__ = ("anchor", "end", "flow", "items", "start")

    def __init__(self, start: int, anchor: str | None, flow: bool) -> None:
        self.start = start
        self.end = start
        self.anchor = anchor
        self.flow = flow
        """Whether it is written in brackets."""
        self.items: list[Node] = []


class Mapping:
    """Keys and their values, in the order they are written."""

    __slots__ = ("anchor", "end", "entries", "flow", "start")

    def __init__(self, start: int, anchor: str | None, flow: bool) -> None:
        self.start = start
        self.end = start
        self.anchor = anchor
        self.flow = flow
        """Whether it is written in braces."""
        self.entries: list[tuple[Node, Node]] = []

    def get(self, key: str) -> "Node | None":
        """Return the value of *key*, or ``None`` where the mapping has no such key."""
        for name, value in self.entries:
            if isinstance(name, Scalar) and name.value == key:
                return value
        return None


Node = Scalar | Alias | Sequence | Mapping


def resolve(node: Node) -> Scalar | Sequence | Mapping:
    """Return *node*, or what it is an alias of."""
    while isinstance(node, Alias):
        node = node.target
    return node


def children(node: Node) -> Iterator[Node]:
    """Yield the nodes right under *node*, keys before their values; an alias has none."""
    if isinstance(node, Sequence):
        yield from node.items
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from entry


def leaves(root: Node) -> Iterator[Scalar | Alias]:
    """Yield the scalars and aliases under *root*, in the order of the text."""
    stack: list[Node] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar | Alias):
            yield node
        else:
            stack.extend(reversed(tuple(children(node))))


def head(node: Node) -> Span:
    """Return the stretch that stands for *node* in a message: of a block, its first line."""
    while not isinstance(node, Scalar) and not isinstance(node, Alias) and not node.flow:
        if isinstance(node, Mapping) and node.entries:
            key, value = node.entries[0]
            scalar = isinstance(value, Scalar) and value.style not in ("|", ">")
            return Span(key.start, max(key.end, value.end) if scalar else key.end)
        if not isinstance(node, Sequence) or not node.items:
            break
        node = node.items[0]
    return Span(node.start, node.end)


class Document:
    """A text and the tree over it.

    Attributes:
        text: What was read, without a byte-order mark.
        bom: Whether a byte-order mark stood before it.
        root: The top node; ``None`` where the text is empty or could not be parsed.
        faults: What is wrong with the text as YAML, in the order of the text.
    """

    def __init__(
        self, text: str, *, bom: bool, root: Node | None, faults: tuple[Fault, ...]
    ) -> None:
        self.text = text
        self.bom = bom
        self.root = root
        self.faults = faults

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line begins; a line ends with LF, CRLF or CR, and with nothing else."""
        return [0, *(match.end() for match in finditer(r"\r\n|\n|\r", self.text))]

    @cached_property
    def newline(self) -> str:
        """The line end that the text uses first, or LF."""
        first = next(finditer(r"\r\n|\n|\r", self.text), None)
        return first.group() if first else "\n"

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of *offset*, both counted from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return line *number*, counted from 1, without its line end.

        It is the same object each time: a long line with many faults is not copied for each.
        """
        if number not in self._lines:
            starts = self.line_starts
            end = starts[number] if number < len(starts) else len(self.text)
            self._lines[number] = self.text[starts[number - 1] : end].rstrip("\r\n")
        return self._lines[number]

    @cached_property
    def _lines(self) -> dict[int, str]:
        """The lines that were asked for, by their numbers."""
        return {}


def unparse(document: Document) -> str:
    """Return the text that *document* was read from, to the last character."""
    return "\ufeff" + document.text if document.bom else document.text
