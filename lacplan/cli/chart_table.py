"""The comparison chart for people: each old item, and what carries it on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from lacplan.cli.paper import BOLD, DIM, WIDEST, Note
from lacplan.cli.printable import printable
from lacplan.cli.wrap import Line, Piece, broken, width_of
from lacplan.diff.chart import Chart, Entry, Fate
from lacplan.render.changes.names import Side

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType

_FATE = 11
"""How wide the longest fate is, in cells."""

_GAP = 2
_HANG = 2
"""How much further in the second line of an item begins."""

_NEW = Style(color="green", bold=True)
_STYLES = {
    Fate.DROPPED: Style(color="red", bold=True),
    Fate.MERGED: Style(color="yellow", bold=True),
    Fate.SPLIT: Style(color="yellow", bold=True),
}


def report(chart: Chart, old: Side, new: Side) -> Iterator[RenderableType]:
    """Yield what a console is to print, top to bottom."""
    if not chart.has_lineage:
        told = f"Nothing ties {new.ref} to {old.ref}: no id, no “replaces” and no likeness."
        yield Note(f"{printable(told)} What carries on what is not known.")
        yield ""
    yield _Table(chart, old.ref, new.ref)
    yield ""
    yield Note(summary(chart))


def summary(chart: Chart) -> str:
    """Return such as "24 old items: 20 kept, 3 reworded, 1 dropped; 12 new".

    Each old item is counted once: one that was moved and reworded as just that.
    """
    counts = Counter(line.fates for line in chart.lines if line.fates)
    order = [*Fate]
    told = [
        f"{counts[fates]:,} {' and '.join(fate.split()[0] for fate in fates)}"
        for fates in sorted(counts, key=lambda fates: [order.index(each) for each in fates])
    ]
    counted = f": {', '.join(told)}" if told else ""
    return f"{len(chart.lines):,} old items{counted}; {len(chart.fresh):,} new"


class _Table:
    """Old item, fate and new items in three columns.

    Laid out here, since ``rich.table`` takes many times as long over thousands of rows.
    """

    def __init__(self, chart: Chart, old: str, new: str) -> None:
        self.chart = chart
        self.refs = printable(old), printable(new)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        width = min(options.max_width, WIDEST)
        side = (width - _FATE - 2 * _GAP) // 2
        old, new = (Line([(ref, BOLD)]) for ref in self.refs)
        yield from _row(old, [], [new], side)
        yield Segment(f"{'─' * width}\n", DIM)
        for row in self.chart.lines:
            fates: list[Piece] = [(fate, _STYLES.get(fate)) for fate in row.fates]
            news = [_heir(each, row.old) for each in row.news]
            yield from _row(_entry(row.old), fates or [("not told", DIM)], news, side)
        for entry in self.chart.fresh:
            yield from _row([], [("new", _NEW)], [_entry(entry)], side)


def _row(old: Line, fates: list[Piece], news: list[Line], side: int) -> Iterator[Segment]:
    left = _column(old, side)
    right = [line for new in news for line in _column(new, side)]
    for one, fate, other in zip_longest(left, fates, right):
        cells: Line = [*(one or ())]
        if fate or other:
            text, style = fate or ("", None)
            cells += [(" " * (side + _GAP - width_of(cells)), None), (text, style)]
        if other:
            cells += [(" " * (_FATE + _GAP - len(text)), None), *other]
        yield from (Segment(*piece) for piece in cells)
        yield Segment("\n")


def _column(line: Line, side: int) -> list[Line]:
    first, *others = broken(line, first=side, rest=side - _HANG)
    return [first, *([(" " * _HANG, None), *each] for each in others)]


def _entry(entry: Entry) -> Line:
    code = printable(f"{entry.code} ") if entry.code else ""
    title = printable(entry.title or entry.id)
    return [(f"{code}{title}", BOLD if entry.level == 0 else None)]


def _heir(new: Entry, old: Entry) -> Line:
    """Return what carries on *old*; where it is called the same, its code is enough."""
    return _entry(new) if new.title != old.title or not new.code else [(printable(new.code), None)]
