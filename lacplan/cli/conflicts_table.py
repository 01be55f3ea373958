"""What a person must decide after a merge, as a table; without Rich, which git would wait for."""

from collections.abc import Iterator, Sequence
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING

from lacplan.cli.console import NARROWEST
from lacplan.cli.printable import printable

if TYPE_CHECKING:
    from lacplan.cli.merging import Result
    from lacplan.merge.decision import Decision

_HEADS = ("Item", "Field", "Ours", "Theirs")
_WIDEST = 100
_GAP = 2


def report(result: "Result", name: str) -> Iterator[str]:
    """Yield lines that tell what became of the draft *name*; none where all is well."""
    if result.by_lines is not None:
        yield f"{name}: merged line by line, not by meaning: {printable(result.by_lines)}"
    if result.conflicts:
        count = len(result.conflicts)
        yield f"{name}: {count} {'conflict' if count == 1 else 'conflicts'} to decide"
        yield from table(result.conflicts)
    for note in result.notes:
        yield f"{name}: {printable(note)}"


def table(conflicts: "Sequence[Decision]") -> Iterator[str]:
    """Yield the lines of a table of *conflicts*: item, field, what each side did, and why."""
    rows = [_HEADS, *map(_row, conflicts)]
    widths = _widths(rows)
    for number, row in enumerate(rows):
        yield from _lines(row, widths)
        why = conflicts[number - 1].why if number else None
        if why:
            room = sum(widths) + _GAP * (len(widths) - 1)
            yield from (f"    {line}" for line in wrap(printable(why), room - 2))


def _row(conflict: "Decision") -> tuple[str, ...]:
    return (
        printable(conflict.item or "the plan"),
        printable(conflict.field or "(all of it)"),
        printable(conflict.ours_did),
        printable(conflict.theirs_did),
    )


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return how wide the columns are, the widest ones narrowed until all fit the terminal."""
    room = min(max(get_terminal_size().columns, NARROWEST), _WIDEST) - 2 - _GAP * 3
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    while sum(widths) > room:
        widest = max(range(len(widths)), key=widths.__getitem__)
        widths[widest] -= 1
    return widths


def _lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of one row."""
    cells = [wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    for number in range(max(map(len, cells))):
        parts = [
            (cell[number] if number < len(cell) else "").ljust(width + _GAP)
            for cell, width in zip(cells, widths, strict=True)
        ]
        yield f"  {''.join(parts)}".rstrip()
