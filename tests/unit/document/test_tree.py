"""The tree: where each node stands, what it says, and bounds on what may be read."""

from itertools import pairwise

import pytest

from lacplan.document import parse as module
from lacplan.document.edit import insert, remove, replace
from lacplan.document.parse import parse, parse_bytes
from lacplan.document.tree import Mapping, Scalar, Sequence, leaves, unparse

each_parser = pytest.mark.parametrize("pure", [False, True], ids=["C parser", "pure parser"])


def sources(text: str, *, pure: bool) -> list[str]:
    """Return what stands at the span of each leaf."""
    root = parse(text, pure=pure).root
    assert root is not None
    return [text[leaf.start : leaf.end] for leaf in leaves(root)]


@each_parser
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b # c\n", ["a", "b"]),
        ("a: &x b\nc: *x\n", ["a", "&x b", "c", "*x"]),
        ("&k a: 'b'\n", ["&k a", "'b'"]),
        ("a: b\n  c\n\n  d\n\ne: f\n", ["a", "b\n  c\n\n  d", "e", "f"]),
        ("a: |\n  b\n\n\n# c\nd: e\n", ["a", "|\n  b", "d", "e"]),
        ("a: |+\n  b\n\n\nd: e\n", ["a", "|+\n  b\n\n", "d", "e"]),
        ("a: |\n  b  \n", ["a", "|\n  b  "]),
        ("a: |\n  b\n     \n  \nc: d\n", ["a", "|\n  b\n     ", "c", "d"]),
        ("a: | # +\n  b\n\nc: d\n", ["a", "| # +\n  b", "c", "d"]),
        ("a: &x # +\n  >-\n  b\n\nc: d\n", ["a", "&x # +\n  >-\n  b", "c", "d"]),
        ("a: |\n\nb: |-\n", ["a", "|", "b", "|-"]),
        ("a:\nb: # c\n- \n".replace("- \n", ""), ["a", "", "b", ""]),
        ("a: &x\n", ["a", "&x"]),
        ("😀: é # ñ\n計: x\n", ["😀", "é", "計", "x"]),
        ("a: b\r\nc: |\r\n  d\r\n\r\n", ["a", "b", "c", "|\r\n  d"]),
        ("a: b\rc: |\r  d\r\r", ["a", "b", "c", "|\r  d"]),
        ("a: b\t# c\n", ["a", "b"]),
        ("a: |+\n  b\n ", ["a", "|+\n  b\n "]),
        ("a: |\n  b\n ", ["a", "|\n  b"]),
    ],
)
def test_a_leaf_stands_where_it_is_written(text: str, expected: list[str], pure: bool) -> None:
    assert sources(text, pure=pure) == expected


@each_parser
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:  # c\nb: 1\n", 2),
        ("- a: # c\n", 4),
        ("a: {b: , c: 1}\n", 6),
        ("a: {b}\n", 5),
        ("- # c\n", 1),
        ("k: &x\n -\n - y\n", 8),
        ("? a\n? b\n: 1\n", 3),
        ("? a\n:b: 1\n", 3),
        ("# c\n--- # c\n", 7),
    ],
)
def test_an_empty_value_stands_right_behind_its_mark(text: str, place: int, pure: bool) -> None:
    root = parse(text, pure=pure).root
    assert root is not None
    empty = [leaf for leaf in leaves(root) if leaf.start == leaf.end]
    assert [leaf.start for leaf in empty] == [place]


@each_parser
@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("a:\n  b: 1\n\n# c\n", 5, 9),
        ("a:\n- b\n# c\n", 3, 6),
        ("a: &x\n  - b\n", 3, 11),
        ("a: [b,\n  c ] # c\n", 3, 12),
        ("a: {}\n", 3, 5),
        ("a:\n  b:\n   # c\nd:\n", 5, 7),
    ],
)
def test_a_collection_reaches_from_its_first_entry_to_its_last(
    text: str, start: int, end: int, pure: bool
) -> None:
    root = parse(text, pure=pure).root
    assert isinstance(root, Mapping)
    node = root.get("a")
    assert isinstance(node, Sequence | Mapping)
    assert (node.start, node.end) == (start, end)


@each_parser
def test_a_block_of_text_that_is_the_whole_document_is_indented(pure: bool) -> None:
    assert sources("|\n x\n", pure=pure) == ["|\n x"]
    assert sources("|\n\n# x\n", pure=pure) == ["|"]
    assert parse("|\nx\n", pure=pure).faults


def test_a_place_is_told_in_lines_and_characters() -> None:
    document = parse("é: 😀\r\nb:\r  c: 1\nd: 2")
    assert [document.position(at) for at in (0, 3, 4, 6, 8, 11, 16, 20)] == [
        (1, 1),
        (1, 4),
        (1, 5),
        (2, 1),
        (2, 3),
        (3, 3),
        (4, 1),
        (4, 5),
    ]
    assert [document.line(number) for number in (1, 2, 3, 4)] == ["é: 😀", "b:", "  c: 1", "d: 2"]
    assert document.newline == "\r\n"
    assert parse("a: 1").newline == "\n"


# Hostile texts


def bomb(levels: int, width: int) -> str:
    """Return lists that repeat the one before them so often, so many times over."""
    names = [f"x{level}" for level in range(levels)]
    lines = [f"{names[0]}: &{names[0]} [1]"]
    for before, name in pairwise(names):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * width)}]")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("levels", "width"), [(60, 2), (9, 100), (1000, 3)])
def test_an_alias_bomb_is_weighed_and_not_followed(levels: int, width: int) -> None:
    document = parse(bomb(levels, width))
    assert [fault.kind for fault in document.faults] == ["alias-growth"]
    assert document.root is None


@each_parser
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[[{a: "])
def test_ten_thousand_brackets_are_refused_at_the_hundredth(opening: str, pure: bool) -> None:
    document = parse("x: " * (opening != "- ") + opening * 10_000, pure=pure)
    assert [fault.kind for fault in document.faults] == ["nested-too-deep"]
    assert document.root is None


def test_the_bound_on_bytes_stands_before_everything_else() -> None:
    assert module.MAX_BYTES == 64 * 2**20
    faults = parse_bytes(b"[" * (module.MAX_BYTES + 1)).faults
    assert [fault.kind for fault in faults] == ["file-too-large"]


def test_a_million_characters_on_a_line_can_be_read_and_edited() -> None:
    line = "word " * 200_000 + "end"
    document = parse(f"a: {line} # c\nb: [{'x, ' * 20_000}y]\n")
    assert unparse(replace(document, ("a",), "x")).startswith("a: x # c\nb: [x, ")
    assert unparse(insert(document, ("b",), 20_001, "z")).endswith("x, y, z]\n")


@each_parser
def test_ten_thousand_tabs_are_read_in_one_go(pure: bool) -> None:
    text = "".join(f"k{number}:\tx\t# c\n" for number in range(5_000))
    assert sources(text, pure=pure)[1::2] == ["x"] * 5_000


def test_what_goes_on_for_long_takes_one_edit_and_is_else_left_alone() -> None:
    """Each of these made some step of an edit look back over the whole text."""
    comments, blanks, spaces = "# c\n" * 20_000, "\n" * 20_000, " " * 100_000
    text = f"a:\n- x\n{comments}- y\n{blanks}- z{spaces}# c\n"
    assert unparse(remove(parse(text), ("a", 0))) == text.replace("- x\n", "")
    text = text.replace("\n", "\r")
    assert unparse(remove(parse(text), ("a", 0))) == text.replace("- x\r", "")


def test_a_mapping_gives_the_first_value_of_a_key_or_nothing() -> None:
    root = parse("'a': 1\na: 2\n? [b]\n: 3\n").root
    assert isinstance(root, Mapping)
    value = root.get("a")
    assert isinstance(value, Scalar)
    assert value.value == "1"
    assert root.get("b") is None
