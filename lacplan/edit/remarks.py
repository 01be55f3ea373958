"""Which comments of a draft belong to which entry of a list or a mapping.

A comment over an entry is its own, and so is the one beside it. One below it that is indented
deeper is the last thing in it. One that follows the last entry of a block is at the block's foot.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from lacplan.document.comments import Comment, comments
from lacplan.document.entries import Collection, entry_core, entry_end, size
from lacplan.document.line import column, line_end, without_spaces
from lacplan.document.tree import Document, Mapping

_GAP = 2
"""The fewest spaces before a comment that something else stands before on its line."""


class Remark(NamedTuple):
    """A comment on a line of its own."""

    text: str
    after_blank: bool = False
    """Whether a blank line stands above it."""


class Part(NamedTuple):
    """One entry of a collection, with all that belongs to it."""

    place: int
    over: tuple[Remark, ...]
    after_blank: bool
    """Whether a blank line stands right above it, below the comments over it."""

    start: int
    """Where its key begins, or its value in a list."""

    end: int
    """Where what belongs to it ends, comments below it included."""


class Remarks:
    """The comments of a document whose lines end in LF."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._comments = [*comments(document)]
        self._starts = [comment.span.start for comment in self._comments]

    def between(self, start: int, end: int) -> list[Comment]:
        """Return the comments that begin from *start* on and before *end*."""
        first = bisect_left(self._starts, start)
        if first == len(self._starts) or self._starts[first] >= end:
            return []
        return self._comments[first : bisect_left(self._starts, end, first)]

    def parts(self, node: Collection, start: int, end: int) -> list[Part]:
        """Return the entries of *node*, whose comments stand between *start* and *end*."""
        return [*self._parts(node, start, end)]

    def foot(self, parts: list[Part], end: int) -> tuple[Remark, ...]:
        """Return the comments after the last of *parts* and before *end*."""
        return self._own_lines(self.between(parts[-1].end, end), parts[-1].end)

    def beside(self, comment: Comment) -> str:
        """Return *comment* as it follows something else on its line, with the space before it."""
        at = comment.span.start
        space = at - without_spaces(self._text, at)
        return " " * max(space, _GAP) + comment.text.rstrip()

    def _parts(self, node: Collection, start: int, end: int) -> Iterator[Part]:
        is_quiet = not self.between(start, end)
        count = self._text.count
        before = start
        for index in range(size(node)):
            core, at = self._start(node, index)
            above = [] if is_quiet else self.between(before, at)
            over = self._own_lines(above, before)
            below = above[-1].span.end if above else before
            last = entry_end(node, index) if is_quiet else self._end(node, index, end)
            yield Part(index, over, count("\n", below, core) > 1, at, last)
            before = last

    def _start(self, node: Collection, index: int) -> tuple[int, int]:
        """Return where an entry begins with its dash, and where without it."""
        if isinstance(node, Mapping):
            at = node.entries[index][0].start
            return at, at
        at = node.items[index].start
        return at if node.flow else entry_core(self._text, node, index), at

    def _own_lines(self, found: list[Comment], before: int) -> tuple[Remark, ...]:
        remarks = []
        for comment in found:
            is_apart = self._text.count("\n", before, comment.span.start) > 1
            remarks.append(Remark(comment.text.rstrip(), is_apart))
            before = comment.span.end
        return tuple(remarks)

    def _end(self, node: Collection, index: int, limit: int) -> int:
        """Return where an entry ends, with the comments that are beside it and below it."""
        last = entry_end(node, index)
        following = self._start(node, index + 1)[1] if index + 1 < size(node) else limit
        end = min(line_end(self._text, last), following)
        if node.flow:
            return end
        edge = column(self._text, entry_core(self._text, node, index))
        for comment in self.between(end, following):
            if column(self._text, comment.span.start) <= edge:
                break
            end = comment.span.end
        return end
