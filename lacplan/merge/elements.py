"""Blocks of lines put together anew out of elements, so that nothing between them is lost."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lacplan.document import tree
from lacplan.document.entries import Collection
from lacplan.document.line import line_start, lines
from lacplan.document.tree import Node
from lacplan.merge.pieces import Piece, Region, shifted
from lacplan.merge.segments import Element, column_shared, inner_begin, segments, with_beside
from lacplan.merge.segments import beside as comment_beside
from lacplan.merge.sequence import merge_order
from lacplan.merge.side import Side


class Ref(NamedTuple):
    """An element as one side has it."""

    side: Side
    holder: Collection
    element: Element

    @property
    def node(self) -> Node:
        """The value of an entry."""
        assert self.element.node is not None  # noqa: S101  # a banner has none, and is not asked
        return self.element.node

    @property
    def beside(self) -> str:
        """The comment beside it."""
        return comment_beside(self.side.document, self.element)

    @property
    def start(self) -> int:
        """Where its lines begin in the text of its side, comments over it aside."""
        return line_start(self.side.text, self.element.mark - 1)

    def lines(self, column: int, newline: str) -> str:
        """Return its lines, comments included, at *column*."""
        return self._at(self.element.over + self.element.core + self.element.tail, column, newline)

    def core(self, column: int, newline: str) -> str:
        """Return its lines without the comments over and below it, at *column*."""
        return self._at(self.element.core, column, newline)

    def dedented(self) -> str:
        """Return how it is written, comments over and below it aside, wherever it stands."""
        return self.core(0, "\n")

    def is_written_as(self, other: "Ref") -> bool:
        """Tell whether two are written alike, comments over and below them aside."""
        if self.element.column == other.element.column and self.element.core == other.element.core:
            return True
        return self.dedented() == other.dedented()

    def comments(self) -> list[str]:
        """Return the comments inside it and around it."""
        element = self.element
        around = [line.strip() for line in lines(element.over + element.tail) if line.strip()]
        return around + self.inner_comments()

    def inner_comments(self) -> list[str]:
        """Return the comments beside it and inside it."""
        element = self.element
        found = self.side.comments_in(element.mark, element.end)
        return [comment.text.rstrip() for comment in found]

    def _at(self, text: str, column: int, newline: str) -> str:
        element = self.element
        if element.column == column and newline == self.side.document.newline:
            return text
        return shifted(text, element.column, column, newline)


class Trio(NamedTuple):
    """One element as the base, ours and theirs have it."""

    base: Ref | None
    ours: Ref | None
    theirs: Ref | None

    @property
    def any(self) -> Ref:
        """It as ours has it, or whoever does."""
        found = self.ours or self.theirs or self.base
        assert found is not None  # noqa: S101  # somebody has it
        return found


class Block:
    """A block of one side as elements."""

    def __init__(self, side: Side, node: Collection, elements: Iterable[Element]) -> None:
        self.side = side
        self.node = node
        self.elements = tuple(elements)
        self._by_key = {each.key: each for each in self.elements}

    def ref(self, key: str) -> Ref | None:
        """Return the element *key*, if there is one."""
        found = self._by_key.get(key)
        return Ref(self.side, self.node, found) if found else None

    @property
    def keys(self) -> list[str]:
        """The keys of its elements, in order."""
        return [each.key for each in self.elements]

    @property
    def column(self) -> int:
        """Where its dashes or keys stand."""
        return self.elements[0].column

    def called(self, names: Sequence[str]) -> "Block":
        """Return it with other keys for its entries, by their positions."""
        return Block(
            self.side,
            self.node,
            (
                each._replace(key=names[each.place]) if each.place >= 0 else each
                for each in self.elements
            ),
        )


class Blocks:
    """The blocks of one side, each looked into once."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self._known: dict[int, Block] = {}

    def root(self) -> Block:
        """Return the block at the top."""
        return self._of(self.side.root, self.side.begin)

    def inside(self, element: Element) -> Block:
        """Return the block that is the value of *element*."""
        node = element.node
        assert isinstance(node, tree.Sequence | tree.Mapping)  # noqa: S101  # a block
        return self._of(node, inner_begin(self.side.document, element))

    def _of(self, node: Collection, begin: int) -> Block:
        found = self._known.get(id(node))
        if found is None:
            elements = segments(self.side.document, node, begin)
            found = self._known[id(node)] = Block(self.side, node, elements)
        return found


class Head(NamedTuple):
    """What stands before a block: the dash or the key that it is the value of."""

    text: str
    is_shared: bool
    """Whether the block begins on the same line."""


def head(ref: Ref, note: str | None = None) -> Head:
    """Return what stands before the block of *ref*, with the comment *note* beside it."""
    document = ref.side.document
    text = ref.element.core[: inner_begin(document, ref.element) - ref.start]
    is_shared = column_shared(document, ref.node, ref.element.mark)
    if not is_shared and note is not None:
        text = with_beside(text, ref.node, ref.beside, note, document.newline)
    return Head(text, is_shared)


def behind(head: Head, pieces: list[Piece], newline: str) -> list[Piece]:
    """Return *pieces* behind *head*."""
    if not head.is_shared or not pieces:
        return [head.text, *pieces]
    first, *rest = pieces
    if isinstance(first, str) and _can_follow(first):
        return [head.text + first.lstrip(" "), *rest]
    if isinstance(first, Region) and _can_follow(first.ours) and _can_follow(first.theirs):
        parts = [head.text + part.lstrip(" ") if _can_follow(part) else part for part in first]
        return [Region(*parts), *rest]
    return [head.text.rstrip(" ") + newline, *pieces]


def _can_follow(text: str) -> bool:
    """Tell whether the first line of *text* may stand right behind a dash."""
    return text.lstrip(" ")[:1] not in ("", "#", "\n", "\r")


class Placed(NamedTuple):
    """The lines of an element, on their way to a place."""

    pieces: list[Piece]
    blanks: str
    """The blank lines above it, where it stood."""

    was_first: bool
    """Whether it stood first in its block."""


def placed(pieces: list[Piece], ref: Ref, newline: str) -> Placed:
    """Return *pieces*, which stand for *ref*."""
    blanks = ref.element.blanks
    if blanks and ref.side.document.newline != newline:
        blanks = newline * len(lines(blanks))
    return Placed(pieces, blanks, ref.element.place == 0)


def spaced(parts: Iterable[Placed]) -> list[Piece]:
    """Return the pieces of *parts* with the blank lines between them, as evenly as they stood."""
    told = list(parts)
    usual = next((each.blanks for each in told if not each.was_first), "")
    found: list[Piece] = []
    for number, part in enumerate(told):
        if number == 0:
            blanks = part.blanks if part.was_first else ""
        else:
            blanks = part.blanks or (usual if part.was_first else "")  # over it was a banner
        found += [*filter(None, (blanks,)), *part.pieces]
    return found


def numbered(texts: Iterable[str]) -> list[str]:
    """Return *texts* so that equal ones differ: each behind how often it was there before."""
    told: Counter[str] = Counter()
    found = []
    for text in texts:
        found.append(f"{told[text]} {text}")
        told[text] += 1
    return found


def merged_lines(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return lines, none of which has likeness with another, with what each side did to them."""
    was, one, other = map(numbered, (base, ours, theirs))
    members = [
        key
        for key in dict.fromkeys((*one, *other))
        if (key in one and key in other) or key not in was
    ]
    order = dict.fromkeys(merge_order(was, one, other, members, lambda key: key).keys)
    return [key.partition(" ")[2] for key in order]


def merged_around(trio: Trio, column: int, newline: str) -> tuple[str, str]:
    """Return the comments over an entry and below it, with what each side did to them."""
    over = [ref.element.over if ref else "" for ref in trio]
    tail = [ref.element.tail if ref else "" for ref in trio]
    return comment_lines(over, column, newline), comment_lines(tail, column + 2, newline)


def merged_beside(trio: Trio) -> str:
    """Return the comment beside an entry; both, where each side has its own."""
    was, one, other = (ref.beside if ref else "" for ref in trio)
    if other in (was, one):
        return one
    return other if one == was else f"{one}  {other}".strip()


def comment_lines(texts: Sequence[str], column: int, newline: str) -> str:
    """Return comment lines with what each side put in and took away.

    Args:
        texts: The lines as the base, ours and theirs have them.
        column: At which they are to stand.
        newline: How a line ends.
    """
    if texts[2] in (texts[0], texts[1]):
        return texts[1]
    was, one, other = ([line.strip() for line in lines(text)] if text else [] for text in texts)
    if other in (was, one):
        return texts[1]
    told = merged_lines(was, one, other)
    return "".join(" " * column * bool(line) + line + newline for line in told)


def inserted_order(ours: list[str], theirs: list[str], members: set[str]) -> list[str]:
    """Return *members* in the order of ours, each that only theirs has after what it follows."""
    found = list(ours)
    known = set(ours)
    last: str | None = None
    for key in theirs:
        if key not in known:
            known.add(key)
            found.insert(found.index(last) + 1 if last is not None else 0, key)
        last = key
    return [key for key in found if key in members]


def kept_banners(trio: Trio) -> bool:
    """Tell whether a banner stands in the merged text: nobody took it away."""
    return trio.base is None or (trio.ours is not None and trio.theirs is not None)
