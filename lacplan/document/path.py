"""Paths: which node of a document is meant, and what it stands in."""

from collections.abc import Iterator
from typing import NamedTuple

from lacplan.document.tree import Alias, Document, Mapping, Node, Scalar, Sequence
from lacplan.errors import LacplanError

Path = tuple[str | int, ...]
"""Keys, and 0-based positions in lists, from the top of a document.

Of a key that stands twice in one block, the first is meant.
"""


class Step(NamedTuple):
    """One step down: the entry at *place* in *holder*, whose value is *node*."""

    holder: Sequence | Mapping
    place: int
    node: Node


def shown(path: Path) -> str:
    """Return *path* as it is shown in a message."""
    return ".".join(map(str, path)) or "the top"


def find(document: Document, path: Path) -> Node:
    """Return the node at *path*, which may be an alias; one on the way there is not followed.

    Raises:
        LacplanError: There is none, or it lies behind an alias: what is changed there would change
            wherever else the anchored text is repeated.
    """
    if document.root is None:
        raise LacplanError(f"The draft has nothing at “{shown(path)}”.", hint="Name what is there.")
    node = document.root
    for step in steps(document, path):
        node = step.node
    return node


def steps(document: Document, path: Path) -> Iterator[Step]:
    """Yield the steps from the top of *document* to *path*, as `find` goes.

    Raises:
        LacplanError: As `find` does.
    """
    node = document.root
    for number, name in enumerate(path):
        if isinstance(node, Alias):
            where = shown(path[:number])
            raise LacplanError(
                f"“{where}” is the alias “*{node.name}”, and “{shown(path)}” lies behind it.",
                hint=f"Edit the text where “&{node.name}” stands, or write it out at “{where}”.",
            )
        step = _step(node, name)
        if step is None:
            where = shown(path[: number + 1])
            raise LacplanError(f"The draft has nothing at “{where}”.", hint="Name what is there.")
        yield step
        node = step.node


def _step(node: Node | None, name: str | int) -> Step | None:
    match node, name:
        case Sequence(items=items), int() if 0 <= name < len(items):
            return Step(node, name, items[name])
        case Mapping(entries=entries), str():
            for index, (key, value) in enumerate(entries):
                if isinstance(key, Scalar) and key.value == name:
                    return Step(node, index, value)
        case _:
            pass
    return None
