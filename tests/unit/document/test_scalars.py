"""Texts as scalars: a new one in the plainest style, others in the style that they have."""

import pytest
import yaml

from lacplan.document.edit import find, insert_key, replace
from lacplan.document.layout import Layout
from lacplan.document.parse import parse
from lacplan.document.scalars import WIDTH, written
from lacplan.document.tree import Scalar, unparse
from lacplan.document.values import Bare, entry_lines, flow, key_lines

PLAIN = [
    "Latin America, the Caribbean (LAC) & all",
    "São Paulo – Ñuñoa",
    "計画",
    "https://lacnic.net/?p=1#top",
    "sdg:9.c",
    "a#b",
    'it\'s "so"',
    "¿Quién?",
    "(see below)",
    "no-one",
    "v1.10",
]

QUOTED = {
    "": '""',
    "null": '"null"',
    "No": '"No"',
    "1.10": '"1.10"',
    "2014-08": '"2014-08"',
    "- a": '"- a"',
    "a: b": '"a: b"',
    "a:": '"a:"',
    "a #b": '"a #b"',
    " a": '" a"',
    "a ": '"a "',
    "*a": '"*a"',
    "%": '"%"',
    "~": '"~"',
    '"a"': "'\"a\"'",
    "\\a": "'\\a'",
    "'\\": '"\'\\\\"',
    "a\tb": '"a\\tb"',
    "a\nb": '"a\\nb"',
    "a\rb": '"a\\rb"',
    "\x07": '"\\x07"',
    "\u202e": '"\\u202E"',
    "\u2028": '"\\u2028"',
    "\ufeff": '"\\uFEFF"',
}


@pytest.mark.parametrize("text", PLAIN)
def test_a_text_that_every_reader_takes_for_one_needs_no_quotes(text: str) -> None:
    assert written(text) == text
    assert yaml.safe_load(f"a: {text}") == {"a": text}


@pytest.mark.parametrize(("text", "expected"), QUOTED.items())
def test_any_other_text_is_put_in_quotes(text: str, expected: str) -> None:
    assert written(text) == expected
    assert yaml.safe_load(expected) == text


@pytest.mark.parametrize("text", ["a, b", "a]", "{a}", "who?", "x [y]"])
def test_brackets_want_quotes_for_more(text: str) -> None:
    assert written(text, in_brackets=True) == f'"{text}"'
    assert yaml.safe_load(f"[{flow(text)}]") == [text]


# Texts that are there


def restyle(before: str, text: str) -> str:
    """Return how *text* is written in the place of a value that is written as *before*."""
    made = unparse(replace(parse(f"a: {before}\n"), ("a",), text))
    assert made.startswith("a: ")
    return made.removeprefix("a: ").removesuffix("\n")


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("'x'", "it's", "'it''s'"),
        ("'x'", "a\tb", '"a\\tb"'),
        ('"x"', 'say "so"', '"say \\"so\\""'),
        ("x", "a: b", '"a: b"'),
        ("x", "one\ntwo", ">-\n  one\n\n  two"),
        ("'x'", "one\ntwo", "'one\n\n  two'"),
        ('"x\\ny"', "one\ntwo", '"one\\ntwo"'),
        ("x" * 90, "y" * 99, "y" * 99),
        ("x" * 90, "one\ntwo", ">-\n  one\n\n  two"),
        ("x\n  y", "one two", "one two"),
        ("x\n  y", "one\ntwo", "one\n\n  two"),
        ("x\n  y", "- one", '"- one"'),
        ("x\n  y", "one\n- two", ">-\n  one\n\n  - two"),
        ("'x\n  y'", " one", "' one'"),
    ],
)
def test_a_text_in_a_line_keeps_its_style_as_far_as_that_holds_it(
    before: str, text: str, expected: str
) -> None:
    assert restyle(before, text) == expected


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("|\n  x", "one", "|\n  one"),
        ("|\n  x", "one\n", "|\n  one"),
        ("|-\n  x", "one", "|-\n  one"),
        ("|-\n  x", "one\n", "|\n  one"),
        ("|\n  x", "one\n  two\n\nthree", "|\n  one\n    two\n\n  three"),
        ("|\n  x", "  one\ntwo", "|2\n    one\n  two"),
        ("|4-\n    x", "one", "|4-\n    one"),
        ("|4-\n      x", "one", "|4-\n    one"),
        ("| # why\n  x", "one", "| # why\n  one"),
        ("| # why\n  x", "\n", '"\\n" # why'),
        ("|\n  x", "one\n\n", '"one\\n\\n"'),
        ("|+\n  x\n", "one\n\n\n", "|+\n  one\n\n"),
        ("|\n  x", "a\rb", '"a\\rb"'),
        ("|\n  x", "", '""'),
        ("|", "one", "|\n  one"),
        (">\n  x", "one\ntwo", ">\n  one\n\n  two"),
        (">\n  x", "one\n\ntwo", ">\n  one\n\n\n  two"),
        (">\n  x", "one\n  - two\n  - three\nfour", ">\n  one\n    - two\n    - three\n  four"),
        (">\n  x", "\none", ">\n\n  one"),
    ],
)
def test_a_block_of_text_keeps_its_header_as_far_as_that_says_it(
    before: str, text: str, expected: str
) -> None:
    assert restyle(before, text) == expected


LINES = """>-
  The first paragraph was
  wrapped by hand and has
  short lines, as one sees.

  The second is left
  alone.

    - a list
    - is kept

  The last one."""


def test_only_the_paragraphs_that_changed_are_wrapped_anew_and_as_wide_as_the_others() -> None:
    old = find(parse(f"a: {LINES}\n"), ("a",))
    assert isinstance(old, Scalar)
    text = old.value.replace("The last one.", "The last one, which has become quite a bit longer.")
    assert restyle(LINES, text) == LINES.replace(
        "The last one.", "The last one, which has become quite a\n  bit longer."
    )


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_so_it_is_over_the_lines_of_a_plain_and_of_a_quoted_text(quote: str) -> None:
    lines = "The first paragraph\n    was wrapped by hand.\n\n    It’s short."
    before = f"{quote}{lines}{quote}"
    text = "The first paragraph was wrapped by hand.\nIt’s longer than it was, and is wrapped."
    expected = (
        "The first paragraph\n    was wrapped by hand.\n\n    It’s longer than it was, and is"
    )
    assert restyle(before, text) == f"{quote}{expected}\n    wrapped.{quote}"


def test_no_word_is_broken_and_no_space_is_lost() -> None:
    text = "word " * 30 + "x" * 200 + "  two spaces\u00a0kept  end"
    made = unparse(replace(parse("a: >-\n  x\n"), ("a",), text))
    assert max(len(line) for line in made.splitlines() if "x" * 200 not in line) <= WIDTH
    value = find(parse(made), ("a",))
    assert isinstance(value, Scalar)
    assert value.value == text


# New ones


def test_long_text_and_paragraphs_are_new_blocks() -> None:
    long = "word " * 20 + "end"
    assert key_lines("a", long, Layout(column=4)) == [
        "a: >-",
        "  " + "word " * 15 + "word",
        "  word word word word end",
    ]
    assert entry_lines("one\n\ntwo\n", Layout()) == ["- >", "  one", "", "", "  two"]
    assert key_lines("a", "one\n two", Layout()) == ['a: "one\\n two"']


def test_lists_and_mappings_are_written_as_deep_as_the_layout_says() -> None:
    value = {"k": ["x", {"l": Bare("1"), "m": []}], "y": {"z": "no"}}
    assert entry_lines(value, Layout(dash=0, step=3)) == [
        "- k:",
        "  - x",
        "  - l: 1",
        "    m: []",
        '  "y":',
        '     z: "no"',
    ]
    assert flow(value) == '{k: [x, {l: 1, m: []}], "y": {z: "no"}}'


def test_an_odd_key_is_quoted() -> None:
    made = unparse(insert_key(parse("{}\n"), (), 0, "a: b", {"": "x"}))
    assert made == '"a: b":\n  "": x\n'
