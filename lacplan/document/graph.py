"""How much a document grows, in size and depth, when its aliases are followed."""

from lacplan.document.fault import Fault, Span
from lacplan.document.tree import Alias, Node, children

MAX_DEPTH = 100
"""How deep lists and mappings may nest; a plan of eight levels needs twenty."""

MAX_GROWTH = 10
"""How many times its written nodes a document may count once its aliases are followed."""


def alias_faults(root: Node) -> list[Fault]:
    """Return a fault for the alias at which *root* outgrows its bounds, if it does.

    Sizes and depths are added up bottom-up, so that a nest of aliases costs what it weighs in
    writing.
    """
    sizes: dict[int, int] = {}
    depths: dict[int, int] = {}
    aliases: list[Alias] = []
    for node in _bottom_up(root):
        if isinstance(node, Alias):
            aliases.append(node)
            sizes[id(node)] = sizes[id(node.target)]
            depths[id(node)] = depths[id(node.target)]
        else:
            below = [id(child) for child in children(node)]
            sizes[id(node)] = 1 + sum(sizes[each] for each in below)
            depths[id(node)] = 1 + max((depths[each] for each in below), default=0)
    if aliases and sizes[id(root)] > MAX_GROWTH * len(sizes):
        return [_growth(max(aliases, key=lambda alias: sizes[id(alias)]))]
    if aliases and depths[id(root)] > MAX_DEPTH:
        return [_depth(max(aliases, key=lambda alias: depths[id(alias)]))]
    return []


def _growth(alias: Alias) -> Fault:
    return Fault(
        kind="alias-growth",
        span=Span(alias.start, alias.end),
        message=f"Aliases such as “*{alias.name}” make the draft more than {MAX_GROWTH} times "
        "as large as it is written.",
        hint="Write out what is meant, without aliases inside what aliases repeat.",
    )


def _depth(alias: Alias) -> Fault:
    return Fault(
        kind="nested-too-deep",
        span=Span(alias.start, alias.end),
        message=f"Through “*{alias.name}”, lists and mappings nest deeper than {MAX_DEPTH}.",
        hint="Write out what is meant, without aliases inside what aliases repeat.",
    )


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
