"""Versions for people: what there is, and what of it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from lacplan.cli.paper import BOLD, DIM, SIGNS, Note
from lacplan.cli.printable import printable
from lacplan.cli.wrap import broken
from lacplan.diff.change import Class, Kind
from lacplan.history.chain import Verdict
from lacplan.history.listing import Listing

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType

_HOLDS = Style(color="green", bold=True)
_FAILS = Style(color="red", bold=True)
_TOLD = (Kind.ADDED, Kind.REMOVED, Kind.MOVED, Kind.EDITED)
_WIDE = 100
"""From how many cells on the kinds of changes are written out."""

_NARROW = 72
"""Up to how many cells columns stand closer together."""


def listed(listings: Sequence[Listing], *, width: int) -> Iterator[RenderableType]:
    """Yield what a console of *width* cells is to print, top to bottom."""
    words = width >= _WIDE
    for number, (plan, group) in enumerate(groupby(listings, key=lambda each: each.plan)):
        if number:
            yield ""
        yield Text(printable(plan), BOLD)
        yield _list_table([*group], words=words, gap=2 if width > _NARROW else 1)
    if not words:
        yield ""
        yield Note(", ".join(f"{SIGNS[kind]}\xa0{kind}" for kind in _TOLD) + ", !\xa0substantive")


def _list_table(listings: Sequence[Listing], *, words: bool, gap: int) -> Table:
    table = Table(box=None, padding=(0, 0, 0, gap), pad_edge=False, header_style="bold")
    table.add_column("Version", min_width=8, overflow="fold")
    table.add_column("Date", no_wrap=True)
    table.add_column("By", min_width=6, overflow="fold")
    for head in ("Items", *(kind.capitalize() if words else SIGNS[kind] for kind in _TOLD)):
        table.add_column(head, justify="right", no_wrap=True)
    table.add_column("Substantive" if words else "!", justify="right", no_wrap=True)
    table.add_column("Signed" if gap > 1 else "Sig.", no_wrap=True)
    for each in listings:
        table.add_row(
            Text(each.label),
            Text(f"{each.when:%Y-%m-%d}"),
            Text(printable(each.by)),
            _number(each.items) if each.items is not None else Text("?"),
            *_counts(each.counts),
            Text("yes" if each.signed else "no", style="" if each.signed else DIM),
        )
    return table


def _counts(counts: Mapping[str, int] | None) -> Iterator[Text]:
    for name in (*_TOLD, Class.SUBSTANTIVE):
        yield _number(counts.get(name, 0)) if counts is not None else Text("")


def judged(verdicts: Sequence[Verdict], *, compared: bool) -> Iterator[RenderableType]:
    """Yield what is to be printed of whether versions hold.

    Args:
        verdicts: One for each version.
        compared: Whether they were compared with a remote's.
    """
    yield _Verdicts(verdicts)
    yield ""
    failing = sum(1 for each in verdicts if each.faults)
    if failing:
        yield Note(f"{failing:,} of {_versions(len(verdicts))} {_do(failing)} not hold.")
    else:
        yield Note(f"{_versions(len(verdicts)).capitalize()}: all as published.")
    if not compared:
        yield Note(
            "Nothing here can show that a newest version was replaced: “--remote” compares with "
            "what was shared."
        )


class _Verdicts(NamedTuple):
    """A row for each version, and under it what does not hold."""

    verdicts: Sequence[Verdict]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        refs = [printable(f"{each.plan}@{each.label}") for each in self.verdicts]
        width = max(map(len, ("Version", *refs)))
        yield Segment(f"{'Version':{width}}  {'Tag':12}  Signature  Verdict\n", BOLD)
        for ref, each in zip(refs, self.verdicts, strict=True):
            tag = each.tag[:12] if each.tag else "none here"
            yield Segment(f"{ref:{width}}  {tag:12}  {each.signature:9}  ")
            yield Segment(*(("✖ does not hold", _FAILS) if each.faults else ("✔ holds", _HOLDS)))
            yield Segment("\n")
            for fault in each.faults:
                yield from _lines(f"{fault.name}: {fault.message}", options.max_width, "  ")
                if fault.hint:
                    yield from _lines(fault.hint, options.max_width, "  → ", DIM)


def _lines(text: str, width: int, margin: str, style: Style | None = None) -> Iterator[Segment]:
    room = width - len(margin)
    for line in broken([(printable(text), style)], first=room, rest=room):
        yield from (Segment(margin), *(Segment(*piece) for piece in line), Segment("\n"))
        margin = " " * len(margin)


def _number(number: int) -> Text:
    return Text(f"{number:,}" if number else "·", style="" if number else DIM)


def _versions(number: int) -> str:
    return f"{number:,} version{'' if number == 1 else 's'}"


def _do(number: int) -> str:
    return "does" if number == 1 else "do"
