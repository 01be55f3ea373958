"""A base that holds conflicts itself, as git makes one of several common ancestors."""

from lacplan.document.fault import Span
from lacplan.document.tree import Mapping, Node
from lacplan.merge.plan import Contested
from lacplan.merge.same import name_of
from lacplan.merge.side import Side, Thing

_WHY = "the common ancestors of the two sides differ here"


def contested_in(base: Side, spans: list[Span]) -> Contested:
    """Return the items and fields that stand in *spans*: they were never agreed on."""
    found: dict[tuple[str | None, str | None], str] = {}
    for span in spans:
        for key, node, thing in (
            (None, base.root, None),
            *((t.key, t.node, t) for t in base.things.values()),
        ):
            if thing is not None and span.start <= thing.node.start < span.end:
                found[key, None] = _WHY
            for name in _fields_in(base, node, thing, span):
                found[key, name] = _WHY
    return found


def _fields_in(base: Side, node: Mapping, thing: Thing | None, span: Span) -> list[str]:
    lists = base.list_keys(thing)
    return [
        name_of(name)
        for name, below in node.entries
        if name_of(name) not in lists and _meets(name, below, span)
    ]


def _meets(name: Node, below: Node, span: Span) -> bool:
    return name.start < span.end and span.start < max(below.end, name.end)
