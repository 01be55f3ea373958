"""The order in which the entries of a mapping are written."""

from lacplan.document.entries import Collection, size
from lacplan.document.tree import Alias, Document, Mapping, Node, Scalar, Sequence, children
from lacplan.edit.shape import Shape


class Order:
    """Puts the fields of one document into the order of the format."""

    def __init__(self, document: Document) -> None:
        has_marks = "&" in document.text or "*" in document.text
        self._tied = _tied(document.root) if has_marks and document.root else frozenset()

    def of(self, node: Collection, shape: Shape) -> list[int]:
        """Return the entries of *node* by their positions, in the order of the format.

        Fields that the format does not know stand behind those that it knows, in the order they
        have, and the items under an item come last. Where an anchor would come after its alias, or
        a merge key stands among the fields, the order stays as it is.
        """
        found = list(range(size(node)))
        if isinstance(node, Sequence) or not shape.ranks:
            return found
        names = [key.value if isinstance(key, Scalar) else "" for key, _ in node.entries]
        if "<<" in names:
            return found
        ordered = sorted(found, key=lambda index: shape.rank(names[index]))
        tied = [index for index in ordered if self._is_tied(node, index)]
        return ordered if tied == sorted(tied) else found

    def _is_tied(self, node: Mapping, index: int) -> bool:
        return any(id(each) in self._tied for each in node.entries[index])


def _tied(root: Node) -> frozenset[int]:
    """Return the `id` of each node under *root* that an anchor or an alias stands at or below."""
    found: set[int] = set()

    def look(node: Node) -> bool:
        below = [look(each) for each in children(node)]
        if isinstance(node, Alias) or node.anchor is not None or any(below):
            found.add(id(node))
        return id(node) in found

    look(root)
    return frozenset(found)
