"""Items and indicators added, changed, moved and taken away, their comments and layout kept."""

from collections import Counter
from collections.abc import Iterable
from itertools import count

from lacplan.document.comments import comments
from lacplan.document.edit import find, insert, insert_key, move, remove, replace
from lacplan.document.path import Path
from lacplan.document.tree import Document, Mapping, Node, Scalar, Sequence, resolve
from lacplan.document.values import Value
from lacplan.edit.assignment import Assignment, value_of
from lacplan.edit.places import Place, Places
from lacplan.edit.shape import Shape, shape_of_plan
from lacplan.errors import LacplanError
from lacplan.model.spelling import name_from
from lacplan.model.types import ListOf

_LONGEST_ID = 56
"""How many characters an id made from a title has at the most; with a number after it, it fits."""


def shape_at(places: Places, path: Path) -> Shape:
    """Return what is expected at *path* of a draft."""
    shape = shape_of_plan(places.levels)
    for step in path:
        shape = shape.under(step) if isinstance(step, str) else shape.each or Shape()
    return shape


def list_for(places: Places, parent: Place | None, *, indicator: bool) -> Path:
    """Return the path to the list in which what stands under *parent* is an entry.

    Args:
        places: What stands in the draft.
        parent: An item; ``None`` is the plan itself.
        indicator: Whether it is the list of indicators, not that of items.

    Raises:
        LacplanError: Nothing can stand there.
    """
    if parent is not None and parent.level is None:
        hint = f"Name the item: “{parent.parent.id}”." if parent.parent else None
        raise LacplanError(f"{parent} is an indicator, and nothing lies under one.", hint=hint)
    if indicator:
        if parent is None:
            raise LacplanError("An indicator belongs to an item.", hint="Name the item.")
        return (*parent.path, "indicators")
    level = 0 if parent is None or parent.level is None else parent.level + 1
    if level == len(places.levels):
        names = ", ".join(each.key for each in places.levels)
        message = f"{parent} is of the innermost level, and nothing lies under it."
        raise LacplanError(message, hint=f"The levels of this plan are: {names}.")
    return (*(parent.path if parent else ()), places.levels[level].key)


def key_position(shape: Shape, holder: Node | None, key: str) -> int:
    """Return before which entry of the mapping *holder*, of *shape*, the format has *key*."""
    rank = shape.rank(key)
    entries = holder.entries if isinstance(holder, Mapping) else []
    names = [name.value if isinstance(name, Scalar) else "" for name, _ in entries]
    return next((at for at, name in enumerate(names) if shape.rank(name) > rank), len(names))


def new_id(title: str, places: Places) -> str:
    """Return an id, made from *title*, that nothing bears.

    Raises:
        LacplanError: *title* holds no letter that an id may have.
    """
    made = name_from(title)[:_LONGEST_ID].strip("-")
    if not made:
        raise LacplanError(f"No id can be made from “{title}”.", hint="Give one with --id.")
    taken = {place.id for place in places.all}
    numbered = (made if number == 1 else f"{made}-{number}" for number in count(1))
    return next(id for id in numbered if id not in taken)


def add(document: Document, places: Places, to: Path, at: int, value: dict[str, Value]) -> Document:
    """Put a new item or indicator into the list at *to*, which may not be there yet.

    Args:
        document: The draft.
        places: What stands in it.
        to: The path to the list.
        at: Before which of its entries; or at its end.
        value: Its fields, in any order.
    """
    shape = shape_at(places, to).each or Shape()
    ordered = dict(sorted(value.items(), key=lambda field: shape.rank(field[0])))
    if _has(document, to):
        return insert(document, to, at, ordered)
    return _with_key(document, places, to, [ordered])


def assign(
    document: Document, places: Places, place: Place, assignments: Iterable[Assignment]
) -> Document:
    """Give the fields of *place* what *assignments* say; several for one list make one list."""
    lists: dict[tuple[Path, str], list[str]] = {}
    for each in assignments:
        path = (*place.path, *each.path)
        if isinstance(each.type, ListOf) and each.operator != "-=" and each.entries:
            lists.setdefault((path, each.operator), []).extend(each.entries)
        elif each.operator == "-=":
            document = _without(document, path, each.entries)
        elif not each.value.strip():
            document = _taken_away(document, path, place)
        elif _has(document, path):
            document = replace(document, path, value_of(each.type, each.value.strip()))
        else:
            document = _with_key(document, places, path, value_of(each.type, each.value.strip()))
    for (path, operator), entries in lists.items():
        if operator == "+=":
            entries = [*_texts(document, path), *entries]
        document = _list_of(document, places, path, [*dict.fromkeys(entries)])
    return document


def relocate(document: Document, places: Places, place: Place, to: Path, at: int) -> Document:
    """Move *place* with all that lies under it into the list at *to*, before its entry *at*.

    That is counted without *place* itself. A list that is left without entries goes, unless a
    comment belongs to it.
    """
    if to != place.siblings and not _has(document, to):
        document = _with_key(document, places, to, [])
    document = move(document, place.path, to, at)
    return document if to == place.siblings else _without_empty(document, place.siblings)


def take_away(document: Document, place: Place) -> Document:
    """Take *place* away with all that lies under it, and its list where that is left empty."""
    return _without_empty(remove(document, place.path), place.siblings)


def _has(document: Document, path: Path) -> bool:
    *above, key = path
    if above and isinstance(above[-1], str) and not _has(document, tuple(above)):
        return False
    holder = find(document, tuple(above)) if above else document.root
    return isinstance(holder, Mapping) and holder.get(str(key)) is not None


def _with_key(document: Document, places: Places, path: Path, value: Value) -> Document:
    """Put *value* under the key that *path* leads to, where the format has its place."""
    *above, key = path
    holder_path = tuple(above)
    if above and isinstance(above[-1], str) and not _has(document, holder_path):
        return _with_key(document, places, holder_path, {str(key): value})
    holder = find(document, holder_path) if above else document.root
    at = key_position(shape_at(places, holder_path), holder, str(key))
    return insert_key(document, holder_path, at, str(key), value)


def _taken_away(document: Document, path: Path, place: Place) -> Document:
    """Take the field at *path* away where it is there, and the block that it leaves empty."""
    if not _has(document, path):
        return document
    document = remove(document, path)
    if len(path) > len(place.path) + 1:
        return _without_empty(document, path[:-1])
    return document


def _without_empty(document: Document, path: Path) -> Document:
    """Return *document* without the collection at *path* where it holds nothing, not a comment."""
    node = resolve(find(document, path))
    if isinstance(node, Scalar) or (node.items if isinstance(node, Sequence) else node.entries):
        return document
    removed = remove(document, path)
    return removed if _remarks(removed) == _remarks(document) else document


def _remarks(document: Document) -> Counter[str]:
    return Counter(each.text for each in comments(document))


def _texts(document: Document, path: Path) -> list[str]:
    """Return what the entries of the list at *path* say; of a block, its ``name``."""
    node = resolve(find(document, path)) if _has(document, path) else None
    return [_said(each) for each in node.items] if isinstance(node, Sequence) else []


def _said(node: Node) -> str:
    found = resolve(node)
    if isinstance(found, Mapping):
        name = found.get("name")
        found = resolve(name) if name else found
    return found.value.strip() if isinstance(found, Scalar) else ""


def _without(document: Document, path: Path, entries: list[str]) -> Document:
    """Return *document* without *entries* of the list at *path*."""
    said = _texts(document, path)
    for each in entries:
        if each not in said:
            named = ", ".join(f"“{one}”" for one in said if one) or "nothing"
            message = f"“{path[-1]}” has no entry “{each}”."
            raise LacplanError(message, hint=f"It has {named}.")
    if set(said) <= set(entries):
        return remove(document, path)
    for position in reversed(range(len(said))):
        if said[position] in entries:
            document = remove(document, (*path, position))
    return document


def _list_of(document: Document, places: Places, path: Path, entries: list[str]) -> Document:
    """Return *document* with *entries*, and no others, in the list at *path*."""
    if not _has(document, path):
        return _with_key(document, places, path, list[Value](entries))
    for position, said in reversed([*enumerate(_texts(document, path))]):
        if said not in entries and len(_texts(document, path)) > 1:
            document = remove(document, (*path, position))
    for position, entry in enumerate(entries):
        said_now = _texts(document, path)
        if entry not in said_now[position:]:
            document = insert(document, path, position, entry)
        elif (at := said_now.index(entry, position)) != position:
            document = move(document, (*path, at), path, position)
    for position in reversed(range(len(entries), len(_texts(document, path)))):
        document = remove(document, (*path, position))
    return document
