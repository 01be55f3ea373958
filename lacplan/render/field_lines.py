"""A draft as a line a field: what a line diff of two drafts is easily read on.

An item's lines begin with its id and stand together, in the order of the ids, so that a moved item
changes the two lines that list it and nothing else, and a new layout changes nothing.
"""

import re
from collections.abc import Iterator

from lacplan.document.tree import Document, Mapping, Node, Scalar, Sequence, resolve

_FIRST = {name: rank for rank, name in enumerate(("format", "name", "id", "code", "title"))}

_Items = list[tuple[str, Mapping]]


def render(document: Document) -> tuple[str, ...] | None:
    """Return the lines, without line ends; ``None`` where *document* holds no fields."""
    top = resolve(document.root) if document.root else None
    if not isinstance(top, Mapping):
        return None
    items: _Items = []
    lines = [*_fields("", top, items)]
    by_id: list[tuple[str, list[str]]] = []
    for id, item in items:  # which grows, as items are found under items
        by_id.append((id, [*_fields(f"{id}.", item, items)]))
    by_id.sort(key=lambda each: each[0])
    return (*lines, *(line for _, lines_of_it in by_id for line in lines_of_it))


def _fields(before: str, holder: Mapping, items: _Items) -> Iterator[str]:
    named = [(_text(key), value) for key, value in holder.entries]
    named.sort(key=lambda entry: (_FIRST.get(entry[0], len(_FIRST)), entry[0]))
    for name, value in named:
        if name != "id" or f"{_text(value)}." != before:  # it stands before each line anyway
            yield from _field(f"{before}{name}", value, items)


def _field(name: str, value: Node, items: _Items) -> Iterator[str]:
    found = resolve(value)
    if isinstance(found, Mapping) and found.entries:
        yield from _fields(f"{name}.", found, items)
    elif isinstance(found, Sequence) and found.items:
        yield from _list(name, [resolve(each) for each in found.items], items)
    else:
        yield f"{name}: {_text(found)}".rstrip()


def _list(name: str, entries: list[Scalar | Sequence | Mapping], items: _Items) -> Iterator[str]:
    found = [(id, each) for each in entries if isinstance(each, Mapping) and (id := _id(each))]
    if found:
        yield f"{name}: {', '.join(id for id, _ in found)}"
        items += found
    for each in entries:
        if not isinstance(each, Mapping) or not _id(each):
            yield f"{name}: {_text(each)}".rstrip()


def _id(item: Mapping) -> str:
    """Return the id of *item*; empty where it has none."""
    value = item.get("id")
    found = resolve(value) if value else None
    return _text(found) if isinstance(found, Scalar) else ""


def _text(node: Node) -> str:
    """Return *node* on one line; paragraphs are parted by ``¶``."""
    match resolve(node):
        case Scalar() as scalar:
            return "" if scalar.is_null else re.sub("\n+", " ¶ ", scalar.value.strip("\n"))
        case Sequence() as sequence:
            return f"[{', '.join(map(_text, sequence.items))}]"
        case Mapping() as mapping:
            pairs = (f"{_text(key)}: {_text(value)}" for key, value in mapping.entries)
            return f"{{{', '.join(pairs)}}}"
