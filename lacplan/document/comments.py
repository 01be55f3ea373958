"""Where the comments of a document stand: no event tells of them; they are read between spans."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lacplan.document.fault import Span
from lacplan.document.line import line_end, without_spaces
from lacplan.document.marks import content_start
from lacplan.document.tree import Alias, Document, Mapping, Node, Scalar, Sequence

_BEFORE = frozenset(" \t\r\n,[]{}'\"")
"""What may stand right before a comment; elsewhere a ``#`` belongs to an anchor or a tag."""


class Comment(NamedTuple):
    """One comment, from its ``#`` to the end of its line."""

    span: Span
    text: str
    beside: bool
    """Whether something else stands before it on its line."""


def comments(document: Document) -> Iterator[Comment]:
    """Yield each comment of *document*, in the order of the text."""
    text = document.text
    at = text.find("#")
    while at >= 0:
        leaf = _leaf_at(document.root, at)
        if leaf is not None and _body_start(text, leaf) <= at:
            after = leaf.end
        elif at == 0 or text[at - 1] in _BEFORE:
            after = line_end(text, at)
            yield Comment(Span(at, after), text[at:after], _is_beside(text, at))
        else:
            after = at + 1
        at = text.find("#", after)


def _leaf_at(node: Node | None, at: int) -> Scalar | Alias | None:
    """Return the scalar or alias under *node* that the character at *at* belongs to."""
    while node is not None and node.start <= at < node.end:
        match node:
            case Scalar() | Alias():
                return node
            case Sequence(items=items):
                place = bisect_right(items, at, key=_start) - 1
                node = items[place] if place >= 0 else None
            case Mapping(entries=entries):
                place = bisect_right(entries, at, key=_key_start) - 1
                key, value = entries[place] if place >= 0 else (None, None)
                node = value if value and value.start <= at else key
    return None


def _start(node: Node) -> int:
    return node.start


def _key_start(entry: tuple[Node, Node]) -> int:
    return entry[0].start


def _body_start(text: str, leaf: Scalar | Alias) -> int:
    """Return where the text of *leaf* begins, behind its anchor and a block scalar's header."""
    start = content_start(text, leaf)
    is_block = isinstance(leaf, Scalar) and leaf.style in ("|", ">")
    return line_end(text, start) if is_block else start


def _is_beside(text: str, at: int) -> bool:
    before = without_spaces(text, at)
    return before > 0 and text[before - 1] not in "\r\n"
