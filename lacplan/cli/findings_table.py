"""Findings for people: a table a file, and under each finding the line that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from lacplan.cli.excerpt import excerpt
from lacplan.cli.printable import printable
from lacplan.model.finding import LocatedFinding, Place, Severity, Summary

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType

_SIGNS = {
    Severity.ERROR: ("✖ error", Style(color="red", bold=True)),
    Severity.WARNING: ("▲ warning", Style(color="yellow", bold=True)),
    Severity.INFO: ("● info", Style(color="cyan", bold=True)),
}
_BOLD = Style(bold=True)
_DIM = Style(dim=True)
_GUTTER = Style(color="blue")
_GOOD = Style(color="green", bold=True)

_Rule = tuple[str, str]
_SEVERITY = max(len(sign) for sign, _ in _SIGNS.values())
"""Width of the column, in cells."""

_READABLE = 24
"""A message column of fewer cells than this is worse than a message below its row."""


def report(
    found: Sequence[LocatedFinding], *, names: Sequence[str], fold: int | None = 10
) -> Iterator[RenderableType]:
    """Yield what a console is to print, top to bottom.

    Args:
        found: The findings; those of one file are shown together, in the order given.
        names: The drafts that were checked.
        fold: How many findings of one rule in one file are shown before the rest is only counted;
            all of them if ``None``.
    """
    for file, here in _by_file(found).items():
        yield Text(printable(file), style=_BOLD)
        yield _Table(here, fold)
    yield _summary(found, names) if found else _all_clear(names)


def _by_file(found: Sequence[LocatedFinding]) -> dict[str, list[LocatedFinding]]:
    files: dict[str, list[LocatedFinding]] = {}
    for each in found:
        files.setdefault(each.place.file, []).append(each)
    return files


class _Table:
    """The findings of one file.

    Its lines are laid out here, since ``rich.table`` would press the draft's own lines into the
    message column, and takes four times as long over thousands of rows.
    """

    def __init__(self, found: Sequence[LocatedFinding], fold: int | None) -> None:
        self.shown, self.more = _folded(found, fold)
        self.place = max([len("Place"), *(len(_place(each.place)) for each in self.shown)])
        self.code = max([len("Code"), *(len(each.finding.code) for each in self.shown)])
        self.message = 1 + self.place + 2 + _SEVERITY + 2 + self.code + 2
        """The cell at which the message column begins."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        paper = _Paper(console, options.max_width)
        yield from self._head(paper)
        for each in self.shown:
            yield from self._row(each, paper)
            yield from self._excerpt(each, paper)
            yield from self._remarks(each, paper)
            yield Segment("\n")
        yield from self._rest(paper)

    def _head(self, paper: _Paper) -> Iterator[Segment]:
        columns = (
            f"{'Place':>{self.place}}  {'Severity':<{_SEVERITY}}  {'Code':<{self.code}}  Message"
        )
        yield Segment(f" {columns}\n {'─' * (paper.width - 1)}\n", _DIM)

    def _row(self, each: LocatedFinding, paper: _Paper) -> Iterator[Segment]:
        sign, style = _SIGNS[each.finding.severity]
        yield Segment(f" {_place(each.place):>{self.place}}  ")
        yield Segment(f"{sign:<{_SEVERITY}}", style)
        yield Segment(f"  {each.finding.code:<{self.code}}", _BOLD)
        message = printable(each.finding.message)
        if paper.width - self.message < _READABLE:
            yield Segment("\n")
            yield from paper.lines(message, indent=3)
        else:
            yield from paper.lines(message, indent=self.message, first=2)

    def _excerpt(self, each: LocatedFinding, paper: _Paper) -> Iterator[Segment]:
        if not each.place.text or each.place.text.isspace():
            return
        _, style = _SIGNS[each.finding.severity]
        line = excerpt(each.place, width=max(8, paper.width - self.place - 4))
        yield Segment(f" {each.place.line:>{self.place}} │ ", _GUTTER)
        yield Segment(line.before)
        yield Segment(line.marked, style)
        yield Segment(f"{line.after}\n")
        yield Segment(f" {'':{self.place}} │ ", _GUTTER)
        yield Segment(f"{line.carets}\n", style)

    def _remarks(self, each: LocatedFinding, paper: _Paper) -> Iterator[Segment]:
        arrow, indent = self.place + 2, self.place + 4
        if each.finding.hint:
            yield Segment(f"{'':{arrow}}→ ", _GOOD)
            yield from paper.lines(printable(each.finding.hint), indent=indent, first=0)
        for place, note in each.related:
            text = f"{note}: {place.file}:{_place(place)}"
            yield from paper.lines(printable(text), indent=indent, style=_DIM)

    def _rest(self, paper: _Paper) -> Iterator[Segment]:
        for (code, name), number in self.more.items():
            text = f"… and {number:,} more {code} {name} (--select {code} lists them all)"
            yield from paper.lines(text, indent=1, style=_DIM)
        if self.more:
            yield Segment("\n")


def _folded(
    found: Sequence[LocatedFinding], fold: int | None
) -> tuple[list[LocatedFinding], dict[_Rule, int]]:
    """Return the first *fold* findings of each rule, and how many more there are of which."""
    most = len(found) if fold is None else fold
    counts: Counter[_Rule] = Counter()
    shown = []
    for each in found:
        rule = (each.finding.code, each.finding.name)
        counts[rule] += 1
        if counts[rule] <= most:
            shown.append(each)
    return shown, {rule: count - most for rule, count in counts.items() if count > most}


class _Paper(NamedTuple):
    """What a table is laid out on."""

    console: Console
    width: int

    def lines(
        self, text: str, *, indent: int, first: int | None = None, style: Style | None = None
    ) -> Iterator[Segment]:
        """Yield *text*, broken into lines that begin at *indent*; the first one at *first*."""
        margin = " " * (indent if first is None else first)
        for line in self._broken(text, max(8, self.width - indent)):
            yield Segment(f"{margin}{line}\n", style)
            margin = " " * indent

    def _broken(self, text: str, room: int) -> Iterable[str]:
        if cell_len(text) <= room:
            return (text,)
        return (line.plain.rstrip() for line in Text(text).wrap(self.console, room))


def _place(place: Place) -> str:
    return f"{place.line}:{place.column}"


def _summary(found: Sequence[LocatedFinding], names: Sequence[str]) -> Text:
    """Return such as "3 errors, 1 warning, 0 infos in 2 drafts"."""
    summary = Summary.of(tuple(found))
    counts = zip(Severity, (summary.errors, summary.warnings, summary.infos), strict=True)
    told = [
        Text(_number(number, severity.value), style=_SIGNS[severity][1] if number else "")
        for severity, number in counts
    ]
    return Text(", ").join(told).append(f" in {_number(len(names), 'draft')}")


def _all_clear(names: Sequence[str]) -> Text:
    told = ", ".join(map(printable, names)) if len(names) <= 3 else _number(len(names), "draft")
    return Text.assemble(("✔", _GOOD), f" {told}: no findings")


def _number(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
