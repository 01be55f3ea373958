"""The balance for people: tables with bars, and in words what is missed and what is empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from lacplan.cli.paper import BOLD, DIM, Note
from lacplan.cli.printable import printable
from lacplan.consult.balance import Balance, Cross, Dimension, State, share
from lacplan.render.community.balance_markdown import empty_places
from lacplan.render.community.words import Words, bar

if TYPE_CHECKING:
    from rich.console import RenderableType

_STYLES = {State.MET: "green", State.MISSED: "bold red", State.UNCLEAR: "bold yellow"}

_WIDEST_BAR = 24
_READABLE_BAR = 6
_LABEL = 20
"""The fewest cells that the names of values need."""

_BROKEN = {
    "contributors": "Contri-\nbutors",
    "commenters": "Commen-\nters",
    "accepted": "Accepted\ncomments",
}
"""The names of populations where a column is narrow."""


def report(balance: Balance, words: Words, *, title: str, width: int) -> Iterator[RenderableType]:
    """Yield what a console of *width* cells is to print, top to bottom."""
    yield Text(printable(f"{title}, {balance.on}"), BOLD)
    seats = "1 member holds a seat" if balance.totals[0] == 1 else "members hold a seat"
    yield Note(f"{seats}." if balance.totals[0] == 1 else f"{balance.totals[0]} {seats}.")
    for line in words.not_counted(balance):
        yield Note(printable(line))
    yield ""
    yield from _targets(balance, words)
    for dimension in balance.dimensions:
        if dimension.rows:
            yield _dimension(dimension, balance, words, width)
            yield ""
    yield Note(words["several"])
    yield ""
    for line in empty_places(balance, words):
        yield Note(printable(line))
    for cross in balance.cross:
        yield ""
        yield from _cross(cross, words)
    yield from _meetings(balance, words)


def _table(*columns: str) -> Table:
    made = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for number, name in enumerate(columns):
        made.add_column(name, justify="right" if number else "left", overflow="fold")
    return made


def _targets(balance: Balance, words: Words) -> Iterator[RenderableType]:
    if not balance.verdicts:
        yield Note(words["no targets"])
        yield ""
        return
    made = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in ("target", "asked", "have", "result"):
        made.add_column(words[name], justify="right" if name == "have" else "left", overflow="fold")
    for each in balance.verdicts:
        part = words.counted(each, balance.totals[0])
        made.add_row(
            Text(printable(words.aim(each))),
            words.bound(each),
            f"{each.have}, {part}",
            Text(words.state(each), _STYLES[each.state]),
        )
    yield made
    yield ""


def _dimension(dimension: Dimension, balance: Balance, words: Words, width: int) -> Table:
    names = [printable(words.value(dimension.name, row.value)) for row in dimension.rows]
    digits = max(len(str(total)) for total in balance.totals)
    bare = digits + len(" 100 %")
    spare = width - len(balance.names) * (bare + _READABLE_BAR + 3)
    label = max(_LABEL, min(max(map(cell_len, names)) + 2, spare))
    room = (width - label) // len(balance.names) - bare - 3
    size = min(_WIDEST_BAR, room) if room > 2 else 1
    gap = 2 if size > 1 else 1
    made = Table(box=None, padding=(0, gap, 0, 0), pad_edge=False, header_style="bold")
    made.add_column(words[dimension.name], overflow="fold", min_width=label - gap)
    for name in balance.names:
        head = words[name] if size + bare >= len(words[name]) else _BROKEN.get(name, words[name])
        made.add_column(head, no_wrap=True, min_width=bare + size)
    for name, row in zip(names, dimension.rows, strict=True):
        cells = [
            _cell(count, total, digits, size, words)
            for count, total in zip(row.counts, balance.totals, strict=True)
        ]
        made.add_row(Text(name), *cells)
    return made


def _cell(count: int, total: int, digits: int, size: int, words: Words) -> Text:
    if not count:
        return Text("·".rjust(digits), DIM)
    part = share(count, total)
    space = " " if size > 1 else ""
    return Text(f"{count:>{digits}}{words.percent(part):>6}{space}{bar(part, size)}")


def _cross(cross: Cross, words: Words) -> Iterator[RenderableType]:
    yield Text(words["cross"].format(words[cross.population]), BOLD)
    if cross.cells is None:
        yield Note(words["withheld"])
        return
    columns = [printable(words.value("subregion", each)) for each in cross.columns]
    made = _table("", *columns, words["all"])
    for row, line, total in zip(cross.rows, cross.cells, cross.row_totals, strict=True):
        if total:
            cells = (_number(cell) for cell in line)
            made.add_row(Text(words.value("stakeholder", row)), *cells, str(total))
    made.add_row(words["all"], *map(str, cross.column_totals), str(sum(cross.row_totals)))
    yield made
    if any(cell is None for line in cross.cells for cell in line):
        yield Note(words["hidden"])


def _number(cell: int | None) -> Text:
    if cell is None:
        return Text("×")
    return Text(str(cell)) if cell else Text("·", DIM)


def _meetings(balance: Balance, words: Words) -> Iterator[RenderableType]:
    if not balance.meetings:
        return
    yield ""
    made = _table(words["meetings"], words["present"], words["quorum"])
    for each in balance.meetings:
        told = Text("")
        if each.quorum is not None:
            reached = each.present >= each.quorum
            told = Text.assemble(
                f"{each.quorum} ",
                (
                    words["reached" if reached else "not reached"],
                    _STYLES[State.MET if reached else State.MISSED],
                ),
            )
        made.add_row(str(each.date), words["of"].format(each.present, each.seated), told)
    yield made
