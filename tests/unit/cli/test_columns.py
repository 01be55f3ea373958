"""Tables of cells that are each broken in their own width."""

import pytest
from rich.segment import Segment

from lacplan.cli.columns import Columns, cut
from lacplan.cli.wrap import cells


def lines(columns: Columns, *said: str) -> list[str]:
    """Return the lines of one row."""
    parts: list[Segment] = [*columns.row(*([(text, None)] for text in said))]
    return "".join(part.text for part in parts).splitlines()


def test_each_cell_is_broken_in_its_own_column():
    told = lines(Columns(3, 5, total=20), "one", "two three", "four five six")
    assert told == ["one  two    four", "     three  five six"]


def test_no_line_ends_in_spaces_and_none_is_too_long():
    told = lines(Columns(10, 7, total=40), "a", "", "a word and another one, and then some more")
    assert all(line == line.rstrip() and cells(line) <= 40 for line in told)


@pytest.mark.parametrize("total", [1, 5, 18, 19])
def test_the_last_column_never_vanishes(total: int):
    assert "".join(lines(Columns(10, 7, total=total), "", "", "abc")).split() == [*"abc"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana", "Ana"),
        ("Ana Souza", "Ana S…"),
        ("Ana S", "Ana S"),
        ("山田太郎", "山田…"),
        ("a\x1b[31mb", "a␛[31…"),
    ],
)
def test_what_is_too_long_for_one_line_is_cut_between_letters(text: str, told: str):
    assert cut(text, 6) == told
    assert cells(told) <= 6
