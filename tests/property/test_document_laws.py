"""What holds of every document and of every edit, over texts in all the styles that YAML has."""

import os
import re
from collections import Counter
from itertools import pairwise
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from trees import composed, count, new_entry, places, says, shape, some_edit, some_text
from yaml_texts import Writer

from lacplan.document.comments import comments
from lacplan.document.edit import Path, find, move, remove, replace
from lacplan.document.entries import entry
from lacplan.document.offsets import Offsets
from lacplan.document.parse import parse
from lacplan.document.tree import Alias, Document, Mapping, Scalar, Sequence, leaves, unparse
from lacplan.errors import LacplanError, OwnFault

each = settings(max_examples=10_000 if os.environ.get("LACPLAN_LONG") else 250, deadline=None)
seeds = st.integers(0, 2**32)
"""Texts grow from seeds, and not from hypothesis's own draws, which take ten times as long."""


def written(seed: int) -> tuple[Random, Writer, str]:
    """Return the chance that a seed begins, a writer, and a text of its own kind."""
    random = Random(seed)
    writer = Writer(random, size=random.choice([2, 4, 8, 16]))
    return random, writer, writer.text()


def readable(seed: int) -> tuple[Random, Document]:
    """Return a document that can be read, and the chance that goes on from there."""
    random, _, text = written(seed)
    document = parse(text)
    while document.root is None:
        document = parse(Writer(random).text())
    return random, document


# Reading


@each
@given(seed=seeds)
def test_what_was_read_is_given_back_to_the_last_character(seed: int) -> None:
    _, _, text = written(seed)
    assert unparse(parse(text)) == text
    assert unparse(parse("\ufeff" + text.lstrip("\ufeff"))) == "\ufeff" + text.lstrip("\ufeff")


@each
@given(seed=seeds)
def test_both_parsers_give_one_tree_of_what_both_take(seed: int) -> None:
    """The pure one refuses some things in brackets, as a quoted key right before its value."""
    _, _, text = written(seed)
    one, other = parse(text), parse(text, pure=True)
    if one.root is not None and other.root is not None:
        assert shape(one.root) == shape(other.root)
        assert [fault.kind for fault in one.faults] == [fault.kind for fault in other.faults]


@each
@given(seed=seeds)
def test_a_tree_says_what_another_reader_reads(seed: int) -> None:
    _, _, text = written(seed)
    document = parse(text)
    if document.root is None or document.faults:
        return
    try:
        read = yaml.compose(text, yaml.BaseLoader)
    except yaml.YAMLError:
        return  # PyYAML follows YAML 1.1, and refuses more
    assert says(document.root) == composed(read)


@each
@given(seed=seeds)
def test_between_the_leaves_stand_only_space_comments_and_marks(seed: int) -> None:
    """The leaves stand in the order of the text, and none overlaps another."""
    _, document = readable(seed)
    bare = list(document.text)
    for comment in comments(document):
        bare[comment.span.start : comment.span.end] = " " * len(comment.text)
    at = 0
    for leaf in leaves(document.root) if document.root else ():
        assert at <= leaf.start <= leaf.end
        bare[leaf.start : leaf.end] = " " * (leaf.end - leaf.start)
        at = leaf.end
    marks = r"\s|[-?:,\[\]{}]|&[\w-]+|---|\.\.\.|^%.*$"
    assert re.fullmatch(f"({marks})*", re.sub(r"\r\n?", "\n", "".join(bare)), re.MULTILINE)


@each
@given(seed=seeds)
def test_every_comment_is_found_and_nothing_else(seed: int) -> None:
    _, writer, text = written(seed)
    document = parse(text)
    if document.root is None:
        return
    found = list(comments(document))
    assert Counter(comment.text.rstrip() for comment in found) == Counter(writer.comments)
    for comment in found:
        line, column = document.position(comment.span.start)
        assert document.line(line)[column - 1 :] == comment.text
        assert comment.beside == bool(document.line(line)[: column - 1].strip())


@each
@given(seed=seeds)
def test_lines_and_columns_are_those_of_an_editor(seed: int) -> None:
    random, document = readable(seed)
    text = document.text
    at = random.randint(0, len(text))
    before = re.split(r"\r\n|\r|\n", text[:at])
    if text[max(at - 1, 0) : at + 1] != "\r\n":
        assert document.position(at) == (len(before), len(before[-1]) + 1)
    numbers = range(1, len(document.line_starts) + 1)
    assert [document.line(number) for number in numbers] == re.split(r"\r\n|\r|\n", text)


@each
@given(seed=seeds)
def test_each_character_of_a_text_is_found_where_it_is_written(seed: int) -> None:
    _, document = readable(seed)
    for leaf in leaves(document.root) if document.root else ():
        if not isinstance(leaf, Scalar) or leaf.style == "*":
            continue
        offsets, at = Offsets(document.text, leaf), leaf.start
        for place, letter in enumerate(leaf.value):
            span = offsets.span(place, place + 1)
            source = document.text[span.start : span.end]
            assert at <= span.start <= span.end <= leaf.end
            assert source in (letter, "''") or source[:1] == "\\" or letter in " \n\t"
            at = span.start


# Editing


def said(document: Document) -> Counter[str]:
    return Counter(comment.text.rstrip() for comment in comments(document))


@each
@given(seed=seeds)
def test_edit_after_edit_is_made_or_refused_for_a_reason(seed: int) -> None:
    """No read-back finds one wrong, which would be lacplan's fault; none brings a fault in."""
    random, document = readable(seed)
    for _ in range(4):
        edit = some_edit(random, document)
        try:
            edited = edit() if edit else document
        except OwnFault:
            pytest.fail(f"{edit}: {document.text!r}")
        except LacplanError as refused:
            assert refused.hint
            continue
        assert edited.bom == document.bom
        new = {fault.kind for fault in edited.faults} - {fault.kind for fault in document.faults}
        assert new <= {"bidi-override"}  # as it was told to write
        document = edited


@each
@given(seed=seeds)
def test_only_a_removal_takes_comments_away(seed: int) -> None:
    random, document = readable(seed)
    edit = some_edit(random, document)
    try:
        edited = edit() if edit else document
    except LacplanError as refused:
        assert refused.hint
        return
    assert said(edited) <= said(document)
    assert said(edited) == said(document) or (edit and edit.func is remove)


@each
@given(seed=seeds)
def test_a_removal_takes_no_comment_that_another_text_parts_from_it(seed: int) -> None:
    random, document = readable(seed)
    path = random.choice([path for path, _ in places(document.root) if path])
    try:
        left = said(remove(document, path))
    except LacplanError as refused:
        assert refused.hint
        return
    start, end = stretch(document, path)
    assert document.root
    others = [leaf for leaf in leaves(document.root) if not start <= leaf.start <= end]
    for comment in comments(document):
        at = comment.span.start
        is_lost = not left[comment.text.rstrip()]
        if start <= at < end:
            assert is_lost
        elif is_lost:
            assert not any(min(at, start) <= leaf.start < max(at, end) for leaf in others)


def stretch(document: Document, path: Path) -> tuple[int, int]:
    """Return where the entry at *path* begins and ends, its key included."""
    holder, node = find(document, path[:-1]), find(document, path)
    start = node.start
    if isinstance(holder, Mapping):
        start = next(key.start for key, value in holder.entries if value is node)
    return start, node.end


@each
@given(seed=seeds)
def test_what_is_put_in_and_taken_out_leaves_no_trace(seed: int) -> None:
    random, document = readable(seed)
    found = [(path, node) for path, node in places(document.root) if count(node)]
    path, node = random.choice(found)
    edit = new_entry(random, document, path, type(node))
    try:
        there = edit()
    except LacplanError as refused:
        assert refused.hint
        return
    new = "new" if isinstance(node, Mapping) else edit.args[2]
    assert unparse(remove(there, (*path, new))) == unparse(document)


@each
@given(seed=seeds)
def test_a_text_is_replaced_where_it_stands_and_nowhere_else(seed: int) -> None:
    random, document = readable(seed)
    found = [(path, node) for path, node in places(document.root) if not count(node)]
    path, old = random.choice(found)
    new = some_text(random)
    try:
        edited = replace(document, path, new)
    except LacplanError as refused:
        assert refused.hint
        return
    rest = re.split(r"[\r\n]", document.text[old.end :], maxsplit=1)[0]
    assert edited.text.startswith(document.text[: old.start])
    assert edited.text.endswith(document.text[old.end + len(rest) :])
    assert unparse(replace(edited, path, new)) == unparse(edited)
    if isinstance(old, Scalar) and not old.is_null:
        again = find(replace(edited, path, old.value), path)
        assert isinstance(again, Scalar)
        assert again.value.rstrip("\n") == old.value.rstrip("\n")


@each
@given(seed=seeds)
def test_what_moves_there_and_back_is_where_it_was(seed: int) -> None:
    random, document = readable(seed)
    found = [
        (path, node)
        for path, node in places(document.root)
        if isinstance(node, Sequence | Mapping) and count(node) > 1 and is_even(document, path)
    ]
    if not found:
        return
    path, node = random.choice(found)
    one, other = random.randrange(count(node)), random.randrange(count(node))
    source, target = (*path, one), (*path, other)
    if isinstance(node, Mapping):
        key = node.entries[one][0]
        assert isinstance(key, Scalar | Alias)
        if isinstance(key, Alias):
            return
        source = target = (*path, key.value)
    try:
        there = move(document, source, path, other)
    except LacplanError as refused:
        assert refused.hint
        return
    assert unparse(move(there, target, path, one)) == unparse(document)


def is_even(document: Document, path: Path) -> bool:
    """Tell whether the entries at *path* are parted alike, so that no place is like none other."""
    node = find(document, path)
    assert isinstance(node, Sequence | Mapping)
    source = document.text[node.start : node.end]
    if node.flow:
        return not re.search(r"[\r\n]|,(?! [^ #,\]}])| ,|: ,|: \}", source)
    if not document.text.endswith(("\n", "\r")):
        return False
    found = [entry(document, node, index) for index in range(count(node))]
    is_head = found[0].shares_line or not path  # the comments over such a place are not its own
    return (
        not any(each.keeps_blanks for each in found)
        and len({each.blanks for each in found[1:]}) == 1
        and all(one.end + len(two.blanks) == two.start for one, two in pairwise(found))
        and not (is_head and any(each.start != each.core - each.column for each in found[1:]))
    )
