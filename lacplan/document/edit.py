"""Edits: each replaces exactly its own characters, and is read back before it counts.

Every function takes a document and returns a new one. What the edit was not about stays as it was
to the last character: comments, order, quotes, indentation, line ends, a missing final newline. The
new text is parsed again and compared with what was meant; where the two differ, the edit is refused
as lacplan's own fault, and nobody gets to see the text.

An edit never goes through an alias: what is changed there would change elsewhere too. An alias
itself can be replaced, moved and taken away like any text.
"""

from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Mapping as Mappings
from typing import NamedTuple

from lacplan.document import blocks, brackets, empties
from lacplan.document.comments import comments
from lacplan.document.entries import Collection, entry_core, size
from lacplan.document.fresh import Fresh
from lacplan.document.layout import Layout, layout
from lacplan.document.line import column, without_break
from lacplan.document.parse import parse
from lacplan.document.path import Path, Step, find, shown, steps
from lacplan.document.proof import Changes, Entry, prove
from lacplan.document.splice import Splice, spliced
from lacplan.document.texts import replacement
from lacplan.document.tree import Alias, Document, Mapping, Node, Scalar, Sequence
from lacplan.document.values import Bare, Value, entry_lines, flow, flow_entry, key_lines
from lacplan.errors import LacplanError

__all__ = [
    "Bare",
    "Path",
    "Value",
    "find",
    "insert",
    "insert_key",
    "insert_keys",
    "move",
    "remove",
    "remove_all",
    "replace",
    "replace_all",
]


def replace(document: Document, path: Path, value: str | Bare) -> Document:
    """Put *value* in the place of the text at *path*, in the style that it has.

    What becomes of the line end after a block scalar's text is for its header to say, so *value*
    may come without one.

    Raises:
        LacplanError: There is no text.
    """
    return replace_all(document, {path: value})


def replace_all(document: Document, values: Mappings[Path, str | Bare]) -> Document:
    """Put each of *values* in the place of the text at its path, as `replace` does, at one go.

    Raises:
        LacplanError: There is no text at one of the paths.
    """
    whole = _ended(document)
    splices: list[Splice] = []
    changes: Changes = {}
    for path, value in values.items():
        old = find(whole, path)
        if isinstance(old, Sequence | Mapping):
            raise LacplanError(f"“{shown(path)}” is no text.", hint="Name a field that holds one.")
        if not isinstance(old, Scalar) or not _says_already(old, value):
            splices.append(replacement(whole, list(steps(whole, path)), old, value))
            changes[id(old)] = value
    return _edited(document, splices, changes) if splices else document


def insert(document: Document, path: Path, position: int, value: Value) -> Document:
    """Put *value* into the list at *path*, before the entry at *position* or at its end.

    Raises:
        LacplanError: There is no list.
    """
    whole = _ended(document)
    spot = _spot(whole, path, Sequence)
    position = _within(position, len(_entries(spot.node)))
    fresh = Fresh(lines=tuple(entry_lines(value, spot.layout)), inline=flow(value))
    changes: Changes = {id(spot.node): _with(_entries(spot.node), position, value)}
    return _edited(document, _put(whole, spot, position, fresh), changes)


def insert_key(document: Document, path: Path, position: int, key: str, value: Value) -> Document:
    """Put *key* and *value* into the mapping at *path*, before the key at *position* or at its end.

    Raises:
        LacplanError: There is no mapping, or the key is there already.
    """
    return insert_keys(document, {path: (position, key, value)})


def insert_keys(document: Document, new: Mappings[Path, tuple[int, str, Value]]) -> Document:
    """Put a key and a value into each mapping of *new*, as `insert_key` does, at one go.

    Args:
        document: The document.
        new: By the path of each mapping, the position, the key and the value.

    Raises:
        LacplanError: At one of the paths is no mapping, or its key is there already.
    """
    whole = _ended(document)
    found = layout(whole)
    splices: list[Splice] = []
    changes: Changes = {}
    for path, (position, key, value) in new.items():
        spot = _spot(whole, path, Mapping, found)
        _want_new(spot.node, key)
        position = _within(position, len(_entries(spot.node)))
        lines = tuple(key_lines(key, value, spot.layout))
        splices += _put(whole, spot, position, Fresh(lines=lines, inline=flow_entry(key, value)))
        changes[id(spot.node)] = _with(_entries(spot.node), position, (key, value))
    return _edited(document, splices, changes) if splices else document


def remove(document: Document, path: Path) -> Document:
    """Take away the list entry or the key at *path*, with the comments that belong to it.

    Raises:
        LacplanError: There is none, or an alias repeats it.
    """
    return remove_all(document, [path])


def remove_all(document: Document, paths: Iterable[Path]) -> Document:
    """Take away what stands at each of *paths*, as `remove` does, at one go.

    Args:
        document: The document.
        paths: Entries of which no two stand next to each other, and none in another.

    Raises:
        LacplanError: There is no such entry, or an alias repeats it.
    """
    whole = _ended(document)
    splices: list[Splice] = []
    gone: dict[int, set[int]] = {}
    holders: dict[int, Collection] = {}
    for path in paths:
        trail = _way(whole, path)
        holder, index, _ = trail[-1]
        splices += _cut(whole, trail)
        holders[id(holder)] = holder
        gone.setdefault(id(holder), set()).add(index)
    if not splices:
        return document
    changes: Changes = {
        key: [each for index, each in enumerate(_entries(holder)) if index not in gone[key]]
        for key, holder in holders.items()
    }
    return _edited(document, splices, changes, lost=_comments_in(whole, splices))


def _comments_in(document: Document, splices: Iterable[Splice]) -> list[str]:
    """Return the comments that *splices* take away."""
    ordered = sorted(splices)
    starts = [splice.start for splice in ordered]
    lost = []
    for comment in comments(document):
        at = bisect_right(starts, comment.span.start) - 1
        if at >= 0 and comment.span.start < ordered[at].end:
            lost.append(comment.text.rstrip())
    return lost


def move(document: Document, path: Path, to: Path, position: int) -> Document:
    """Move the list entry or the key at *path*, with its comments, into the collection at *to*.

    Args:
        document: The document.
        path: What is moved.
        to: The list or mapping that it is moved into, as it is called before the move.
        position: Before which of its entries, counted without the one that moves; or at its end.

    Raises:
        LacplanError: It would be moved into itself, or between two kinds of collection, or where
            its key is there already, or where what is written in lines can't stand in brackets.
    """
    whole = _ended(document)
    trail = _way(whole, path)
    if to[: len(path)] == path:
        raise LacplanError("Nothing can be moved into itself.", hint="Name another place for it.")
    holder, index, _ = trail[-1]
    spot = _spot(whole, to, type(holder))
    moved = _entries(holder)[index]
    rest = _without(_entries(holder), index)
    stays = spot.node is holder
    others = rest if stays else _entries(spot.node)
    position = _within(position, len(others))
    if stays and position == index:
        return document
    if not stays and isinstance(moved, tuple) and isinstance(moved[0], Scalar):
        _want_new(spot.node, moved[0].value)
    changes: Changes = {id(holder): rest}
    changes[id(spot.node)] = _with(others, position, moved)
    fresh = (brackets if holder.flow else blocks).taken(whole, holder, index)
    put = _put(whole, spot, position + (stays and position > index), fresh)
    return _edited(document, [*_cut(whole, trail), *put], changes)


class _Spot(NamedTuple):
    """The collection that an entry is put into, or the null that waits for its first one."""

    trail: list[Step]
    node: Collection | Scalar | None
    """``None`` where the whole document is empty."""

    kind: type[Collection]
    layout: Layout


def _spot(
    document: Document, path: Path, kind: type[Collection], found: Layout | None = None
) -> _Spot:
    """Return where an entry can be put into the *kind* of collection at *path*.

    Args:
        document: The document.
        path: The collection.
        kind: What it must be.
        found: The document's layout, where it has been looked for already.
    """
    trail = list(steps(document, path))
    node = trail[-1].node if trail else document.root
    if node is None or isinstance(node, kind) or (isinstance(node, Scalar) and node.is_null):
        layout_there = _layout(document, trail, node, kind, found)
        return _Spot(trail, node, kind, layout_there)
    what = "list" if kind is Sequence else "block of “key: value” lines"
    if isinstance(node, Alias):
        raise LacplanError(
            f"“{shown(path)}” is the alias “*{node.name}”, and no {what} of its own.",
            hint=f"Edit the {what} where “&{node.name}” stands, or write it out here.",
        )
    raise LacplanError(f"“{shown(path)}” is no {what}.", hint=f"Name a {what}.")


def _layout(
    document: Document,
    trail: list[Step],
    node: Node | None,
    kind: type[Collection],
    found: Layout | None,
) -> Layout:
    """Return the layout for an entry of *node*."""
    found = found or layout(document)
    if isinstance(node, Sequence | Mapping) and size(node) and not node.flow:
        return found.at(column(document.text, entry_core(document.text, node, 0)))
    deeper = found.dash if kind is Sequence else found.step
    return found.at(empties.block_column(document.text, trail, deeper))


def _way(document: Document, path: Path) -> list[Step]:
    """Return the steps to an entry that is to be taken from where it stands."""
    if not path:
        raise LacplanError("The whole draft can't be taken away.", hint="Delete its file.")
    return list(steps(document, path))


def _want_new(node: Node | None, key: str) -> None:
    if isinstance(node, Mapping) and node.get(key) is not None:
        raise LacplanError(f"“{key}” is there already.", hint="Replace its value instead.")


def _put(document: Document, spot: _Spot, position: int, fresh: Fresh) -> list[Splice]:
    """Return the splices that put *fresh* where it belongs."""
    node = spot.node
    if isinstance(node, Sequence | Mapping) and size(node):
        if node.flow:
            return brackets.put(document, node, position, fresh)
        return [blocks.put(document, node, position, fresh)]
    in_brackets = any(step.holder.flow for step in spot.trail)
    if node is None or not (in_brackets or "#" in document.text[node.start : node.end]):
        return empties.fill(document, spot.trail, node, spot.layout.column, fresh)
    marks = "[]" if spot.kind is Sequence else "{}"
    colon = empties.missing_colon(document, spot.trail)
    return [Splice(node.end, node.end, colon), brackets.fill(document, node, fresh, marks)]


def _cut(document: Document, trail: list[Step]) -> list[Splice]:
    """Return the splices that take away the entry that *trail* leads to."""
    *above, (holder, index, _) = trail
    if holder.flow:
        return brackets.cut(document, holder, index)
    if size(holder) == 1:
        return empties.empty(document, above, holder)
    return [blocks.cut(document, holder, index)]


def _edited(
    document: Document, splices: list[Splice], changes: Changes, *, lost: Iterable[str] = ()
) -> Document:
    """Return *document* with *splices*, once it has been read back and says what is meant."""
    whole = _ended(document)
    text = spliced(whole.text, splices)
    short = text[: without_break(text, len(text))]
    if len(whole.text) > len(document.text) and not short.endswith(("\n", "\r")):
        text = short  # it had no line end at its end, so it gets none
    again = parse("\ufeff" + text if document.bom else text)
    prove(document, again, changes, lost=lost)
    return again


def _ended(document: Document) -> Document:
    """Return *document* with a line end at its end, so that whole lines can be cut and put.

    Raises:
        LacplanError: It can't be read.
    """
    if document.root is None and document.faults:
        raise LacplanError(
            f"The draft can't be read, so it can't be edited. {document.faults[0].message}",
            hint="Mend first what “lacplan validate” shows.",
        )
    text = document.text
    if not text or text.endswith(("\n", "\r")):
        return document
    return Document(text + document.newline, bom=document.bom, root=document.root, faults=())


def _says_already(old: Scalar, value: str | Bare) -> bool:
    if isinstance(value, Bare):
        return old.value == value.text and old.style == ""
    return old.value == value and not old.is_null


def _entries(node: Node | None) -> list[Entry]:
    match node:
        case Sequence(items=items):
            return [*items]
        case Mapping(entries=entries):
            return [*entries]
        case _:
            return []


def _within(position: int, count: int) -> int:
    return max(0, min(position, count))


def _with(entries: list[Entry], position: int, entry: Entry) -> list[Entry]:
    return [*entries[:position], entry, *entries[position:]]


def _without(entries: list[Entry], index: int) -> list[Entry]:
    return [*entries[:index], *entries[index + 1 :]]
