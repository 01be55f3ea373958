"""How much changed, area by area: the counts of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from lacplan.cli.changes_table import summary
from lacplan.cli.paper import BOLD, DIM, SIGNS, Note
from lacplan.cli.printable import printable
from lacplan.diff.change import Diff, Kind

if TYPE_CHECKING:
    from rich.console import RenderableType

_READABLE = 24
"""The fewest cells that the names of areas need."""


def report(diff: Diff, *, width: int) -> Iterator[RenderableType]:
    """Yield what a console of *width* cells is to print, top to bottom."""
    counts: dict[str | None, Counter[Kind]] = {}
    for change in diff.changes:
        counts.setdefault(change.area, Counter())[change.kind] += 1
    total = sum(counts.values(), Counter[Kind]())
    kinds = [kind for kind in Kind if total[kind]]
    words = sum(len(kind) + 2 for kind in (*kinds, "total")) + _READABLE <= width
    table = Table(
        box=None, padding=(0, 0, 0, 2), pad_edge=False, header_style="bold", show_footer=True
    )
    table.add_column("Area", footer=Text("All", BOLD), overflow="fold")
    for kind in kinds:
        head = Text(kind if words else SIGNS[kind], justify="right")
        table.add_column(head, justify="right", footer=_number(total[kind]))
    table.add_column("total", justify="right", footer=_number(total.total()))
    for area, here in counts.items():
        name = "The plan itself" if area is None else printable(diff.areas.get(area) or "…")
        cells = (_number(here[kind]) for kind in kinds)
        table.add_row(Text(name), *cells, _number(here.total()))
    yield table
    if not words:
        yield Note(", ".join(f"{SIGNS[kind]}\xa0{kind}" for kind in kinds))
    yield ""
    yield Note(summary(diff.changes))


def _number(number: int) -> Text:
    return Text(f"{number:,}" if number else "·", style="" if number else DIM)
