"""Comments are found by where they stand, and belong to what they stand beside or over."""

import pytest

from lacplan.document.comments import comments
from lacplan.document.entries import entry
from lacplan.document.parse import parse, parse_bytes
from lacplan.document.tree import Document, Mapping, Sequence


def told(text: str) -> list[str]:
    return [comment.text for comment in comments(parse(text))]


@pytest.mark.parametrize(
    "text",
    [
        "a: b#c\n",
        "a#b: c\n",
        'a: "# b"\n',
        "a: '# b'\n",
        'a: "b\n  # c"\n',
        "a: |\n  # b\n",
        "a: >-\n  b\n\n  # c\n",
        "a: [b#c]\n",
        "? |\n  # b\n: c\n",
        "a: |\n  b\n\n   # c\n",
    ],
)
def test_a_hash_inside_a_text_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "# c",
        "a: 1 # c\n",
        "a: 1\t# c\n",
        'a: "1"# c\n',
        "a: | # c\n  # no comment\n",
        "a: &x # c\n  b\n",
        "a: &x # c\n  - b\n",
        "a: # c\n",
        "- # c\n  a\n",
        "a: [# c\n  b]\n",
        "a: [b, # c\n]\n",
        "a: |\n  b\n # c\n",
        "a: b\n# c",
        "--- # c\na\n",
        "a: 1\n... # c\n",
        "a: 1 # c\r",
        "a: 1 # c\r\nb: 2\r\n",
        "\ufeff# c\na: 1\n",
        "a: *x # c\n",
        "a: 'x # c\n",
    ],
)
def test_a_comment_is_found_wherever_it_stands(text: str) -> None:
    assert told(text) == ["# c"]


def test_a_comment_tells_its_place_and_whether_something_stands_before_it() -> None:
    document = parse("# a\nb: 1  # c\n  # d\n")
    found = [(c.span.start, c.span.end, c.text, c.beside) for c in comments(document)]
    assert found == [(0, 3, "# a", False), (10, 13, "# c", True), (16, 19, "# d", False)]


TEXT = """\
# head

areas:   # beside areas
  # banner

  # over a
  - id: a  # beside a
    # over title
    title: x
    # below title

  # over b
# over b, at the margin
  - id: b
      # deeper than id, so below it
    tags: []
      # below the tags
  # at the end
   # deeper than what?
end: 1
"""


@pytest.mark.parametrize(
    ("path", "first", "last"),
    [
        (("areas",), "areas:", "   # deeper than what?"),
        (("areas", 0), "  # over a", "    # below title"),
        (("areas", 0, "title"), "    # over title", "    title: x"),
        (("areas", 1), "  # over b", "      # below the tags"),
        (("areas", 1, "tags"), "    tags: []", "      # below the tags"),
        (("end",), "end: 1", "end: 1"),
    ],
)
def test_an_entry_has_the_lines_over_beside_and_deeper_below_it(
    path: tuple[str | int, ...], first: str, last: str
) -> None:
    lines = own_lines(parse(TEXT), path)
    assert lines[0].startswith(first)
    assert lines[-1] == last


def test_what_shares_its_line_with_a_dash_begins_behind_it() -> None:
    assert own_lines(parse(TEXT), ("areas", 0, "id")) == ["id: a  # beside a"]
    assert own_lines(parse(TEXT), ("areas", 1, "id")) == [
        "id: b",
        "      # deeper than id, so below it",
    ]


def own_lines(document: Document, path: tuple[str | int, ...]) -> list[str]:
    """Return the lines that belong to the entry at *path*."""
    holder = document.root
    for step in path[:-1]:
        if isinstance(holder, Sequence):
            holder = holder.items[int(step)]
        elif isinstance(holder, Mapping):
            holder = holder.get(str(step))
    assert isinstance(holder, Sequence | Mapping)
    index = path[-1]
    if isinstance(holder, Mapping):
        index = [getattr(key, "value", None) for key, _ in holder.entries].index(path[-1])
    found = entry(document, holder, int(index))
    return document.text[found.start : found.end].splitlines()


def test_comments_of_what_cannot_be_read_are_found_as_far_as_can_be_told() -> None:
    assert [c.text for c in comments(parse("a: 'b\n# c\nd: e#f\n"))] == ["# c"]
    assert not list(comments(parse_bytes(b"\xff# c\n")))[1:]
