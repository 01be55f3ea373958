"""Awkward documents, a subject a file: both parsers read each alike, and it is given back whole."""

from pathlib import Path

import pytest
import yaml

from lacplan.document.comments import comments
from lacplan.document.parse import parse, parse_bytes
from lacplan.document.tree import Alias, Mapping, Node, Scalar, Sequence, resolve, unparse

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.yaml"))

UNLIKE = {"flow_pairs", "marks_inside_words", "quoted_keys", "tab_behind_a_colon"}
"""What PyYAML, which follows YAML 1.1, refuses or reads otherwise."""

each = pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)


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


def says(node: Node) -> object:
    """Return what a tree says, every scalar as text."""
    found = resolve(node)
    match found:
        case Scalar():
            return found.value
        case Sequence():
            return [says(below) for below in found.items]
        case Mapping():
            return {str(says(key)): says(value) for key, value in found.entries}


@each
def test_it_is_given_back_byte_for_byte(path: Path) -> None:
    assert unparse(parse_bytes(path.read_bytes())).encode() == path.read_bytes()


@each
def test_both_parsers_read_it_alike(path: Path) -> None:
    text = path.read_bytes().decode()
    one, other = parse(text), parse(text, pure=True)
    assert one.faults == other.faults == ()
    assert (one.root and shape(one.root)) == (other.root and shape(other.root))


@each
def test_it_says_what_another_reader_reads(path: Path) -> None:
    document = parse_bytes(path.read_bytes())
    if path.stem in UNLIKE:
        assert document.root is not None
        return
    read = yaml.load(path.read_bytes(), yaml.BaseLoader)  # noqa: S506  # everything is text to it
    assert (document.root and says(document.root)) == read


def test_every_comment_is_found() -> None:
    document = parse_bytes((Path(__file__).parent / "corpus/comments_everywhere.yaml").read_bytes())
    assert [each.text for each in comments(document)] == [
        "# head", "# of the document", "# beside a", "# over b", "# beside b", "# below b",
        "# at the end", "# column 0", "# beside c", "# tail",
    ]  # fmt: skip
