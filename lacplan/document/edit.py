"""Edits as splices: each replaces exactly its own characters, and is read back before it counts.

Every function takes a document and returns a new one. What the edit was not about stays as it was
to the last character: comments, order, quotes, indentation, line ends, a missing final newline. The
new text is parsed again and compared with what was meant; where the two differ, the edit is refused
as lacplan's own fault, and nobody gets to see the text.
"""

from collections.abc import Callable
from dataclasses import dataclass

from lacplan.document.entries import Entry, entry, entry_end, entry_nodes, size
from lacplan.document.line import column, line_end, line_start
from lacplan.document.parse import after_mark, parse
from lacplan.document.scalars import restyled
from lacplan.document.tree import Alias, Document, Mapping, Node, Scalar, Sequence, unparse
from lacplan.document.values import (
    Bare,
    Said,
    Value,
    alike,
    entry_lines,
    flow,
    key_lines,
    meaning,
    said,
)
from lacplan.errors import LacplanError, OwnFault

Path = tuple[str | int, ...]
"""Keys, and 0-based positions in lists, from the top of a document."""


@dataclass(frozen=True, slots=True)
class _Splice:
    start: int
    end: int
    text: str


def find(document: Document, path: Path) -> Node:
    """Return the node at *path*; an alias on the way is not followed.

    Raises:
        LacplanError: There is none.
    """
    node = document.root
    for step in path:
        if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            node = node.items[step]
        elif isinstance(node, Mapping) and isinstance(step, str):
            node = node.get(step)
        else:
            node = None
        if node is None:
            break
    if node is None:
        where = ".".join(map(str, path))
        raise LacplanError(f"The draft has nothing at “{where}”.", hint="Name what is there.")
    return node


def replace(document: Document, path: Path, value: str | Bare) -> Document:
    """Put *value* in the place of the scalar at *path*, in the style that it has.

    Raises:
        LacplanError: There is no scalar.
    """
    old = find(document, path)
    if not isinstance(old, Scalar):
        where = ".".join(map(str, path))
        raise LacplanError(f"“{where}” is no single text.", hint="Name a field that holds one.")
    start = old.start if old.anchor is None else _after_anchor(document.text, old)
    source = document.text[start : old.end]
    if isinstance(value, Bare):
        text = value.text
    else:
        indent = _text_indent(document, old, source)
        text = restyled(old, source, value, indent, document.newline)
    if start == old.end and document.text[start - 1 : start] in (":", "-"):
        text = f" {text}"
    splices = [_Splice(start, old.end, text)]
    return _spliced(document, splices, lambda top: _replaced(top, path, meaning(value)))


def insert(document: Document, path: Path, position: int, value: Value) -> Document:
    """Put *value* into the list at *path*, before the entry at *position* or at its end."""
    collection = _collection(document, path, Sequence)
    return _insert(document, path, collection, position, _Fresh(entry_lines(value), flow(value)),
                   meaning(value))


def insert_key(document: Document, path: Path, position: int, key: str, value: Value) -> Document:
    """Put *key* with *value* into the mapping at *path*, before the key at *position* or at its end.

    Raises:
        LacplanError: The key is there already.
    """
    collection = _collection(document, path, Mapping)
    if isinstance(collection, Mapping) and collection.get(key) is not None:
        raise LacplanError(f"“{key}” is there already.", hint="Replace its value instead.")
    fresh = _Fresh(key_lines(key, value), flow({key: value})[1:-1])
    return _insert(document, path, collection, position, fresh, (key, meaning(value)))


def remove(document: Document, path: Path) -> Document:
    """Take away the list entry or the key at *path*, with the comments that belong to it."""
    holder, position = _holder(document, path)
    splices = [_cut(document, holder, position)]
    return _spliced(document, splices, lambda top: _without(top, path, position)[0])


def move(document: Document, path: Path, to: Path, position: int) -> Document:
    """Move the list entry or the key at *path*, with its comments, into the collection at *to*.

    Args:
        document: The document.
        path: What is moved.
        to: The list or mapping that it is moved into, as it is called before the move.
        position: Before which of its entries, counted without the one that moves.

    Raises:
        LacplanError: It would be moved into itself, or between two kinds of collection.
    """
    holder, index = _holder(document, path)
    target = _collection(document, to, type(holder))
    if to[: len(path)] == path:
        raise LacplanError("Nothing can be moved into itself.", hint="Name another place for it.")
    moved = _taken(document, holder, index)
    here = target is holder and position >= index
    place = position + 1 if here else position
    if target is holder and place in (index, index + 1):
        return document
    splices = [_cut(document, holder, index), *_put(document, target, place, moved)]

    def expected(top: Said) -> Said:
        return _moved(top, path, index, to, position)

    return _spliced(document, splices, expected)


@dataclass(frozen=True, slots=True)
class _Fresh:
    """An entry that is to be put somewhere: as lines from its dash or key on, and in a flow."""

    lines: list[str]
    inline: str | None
    """``None`` where it holds comments or blocks that a flow can't take."""

    ends_blank: bool = False


def _collection(
    document: Document, path: Path, kind: type[Sequence | Mapping]
) -> Sequence | Mapping | Scalar:
    node = find(document, path)
    if isinstance(node, kind) or (isinstance(node, Scalar) and node.is_null):
        return node  # type: ignore[return-value]  # mypy does not narrow by a variable type
    what = "list" if kind is Sequence else "block"
    raise LacplanError(f"“{'.'.join(map(str, path))}” is no {what}.", hint=f"Name a {what}.")


def _holder(document: Document, path: Path) -> tuple[Sequence | Mapping, int]:
    if not path:
        raise LacplanError("The whole draft can't be taken away.", hint="Delete its file.")
    holder = find(document, path[:-1])
    find(document, path)
    if isinstance(holder, Sequence):
        return holder, int(path[-1])
    assert isinstance(holder, Mapping)  # noqa: S101  # `find` has gone through it
    names = [key.value if isinstance(key, Scalar) else None for key, _ in holder.entries]
    return holder, names.index(str(path[-1]))


# Where the splices go


def _cut(document: Document, holder: Sequence | Mapping, index: int) -> _Splice:
    """Return the splice that takes an entry away."""
    if holder.flow:
        return _cut_flow(document, holder, index)
    text = document.text
    place = entry(document, holder, index)
    start, end = place.whole.start, place.whole.end
    if size(holder) == 1:
        empty = "[]" if isinstance(holder, Sequence) else "{}"
        return _emptied(document, holder, place, empty)
    if place.shares_line:
        following = text[end:]
        return _Splice(start, end + len(following) - len(following.lstrip()), "")
    if end == len(text) and not text.endswith(("\n", "\r")):
        start -= _break_before(text, start)
    return _Splice(start, end, "")


def _emptied(
    document: Document, holder: Sequence | Mapping, place: Entry, empty: str
) -> _Splice:
    """Return the splice that leaves *empty* behind where the only entry of a block stood."""
    text = document.text
    start, end = place.whole.start, place.whole.end
    if place.shares_line or holder is document.root:
        tail = text[start:end]
        return _Splice(start, end, empty + tail[len(tail.rstrip("\r\n")) :])
    mark = holder.start if holder.anchor is None else holder.start + 1 + len(holder.anchor)
    if holder.anchor is None:
        mark = _mark_before(text, start)
    return _Splice(mark, end, f" {empty}{_between(text, mark, start)}" + _line_break(text, end))


def _between(text: str, mark: int, start: int) -> str:
    """Return what stands between a key's colon and the lines of its block: a comment, at the most."""
    return text[mark:start].rstrip("\r\n")


def _line_break(text: str, end: int) -> str:
    return text[end - _break_before(text, end) : end]


def _break_before(text: str, at: int) -> int:
    """Return the width of the line end right before *at*."""
    if text.startswith("\r\n", at - 2) and at >= 2:
        return 2
    return 1 if at >= 1 and text[at - 1] in "\r\n" else 0


def _mark_before(text: str, start: int) -> int:
    """Return where the colon or dash ends that opens the block whose lines begin at *start*."""
    end = start - _break_before(text, start)
    line = text[line_start(text, end) : end]
    comment = line.find(" #")
    bare = (line if comment < 0 else line[:comment]).rstrip()
    return line_start(text, end) + len(bare)


def _cut_flow(document: Document, holder: Sequence | Mapping, index: int) -> _Splice:
    first, _ = entry_nodes(holder, index)
    if index + 1 < size(holder):
        return _Splice(first.start, entry_nodes(holder, index + 1)[0].start, "")
    if index > 0:
        return _Splice(entry_end(holder, index - 1), entry_end(holder, index), "")
    opening = holder.start if holder.anchor is None else _after_anchor(document.text, holder)
    return _Splice(opening + 1, holder.end - 1, "")


def _put(
    document: Document, target: Sequence | Mapping | Scalar, position: int, fresh: _Fresh
) -> list[_Splice]:
    """Return the splices that put *fresh* before entry *position* of *target*."""
    if isinstance(target, Scalar) or size(target) == 0:
        return [_fill(document, target, fresh)]
    if target.flow:
        return [_put_flow(target, position, _inline(fresh))]
    count = size(target)
    place = entry(document, target, min(position, count - 1))
    newline, pad = document.newline, " " * place.column
    lines = newline.join(pad + line if line else "" for line in fresh.lines)
    if position < count:
        if place.shares_line:
            first = newline.join([*_padded_rest(fresh.lines, pad), pad])
            return [_Splice(place.core, place.core, first)]
        return [_Splice(place.whole.start, place.whole.start, lines + newline)]
    at = place.whole.end
    if at == len(document.text) and not document.text.endswith(("\n", "\r")):
        return [_Splice(at, at, newline + lines)]
    return [_Splice(at, at, lines + newline)]


def _padded_rest(lines: list[str], pad: str) -> list[str]:
    return [lines[0], *(pad + line if line else "" for line in lines[1:])]


def _inline(fresh: _Fresh) -> str:
    if fresh.inline is None:
        message = "What stands in lines of its own, with comments, can't be moved into brackets."
        raise LacplanError(message, hint="Write the list without brackets, “- ” on each line.")
    return fresh.inline


def _put_flow(target: Sequence | Mapping, position: int, inline: str) -> _Splice:
    if position < size(target):
        at = entry_nodes(target, position)[0].start
        return _Splice(at, at, f"{inline}, ")
    at = entry_end(target, size(target) - 1)
    return _Splice(at, at, f", {inline}")


def _fill(document: Document, target: Sequence | Mapping | Scalar, fresh: _Fresh) -> _Splice:
    """Return the splice that gives an empty list or block its first entry."""
    text = document.text
    start = target.start if target.anchor is None else _after_anchor(text, target)
    if _inside_flow(document, target):
        opening, closing = "{}" if isinstance(target, Mapping) else "[]"
        return _Splice(start, target.end, f"{opening}{_inline(fresh)}{closing}")
    if target is document.root:
        lines = fresh.lines
        return _Splice(start, target.end, document.newline.join(lines))
    pad = " " * (_block_column(text, target) + 2)
    block = document.newline.join(pad + line if line else "" for line in fresh.lines)
    rest = text[target.end : line_end(text, target.end)]
    before = text[:start].rstrip(" ")
    return _Splice(len(before), target.end + len(rest), f"{rest.rstrip()}{document.newline}{block}")


def _block_column(text: str, node: Node) -> int:
    """Return the column of the key or dash that *node* stands behind."""
    line = text[line_start(text, node.start) : node.start]
    bare = line.lstrip(" ")
    dashes = len(bare) - len(bare.lstrip("- ")) if bare.rstrip().endswith(":") else 0
    return len(line) - len(bare) + dashes


def _inside_flow(document: Document, node: Node) -> bool:
    """Tell whether *node* stands in brackets or braces."""
    holder = document.root
    while holder is not None and holder is not node:
        if isinstance(holder, Scalar | Alias):
            return False
        if holder.flow:
            return True
        below = holder.items if isinstance(holder, Sequence) else [v for _, v in holder.entries]
        holder = next((each for each in below if each.start <= node.start <= each.end), None)
    return False


def _taken(document: Document, holder: Sequence | Mapping, index: int) -> _Fresh:
    """Return entry *index* of *holder* as it is written, its lines shifted to the left margin."""
    text = document.text
    if holder.flow:
        first, _ = entry_nodes(holder, index)
        inline = text[first.start : entry_end(holder, index)]
        dash = "- " if isinstance(holder, Sequence) else ""
        return _Fresh([dash + inline] if "\n" not in inline else _flow_lines(inline, dash), inline)
    place = entry(document, holder, index)
    raw = text[place.whole.start : place.whole.end]
    lines = (" " * place.column + raw if place.shares_line else raw).splitlines()
    return _Fresh([_outdented(line, place.column) for line in lines], _one_line(text, holder, index))


def _flow_lines(inline: str, dash: str) -> list[str]:
    first, *rest = inline.splitlines()
    return [dash + first, *(f"  {line.strip()}" for line in rest)]


def _outdented(line: str, by: int) -> str:
    return line[min(by, len(line) - len(line.lstrip(" "))) :]


def _one_line(text: str, holder: Sequence | Mapping, index: int) -> str | None:
    """Return an entry as it may stand in brackets, if it is written on one line without comment."""
    first, last = entry_nodes(holder, index)
    source = text[first.start : max(first.end, last.end)]
    nodes = [first, last]
    blocks = any(isinstance(n, Sequence | Mapping) and not n.flow for n in nodes)
    folded = any(isinstance(n, Scalar) and n.style in ("|", ">") for n in nodes)
    return None if "\n" in source or blocks or folded else source


def _after_anchor(text: str, node: Node) -> int:
    """Return where *node* itself begins, behind its anchor."""
    at = node.start + 1 + len(node.anchor or "")
    return at + len(text[at:]) - len(text[at:].lstrip(" "))


def _text_indent(document: Document, old: Scalar, source: str) -> int:
    """Return the column at which the lines of a text that goes on stand."""
    body = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")[1:]
    for line in body:
        if line.strip():
            return len(line) - len(line.lstrip(" "))
    return _block_column(document.text, old) + 2


# Putting it together, and making sure of it


def _insert(
    document: Document,
    path: Path,
    collection: Sequence | Mapping | Scalar,
    position: int,
    fresh: _Fresh,
    expected: Said | tuple[Said, Said],
) -> Document:
    splices = _put(document, collection, position, fresh)
    return _spliced(document, splices, lambda top: _with(top, path, position, expected))


def _spliced(
    document: Document, splices: list[_Splice], expected: Callable[[Said], Said]
) -> Document:
    """Return the document with *splices*, once it has been read back and says what is meant."""
    text = document.text
    for splice in sorted(splices, key=lambda each: (each.start, each.end), reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    again = parse(text)
    undefined = next((each for each in again.faults if each.kind == "undefined-alias"), None)
    if undefined:
        hint = "Write the value out where it is repeated, then try again."
        raise LacplanError(f"This would leave an alias behind: {undefined.message}", hint=hint)
    before = document.root
    meant = expected(said(before) if before else [])
    if again.root is None or not alike(said(again.root), meant):
        raise OwnFault(
            "lacplan could not make this edit without changing something else.",
            hint="Edit the file by hand, and report the draft and the command.",
        )
    return parse(unparse(again)) if document.bom and not again.bom else _with_bom(again, document)


def _with_bom(again: Document, document: Document) -> Document:
    return Document(again.text, bom=document.bom, root=again.root, faults=again.faults)


# The same edits on plain values, to compare with


def _replaced(top: Said, path: Path, value: Said) -> Said:
    return _changed(top, path, lambda _: value)


def _with(top: Said, path: Path, position: int, value: object) -> Said:
    def put(old: Said) -> Said:
        entries = list(old) if isinstance(old, list) else []
        return [*entries[:position], value, *entries[position:]]  # type: ignore[list-item]

    return _changed(top, path, put)


def _without(top: Said, path: Path, position: int) -> tuple[Said, object]:
    taken: list[object] = []

    def cut(old: Said) -> Said:
        assert isinstance(old, list)  # noqa: S101  # `find` has gone through it
        taken.append(old[position])
        return [*old[:position], *old[position + 1 :]]  # type: ignore[return-value]

    return _changed(top, path[:-1], cut), taken[0]


def _moved(top: Said, path: Path, index: int, to: Path, position: int) -> Said:
    marker = "\0\0here"
    # The entry's place is kept open while the other is filled, so that paths stay what they were.
    _, taken = _without(top, path, index)
    holder = path[:-1]
    count = position + 1 if to == holder and position >= index else position
    opened = _changed(top, holder, lambda old: [marker if n == index else each  # type: ignore[misc]
                                                for n, each in enumerate(old)])
    filled = _with(opened, to, count, taken)
    return _unmarked(filled, marker)


def _unmarked(value: Said, marker: str) -> Said:
    if isinstance(value, str):
        return value
    kept: list[object] = []
    for each in value:
        if isinstance(each, tuple):
            kept.append((_unmarked(each[0], marker), _unmarked(each[1], marker)))
        elif each != marker:
            kept.append(_unmarked(each, marker))
    return kept  # type: ignore[return-value]


def _changed(top: Said, path: Path, change: Callable[[Said], Said]) -> Said:
    if not path:
        return change(top)
    step, rest = path[0], path[1:]
    assert isinstance(top, list)  # noqa: S101  # `find` has gone through it
    if isinstance(step, int):
        return [  # type: ignore[return-value]
            _changed(each, rest, change) if number == step else each  # type: ignore[arg-type]
            for number, each in enumerate(top)
        ]
    return [
        (each[0], _changed(each[1], rest, change))
        if isinstance(each, tuple) and _is_key(each[0], step)
        else each
        for each in top
    ]  # type: ignore[return-value]


def _is_key(key: Said, name: str) -> bool:
    return isinstance(key, str) and key.removeprefix("\0") == name
