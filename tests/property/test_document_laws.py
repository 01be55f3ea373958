"""What holds of every document and of every edit, over texts in all the styles that YAML has."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml_texts import ODD, WORDS, Writer

from lacplan.document.comments import comments
from lacplan.document.edit import Path, find, insert, insert_key, move, remove, replace
from lacplan.document.parse import parse
from lacplan.document.tree import (
    Alias,
    Document,
    Mapping,
    Node,
    Scalar,
    Sequence,
    leaves,
    resolve,
    unparse,
)
from lacplan.errors import LacplanError, OwnFault

each = settings(max_examples=5000 if os.environ.get("LACPLAN_LONG") else 150, deadline=None)
seeds = st.integers(0, 2**32)


def written(seed: int) -> tuple[Random, str]:
    """Return a text of its own kind for each seed, and the chance that goes on from there."""
    random = Random(seed)
    return random, Writer(random, size=random.choice([2, 4, 8, 16])).text()


def shape(node: Node) -> object:
    """Return all that a tree knows."""
    place = (type(node).__name__, node.start, node.end, node.anchor)
    match node:
        case Scalar():
            return (*place, node.value, node.style)
        case Alias():
            return (*place, node.name)
        case Sequence():
            return (*place, node.flow, [shape(below) for below in node.items])
        case Mapping():
            return (*place, node.flow, [(shape(key), shape(value)) for key, value in node.entries])


def text_values(node: Node) -> object:
    """Return what a tree says, every scalar as text and of equal keys the last."""
    found = resolve(node)
    match found:
        case Scalar():
            return found.value
        case Sequence():
            return [text_values(below) for below in found.items]
        case Mapping():
            return {str(text_values(key)): text_values(value) for key, value in found.entries}


@each
@given(seed=seeds)
def test_what_was_read_is_given_back_to_the_last_character(seed: int) -> None:
    _, text = written(seed)
    assert unparse(parse(text)) == text
    assert unparse(parse("\ufeff" + text)) == "\ufeff" + text


@each
@given(seed=seeds)
def test_both_parsers_give_one_tree_of_what_both_take(seed: int) -> None:
    """The pure one refuses some things in brackets, as a quoted key right before its value."""
    _, text = written(seed)
    one, other = parse(text), parse(text, pure=True)
    if one.root is not None and other.root is not None:
        assert shape(one.root) == shape(other.root)
        assert [each.kind for each in one.faults] == [each.kind for each in other.faults]


@each
@given(seed=seeds)
def test_between_the_leaves_stand_only_space_comments_and_marks(seed: int) -> None:
    _, text = written(seed)
    document = parse(text)
    if document.root is None:
        return
    told = [comment.span for comment in comments(document)]
    at = 0
    for leaf in [*leaves(document.root), None]:
        start = leaf.start if leaf else len(document.text)
        assert start >= at
        gap = document.text[at:start]
        for span in told:
            if at <= span.start and span.end <= start:
                gap = gap.replace(document.text[span.start : span.end], "", 1)
        words = [word for word in gap.split() if not word.startswith(("&", "%", "---", "..."))]
        assert set("".join(words)) <= set("-?:,[]{}0123456789.")
        at = leaf.end if leaf else at


@each
@given(seed=seeds)
def test_a_tree_says_what_another_reader_reads(seed: int) -> None:
    _, text = written(seed)
    document = parse(text)
    if document.root is None or document.faults:
        return
    try:
        read = yaml.load(text, yaml.BaseLoader)  # noqa: S506  # everything is text to it
    except yaml.YAMLError:
        return  # PyYAML follows YAML 1.1, and refuses more
    assert text_values(document.root) == read


# Edits


def paths(node: Node, at: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield what stands under *node*, with the path to it; an alias is not followed."""
    if isinstance(node, Sequence):
        for number, below in enumerate(node.items):
            yield (*at, number), below
            yield from paths(below, (*at, number))
    elif isinstance(node, Mapping):
        for key, below in node.entries:
            if isinstance(key, Scalar) and node.get(key.value) is below:
                yield (*at, key.value), below
                yield from paths(below, (*at, key.value))


def some_text(random: Random) -> str:
    """Return a text that is not easily written."""
    odd = ["", "x", "5", "null", "- a", "a: b", "#c", "a #b", "it's", '"q"', " lead", "trail "]
    odd += ["\n", "a\n\n", "\ta", "¿Qué?", "x,y", "[a]", "@", "a:", "  a\n b\n"]
    words = " ".join(random.choice(WORDS + ODD) for _ in range(random.randrange(1, 40)))
    return random.choice([random.choice(odd), words, f"{words}\n\n{words}"])


def count(node: Node) -> int:
    """Return how many entries *node* has."""
    if isinstance(node, Sequence):
        return len(node.items)
    return len(node.entries) if isinstance(node, Mapping) else 0


def some_edit(random: Random, document: Document) -> Callable[[], Document] | None:
    """Return an edit that *document* could take, if any of the kind that chance chose."""
    assert document.root is not None
    found = [*paths(document.root)]
    lists = [path for path, node in found if isinstance(node, Sequence)]
    blocks = [path for path, node in found if isinstance(node, Mapping)]
    texts = [path for path, node in found if isinstance(node, Scalar)]
    entries = [path for path, _ in found if isinstance(path[-1], int)]
    value = random.choice([some_text(random), [some_text(random)], {"k": some_text(random)}])
    match random.choice(["replace", "insert", "insert_key", "remove", "move"]):
        case "replace" if texts:
            path, text = random.choice(texts), some_text(random)
            return lambda: replace(document, path, text)
        case "insert" if lists:
            path = random.choice(lists)
            place = random.randint(0, count(find(document, path)))
            return lambda: insert(document, path, place, value)
        case "insert_key" if blocks:
            path = random.choice(blocks)
            place = random.randint(0, count(find(document, path)))
            return lambda: insert_key(document, path, place, "a new key", value)
        case "remove" if found:
            path = random.choice(found)[0]
            return lambda: remove(document, path)
        case "move" if entries:
            path = random.choice(entries)
            to = random.choice([path[:-1], *lists])
            place = random.randint(0, max(count(find(document, to)) - 1, 0))
            return lambda: move(document, path, to, place)
    return None


@each
@given(seed=seeds)
def test_an_edit_is_done_or_refused_for_a_reason(seed: int) -> None:
    """Its own read-back never finds it wrong, which would be lacplan's fault."""
    random, text = written(seed)
    document = parse(text)
    edit = some_edit(random, document) if document.root is not None else None
    if edit is None:
        return
    try:
        edited = edit()
    except OwnFault as fault:
        pytest.fail(f"{fault}: {text!r}")
    except LacplanError as refused:
        assert refused.hint
        return
    assert not {fault.kind for fault in edited.faults} - {fault.kind for fault in document.faults}


def said(document: Document) -> Counter[str]:
    return Counter(comment.text.rstrip() for comment in comments(document))


@each
@given(seed=seeds)
def test_what_is_put_in_and_taken_out_leaves_no_trace(seed: int) -> None:
    random, text = written(seed)
    document = parse(text)
    lists = [
        path
        for path, node in paths(document.root or Scalar(0, 0, None, "", ""))
        if isinstance(node, Sequence) and node.items
    ]
    if not lists:
        return
    path = random.choice(lists)
    place = random.randint(0, count(find(document, path)))
    try:
        there = insert(document, path, place, "put in")
    except LacplanError as refused:
        assert refused.hint
        return
    assert said(there) == said(document)
    assert shape_of(remove(there, (*path, place))) == shape_of(document)


def shape_of(document: Document) -> tuple[object, Counter[str]]:
    """Return what a document says, its comments included."""
    return (text_values(document.root) if document.root else None, said(document))


@each
@given(seed=seeds)
def test_a_move_loses_no_comment(seed: int) -> None:
    random, text = written(seed)
    document = parse(text)
    found = [*paths(document.root)] if document.root is not None else []
    entries = [path for path, _ in found if isinstance(path[-1], int)]
    if not entries:
        return
    path = random.choice(entries)
    siblings = count(find(document, path[:-1]))
    try:
        moved = move(document, path, path[:-1], random.randrange(siblings))
    except LacplanError as refused:
        assert refused.hint
        return
    assert said(moved) == said(document)
