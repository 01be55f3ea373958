"""Aliases in a merged text: each must still repeat what it repeated."""

from collections import defaultdict
from collections.abc import Iterator

from lacplan.document.tree import Alias, Document, Node, children
from lacplan.merge.decision import Unsure
from lacplan.merge.plan import Contested, MergedPlan
from lacplan.merge.same import name_of
from lacplan.merge.side import Side, Thing


def alias_conflicts(document: Document, plan: MergedPlan) -> Contested:
    """Return what must be contested, since an alias would stand without its anchor.

    Raises:
        Unsure: It was contested already.
    """
    names = {
        document.text[fault.span.start + 1 : fault.span.end]
        for fault in document.faults
        if fault.kind == "undefined-alias"
    }
    if not names:
        return {}
    found: dict[tuple[str | None, str | None], str] = {}
    for side in plan.sides:
        for name, key, field, _ in _marks(side) if side else ():
            if name not in names:
                continue
            is_shared = key is None or (key in plan.ours.things and key in plan.theirs.things)
            found[key, field if is_shared else None] = f"“*{name}” repeats “&{name}”"
    if not found.keys() - plan.contested.keys():
        raise Unsure(f"“*{min(names)}” would stand before “&{min(names)}”, or without it")
    return found


def has_aliases(side: Side) -> bool:
    """Tell whether there are anchors or aliases in *side*."""
    return any(_marks(side))


def refuse_rebound(plan: MergedPlan, merged: Side) -> None:
    """Make sure that no alias repeats something else than it did.

    Raises:
        Unsure: One would.
    """
    now = _targets(merged)
    if not now:
        return
    before = [_targets(side) for side in (plan.ours, plan.theirs)]
    for name, found in now.items():
        known = [each[name] for each in before if name in each]
        if len(found) > 1 and all(len(each) == 1 for each in known):
            raise Unsure(f"“&{name}” would name two texts")
        if any(each != found for each in known if len(each) == 1):
            raise Unsure(f"“*{name}” would repeat another text than it does")


def _targets(side: Side) -> dict[str, set[tuple[str | None, str]]]:
    """Return in which items and fields the anchors of each name stand, where there are aliases."""
    found: dict[str, set[tuple[str | None, str]]] = defaultdict(set)
    aliases = set()
    for name, key, field, is_alias in _marks(side):
        if is_alias:
            aliases.add(name)
        else:
            found[name].add((key, field))
    return {name: places for name, places in found.items() if name in aliases}


def _marks(side: Side) -> Iterator[tuple[str, str | None, str, bool]]:
    """Yield each anchor and alias: its name, its item and field, and whether it is an alias."""
    if "*" not in side.text or "&" not in side.text:
        return
    yield from _marks_in(side, None)
    for thing in side.things.values():
        yield from _marks_in(side, thing)


def _marks_in(side: Side, thing: Thing | None) -> Iterator[tuple[str, str | None, str, bool]]:
    lists = side.list_keys(thing)
    node = thing.node if thing else side.root
    key = thing.key if thing else None
    if node.anchor is not None:
        yield node.anchor, key, "", False
    for name, below in node.entries:
        if name_of(name) in lists:
            continue
        for each in _nodes(below):
            if isinstance(each, Alias):
                yield each.name, key, name_of(name), True
            elif each.anchor is not None:
                yield each.anchor, key, name_of(name), False


def _nodes(root: Node) -> Iterator[Node]:
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(children(node))
