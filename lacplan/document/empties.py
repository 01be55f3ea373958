"""Where the splices go between something and nothing: an empty place filled, a full one emptied."""

from lacplan.document.entries import Collection, entry, entry_core, tail
from lacplan.document.fresh import Fresh
from lacplan.document.line import (
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


def empty(document: Document, trail: list[Step], collection: Collection) -> list[Splice]:
    """Return the splices that leave empty brackets where the only entry of a block stood.

    Args:
        document: The document; its text ends in a line end.
        trail: The steps down to *collection*.
        collection: A block.
    """
    text = document.text
    here = entry(document, collection, 0)
    nothing = "[]" if isinstance(collection, Sequence) else "{}"
    mark = properties_end(text, collection)
    if mark == collection.start:
        if not trail:
            return [Splice(here.core, without_break(text, here.end), nothing)]
        mark = mark_end(text, trail[-1])
    if here.shares_line:
        return [Splice(mark, without_break(text, here.end), f" {nothing}")]
    start = here.start - len(here.blanks)
    return [Splice(mark, mark, f" {nothing}"), Splice(start, here.end, "")]


def fill(
    document: Document, trail: list[Step], nothing: Node | None, at_column: int, fresh: Fresh
) -> list[Splice]:
    """Return the splices that put *fresh*, as a block, where nothing was.

    Args:
        document: The document; its text ends in a line end.
        trail: The steps down to *nothing*.
        nothing: Empty brackets, or a null; ``None`` where the whole document is empty.
        at_column: Where the dash or the key of *fresh* is to stand, as `block_column` says.
        fresh: The entry.
    """
    text, newline = document.text, document.newline
    block = "".join(line + newline for line in fresh.at(at_column))
    if nothing is None:
        return [Splice(len(text), len(text), block)]
    content = content_start(text, nothing)
    start, end = without_spaces(text, content), line_end(text, nothing.end)
    following = next_line(text, end)
    is_bare = not text[nothing.end : end].strip(" \t")
    below = tail(text, nothing.end, at_column)
    if fresh.keeps_blanks:
        below = blank_lines_below(text, below)
    is_behind_dash = is_bare and below == following and _is_behind_dash(text, trail, start)
    if is_behind_dash and not fresh.begins_with_comment:
        return [Splice(start, following, f" {block.lstrip(' ')}")]
    put = Splice(below, below, block)
    if content == nothing.end:
        return [Splice(content, content, missing_colon(document, trail)), put]
    if is_bare and start == line_start(text, start):
        return [Splice(start, following, ""), put]
    return [Splice(start, nothing.end, ""), put]


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
    return column(text, entry_core(text, step.holder, step.place))


def mark_end(text: str, step: Step) -> int:
    """Return where the dash or the colon of a block ends that *step* leads behind."""
    if isinstance(step.holder, Sequence):
        return entry_core(text, step.holder, step.place) + 1
    return after_mark(text, step.holder.entries[step.place][0].end, ":")


def missing_colon(document: Document, trail: list[Step]) -> str:
    """Return what has to be written first, where a key has no value and not even a colon."""
    match trail:
        case [*_, Step(Mapping(entries=entries, flow=flow), index, node)]:
            if entries[index][0].end == node.end:
                pad = " " * margin(document.text, trail[-1])
                return ":" if flow else f"{document.newline}{pad}:"
        case _:
            pass
    return ""


def _is_behind_dash(text: str, trail: list[Step], at: int) -> bool:
    """Tell whether *at* is right behind the dash that *trail* leads behind."""
    step = trail[-1] if trail else None
    return step is not None and isinstance(step.holder, Sequence) and mark_end(text, step) == at
