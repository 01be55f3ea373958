"""The life of an item for people: commit by commit, with the words that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment

from lacplan.cli.changes_table import of_items
from lacplan.cli.columns import SHORT, when
from lacplan.cli.paper import BOLD, DIM, Note, Paper
from lacplan.cli.printable import printable
from lacplan.cli.wrap import Line, broken
from lacplan.diff.change import Diff, Kind
from lacplan.model.plan import Item, Plan
from lacplan.render.changes.names import labelled

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType

    from lacplan.cli.history import Lived
    from lacplan.history.life import Event
    from lacplan.history.subject import Subject

_LONGEST_CODE = 11


def report(found: Subject, lived: Sequence[Lived], newest: Plan | None) -> Iterator[RenderableType]:
    """Yield what a console is to print, top to bottom.

    Args:
        found: The item.
        lived: Its life in each plan, the earliest first.
        newest: The newest draft; it says what other items are called.
    """
    there = newest is not None and found.id in newest.ids()
    gone = "" if there else ", which is no longer in the plan"
    yield Note(printable(f"{labelled(found.code, found.title)} ({found.id}){gone}"))
    for one in lived:
        yield ""
        if len(lived) > 1:
            yield Note(f"In {printable(one.plan)}:")
        yield _Life(one, newest or _nobody(one.plan))


class _Life(NamedTuple):
    """The life in one plan, oldest first."""

    lived: Lived
    newest: Plan

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        events = self.lived.life.events[::-1]
        codes = [change.code for event in events for change in event.changes if change.code]
        paper = Paper.of(console, options, min(_LONGEST_CODE, max(map(len, codes), default=0)))
        known = self._once_known()
        for number, event in enumerate(events):
            if number:
                yield Segment("\n")
            yield from self._head(event, paper)
            yield from of_items(Diff(event.changes), known, self.newest, paper)
        if not events:
            yield Segment("Nothing is known of it.\n")

    def _head(self, event: Event, paper: Paper) -> Iterator[Segment]:
        commit = event.commit
        first = self.lived.versions.first.get(commit.id)
        line: Line = [
            (f"{when(commit)}  ", BOLD),
            (f"{commit.id[:SHORT]}  ", DIM),
            (printable(commit.author), BOLD),
            (f"  first published in {printable(first)}" if first else "  not published yet", DIM),
        ]
        for part in broken(line, first=paper.width, rest=paper.width):
            yield from (Segment(*piece) for piece in part)
            yield Segment("\n")

    def _once_known(self) -> Plan:
        """Return a plan of the items that are gone, since changes still name them."""
        gone = {
            change.item: Item(id=change.item, title=change.title or "", code=change.code)
            for entry in self.lived.entries
            for change in entry.changes
            if change.kind is Kind.REMOVED and change.item
        }
        return _nobody(self.lived.plan)._replace(items=tuple(gone.values()))


def _nobody(name: str) -> Plan:
    return Plan(format=1, name=name, title="", language="en")
