"""One line of a draft as it is shown under a finding: cut to the terminal, with carets below."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from rich.cells import cell_len

from lacplan.cli.printable import printable
from lacplan.model.finding import Place

_MOST_MARKS = 32
"""No script stacks more combining marks on a letter; a hostile draft may."""


class Excerpt(NamedTuple):
    """A line in three parts, of which the middle one is meant."""

    before: str
    marked: str
    after: str

    @property
    def carets(self) -> str:
        """The line to show under it; a mark of no width still gets one caret."""
        indent = cell_len(self.before)
        return " " * indent + "^" * max(1, cell_len(self.before + self.marked) - indent)


def excerpt(place: Place, *, width: int) -> Excerpt:
    """Return the line of *place*, in at most *width* cells, with its columns in view.

    In right-to-left text the carets count in reading order. That is where the characters are on a
    terminal that doesn't reorder them; on one that does, the style of *marked* still shows them.
    """
    before, marked, after = _parts(place, reach=2 * width)
    room = width - max(1, cell_len(marked))
    if cell_len(before) + cell_len(after) <= room:
        return Excerpt(before, marked, after)
    if room < 2:  # not even "…" on both sides: the mark's own end gives way
        marked, after = _first(marked, width - 2), ""
        room = width - cell_len(marked)
    before = _last(before, max(room // 2, room - cell_len(after)))
    return Excerpt(before, marked, _first(after, room - cell_len(before)))


def _parts(place: Place, *, reach: int) -> tuple[str, str, str]:
    """Return what stands before, in and after *place*, none of it much longer than *reach*.

    A line may be a megabyte long, and measuring is slow.
    """
    text = place.text
    start = _letter(text, min(place.column - 1, len(text)))
    end = place.end_column - 1 if place.end_line == place.line else len(text.rstrip())
    end = min(max(start, end), len(text))
    before = text[max(0, start - reach) : start]
    marked = text[start : min(end, start + reach)]
    after = text[end : end + reach]
    return (
        _shown("…" + before if start > reach else before),
        _shown(marked + "…" if end > start + reach else marked),
        _shown(after + "…" if len(text) > end + reach else after.rstrip()),
    )


def _letter(text: str, at: int) -> int:
    """Return where the letter begins that the combining mark at *at* belongs to, or *at*."""
    if at == len(text):
        return at
    near = range(at, max(-1, at - _MOST_MARKS), -1)
    return next((start for start in near if cell_len(printable(text[start]))), at)


def _shown(text: str) -> str:
    return printable(text.replace("\t", "    "))


def _first(text: str, room: int) -> str:
    """Return the beginning of *text*, with an ellipsis where *room* cells can't take it all."""
    if cell_len(text) <= room:
        return text
    sizes = range(len(text) + 1)
    size = bisect_right(sizes, room - 1, key=lambda size: cell_len(text[:size])) - 1
    return text[:size] + "…"


def _last(text: str, room: int) -> str:
    """Return the end of *text*, with an ellipsis where *room* cells can't take it all."""
    if cell_len(text) <= room:
        return text
    starts = range(len(text) + 1)
    start = bisect_left(starts, 1 - room, key=lambda start: -cell_len(text[start:]))
    while start < len(text) and not cell_len(text[start]):
        start += 1  # a combining mark without its letter would stand on the ellipsis
    return "…" + text[start:]
