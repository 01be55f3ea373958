"""Cells beside each other, each broken in its own width: tables of many rows, fast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.segment import Segment

from lacplan.cli.paper import DIM
from lacplan.cli.printable import printable
from lacplan.cli.wrap import Line, Piece, broken, cells, width_of
from lacplan.history.commit import Commit

GAP = 2
"""Between two columns, in cells."""

SHORT = 7
"""How many digits of a commit's id are shown, as git itself does."""

DATE = 10
"""The width of a day, in cells."""


class Columns:
    """A table of so many columns.

    Args:
        widths: Of each column, in cells; the last one takes what is left of *total*.
        total: Of the whole table, in cells.
    """

    def __init__(self, *widths: int, total: int) -> None:
        self.total = total
        self.widths = [*widths, max(1, total - sum(widths) - GAP * len(widths))]

    def head(self, *names: str) -> Iterator[Segment]:
        """Yield the columns' names, and a rule."""
        yield from self.row(*([(name, DIM)] for name in names))
        yield Segment(f"{'─' * self.total}\n", DIM)

    def row(self, *said: Sequence[Piece]) -> Iterator[Segment]:
        """Yield one row; a cell may take several lines."""
        lines = (
            broken(line, first=width, rest=width)
            for line, width in zip(said, self.widths, strict=True)
        )
        for parts in zip_longest(*lines, fillvalue=()):
            owed = 0
            for part, width in zip(parts, self.widths, strict=True):
                used = width_of(part)
                if used:
                    yield Segment(" " * owed)
                    owed = 0
                yield from (Segment(*piece) for piece in part)
                owed += width - used + GAP
            yield Segment("\n")


def who_and_when(commit: Commit, width: int) -> tuple[Line, Line, Line]:
    """Return the cells that name a commit: its date, its short id, and its author.

    Args:
        commit: The commit.
        width: How many cells the author may take.
    """
    return [(when(commit), None)], [(commit.id[:SHORT], DIM)], [(cut(commit.author, width), None)]


def when(commit: Commit) -> str:
    """Return the day on which *commit* was made, where its author was."""
    return commit.when.date().isoformat()


def cut(text: str, width: int) -> str:
    """Return *text* in one line of at most *width* cells."""
    shown = printable(text)
    if cells(shown) <= width:
        return shown
    while cells(shown) > width - 1:
        shown = shown[:-1]
    return f"{shown.rstrip()}…"
