"""Where the splices go in lists with dashes and in mappings on lines.

Whole lines are cut and put, and blank lines go along, so that what was evenly spaced stays so.
"""

from lacplan.document.entries import (
    Collection,
    entry,
    entry_core,
    entry_nodes,
    keeps_blanks,
    size,
    tail,
)
from lacplan.document.fresh import Fresh
from lacplan.document.line import (
    after_spaces,
    blank_lines_below,
    column,
    depth,
    line_end,
    line_start,
    next_line,
    without_break,
    without_spaces,
)
from lacplan.document.marks import after_mark, content_start, properties_end
from lacplan.document.path import Step
from lacplan.document.splice import Splice
from lacplan.document.tree import Document, Mapping, Node, Sequence


def cut(document: Document, trail: list[Step], collection: Collection, index: int) -> list[Splice]:
    """Return the splices that take entry *index* of *collection* away, its comments included.

    Args:
        document: The document; its text ends in a line end.
        trail: The steps down to *collection*.
        collection: A block.
        index: Which of its entries.
    """
    text = document.text
    if size(collection) == 1:
        return _emptied(document, trail, collection)
    here = entry(document, collection, index)
    start, end = here.start, here.end
    below = blank_lines_below(text, end)
    if index == 0:
        end = after_spaces(text, below) if here.shares_line else below
    elif not here.blanks and keeps_blanks(text, entry_nodes(collection, index - 1)[1]):
        end = below  # else the text above would take them for its own
    elif below > end or index + 1 == size(collection):
        start -= len(here.blanks)
    return [Splice(start, end, "")]


def _emptied(document: Document, trail: list[Step], collection: Collection) -> list[Splice]:
    """Return the splices that leave empty brackets where the only entry of a block stood."""
    text = document.text
    here = entry(document, collection, 0)
    empty = "[]" if isinstance(collection, Sequence) else "{}"
    mark = properties_end(text, collection)
    if mark == collection.start:
        if not trail:
            return [Splice(here.core, without_break(text, here.end), empty)]
        mark = mark_end(text, trail[-1])
    if here.shares_line:
        return [Splice(mark, without_break(text, here.end), f" {empty}")]
    start = here.start - len(here.blanks)
    return [Splice(mark, mark, f" {empty}"), Splice(start, here.end, "")]


def put(document: Document, collection: Collection, position: int, fresh: Fresh) -> list[Splice]:
    """Return the splices that put *fresh* before entry *position* of a block, or at its end."""
    text, newline = document.text, document.newline
    count = size(collection)
    near = entry(document, collection, min(position, count - 1))
    new = fresh.at(near.column)
    if near.shares_line and position < count:
        return [Splice(near.core, near.core, newline.join([*new, ""]).lstrip(" ") + " " * near.column)]
    block = "".join(line + newline for line in new)
    blanks = _spacing(document, collection, position)
    if position < count:
        return [Splice(near.start, near.start, block + ("" if fresh.keeps_blanks else blanks))]
    if keeps_blanks(text, entry_nodes(collection, count - 1)[1]):
        blanks = ""
    at = blank_lines_below(text, near.end) if fresh.keeps_blanks else near.end
    return [Splice(at, at, blanks + block)]


def _spacing(document: Document, collection: Collection, position: int) -> str:
    """Return the blank lines that part the entries on both sides of *position* from the others."""
    last = size(collection) - 1
    if last == 0:
        return ""
    above = entry(document, collection, min(max(position, 1), last)).blanks
    if 0 < position < last and not entry(document, collection, position + 1).blanks:
        return ""
    return above


def fill(document: Document, trail: list[Step], empty: Node, column: int, fresh: Fresh) -> list[Splice]:
    """Return the splices that make a block with *fresh* of empty brackets or of nothing.

    Args:
        document: The document; its text ends in a line end.
        trail: The steps down to *empty*.
        empty: What holds nothing.
        column: Where the dash or the key of *fresh* is to stand, as `block_column` says.
        fresh: The entry to put there.
    """
    text, newline = document.text, document.newline
    new = fresh.at(column)
    start = without_spaces(text, content_start(text, empty))
    end = line_end(text, empty.end)
    rest = text[empty.end : end].strip(" \t")
    if trail and _is_behind_dash(text, trail[-1], start) and not (rest or fresh.needs_own_line):
        return [Splice(start, end, " " + newline.join(new).lstrip(" "))]
    block = "".join(line + newline for line in new)
    at = tail(text, empty.end, column)
    if fresh.keeps_blanks:
        at = blank_lines_below(text, at)
    if start == empty.end or content_start(text, empty) == empty.end:
        colon = missing_colon(document, trail)
        return [Splice(empty.end, empty.end, colon), Splice(at, at, block)]
    if start == line_start(text, start) and not rest:
        return [Splice(start, next_line(text, end), ""), Splice(at, at, block)]
    return [Splice(start, empty.end, ""), Splice(at, at, block)]


def block_column(text: str, trail: list[Step], deeper: int) -> int:
    """Return the column at which a new block stands under the last of *trail*.

    Args:
        text: The text.
        trail: The steps down to it; none where it is the whole document.
        deeper: How many columns deeper than a key it stands.
    """
    if not trail:
        return 0
    return margin(text, trail[-1]) + (2 if isinstance(trail[-1].holder, Sequence) else deeper)


def margin(text: str, step: Step) -> int:
    """Return the column of the dash or the key that *step* leads behind."""
    if step.holder.flow:
        return depth(text[line_start(text, step.node.start) : step.node.start])
    return column(text, entry_core(text, step.holder, step.index))


def mark_end(text: str, step: Step) -> int:
    """Return where the dash or the colon ends that *step* leads behind."""
    if isinstance(step.holder, Sequence):
        return entry_core(text, step.holder, step.index) + 1
    return after_mark(text, step.holder.entries[step.index][0].end, ":")


def missing_colon(document: Document, trail: list[Step]) -> str:
    """Return what has to be written before the value of a key that has not even a colon."""
    match trail:
        case [*_, Step(Mapping(entries=entries, flow=flow), index, node)]:
            key = entries[index][0]
            if key.end == node.end:
                pad = " " * margin(document.text, trail[-1])
                return ":" if flow else f"{document.newline}{pad}:"
    return ""


def _is_behind_dash(text: str, step: Step, at: int) -> bool:
    return isinstance(step.holder, Sequence) and mark_end(text, step) == at
