"""Keys, and what stands in brackets: a tree on one line."""

from functools import cache

from lacplan.document.scalars import fits_brackets, written
from lacplan.document.tree import Alias, Document, Mapping, Node, Scalar, Sequence
from lacplan.edit.order import Order
from lacplan.edit.shape import UNKNOWN, Shape
from lacplan.edit.spelling import on_one_line


class Inline:
    """Writes parts of one document on one line each."""

    def __init__(self, document: Document, order: Order) -> None:
        self._text = document.text
        self._order = order

    def key(self, key: Node, shape: Shape) -> str:
        """Return *key* of a mapping in which *shape* is expected, ready for its colon."""
        if isinstance(key, Scalar) and key.anchor is None and key.value in shape.fields:
            return _known(key.value)
        if isinstance(key, Scalar):
            name = _anchored(key, on_one_line(key, self._text, UNKNOWN))
            return f"{name} " if key.anchor and not key.value else name
        name = self.value(key, UNKNOWN)
        return f"{name} " if isinstance(key, Alias) else name

    def value(self, node: Node, shape: Shape) -> str:
        """Return *node*, in brackets if it is a collection, where *shape* is expected."""
        if node.anchor is not None:
            shape = UNKNOWN
        match node:
            case Alias():
                return f"*{node.name}"
            case Scalar():
                return _anchored(node, self._scalar(node, shape))
            case Sequence():
                each = shape.each or UNKNOWN
                inside = ", ".join(self.value(item, each) for item in node.items)
                return _anchored(node, f"[{inside}]")
            case Mapping():
                order = self._order.of(node, shape)
                inside = ", ".join(self._entry(*node.entries[index], shape) for index in order)
                return _anchored(node, f"{{{inside}}}")

    def _entry(self, key: Node, value: Node, shape: Shape) -> str:
        below = shape.under(key.value) if isinstance(key, Scalar) else UNKNOWN
        name = self._scalar_key(key, shape)
        said = self.value(value, below)
        return f"{name}: {said}" if said else name or "? "

    def _scalar_key(self, key: Node, shape: Shape) -> str:
        name = self.key(key, shape)
        is_plain = isinstance(key, Scalar) and key.style == "" and not key.is_null
        return name if not is_plain or fits_brackets(name) else self.value(key, UNKNOWN)

    def _scalar(self, scalar: Scalar, shape: Shape) -> str:
        return on_one_line(scalar, self._text, shape, in_brackets=True)


def _anchored(node: Node, text: str) -> str:
    return f"&{node.anchor} {text}".rstrip(" ") if node.anchor is not None else text


@cache
def _known(key: str) -> str:
    return written(key)
