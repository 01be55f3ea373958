"""Where the items and indicators of a draft stand in its tree."""

from collections.abc import Iterator
from typing import NamedTuple

from lacplan.document.path import Path
from lacplan.document.tree import Document, Mapping, Node, Scalar, Sequence, resolve
from lacplan.errors import LacplanError, nearest
from lacplan.model.plan import Level


class Place(NamedTuple):
    """An item or an indicator, and where it stands."""

    id: str
    code: str | None
    title: str
    path: Path
    node: Mapping
    level: int | None
    """The position of its level; ``None`` for an indicator."""

    parent: "Place | None"
    """What it stands under; ``None`` at the top."""

    replaces: frozenset[str] = frozenset()
    """What it says that it carries on."""

    @property
    def siblings(self) -> Path:
        """The path to the list that it stands in."""
        return self.path[:-1]

    @property
    def position(self) -> int:
        """Its place in that list, counted from 0."""
        return int(self.path[-1])

    def __str__(self) -> str:
        said = " ".join(each for each in (self.code, self.title or self.id) if each)
        return f"“{said if len(said) <= 60 else said[:59] + '…'}”"


class Places:
    """The items and indicators of one document.

    Args:
        document: The document.
        levels: The levels of its plan.
    """

    def __init__(self, document: Document, levels: tuple[Level, ...]) -> None:
        self.levels = levels
        self._keys = [level.key for level in levels]
        root = resolve(document.root) if document.root else None
        found = self._items(root, (), 0, None) if isinstance(root, Mapping) else ()
        self.all: tuple[Place, ...] = tuple(found)

    def find(self, name: str) -> Place:
        """Return the item or indicator whose id, or else whose code, is *name*.

        Raises:
            LacplanError: There is none, or there are several.
        """
        found = [place for place in self.all if place.id == name]
        found = found or [place for place in self.all if place.code == name]
        if not found:
            known = [each for place in self.all for each in (place.id, place.code) if each]
            guess = nearest(name, known)
            hint = f"Did you mean “{guess}”?" if guess else "“lacplan show NAME” lists them."
            raise LacplanError(f"No item has the id or the code “{name}”.", hint=hint)
        if len(found) > 1:
            message = f"“{name}” may be {found[0]} or {found[1]}."
            raise LacplanError(message, hint="Mend first what “lacplan validate” tells of it.")
        return found[0]

    def under(self, place: Place) -> tuple[Place, ...]:
        """Return all items and indicators that lie under *place*."""
        depth = len(place.path)
        return tuple(
            each for each in self.all if len(each.path) > depth and each.path[:depth] == place.path
        )

    def _items(
        self, holder: Mapping, path: Path, level: int, parent: Place | None
    ) -> Iterator[Place]:
        if level >= len(self._keys):
            return
        for at, node in _entries(holder, path, self._keys[level]):
            place = _place(node, at, level, parent)
            yield place
            for below, indicator in _entries(node, at, "indicators"):
                yield _place(indicator, below, None, place)
            yield from self._items(node, at, level + 1, place)


def _entries(holder: Mapping, path: Path, key: str) -> Iterator[tuple[Path, Mapping]]:
    value = holder.get(key)
    found = resolve(value) if value else None
    for position, each in enumerate(found.items if isinstance(found, Sequence) else ()):
        node = resolve(each)
        if isinstance(node, Mapping):
            yield (*path, key, position), node


def _place(node: Mapping, path: Path, level: int | None, parent: Place | None) -> Place:
    texts = [_text(node.get(key)) for key in ("id", "code", "title")]
    carried = node.get("replaces")
    found = resolve(carried) if carried else None
    replaces = frozenset(map(_text, found.items)) if isinstance(found, Sequence) else frozenset()
    return Place(texts[0], texts[1] or None, texts[2], path, node, level, parent, replaces)


def _text(node: Node | None) -> str:
    found = resolve(node) if node else None
    return found.value.strip() if isinstance(found, Scalar) and not found.is_null else ""
