"""What tests ask of a tree: all that it knows, what it says, and every edit that it could take."""

from collections.abc import Iterator
from functools import partial
from random import Random

import yaml
from yaml_texts import ODD, WORDS

from lacplan.document.edit import Path, find, insert, insert_key, move, remove, replace
from lacplan.document.tree import Alias, Document, Mapping, Node, Scalar, Sequence, resolve

Edit = partial[Document]
"""An edit that has its arguments; called, it is made."""


def shape(node: Node | None) -> object:
    """Return all that a tree knows."""
    if node is None:
        return None
    place = (type(node).__name__, node.start, node.end, node.anchor)
    match node:
        case Scalar():
            return (*place, node.value, node.style)
        case Alias():
            return (*place, node.name, node.target.start)
        case Sequence():
            return (*place, node.flow, [shape(below) for below in node.items])
        case Mapping():
            return (*place, node.flow, [(shape(key), shape(value)) for key, value in node.entries])


def says(node: Node | None) -> object:
    """Return what a tree says, every scalar as text."""
    found = node and resolve(node)
    match found:
        case Scalar():
            return found.value
        case Sequence():
            return [says(below) for below in found.items]
        case Mapping():
            return [(says(key), says(value)) for key, value in found.entries]
    return None


def composed(node: yaml.Node | None) -> object:
    """Return the same of a tree that PyYAML has made."""
    match node:
        case yaml.ScalarNode():
            return node.value
        case yaml.SequenceNode():
            return [composed(below) for below in node.value]
        case yaml.MappingNode():
            return [(composed(key), composed(value)) for key, value in node.value]
    return None


def places(node: Node | None, at: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield *node* and what stands under it, each with its path; an alias is not followed."""
    if node is not None:
        yield at, node
    if isinstance(node, Sequence):
        for number, below in enumerate(node.items):
            yield from places(below, (*at, number))
    elif isinstance(node, Mapping):
        for key, below in node.entries:
            if isinstance(key, Scalar) and node.get(key.value) is below:
                yield from places(below, (*at, key.value))


def count(node: Node) -> int:
    """Return how many entries *node* has."""
    if isinstance(node, Sequence):
        return len(node.items)
    return len(node.entries) if isinstance(node, Mapping) else 0


def is_open(node: Node, kind: type[Node]) -> bool:
    """Tell whether an entry of a *kind* of collection can be put into *node*."""
    return isinstance(node, kind) or (isinstance(node, Scalar) and node.is_null)


# Edits


def some_text(random: Random) -> str:
    """Return a text, of the sort that is not easily written."""
    odd = [
        "",
        "x",
        "5",
        "null",
        "- a",
        "a: b",
        "#c",
        "a #b",
        "it's",
        '"q"',
        " lead",
        "trail ",
        "\n",
    ]
    odd += ["a\n", "a\n\n", "\ta", "a\rb", "¿Qué?", "x,y", "[a]", "@", "a:", "  a\n b\n", "\u202eb"]
    words = " ".join(random.choices(WORDS + ODD, k=random.randrange(1, 30)))
    return random.choice(
        [random.choice(odd), words, f"{words}\n{words[:9]}", f"{words}\n\n  {words}"]
    )


def some_value(random: Random) -> object:
    """Return something to put into a list or under a key."""
    text = some_text(random)
    return random.choice([text, text, [text], [], {}, {"k": text, text[:9]: [[text], {"l": {}}]}])


def some_edit(random: Random, document: Document) -> Edit | None:
    """Return an edit that *document* could take, if any of the kind that chance chose."""
    found = list(places(document.root))
    kind = random.choice([Sequence, Mapping])
    made = random.choice([replace, insert, remove, move])
    if made is replace:
        some = [path for path, node in found if isinstance(node, Scalar | Alias)]
        return partial(replace, document, random.choice(some), some_text(random)) if some else None
    if made is insert:
        some = [path for path, node in found if is_open(node, kind)]
        return new_entry(random, document, random.choice(some), kind) if some else None
    some = [path for path, _ in found if path and isinstance(find(document, path[:-1]), kind)]
    if not some:
        return None
    path = random.choice(some)
    if made is remove:
        return partial(remove, document, path)
    to = random.choice([path[:-1], *(path for path, node in found if is_open(node, kind))])
    return partial(move, document, path, to, random.randint(0, count(find(document, to))))


def new_entry(random: Random, document: Document, path: Path, kind: type[Node]) -> Edit:
    """Return the edit that puts something new into the list or the mapping at *path*."""
    place = random.randint(0, count(find(document, path)))
    if kind is Sequence:
        return partial(insert, document, path, place, some_value(random))
    return partial(insert_key, document, path, place, "new", some_value(random))


def every_edit(document: Document) -> Iterator[Edit]:
    """Yield an edit of each kind for each place of *document*, and a move of each to each."""
    found = list(places(document.root))
    texts = ["new", "a: b", "two\nlines", "long words " * 12 + "end", " #\t", ""]
    for number, (path, node) in enumerate(found):
        text = texts[number % len(texts)]
        if path:
            yield partial(remove, document, path)
        if isinstance(node, Scalar | Alias):
            yield partial(replace, document, path, text)
        for place in range(count(node) + 1):
            if is_open(node, Sequence):
                yield partial(insert, document, path, place, [{"k": text, "l": ["x", []]}])
            if is_open(node, Mapping):
                yield partial(insert_key, document, path, place, "new", [text])
        for other, _ in found:
            place = len(other) % (count(node) + 1)
            if other and is_open(node, type(find(document, other[:-1]))):
                yield partial(move, document, other, path, place)
