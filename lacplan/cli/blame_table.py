"""Blame for people: item by item, a line for each field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment

from lacplan.cli.columns import DATE, GAP, SHORT, Columns, cut, who_and_when
from lacplan.cli.paper import BOLD, DIM, WIDEST
from lacplan.cli.printable import printable
from lacplan.cli.wrap import broken
from lacplan.render.changes.names import labelled

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

    from lacplan.history.blame import Line

_FIRST = 10
"""What the labels of versions need, in cells."""

_LONGEST = 16
"""The widest column of fields, in cells."""


class Table(NamedTuple):
    """The fields of a draft, with who answers for each."""

    lines: Sequence[Line]
    first: Mapping[str, str]
    """By a commit's id: the label of the oldest version that has it."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        total = min(options.max_width, WIDEST)
        field = min(max((len(line.field) for line in self.lines), default=0) + 2, _LONGEST)
        by = max(total - field - DATE - SHORT - _FIRST - 4 * GAP, 8)
        columns = Columns(field, DATE, SHORT, min(by, 24), total=total)
        yield from columns.head("Field", "When", "Commit", "By", "First in")
        for item, lines in groupby(self.lines, lambda line: line.item):
            told = list(lines)
            name = "The plan itself" if item is None else _name(told[0])
            for part in broken([(printable(name), BOLD)], first=total, rest=total):
                yield from (Segment(*piece) for piece in part)
                yield Segment("\n")
            for line in told:
                yield from self._row(line, columns)

    def _row(self, line: Line, columns: Columns) -> Iterator[Segment]:
        field = [(f"  {cut(line.field, columns.widths[0] - 2)}", None)]
        if line.commit is None:
            yield from columns.row(field, [("not known", DIM)], [], [], [])
            return
        first = self.first.get(line.commit.id)
        version = (first, None) if first else ("–", DIM)
        yield from columns.row(field, *who_and_when(line.commit, columns.widths[3]), [version])


def _name(line: Line) -> str:
    return labelled(line.code, line.title or line.item)
