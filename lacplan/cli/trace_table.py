"""The trace for people: a matrix, a story for each contribution, and what nobody asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from lacplan.cli.paper import BOLD, Note
from lacplan.cli.printable import printable
from lacplan.consult.trace import Traced
from lacplan.render.community.told import Told, areas, holders, short

if TYPE_CHECKING:
    from rich.console import RenderableType

_COLUMN = 10
"""The fewest cells that a column of codes needs."""

_REST = 36
"""How many cells stand before the columns of codes."""


def matrix(told: Told, *, width: int) -> Iterator[RenderableType]:
    """Yield all contributions against the areas of the plan, for a console of *width* cells."""
    trace, words = told.trace, told.words
    if not trace.contributions:
        yield Note(told.nothing)
        return
    columns = [*areas(trace)]
    if len(columns) * _COLUMN > width - _REST:
        columns = []  # one column for all of them
    held = holders(trace)
    made = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in (words["contribution"], words["kind"], words["outcome"]):
        made.add_column(name, overflow="fold")
    for _, code in columns:
        made.add_column(printable(code), overflow="fold")
    if not columns:
        made.add_column(words["places"], overflow="fold")
    for each in trace.contributions:
        one = each.contribution
        cells = [Text(printable(one.id)), Text(words.word(one.kind)), Text(words.word(one.outcome))]
        signs = [(held.get(place.item, ""), told.sign(place)) for place in each.places]
        here = [[sign for area, sign in signs if area == id] for id, _ in columns]
        rows = here if columns else [[sign for _, sign in signs]]
        cells += [Text(printable(", ".join(row))) for row in rows]
        made.add_row(*cells)
    yield made
    yield ""
    yield Note(words["signs"])
    yield from _summary(told)


def stories(told: Told, chosen: Sequence[Traced], *, title: str) -> Iterator[RenderableType]:
    """Yield where each of the *chosen* contributions went, through every state."""
    yield Text(printable(title), BOLD)
    if not chosen:
        yield Note(told.nothing)
    for each in chosen:
        yield ""
        yield from _story(each, told)


def orphans(told: Told) -> Iterator[RenderableType]:
    """Yield what nobody asked for, and what went nowhere."""
    trace, words = told.trace, told.words
    yield Text(words["orphan items"], BOLD)
    for orphan in trace.orphans:
        yield _hanging("· ", told.orphan(orphan))
    if not trace.orphans:
        yield Note(words["no orphan items"])
    yield ""
    yield Text(words["nowhere"], BOLD)
    for each in trace.nowhere:
        yield _hanging(f"{each.contribution.id}  ", short(each.contribution.text))
        yield _hanging("   ", told.why_nowhere(each))
    if not trace.nowhere:
        yield Note(words["none nowhere"])
    yield ""
    yield from _summary(told)


def _summary(told: Told) -> Iterator[RenderableType]:
    trace, words = told.trace, told.words
    number = len(trace.contributions)
    yield Note(words["found"].format(found=number - len(trace.nowhere), all=number))
    states = ", ".join(told.state(state.label) for state in trace.states)
    yield Note(printable(words["states"].format(states)))


def _story(traced: Traced, told: Told) -> Iterator[RenderableType]:
    one, words = traced.contribution, told.words
    yield _hanging(f"{one.id}  ", told.head(traced), style="bold")
    yield _hanging("   ", f"“{short(one.text)}”")
    for place in traced.places:
        yield _hanging("   · ", told.place(place))
        yield _hanging("     ", told.seen(place), style="dim")
        if place.note:
            yield _hanging("     ", place.note)
    if not traced.places:
        yield _hanging("   ", words["no places"])
    if one.reason:
        yield _hanging("   ", words["reason"].format(" ".join(one.reason.split())))


def _hanging(margin: str, text: str, *, style: str = "") -> Table:
    """Return *text* so that its further lines begin where its first does."""
    made = Table.grid()
    made.add_column(no_wrap=True)
    made.add_column(overflow="fold")
    made.add_row(Text(printable(margin), style), Text(printable(text), style))
    return made
