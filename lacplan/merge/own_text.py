"""What an item says by itself, without what lies under it, and how it is written."""

from lacplan.document.entries import entry
from lacplan.document.tree import Scalar, Sequence
from lacplan.merge.same import name_of
from lacplan.merge.side import Side, Thing


def alike(one: Thing, other: Thing) -> bool:
    """Tell whether two items that were put in under one id are two states of one."""
    if one.is_item != other.is_item:
        return False
    texts = [_words(thing) for thing in (one, other)]
    if texts[0][:1] == texts[1][:1]:
        return True
    from lacplan.merge import prose

    return prose.alike(" ".join(texts[0]), " ".join(texts[1]))


def _words(thing: Thing) -> list[str]:
    nodes = (thing.node.get("title"), thing.node.get("description"))
    return [node.value.strip() if isinstance(node, Scalar) else "" for node in nodes]


def around(side: Side, thing: Thing) -> tuple[str, str]:
    """Return what stands before and after an item, up to its neighbours."""
    text = side.text
    return text[thing.before : thing.node.start], text[thing.node.end : thing.after]


def own_text(side: Side, thing: Thing) -> list[str]:
    """Return how an item is written, without what lies under it."""
    text, lists = side.text, side.list_keys(thing)
    found: list[str] = []
    at = thing.node.start
    for name, below in thing.node.entries:
        if name_of(name) in lists and isinstance(below, Sequence):
            for node in below.items:
                found.append(text[at : node.start])
                at = node.end
    return [*found, text[at : thing.node.end]]


def comments(side: Side, thing: Thing) -> list[str]:
    """Return the comments over an item and inside it, without those of what lies under it."""
    document = side.document
    here = entry(document, thing.sequence, thing.index)
    found = side.comments_in(here.start, here.end)
    spans = [
        (name.end, below.end)
        for name, below in thing.node.entries
        if name_of(name) in side.list_keys(thing)
    ]
    return [
        comment.text.rstrip()
        for comment in found
        if not any(start <= comment.span.start < end for start, end in spans)
    ]
