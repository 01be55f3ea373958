"""How much a document grows when its aliases are followed."""

from lacplan.document.fault import Fault, Span
from lacplan.document.tree import Alias, Node, children

MAX_GROWTH = 10
"""How many times its written nodes a document may count once its aliases are followed."""


def alias_faults(root: Node) -> list[Fault]:
    """Return a fault for the alias at which *root* outgrows its bound, if it does.

    Sizes are added up bottom-up, so that a nest of aliases costs what it weighs in writing.
    """
    sizes: dict[int, int] = {}
    written = 0
    heaviest: tuple[int, Alias] | None = None
    for node in _bottom_up(root):
        written += 1
        if isinstance(node, Alias):
            size = sizes[id(node.target)]
            if heaviest is None or size > heaviest[0]:
                heaviest = (size, node)
        else:
            size = 1 + sum(sizes[id(child)] for child in children(node))
        sizes[id(node)] = size
    if heaviest is None or sizes[id(root)] <= MAX_GROWTH * written:
        return []
    alias = heaviest[1]
    return [
        Fault(
            kind="alias-growth",
            span=Span(alias.start, alias.end),
            message=f"Aliases such as “*{alias.name}” make the draft more than {MAX_GROWTH} times "
            "as large as it is written.",
            hint="Write out what is meant, without aliases inside what aliases repeat.",
        )
    ]


def _bottom_up(root: Node) -> list[Node]:
    """Return the written nodes, each after what stands under it and in the order of the text."""
    order: list[Node] = []
    stack: list[Node] = [root]
    while stack:
        node = stack.pop()
        order.append(node)
        stack.extend(children(node))
    order.reverse()
    return order
