"""A draft numbered anew where that is needed, and the codes that its prose quotes mended."""

from collections.abc import Iterator
from typing import NamedTuple

from lacplan.document.edit import insert_keys, replace_all
from lacplan.document.path import Path
from lacplan.document.tree import Document, Mapping, Scalar, Sequence
from lacplan.edit.items import key_position, shape_at
from lacplan.edit.numbering import NewCode, Numbering, Published
from lacplan.edit.places import Place, Places
from lacplan.edit.shape import UNKNOWN
from lacplan.model.quoted_code import PROSE, announcing, quoted_codes


class Quote(NamedTuple):
    """A code that prose quotes."""

    place: Place | None
    """The item whose prose it is; ``None`` for the plan's own."""

    field: str
    old: str
    new: str | None
    """What it was mended to; ``None`` where it is not sure which item was meant."""


class Renumbered(NamedTuple):
    """A draft after it was numbered anew."""

    document: Document
    codes: tuple[NewCode, ...]
    quotes: tuple[Quote, ...]


def renumbered(document: Document, places: Places, published: Published) -> Renumbered:
    """Give the items of a draft codes where they have none, or one that is not theirs.

    A code that is right stays. What lies under an item that gets another code goes along. No code
    is given that another item bears, or bore in a version.

    Args:
        document: The draft.
        places: What stands in it.
        published: For each code that a version published, the ids that bore it.
    """
    items = tuple(_once(places))
    codes = Numbering(items, published).new_codes()
    quotes, texts = _mended(document, places, items, codes)
    for each in codes:
        if each.place.node.get("code") is not None:
            texts[(*each.place.path, "code")] = each.new
    document = replace_all(document, texts)
    shape = shape_at(places, items[0].path) if items else UNKNOWN
    new = {
        each.place.path: (key_position(shape, each.place.node, "code"), "code", each.new)
        for each in codes
        if each.place.node.get("code") is None
    }
    return Renumbered(insert_keys(document, new), tuple(codes), tuple(quotes))


def _once(places: Places) -> Iterator[Place]:
    """Yield the items, those behind an alias only where they are written."""
    seen: set[int] = set()
    for place in places.all:
        if place.level is not None and id(place.node) not in seen:
            seen.add(id(place.node))
            yield place


def _mended(
    document: Document, places: Places, items: tuple[Place, ...], codes: list[NewCode]
) -> tuple[list[Quote], dict[Path, str]]:
    """Return the quoted codes that are no longer what they were, and the texts that mend them."""
    fates = _fates(items, codes)
    words = announcing(places.levels)
    quotes: list[Quote] = []
    texts: dict[Path, str] = {}
    if not fates:
        return quotes, texts
    for place, field, path, text in _prose(document, items):
        found = [match for match in quoted_codes(text, words) if match.group() in fates]
        quotes += [Quote(place, field, each.group(), fates[each.group()]) for each in found]
        for match in reversed(found):
            new = fates[match.group()]
            if new is not None:
                text = text[: match.start()] + new + text[match.end() :]
                texts[path] = text
    return quotes, texts


def _fates(items: tuple[Place, ...], codes: list[NewCode]) -> dict[str, str | None]:
    """Return what becomes of each code that was given up, or that one of several bearers keeps."""
    bearers: dict[str, int] = {}
    for item in items:
        if item.code:
            bearers[item.code] = bearers.get(item.code, 0) + 1
    return {each.old: each.new if bearers[each.old] == 1 else None for each in codes if each.old}


def _prose(
    document: Document, items: tuple[Place, ...]
) -> Iterator[tuple[Place | None, str, Path, str]]:
    """Yield each text of prose, with whose it is, its field and its path."""
    root = document.root
    tops: list[tuple[Place | None, Mapping, Path]] = []
    if isinstance(root, Mapping):
        tops.append((None, root, ()))
    for place, node, path in [*tops, *((item, item.node, item.path) for item in items)]:
        for field in PROSE:
            value = node.get(field)
            if isinstance(value, Scalar):
                yield place, field, (*path, field), value.value
            elif isinstance(value, Sequence):
                for position, each in enumerate(value.items):
                    if isinstance(each, Scalar):
                        yield place, field, (*path, field, position), each.value
