"""What changes are laid out on: signs, styles, columns, and marks of deleted and added words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style

from lacplan.cli.printable import printable
from lacplan.cli.wrap import BREAK, Line, Piece, broken, cells, width_of
from lacplan.diff.change import Kind, Mark, Run

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

SIGNS = {
    Kind.ADDED: "+",
    Kind.REMOVED: "−",
    Kind.SPLIT: "÷",
    Kind.MERGED: "∪",
    Kind.MOVED: "↷",
    Kind.RENAMED: "=",
    Kind.EDITED: "~",
    Kind.REORDERED: "⇅",
    Kind.RENUMBERED: "№",
}
"""The sign of each kind of change; of an item with several, the first of these stands for all."""

GONE = Style(color="red", strike=True)
COME = Style(color="green", underline=True)
BOLD = Style(bold=True)
DIM = Style(dim=True)

_SIGN_STYLES = {
    Kind.ADDED: Style(color="green", bold=True),
    Kind.REMOVED: Style(color="red", bold=True),
}
_OTHER_SIGN = Style(color="yellow", bold=True)

WIDEST = 120
"""Of a wider terminal no more cells are used: longer lines are hard to read."""

_FINGERPRINT = 12
"""The width of a fingerprint, in cells."""


class Note(NamedTuple):
    """A paragraph beside a table."""

    text: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for line in broken([(self.text, None)], first=options.max_width, rest=options.max_width):
            yield from (Segment(*piece) for piece in line)
            yield Segment("\n")


class Paper(NamedTuple):
    """What changes are laid out on."""

    width: int
    code: int
    """How wide the column of codes is, in cells."""

    coloured: bool

    @classmethod
    def of(cls, console: Console, options: ConsoleOptions, code: int) -> Paper:
        """Return the paper of *console*."""
        coloured = console.color_system is not None and not console.no_color
        return cls(min(options.max_width, WIDEST), code, coloured)

    @property
    def margin(self) -> int:
        """The cell at which titles begin."""
        return 3 + self.code + (2 if self.code else 0)

    def head(self) -> Iterator[Segment]:
        """Yield what stands above the columns."""
        code = "Code".ljust(self.code + 2) if self.code > 3 else " " * (self.margin - 3)
        gap = self.width - 3 - len(code) - len("What changed") - _FINGERPRINT
        yield Segment(f"   {code}What changed{' ' * gap}Fingerprint\n{'─' * self.width}\n", DIM)

    def row(
        self,
        body: Sequence[Piece],
        *,
        kind: Kind | None = None,
        code: str = "",
        hang: int = 0,
        fingerprint: str = "",
    ) -> Iterator[Segment]:
        """Yield *body* in the column of titles, broken where it is too long.

        Args:
            body: What to write.
            kind: Whose sign stands before it.
            code: The code that stands before it.
            hang: How much further in the lines begin after the first, in cells.
            fingerprint: What stands at the end of the first line.
        """
        style = _SIGN_STYLES.get(kind, _OTHER_SIGN) if kind else None
        yield Segment(f" {SIGNS[kind] if kind else ' '} ", style)
        used = max(self.margin, 3 + cells(code) + 2 if code else 0)
        yield Segment(code, BOLD)
        if used > self.width // 2:  # a title beside so long a code would be a thin column
            yield Segment("\n")
            used = self.margin
            yield Segment(" " * used)
        else:
            yield Segment(" " * (used - 3 - cells(code)))
        further = self.margin + hang
        keep = _FINGERPRINT + 2 if fingerprint else 0
        lines = broken(body, first=self.width - used - keep, rest=self.width - further)
        yield from (Segment(*piece) for piece in lines[0])
        if fingerprint:
            gap = self.width - used - width_of(lines[0]) - _FINGERPRINT
            yield Segment(" " * gap)
            yield Segment(fingerprint, DIM)
        for line in lines[1:]:
            yield Segment("\n" + " " * further)
            yield from (Segment(*piece) for piece in line)
        yield Segment("\n")

    def pieces(self, runs: Iterable[Run]) -> Line:
        """Return *runs* as styled text; where there is no colour, with ``[-…-]`` and ``{+…+}``."""
        line: Line = []
        for run in runs:
            if line and run.mark is Mark.ADDED and line[-1][1] is GONE:
                line.append((" " if self.coloured else BREAK, None))
            line += self._piece(run)
        return line

    def _piece(self, run: Run) -> Line:
        if run.mark is Mark.KEPT:
            return [(_shown(run.text), None)]
        style = GONE if run.mark is Mark.DELETED else COME
        body = run.text.strip()
        before, _, after = run.text.partition(body) if body else (run.text, "", "")
        if not body:
            return [(_shown(before), None)]
        text = _shown(body)
        if not self.coloured:
            text = f"[-{text}-]" if run.mark is Mark.DELETED else f"{{+{text}+}}"
        line: Line = [(_shown(before), None), (text, style), (_shown(after), None)]
        return [piece for piece in line if piece[0]]

    def entries(self, entries: Sequence[tuple[Run, ...]]) -> Line:
        """Return what became of the entries of a list: in a row, or where long each on its line."""
        lines = [self.pieces(runs) for runs in entries]
        if sum(map(width_of, lines)) + 2 * len(lines) <= self.width - self.margin:
            rows = [piece for line in lines for piece in ((", ", None), *line)]
            return rows[1:]
        return [piece for line in lines for piece in (("\n•\xa0", None), *line)]


def _shown(text: str) -> str:
    """Return *text* for the terminal: a paragraph, or an entry of a list, begins a line."""
    if "\n" not in text:
        return printable(text)
    first, *others = (line.strip(" \t\r") for line in text.split("\n"))
    shown, parted = printable(text[: len(text) - len(text.lstrip(" \t"))] + first), False
    for line in others:
        if line:
            entry = line[:2] in ("- ", "* ", "+ ")
            shown += ("\n" if parted or entry else " ") + printable(line)
        parted = not line
    return shown + ("\n" if parted else "")
