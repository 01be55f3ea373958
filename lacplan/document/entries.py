"""Which lines belong to an entry of a block: its own, and the comments over, beside and below it.

An entry is a list's item with its dash, or a key with its value. The comments right over it are its
own, and so are those below it that are indented deeper than it. A comment that a blank line parts
from the entry under it is a banner: it belongs to neither neighbour and stays where it is. So do
the comments over the first key of a document, which speak of the whole.
"""

from dataclasses import dataclass

from lacplan.document.line import column, depth, line_above, line_end, line_start, next_line
from lacplan.document.marks import after_mark, content_start, header
from lacplan.document.tree import Document, Mapping, Node, Scalar, Sequence

Collection = Sequence | Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Where an entry of a block stands."""

    start: int
    """Where its first line begins, which may be a comment's; its core, where it shares its line."""

    core: int
    """Its dash, or its key."""

    end: int
    """Where the line after its last one begins."""

    column: int
    """How many characters stand before *core* on its line."""

    shares_line: bool
    """Whether something else stands before *core* on its line, as in ``- id: a`` before ``id``."""

    blanks: str
    """The blank lines right above it."""

    keeps_blanks: bool
    """Whether it ends in a ``|+`` or ``>+``, which blank lines right below it would belong to."""


def size(collection: Collection) -> int:
    """Return how many entries *collection* has."""
    return len(collection.items if isinstance(collection, Sequence) else collection.entries)


def entry_nodes(collection: Collection, index: int) -> tuple[Node, Node]:
    """Return the first and the last node of an entry; they are the same in a list."""
    if isinstance(collection, Sequence):
        return collection.items[index], collection.items[index]
    return collection.entries[index]


def entry_end(collection: Collection, index: int) -> int:
    """Return where the text of an entry ends, comments aside."""
    first, last = entry_nodes(collection, index)
    return max(first.end, last.end)


def entry_core(text: str, collection: Collection, index: int) -> int:
    """Return where an entry of a block begins: at its dash, its ``?`` or its key."""
    start = entry_end(collection, index - 1) if index else content_start(text, collection)
    if isinstance(collection, Sequence):
        return after_mark(text, start, "-") - 1
    explicit = after_mark(text, start, "?")
    return collection.entries[index][0].start if explicit == start else explicit - 1


def entry(document: Document, collection: Collection, index: int) -> Entry:
    """Return where entry *index* of the block *collection* stands."""
    text = document.text
    core = entry_core(text, collection, index)
    at = column(text, core)
    shares_line = text[core - at : core].strip(" \t") != ""
    floor = 0
    if index:
        before = entry_core(text, collection, index - 1)
        floor = tail(text, entry_end(collection, index - 1), column(text, before))
    start = core if shares_line else _lead(text, core, at, floor)
    if index == 0 and collection is document.root:
        start = line_start(text, core)
    last = entry_end(collection, index)
    end = tail(text, last, at)
    return Entry(
        start=start,
        core=core,
        end=end,
        column=at,
        shares_line=shares_line,
        blanks="" if shares_line else text[_first_blank(text, start, floor) : start],
        keeps_blanks=end == next_line(text, last) and _keeps_blanks(text, collection, index),
    )


def _keeps_blanks(text: str, collection: Collection, index: int) -> bool:
    """Tell whether the last text of an entry is a ``|+`` or a ``>+``."""
    node = entry_nodes(collection, index)[1]
    while isinstance(node, Sequence | Mapping) and size(node):
        node = entry_nodes(node, size(node) - 1)[1]
    is_block = isinstance(node, Scalar) and node.style in ("|", ">")
    return is_block and header(text, content_start(text, node)).chomping == "+"


def comments_above(text: str, start: int, floor: int) -> int:
    """Return where the lines that hold nothing but comments begin right above the line at *start*.

    Args:
        text: The text.
        start: Where a line begins.
        floor: Where the first line begins that may be one of them.
    """
    while start > floor:
        above = line_above(text, start)
        if not text[above:start].lstrip(" \t").startswith("#"):
            break
        start = above
    return start


def _lead(text: str, core: int, at: int, floor: int) -> int:
    """Return where the comments begin that stand right over an entry at column *at*."""
    own = line_start(text, core)
    start = comments_above(text, own, floor)
    # Comments at the top that are indented deeper would pass for those below another entry.
    while start < own and depth(text[start:own]) > at:
        start = next_line(text, start)
    return start


def tail(text: str, end: int, at: int) -> int:
    """Return where the last line of an entry ends that stands at column *at* and ends at *end*."""
    place = found = next_line(text, end)
    while place < len(text):
        line = text[place : line_end(text, place)]
        bare = line.strip(" \t")
        if bare and not (bare.startswith("#") and depth(line) > at):
            break
        place = next_line(text, place)
        if bare:
            found = place
    return found


def _first_blank(text: str, start: int, floor: int) -> int:
    """Return where the blank lines right above *start* begin, not above *floor*."""
    while start > floor:
        above = line_above(text, start)
        if text[above:start].strip(" \t\r\n"):
            break
        start = above
    return start
