"""The carets stand under the very columns, however the line is written or cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from lacplan.cli.excerpt import Excerpt, excerpt
from lacplan.model.finding import Place


def at(text: str, column: int, end: int, *, lines: int = 1, width: int = 60) -> Excerpt:
    """The excerpt of the characters from *column* up to *end*."""
    place = Place(
        file="x.yaml", line=7, column=column, end_line=6 + lines, end_column=end, text=text
    )
    return excerpt(place, width=width)


@pytest.mark.parametrize(
    ("text", "column", "end", "carets"),
    [
        ("  id: abc", 7, 10, "      ^^^"),
        ("  id: 日本語", 7, 9, "      ^^^^"),
        ("日本: abc", 5, 8, "      ^^^"),
        ("cafe\u0301: abc", 8, 11, "      ^^^"),
        ("cafe\u0301: x", 5, 6, "   ^"),
        ("\tid:\tabc", 6, 9, "           ^^^"),
        ("id: שלום עולם", 10, 14, "         ^^^^"),
        ("x: a\u202eb", 5, 6, "    ^^^^^^^^"),
        ("x: a\x1bb", 6, 7, "     ^"),
        ("👩\u200d🌾: abc", 6, 9, "    ^^^"),
    ],
    ids=["ascii", "cjk", "after cjk", "accent", "mark", "tab", "rtl", "bidi", "escape", "emoji"],
)
def test_carets_stand_under_the_columns(text: str, column: int, end: int, carets: str) -> None:
    """Counted in cells of the terminal, not in characters."""
    assert at(text, column, end).carets == carets


def test_a_mark_of_no_width_gets_a_caret() -> None:
    """At the end of a line, where something is missing."""
    assert at("id:", 4, 4).carets == "   ^"


def test_a_mark_over_several_lines_goes_to_the_end_of_the_first() -> None:
    """But not under the white space that ends it."""
    assert at("  id: [a,  ", 7, 3, lines=3).carets == "      ^^^"


def test_columns_beyond_the_line_are_its_end() -> None:
    """A wrong place must not hide the finding."""
    assert at("id: a", 90, 99) == Excerpt("id: a", "", "")


def test_a_line_that_fits_is_whole() -> None:
    """To the last cell."""
    text = "x" * 60
    assert at(text, 3, 5, width=60) == Excerpt("xx", "xx", "x" * 56)


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        (1, Excerpt("", "01", "234567890123456…")),
        (21, Excerpt("…3456789", "01", "2345678…")),
        (49, Excerpt("…345678901234567", "89", "")),
    ],
)
def test_a_long_line_is_cut_around_the_mark(column: int, shown: Excerpt) -> None:
    """Both sides share the room, and what one doesn't need the other takes."""
    assert at("0123456789" * 5, column, column + 2, width=18) == shown


def test_a_long_mark_is_cut_at_its_end() -> None:
    """Where it begins matters more."""
    shown = at("key: " + "x" * 90, 6, 96, width=20)
    assert shown == Excerpt("… ", "x" * 17 + "…", "")


def test_white_space_hides_nothing() -> None:
    """That a line goes on far to the right is said, however far it is."""
    assert at("key:" + " " * 500 + "hidden", 1, 4, width=20).after == ":" + " " * 15 + "…"


def test_a_cut_leaves_no_mark_without_its_letter() -> None:
    """A combining mark would jump onto the ellipsis."""
    assert at("e\u0301" * 20 + "abc", 41, 44, width=8).before == "…" + "e\u0301" * 4


WRITING = st.text("ab é日\u0301שא\t\x1b\u202e👩", max_size=80)


@given(text=WRITING, start=st.integers(1, 90), length=st.integers(0, 90), width=st.integers(8, 40))
def test_nothing_is_wider_than_the_terminal(text: str, start: int, length: int, width: int) -> None:
    """Neither the line nor its carets, whatever is meant of whatever is written."""
    shown = at(text, start, start + length, width=width)
    assert cell_len("".join(shown)) <= width
    assert len(shown.carets) <= width


@given(text=WRITING, start=st.integers(1, 90), length=st.integers(0, 90), width=st.integers(8, 40))
def test_the_carets_are_as_wide_as_what_they_mark(
    text: str, start: int, length: int, width: int
) -> None:
    """And stand right after what comes before."""
    shown = at(text, start, start + length, width=width)
    spaces = len(shown.carets) - len(shown.carets.lstrip())
    assert spaces == cell_len(shown.before)
    assert len(shown.carets.lstrip()) == max(1, cell_len(shown.marked))


@pytest.mark.parametrize("letter", ["x", "\u0301", "日"])
def test_a_line_of_a_million_characters_is_cut_too(letter: str) -> None:
    """Only the neighbourhood of the mark is measured."""
    shown = at(letter * 1_000_000, 500_000, 500_003, width=40)
    assert len("".join(shown)) < 400
    assert cell_len("".join(shown)) <= 40
