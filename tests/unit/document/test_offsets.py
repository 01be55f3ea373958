"""A word of a value is found where it is written, in every style that a text may have."""

import pytest

from lacplan.document.offsets import Offsets
from lacplan.document.parse import parse
from lacplan.document.tree import Mapping, Scalar


def written(text: str, word: str) -> tuple[str, tuple[int, int]]:
    """Return what stands where *word* of the value of ``a`` is written, and its line and column."""
    document = parse(text)
    assert isinstance(document.root, Mapping)
    scalar = document.root.get("a")
    assert isinstance(scalar, Scalar)
    start = scalar.value.index(word)
    span = Offsets(document.text, scalar).span(start, start + len(word))
    return document.text[span.start : span.end], document.position(span.start)


@pytest.mark.parametrize(
    ("text", "word", "source", "place"),
    [
        ("a: see TBD here\n", "TBD", "TBD", (1, 8)),
        ("a: &x see TBD\n", "TBD", "TBD", (1, 11)),
        ("a: one\n  two TBD\n\n  three\n", "TBD", "TBD", (2, 7)),
        ("a: one\n  two\n\n  three TBD\n", "TBD", "TBD", (4, 9)),
        ("a: one\n  two\n", "one two", "one\n  two", (1, 4)),
        ("a: 'it''s TBD'\n", "TBD", "TBD", (1, 11)),
        ("a: 'it''s'\n", "'", "''", (1, 7)),
        ("a: ' x\n\n\n  TBD'\n", "TBD", "TBD", (4, 3)),
        ('a: "\\u00e9\\t\\x41 TBD"\n', "TBD", "TBD", (1, 18)),
        ('a: "x \\u202E y"\n', "\u202e", "\\u202E", (1, 7)),
        ('a: "one \\\n   two\\\n\n  TBD"\n', "TBD", "TBD", (4, 3)),
        ('a: "one \\\n   two"\n', "one two", "one \\\n   two", (1, 5)),
        ("a: |\n  one\n    TBD\n", "TBD", "TBD", (3, 5)),
        ("a: |2-\n\n   one TBD\n", "TBD", "TBD", (3, 8)),
        ("a: >- # TBD\n  one\n  two\n\n  TBD\n", "TBD", "TBD", (5, 3)),
        ("a: >\n  one\n    two\n  three TBD\n\n", "TBD", "TBD", (4, 9)),
        ("a: &x # c\n  >-\n  one TBD\n", "TBD", "TBD", (3, 7)),
        ("a: one\r\n  TBD\r\n", "TBD", "TBD", (2, 3)),
        ("a: >-\r\n  é\r\n  TBD\r\n", "TBD", "TBD", (3, 3)),
        ("{a: x TBD, b: c}\n", "TBD", "TBD", (1, 7)),
    ],
)
def test_a_word_stands_where_it_is_written(
    text: str, word: str, source: str, place: tuple[int, int]
) -> None:
    assert written(text, word) == (source, place)


def test_white_space_of_a_block_stands_next_to_a_word() -> None:
    document = parse("a: >-\n  one\n\n  two\n")
    assert isinstance(document.root, Mapping)
    scalar = document.root.get("a")
    assert isinstance(scalar, Scalar)
    assert scalar.value == "one\ntwo"
    span = Offsets(document.text, scalar).span(3, 4)
    assert document.position(span.start) == (2, 6)


def test_nothing_stands_where_the_whole_value_does() -> None:
    document = parse('a: ""\n')
    assert isinstance(document.root, Mapping)
    scalar = document.root.get("a")
    assert isinstance(scalar, Scalar)
    assert Offsets(document.text, scalar).span(0, 0) == (3, 5)
