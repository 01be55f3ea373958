"""Where the splices go in lists with dashes and in mappings on lines.

Whole lines are cut and put, and blank lines go along, so that what was evenly spaced stays so.
"""

from lacplan.document.entries import (
    Collection,
    entry,
    entry_end,
    entry_nodes,
    size,
)
from lacplan.document.fresh import Fresh
from lacplan.document.line import after_spaces, blank_lines_below, line_start, lines
from lacplan.document.marks import content_start, keyed
from lacplan.document.scalars import fits_brackets
from lacplan.document.splice import Splice
from lacplan.document.tree import Document, Mapping, Node, Scalar, Sequence


def cut(document: Document, collection: Collection, index: int) -> Splice:
    """Return the splice that takes away entry *index* of *collection*, which holds others too.

    Args:
        document: The document; its text ends in a line end.
        collection: A block.
        index: Which of its entries.
    """
    text = document.text
    here = entry(document, collection, index)
    below = blank_lines_below(text, here.end)
    if index == 0:
        return Splice(here.start, after_spaces(text, below) if here.shares_line else below, "")
    above = entry(document, collection, index - 1)
    if above.keeps_blanks and above.end == here.start:
        return Splice(here.start, below, "")  # else they would belong to the text above
    is_apart = below > here.end or index + 1 == size(collection)
    return Splice(here.start - (len(here.blanks) if is_apart else 0), here.end, "")


def put(document: Document, collection: Collection, position: int, fresh: Fresh) -> Splice:
    """Return the splice that puts *fresh* before entry *position* of a block, or at its end."""
    text, newline = document.text, document.newline
    last = size(collection) - 1
    near = entry(document, collection, min(position, last))
    block = "".join(line + newline for line in fresh.at(near.column))
    blanks = _spacing(document, collection, position)
    if position <= last:
        below = "" if fresh.keeps_blanks else blanks
        if near.shares_line:
            return Splice(near.core, near.core, block.lstrip(" ") + below + " " * near.column)
        return Splice(near.start, near.start, block + below)
    if near.keeps_blanks or near.end == fresh.uncovers:
        blanks = ""
    at = blank_lines_below(text, near.end) if fresh.keeps_blanks else near.end
    return Splice(at, at, blanks + block)


def _spacing(document: Document, collection: Collection, position: int) -> str:
    """Return the blank lines that part the neighbours of a new entry at *position*."""
    last = size(collection) - 1
    if last == 0:
        return ""
    above = entry(document, collection, min(max(position, 1), last)).blanks
    if 0 < position < last and not entry(document, collection, position + 1).blanks:
        return ""
    return above


def taken(document: Document, collection: Collection, index: int) -> Fresh:
    """Return entry *index* of *collection* as it is written, on its way to another place."""
    text = document.text
    here = entry(document, collection, index)
    over = lines(text[here.start : max(here.start, line_start(text, here.core))])
    beside, *below = lines(text[entry_end(collection, index) : here.end])
    above = entry(document, collection, index - 1) if index else None
    written = " " * (here.column * here.shares_line) + text[here.start : here.end]
    return Fresh(
        lines=tuple(lines(written)),
        column=here.column,
        inline=None if any(map(str.strip, below)) else _inline(text, collection, index),
        over=tuple(line.strip(" \t") for line in over),
        beside=beside.strip(" \t"),
        keeps_blanks=here.keeps_blanks,
        uncovers=here.end if above and above.keeps_blanks else None,
    )


def _inline(text: str, collection: Collection, index: int) -> str | None:
    """Return an entry as it may stand in brackets, if it is written in such a way."""
    key, value = entry_nodes(collection, index)
    source = _source(text, value)
    if isinstance(collection, Sequence):
        return source or None
    name = _source(text, key)
    if not name or source is None or "#" in text[key.end : value.start]:
        return None
    return keyed(key, name, source)


def _source(text: str, node: Node) -> str | None:
    source = text[node.start : node.end]
    match node:
        case Scalar(style="") if not fits_brackets(text[content_start(text, node) : node.end]):
            return None
        case Scalar(style="|" | ">"):
            return None
        case Sequence(flow=False) | Mapping(flow=False):
            return None
        case _:
            pass
    return source if len(lines(source)) == 1 else None
