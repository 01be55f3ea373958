"""The log for people: what each commit meant, under the version that published it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment

from lacplan.cli.columns import DATE, SHORT, Columns, who_and_when
from lacplan.cli.paper import BOLD, DIM, WIDEST
from lacplan.cli.printable import printable
from lacplan.cli.wrap import Line
from lacplan.history.commit import Commit
from lacplan.history.log import Entry, Nature
from lacplan.render.changes.brief import brief

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions


class Row(NamedTuple):
    """What the log keeps of an entry: words, since the changes of a long history are many."""

    commit: Commit
    meant: str
    quiet: bool
    """Whether nothing changed in what the draft says."""

    versions: Sequence[str]
    """The labels of the versions that have the draft as it left it."""


def row(entry: Entry, versions: Sequence[str], begun: str) -> Row:
    """Return the row of *entry*; *begun* says what the draft began with."""
    quiet = entry.kind in (Nature.LAYOUT, Nature.MERGE) and not (entry.changes or entry.returns)
    return Row(entry.commit, _meant(entry, begun), quiet, versions)


def _meant(entry: Entry, begun: str) -> str:
    told = brief(entry.changes)
    match entry.kind:
        case Nature.BEGINS:
            told = f"begins with {begun}"
            if entry.commit.cut:
                told = f"history is cut off here; it had {begun}"
        case Nature.ENDS:
            told = "the draft was taken away"
        case Nature.UNREADABLE:
            told = f"unreadable: {(entry.fault or '').rstrip('.')}"
        case _ if entry.returns:
            told = f"the draft came back; {told or 'it reads as it did'}"
        case Nature.MERGE:
            told = f"merge: {told or 'nothing of its own'}"
        case Nature.LAYOUT:
            told = "layout only"
        case Nature.EDITS:
            pass
    if entry.moved_from is None:
        return told
    renamed = f"file renamed from {entry.moved_from}"
    return renamed if told == "layout only" else f"{told}; {renamed}"


class Table(NamedTuple):
    """All rows, newest first."""

    rows: Sequence[Row]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        total = min(options.max_width, WIDEST)
        by = min(max((len(row.commit.author) for row in self.rows), default=0), total // 4)
        columns = Columns(DATE, SHORT, max(by, 2), total=total)
        yield from columns.head("When", "Commit", "By", "What it meant")
        for row in self.rows:
            if row.versions:
                yield Segment(f"{printable(', '.join(row.versions))}\n", BOLD)
            yield from columns.row(*who_and_when(row.commit, columns.widths[2]), _said(row))


def _said(row: Row) -> Line:
    style = DIM if row.quiet else None
    said: Line = [(printable(row.meant), style)]
    if row.commit.subject and row.commit.subject != row.meant:
        said.append((f"\n“{printable(row.commit.subject)}”", DIM))
    return said
