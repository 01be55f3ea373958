"""YAML's own marks between the nodes, such as ``:`` and ``&a``: no event tells where they stand."""

import re
from typing import NamedTuple

from lacplan.document.line import depth
from lacplan.document.tree import Alias, Mapping, Node, Sequence

_SPACE = re.compile(r"(?:[ \t\r\n]+|#[^\r\n]*)*")
_HEADER = re.compile(r"[|>]([-+]?)([1-9]?)([-+]?)[ \t]*(#[^\r\n]*)?")
_START = re.compile(r"(?:(?:[ \t]*(?:#[^\r\n]*)?|%[^\r\n]*)(?:\r\n|\n|\r))*---(?![^ \t\r\n])")
_ENDS = ("", *" \t\r\n,]}")
_PROPERTY = re.compile(r"!<[^>\s]*>|[&!][^\s,\[\]{}]*")


def after_space(text: str, at: int) -> int:
    """Return where what is neither space nor comment begins, from *at* on."""
    found = _SPACE.match(text, at)
    return found.end() if found else at


def after_mark(text: str, at: int, mark: str) -> int:
    """Return the offset right after *mark*, met after *at* and nothing but space and comments.

    Where something else comes first, *at* itself is returned. A plain text may begin with a mark,
    if no space follows that.
    """
    place = after_space(text, at)
    is_mark = text.startswith(mark, place) and (mark == "," or text[place + 1 : place + 2] in _ENDS)
    return place + 1 if is_mark else at


def content_start(text: str, node: Node) -> int:
    """Return where *node* itself begins, behind its anchor and its tag."""
    return _properties(text, node.start, _first_inside(node))[1]


def properties_end(text: str, node: Node) -> int:
    """Return where the anchor and the tag of *node* end; where it begins, if it has neither."""
    return _properties(text, node.start, _first_inside(node))[0]


def keyed(key: Node, name: str, value: str) -> str:
    """Return *value* behind *key*, which is written as *name*."""
    return f"{name}{' ' if isinstance(key, Alias) else ''}: {value}"


class Header(NamedTuple):
    """What stands on the first line of a block scalar, behind its ``|`` or ``>``."""

    chomping: str
    """``-`` where line ends at its end are dropped, ``+`` where all are kept, else empty."""

    digit: str
    """How much deeper than its parent it stands, where it says so."""

    comment: str


def header(text: str, start: int) -> Header:
    """Return the header of the block scalar that begins at *start*, behind its anchor."""
    found = _HEADER.match(text, start)
    before, digit, after, comment = found.groups("") if found else ("", "", "", "")
    return Header(before or after, digit, comment)


def body_depth(body: list[str], value: str) -> int | None:
    """Return how deep the lines of a block scalar stand, told from what they say.

    Args:
        body: Its lines after the header.
        value: What they say.

    Returns:
        How many spaces belong to the layout; ``None`` where the lines hold nothing but line ends.
    """
    said = value.split("\n")
    if not value.strip(" \n"):  # spaces may be content, too
        return max(map(depth, body)) - max(map(depth, said)) if value.strip("\n") else None
    return _first_depth(body) - _first_depth(said)


def _first_depth(body: list[str]) -> int:
    return next(depth(line) for line in body if line.strip(" "))


def after_start(text: str) -> int:
    """Return the offset right after the ``---`` that a document begins with, or 0 without one."""
    found = _START.match(text)
    return found.end() if found else 0


def behind_properties(text: str, start: int, limit: int) -> int:
    """Return where what follows the anchor and the tag at *start* begins, up to *limit*."""
    return _properties(text, start, limit)[1]


def _properties(text: str, start: int, limit: int) -> tuple[int, int]:
    """Return where the anchor and the tag at *start* end, and where what follows them begins."""
    end = place = start
    while place < limit:
        found = _PROPERTY.match(text, place, limit)
        if not found:
            break
        end = found.end()
        place = min(after_space(text, end), limit)
    return end, place


def _first_inside(node: Node) -> int:
    """Return where the first node in *node* begins: properties from there on are not its own."""
    match node:
        case Mapping(entries=[(key, _), *_]):
            return key.start
        case Sequence(items=[item, *_]):
            return item.start
        case _:
            return node.end
