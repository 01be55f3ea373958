"""A block of lines as what it is made of: entries with their comments, and banners between them.

Every character of the block belongs to one element, so that a text put together from elements has
lost nothing.
"""

import re
from collections import Counter
from typing import NamedTuple

from lacplan.document.entries import Collection, Entry, entry, entry_end, entry_nodes, size
from lacplan.document.line import line_start, next_line
from lacplan.document.marks import content_start, header, properties_end
from lacplan.document.tree import Document, Mapping, Node, Scalar, Sequence
from lacplan.merge.decision import Unsure

_BESIDE = re.compile(r"(?:^|[ \t,])(#[^\r\n]*)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


class Element(NamedTuple):
    """An entry of a block, or a banner: a comment that belongs to none."""

    key: str
    """Tells it from the others: of a banner, what it says."""

    blanks: str
    """The blank lines above it."""

    over: str
    """The lines of the comments right over it; of a banner, its own."""

    core: str
    """Its lines, from its dash or key to the last of its value, the first indented; empty for a
    banner."""

    tail: str
    """The lines of the comments below it that are indented deeper than it."""

    column: int
    """Of its dash or key."""

    mark: int
    """Where its dash or key ends."""

    end: int
    """Where its lines end, comments below it aside."""

    place: int
    """Which entry it is; -1 for a banner."""

    node: Node | None
    """Its value."""

    is_inline: bool = False
    """Whether it stands in brackets, and *core* is how it would be written on a line."""


def is_block(node: Node | None) -> bool:
    """Tell whether *node* is a list or a mapping on lines of its own."""
    return isinstance(node, Sequence | Mapping) and not node.flow and size(node) > 0


def segments(document: Document, collection: Collection, begin: int) -> list[Element]:
    """Return the elements of the block *collection*, keys and positions as their keys.

    Args:
        document: The document; its text ends in a line end.
        collection: The block.
        begin: Where its first line begins, which may be a comment's; its first entry, where that
            shares its line with what it belongs to.

    Raises:
        Unsure: It is written in a way that can't be put together anew.
    """
    text = document.text
    found: list[Element] = []
    told: Counter[str] = Counter()
    at = begin
    for index in range(size(collection)):
        here = entry(document, collection, index)
        if here.shares_line:
            blanks = ""
        else:
            gap = text[min(at, here.start) : here.start]
            blanks = _banners(gap, found, told, here.column)
        found.append(_element(document, collection, index, here)._replace(blanks=blanks))
        at = here.end
    return found


def element(document: Document, collection: Collection, index: int) -> Element:
    """Return one entry of a block as `segments` does, without a look at its neighbours."""
    here = entry(document, collection, index)
    return _element(document, collection, index, here)._replace(blanks=here.blanks)


def _element(document: Document, collection: Collection, index: int, here: Entry) -> Element:
    text = document.text
    first, value = entry_nodes(collection, index)
    key = str(index)
    if isinstance(collection, Mapping):
        if not isinstance(first, Scalar) or first.start != here.core or first.anchor:
            raise Unsure(f"line {document.position(here.core)[0]} has no plain key")
        key = first.value
    line = here.core if here.shares_line else line_start(text, here.core)
    pad = " " * here.column if here.shares_line else ""
    end = _core_end(document, collection, index)
    return Element(
        key=key,
        blanks="",
        over="" if here.shares_line else text[here.start : line],
        core=pad + text[line:end],
        tail=text[end : here.end],
        column=here.column,
        mark=first.end if isinstance(collection, Mapping) else here.core + 1,
        end=end,
        place=index,
        node=value,
    )


def _banners(gap: str, found: list[Element], told: Counter[str], column: int) -> str:
    """Add the banners in *gap* to *found*, and return the blank lines after the last."""
    blanks: list[str] = []
    banner: list[str] = []

    def close() -> None:
        if banner:
            says = "\n".join(line.strip() for line in banner)
            told[says] += 1
            found.append(
                Element(
                    key=f"#{told[says]}{says}",
                    blanks="".join(blanks),
                    over="".join(banner),
                    core="",
                    tail="",
                    column=column,
                    mark=-1,
                    end=-1,
                    place=-1,
                    node=None,
                )
            )
            blanks.clear()
            banner.clear()

    for line in _LINE.findall(gap):
        bare = line.strip(" \t\r\n")
        if bare and not bare.startswith("#"):
            raise Unsure(f"“{bare[:20]}” stands before a key")
        if not bare:
            close()
        (banner if bare else blanks).append(line)
    close()
    return "".join(blanks)


def _core_end(document: Document, collection: Collection, index: int) -> int:
    """Return where the lines end that an entry's value takes, comments below it aside."""
    value = entry_nodes(collection, index)[1]
    if is_block(value) and isinstance(value, Sequence | Mapping):
        return entry(document, value, size(value) - 1).end
    return next_line(document.text, entry_end(collection, index))


def inner_begin(document: Document, element: Element) -> int:
    """Return where the lines begin of the block that is the value of *element*."""
    text, block = document.text, element.node
    assert block is not None  # noqa: S101  # a block is what was asked for
    if column_shared(document, block, element.mark):
        return content_start(text, block)
    mark = properties_end(text, block) if block.anchor is not None else element.mark
    return next_line(text, mark)


def beside(document: Document, element: Element) -> str:
    """Return the comment beside an entry; of a block, beside its key. Empty where none is."""
    node = element.node
    text = document.text
    if element.is_inline:
        return ""
    if isinstance(node, Scalar) and node.style in ("|", ">"):
        return header(text, content_start(text, node)).comment
    if is_block(node) and node is not None:
        if column_shared(document, node, element.mark):
            return ""
        end = max(properties_end(text, node) if node.anchor else 0, element.mark)
    else:
        end = max(node.end if node else 0, element.mark)
    found = _BESIDE.search(text[end : next_line(text, end)])
    return found.group(1).rstrip() if found else ""


def column_shared(document: Document, block: Node, mark: int) -> bool:
    """Tell whether *block* begins on the line of the dash that ends at *mark*."""
    return content_start(document.text, block) < next_line(document.text, mark)


def with_beside(core: str, node: Node | None, old: str, new: str, newline: str) -> str:
    """Return the lines *core* of an entry with the comment *new* beside it instead of *old*.

    Args:
        core: The lines.
        node: Its value. Beside a block the comment stands on the first line, else on the last.
        old: What stands there, if anything.
        new: What is to stand there, if anything.
        newline: How a line ends.
    """
    if old == new:
        return core
    kept = _LINE.findall(core)
    at = 0 if is_block(node) or (isinstance(node, Scalar) and node.style in ("|", ">")) else -1
    line = kept[at].rstrip("\r\n")
    bare = line.rstrip()[: -len(old)].rstrip(" \t") if old else line
    kept[at] = f"{bare}  {new}".rstrip(" ") + newline
    return "".join(kept)
