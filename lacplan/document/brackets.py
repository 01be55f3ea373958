"""Where the splices go in brackets and braces.

An entry with lines of its own is cut and put as lines, with the comments right over it and the one
beside it. One that shares its line is cut and put alone, and comments stay where they are.
"""

from dataclasses import dataclass

from lacplan.document.entries import Collection, comments_above, entry_end, entry_nodes, size
from lacplan.document.fresh import Fresh
from lacplan.document.line import (
    column,
    depth,
    line_end,
    line_start,
    lines,
    next_line,
    without_spaces,
)
from lacplan.document.marks import after_mark, after_space, content_start, keyed
from lacplan.document.splice import Splice
from lacplan.document.tree import Document, Mapping, Node, Scalar, Sequence
from lacplan.errors import LacplanError


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where an entry in brackets stands."""

    start: int
    end: int
    comma: int | None
    """Where the comma after it ends, if there is one."""

    first_line: int
    """Where its lines begin, comments over it included."""

    next_line: int | None
    """Where the line after its lines begins; ``None`` where it shares a line with something."""


def cut(document: Document, collection: Collection, index: int) -> list[Splice]:
    """Return the splices that take entry *index* of *collection* away."""
    text = document.text
    _want_braces(text, collection)
    here = _slot(text, collection, index)
    before = _slot(text, collection, index - 1) if index else None
    is_last = index + 1 == size(collection)
    if here.next_line is not None:
        splices = [Splice(here.first_line, here.next_line, "")]
        if is_last and before and before.comma and here.comma is None:
            splices.append(Splice(before.comma - 1, before.comma, ""))
        return splices
    return _alone(text, collection, index, here, before)


def _alone(
    text: str, collection: Collection, index: int, here: _Slot, before: _Slot | None
) -> list[Splice]:
    """Return the splices that cut an entry that shares its line, and no comment with it."""
    start = here.start
    if index + 1 < size(collection):
        following = _slot(text, collection, index + 1).start
        if not _breaks(text[here.end : following]):
            return [Splice(start, following, "")]
        start = without_spaces(text, start)
    elif before and "#" not in text[before.end : start]:
        return [Splice(before.end, here.end, "")]
    elif before is None:
        opening, closing = content_start(text, collection) + 1, collection.end - 1
        if "#" not in text[opening:start] + text[here.end : closing]:
            return [Splice(opening, closing, "")]
    comma = here.comma or here.end
    # A comment may stand before the comma.
    return [Splice(start, here.end, ""), Splice(max(comma - 1, here.end), comma, "")]


def put(document: Document, collection: Collection, position: int, fresh: Fresh) -> list[Splice]:
    """Return the splices that put *fresh* before entry *position*, or at the end."""
    text = document.text
    _want_braces(text, collection)
    count = size(collection)
    near = _slot(text, collection, min(position, count - 1))
    inline = fresh.in_brackets(with_comments=near.next_line is not None)
    if near.next_line is None:
        if position < count:
            return [Splice(near.start, near.start, f"{inline}, ")]
        return [Splice(near.end, near.end, f"{_comma(text, near)} {inline}")]
    pad = text[line_start(text, near.start) : near.start]
    comma = "," if position < count or near.comma else ""
    own = [*fresh.over, f"{inline}{comma} {fresh.beside}".rstrip()]
    block = "".join(f"{pad}{line}{document.newline}" for line in own)
    if position < count:
        return [Splice(near.first_line, near.first_line, block)]
    splices = [Splice(near.next_line, near.next_line, block)]
    return splices if near.comma else [Splice(near.end, near.end, _comma(text, near)), *splices]


def _comma(text: str, slot: _Slot) -> str:
    """Return a comma to follow *slot*, which may not stand right behind a colon."""
    return " ," if text[slot.end - 1] == ":" else ","


def fill(document: Document, nothing: Node, fresh: Fresh, marks: str) -> Splice:
    """Return the splice that puts *fresh* into brackets that hold nothing but comments.

    Args:
        document: The document.
        nothing: The brackets, or the null that they take the place of.
        fresh: The entry to put there.
        marks: The opening and the closing bracket.
    """
    text = document.text
    inline = fresh.in_brackets(with_comments=False)
    start, end = content_start(text, nothing), nothing.end
    if isinstance(nothing, Scalar):
        space = " " if start == end else ""
        return Splice(start, end, f"{space}{marks[0]}{inline}{marks[1]}")
    if "#" in text[start:end]:
        return Splice(end - 1, end - 1, inline)
    return Splice(start + 1, end - 1, inline)


def taken(document: Document, collection: Collection, index: int) -> Fresh:
    """Return entry *index* of *collection* as it is written, on its way to another place."""
    text = document.text
    _want_braces(text, collection)
    here = _slot(text, collection, index)
    over: list[str] = []
    beside = ""
    if here.next_line is not None:
        over = [
            line.strip(" \t")
            for line in lines(text[here.first_line : line_start(text, here.start)])
        ]
        beside = text[here.comma or here.end : line_end(text, here.end)].strip(" \t")
    inline = text[here.start : here.end]
    if inline.endswith(":"):
        inline += " "
    return Fresh(
        lines=_lines(text, collection, index, here.start, over, beside),
        inline=inline,
        over=tuple(over),
        beside=beside,
    )


def _lines(
    text: str, collection: Collection, index: int, start: int, over: list[str], beside: str
) -> tuple[str, ...] | None:
    """Return the lines of an entry in brackets as they would stand in a block."""
    key, value = entry_nodes(collection, index)
    if after_mark(text, start, "?") != start or "#" in text[key.end : value.start]:
        return None
    source = text[value.start : value.end]
    if isinstance(collection, Sequence):
        if isinstance(value, Mapping) and not _has_braces(text, value):
            name, below = value.entries[0]
            source = keyed(name, text[name.start : name.end], text[below.start : below.end])
        source = f"- {source}"
    else:
        source = keyed(key, text[key.start : key.end], source).rstrip(" ")
    base = column(text, value.start)
    first, *rest = lines(source)
    deeper = [" " * max(depth(line) - base + 2, 2) + line.lstrip(" \t") for line in rest]
    *body, last = [first, *deeper]
    return (*over, *body, f"{last}  {beside}".rstrip(" ") if beside else last)


def _slot(text: str, collection: Collection, index: int) -> _Slot:
    opening = content_start(text, collection) + 1
    before = entry_end(collection, index - 1) if index else opening
    if index:
        before = after_mark(text, before, ",")
    start = after_space(text, before)
    end = entry_end(collection, index)
    if text.startswith(": ", end - 1):
        end += 1  # the space that makes a colon of it
    comma = after_mark(text, end, ",")
    last = comma if comma != end else None
    first_line = line_start(text, start)
    after = text[last or end : line_end(text, last or end)].strip(" \t")
    shares = text[first_line:start].strip(" \t") or (after and not after.startswith("#"))
    if shares or (last and _breaks(text[end:last])):
        return _Slot(start, end, last, first_line, None)
    floor = next_line(text, before)
    over = comments_above(text, first_line, floor)
    return _Slot(start, end, last, over, next_line(text, last or end))


def _breaks(text: str) -> bool:
    return "\n" in text or "\r" in text


def _has_braces(text: str, collection: Collection) -> bool:
    return text[content_start(text, collection)] in "[{"


def _want_braces(text: str, collection: Collection) -> None:
    if not _has_braces(text, collection):
        raise LacplanError(
            "A “key: value” that stands in brackets without braces of its own can't be edited.",
            hint="Put braces around it.",
        )
