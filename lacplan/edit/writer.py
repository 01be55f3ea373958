"""Writes a draft's tree anew, in the canonical layout."""

from collections.abc import Iterable
from typing import NamedTuple

from lacplan.document.comments import Comment
from lacplan.document.entries import Collection, size
from lacplan.document.marks import after_start
from lacplan.document.scalars import WIDTH
from lacplan.document.tree import Alias, Document, Mapping, Node, Scalar, Sequence
from lacplan.edit.inline import Inline
from lacplan.edit.order import Order
from lacplan.edit.remarks import Part, Remark, Remarks
from lacplan.edit.shape import UNKNOWN, Shape
from lacplan.edit.spelling import on_lines

_LONGEST = 1_000
"""The longest stretch of text in brackets that is tried on one line, and the longest key that may
stand without a ``?``, in characters.

Source: YAML 1.2.2, 7.4.2: an implicit key has at most 1,024 characters.
"""

_TO_LACPLAN = "lacplan:"
"""What a comment holds that speaks to lacplan of the line that it stands over or beside."""


class _Entry(NamedTuple):
    """An entry of a collection on its way to its lines."""

    part: Part
    name: str | None
    """Its key; ``None`` in a list."""

    value: Node
    shape: Shape
    column: int
    """Of its key or dash."""

    at_start: bool
    """Whether it comes first in its collection."""

    @property
    def mark(self) -> str:
        """What stands before its value: a dash or a key, and an anchor."""
        mark = "-"
        if self.name is not None:
            mark = f"{self.name}:" if len(self.name) <= _LONGEST else ":"
        return mark if self.value.anchor is None else f"{mark} &{self.value.anchor}"


class Writer:
    """Writes one document.

    Args:
        document: What is written; its lines end in LF.
    """

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._remarks = Remarks(document)
        self._order = Order(document)
        self._inline = Inline(document, self._order)
        self._lines: list[str] = []
        self._lead = ""
        """The dashes that wait for what follows them on their line."""
        self._lead_column = 0
        self._keeps_blanks = False
        """Whether the last line is of a text that blank lines after it would belong to."""

    def written(self, root: Mapping, shape: Shape) -> str:
        """Return the whole text.

        Args:
            root: The top block, which is not empty.
            shape: What is expected in it.
        """
        prolog = after_start(self._text)
        self._lines += [line.rstrip() for line in self._text[:prolog].splitlines()]
        end = root.end - 1 if root.flow else len(self._text)
        parts = self._remarks.parts(root, prolog, end)
        # What stands over the first field speaks of the whole draft, whichever field comes first.
        first = parts[0]
        self._put_over(0, first.over, at_start=not prolog, blank=first.after_blank)
        parts[0] = first._replace(over=(), after_blank=False)
        if root.anchor is not None:
            self._put(0, f"&{root.anchor}")
            shape = UNKNOWN
        self._put_parts(root, parts, shape, 0, end, is_kept=_speaks_to_lacplan(first.over))
        if root.flow:
            self._put_over(0, _remarks(self._remarks.between(root.end, len(self._text))))
        return "\n".join(self._lines) + "\n"

    # Entries

    def _put_parts(
        self,
        node: Collection,
        parts: list[Part],
        shape: Shape,
        column: int,
        end: int,
        *,
        is_kept: bool = False,
    ) -> None:
        """Put the entries of *node*, and the comments at its foot.

        Args:
            node: A list or a mapping.
            parts: Its entries.
            shape: What is expected in it.
            column: Where its dashes or keys stand.
            end: Where what belongs to it ends.
            is_kept: Whether its entries stay in their order.
        """
        order = range(size(node)) if is_kept else self._order.of(node, shape)
        for place, index in enumerate(order):
            self._put_entry(self._entry(node, parts[index], shape, column, at_start=place == 0))
        self._put_over(column, self._remarks.foot(parts, end))

    def _entry(
        self, node: Collection, part: Part, shape: Shape, column: int, *, at_start: bool
    ) -> _Entry:
        if isinstance(node, Sequence):
            name, value, below = None, node.items[part.place], shape.each or UNKNOWN
        else:
            key, value = node.entries[part.place]
            name = self._inline.key(key, shape)
            below = shape.under(key.value) if isinstance(key, Scalar) else UNKNOWN
        if value.anchor is not None:
            below = UNKNOWN
        return _Entry(part, name, value, below, column, at_start)

    def _put_entry(self, entry: _Entry) -> None:
        lines = self._leaf(entry)
        if lines is not None:
            self._put_leaf(entry, lines)
        elif isinstance(entry.value, Sequence | Mapping):
            self._put_opened(entry, entry.value)

    def _leaf(self, entry: _Entry) -> list[str] | None:
        """Return a value as it follows its mark, or ``None`` where it has entries on lines."""
        value, before = entry.value, entry.column + len(entry.mark)
        match value:
            case Alias():
                return [f"*{value.name}"]
            case Scalar():
                return on_lines(value, self._text, entry.shape, column=entry.column, before=before)
            case _:
                line = self._in_brackets(entry, value)
                return None if line is None else [line]

    def _in_brackets(self, entry: _Entry, value: Collection) -> str | None:
        """Return a collection in brackets, where it was written so and fits the line."""
        if size(value) == 0:
            return "[]" if isinstance(value, Sequence) else "{}"
        is_long = value.end - value.start > _LONGEST
        if not value.flow or is_long or self._remarks.between(value.start, value.end):
            return None
        line = self._inline.value(value, entry.shape)
        fits = entry.column + len(entry.mark) + 1 + len(line) <= WIDTH
        # What such a comment is beside stays on its line.
        is_kept = _speaks_to_lacplan(self._remarks.between(value.end, entry.part.end))
        return line.removeprefix(f"&{value.anchor} ") if fits or is_kept else None

    def _put_leaf(self, entry: _Entry, lines: list[str]) -> None:
        found = self._remarks.between(entry.part.start, entry.part.end)
        beside = next((each for each in reversed(found) if each.beside), None)
        self._put_over_entry(entry, [each for each in found if each is not beside])
        line = f"{entry.mark} {lines[0]}" if lines[0] else entry.mark
        self._put(entry.column, line + self._beside(beside))
        self._lines += [f"{' ' * entry.column}{each}" if each else "" for each in lines[1:]]
        self._keeps_blanks = len(lines) > 1 and lines[0].endswith("+")

    def _put_opened(self, entry: _Entry, value: Collection) -> None:
        """Put an entry whose value has entries on lines of their own."""
        part, start = entry.part, entry.part.start
        inner_end = value.end - 1 if value.flow else part.end
        inside = self._remarks.between(start, _first(value).start)
        closing = self._remarks.between(value.end, part.end) if value.flow else []
        beside = None
        if entry.name is not None:
            beside = next((each for each in (*inside[:1], *closing) if each.beside), None)
            start = beside.span.end if beside in inside[:1] and beside else start
        self._put_over_entry(entry, [each for each in closing if each is not beside])
        parts = self._remarks.parts(value, start, inner_end)
        is_kept = False
        if entry.mark == "-":
            self._wait(entry.column)
            is_kept = isinstance(value, Mapping) and _speaks_to_lacplan(part.over)
        else:
            self._put(entry.column, entry.mark + self._beside(beside))
        deeper = entry.column + 2
        self._put_parts(value, parts, entry.shape, deeper, inner_end, is_kept=is_kept)

    # Lines

    def _put(self, column: int, line: str) -> None:
        self._lines.append((self._lead or " " * column) + line)
        self._lead = ""
        self._keeps_blanks = False

    def _wait(self, column: int) -> None:
        """Have a dash at *column* wait for what follows it on its line."""
        if not self._lead:
            self._lead, self._lead_column = " " * column, column
        self._lead += "- "

    def _put_over_entry(self, entry: _Entry, more: Iterable[Comment]) -> None:
        over = (*entry.part.over, *_remarks(more))
        blank = entry.part.after_blank
        self._put_over(entry.column, over, at_start=entry.at_start, blank=blank)
        if entry.name is not None and len(entry.name) > _LONGEST:
            self._put(entry.column, f"? {entry.name}")

    def _put_over(
        self,
        column: int,
        remarks: Iterable[Remark],
        *,
        at_start: bool = False,
        blank: bool = False,
    ) -> None:
        """Put comments on lines of their own, over the dash if one waits for what they are over.

        Args:
            column: Where they stand.
            remarks: The comments.
            at_start: Whether they come first in their block: no blank line goes before them.
            blank: Whether a blank line goes after them.
        """
        column = self._lead_column if self._lead else column
        for remark in remarks:
            if remark.after_blank and not at_start:
                self._put_blank()
            self._lines.append(" " * column + remark.text)
            at_start = self._keeps_blanks = False
        if blank and not at_start:
            self._put_blank()

    def _put_blank(self) -> None:
        if not self._keeps_blanks:
            self._lines.append("")

    def _beside(self, comment: Comment | None) -> str:
        return self._remarks.beside(comment) if comment else ""


def _first(node: Collection) -> Node:
    return node.items[0] if isinstance(node, Sequence) else node.entries[0][0]


def _remarks(found: Iterable[Comment]) -> list[Remark]:
    return [Remark(each.text.rstrip()) for each in found]


def _speaks_to_lacplan(comments: Iterable[Comment | Remark]) -> bool:
    return any(_TO_LACPLAN in each.text for each in comments)
