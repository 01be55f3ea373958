"""From a place in what a scalar says to the place in the text where that is written."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lacplan.document.fault import Span
from lacplan.document.line import next_line
from lacplan.document.marks import content_start
from lacplan.document.tree import Scalar


class Stretch(NamedTuple):
    """Characters of a value that are written together, as they are or in another way."""

    value: int
    """Where they begin in the value."""

    size: int
    """How many they are there."""

    start: int
    """Where they begin in the text."""

    end: int


class Offsets:
    """Where each character that a scalar says is written: escaped, folded, indented or as it is.

    Args:
        text: The whole text of the document.
        scalar: One of its scalars.
    """

    def __init__(self, text: str, scalar: Scalar) -> None:
        start = content_start(text, scalar)
        if scalar.style in ("|", ">"):
            found = _of_block(text, next_line(text, start), scalar)
        elif scalar.style in ("'", '"'):
            found = _of_line(text, start + 1, scalar.end - 1, scalar.style)
        else:
            found = _of_line(text, start, scalar.end, "")
        self._whole = Span(start, scalar.end)
        self._stretches = list(found)
        self._begins = [each.value for each in self._stretches]

    def span(self, start: int, end: int) -> Span:
        """Return where the characters of the value from *start* to *end*, exclusive, are written.

        White space that the layout takes away or puts in stands next to a word that it parts.
        """
        if end <= start or not self._stretches:
            return self._whole
        first, last = self._of(start), self._of(end - 1)
        return Span(first.start, max(first.end, last.end))

    def _of(self, at: int) -> Span:
        """Return where the character *at* of the value is written."""
        place = max(bisect_right(self._begins, at) - 1, 0)
        stretch = self._stretches[place]
        inside = at - stretch.value
        if inside >= stretch.size:  # between two words of a block
            follows = self._stretches[place + 1 : place + 2]
            limit = follows[0].start if follows else self._whole.end
            start = min(stretch.end + inside - stretch.size, max(limit - 1, stretch.end))
            return Span(start, min(start + 1, limit))
        if stretch.end - stretch.start != stretch.size:
            return Span(stretch.start, stretch.end)
        return Span(stretch.start + inside, stretch.start + inside + 1)


_BREAK = r"\r\n|\n|\r"
_FOLD = rf"(?P<fold>(?P<escaped>\\)?[ \t]*(?:{_BREAK})[ \t\r\n]*)"
_LINES = {
    "": rf"{_FOLD}|[^ \t\r\n]+|[ \t]+",
    "'": rf"{_FOLD}|(?P<pair>'')|[^ \t\r\n']+|[ \t]+",
    '"': rf"{_FOLD}|(?P<pair>\\(?:x..|u.{{4}}|U.{{8}}|.))|[^ \t\r\n\\]+|[ \t]+",
}
"""How a plain text, one in single and one in double quotes is written, piece by piece.

Source: YAML 1.2.2, 6.5 (line folding) and 7.3 (flow scalar styles).
"""


def _of_line(text: str, start: int, end: int, quote: str) -> Iterator[Stretch]:
    """Yield the stretches of a plain or quoted scalar."""
    at = 0
    for match in re.finditer(_LINES[quote], text[start:end]):
        begin, stop = match.start() + start, match.end() + start
        groups = match.groupdict()
        if groups["fold"]:
            breaks = len(re.findall(_BREAK, match.group()))
            size = breaks - 1 if groups["escaped"] else max(breaks - 1, 1)
        else:
            size = 1 if groups.get("pair") else stop - begin
        if size:
            yield Stretch(at, size, begin, stop)
        at += size


_WORD = re.compile(r"[^ \t\r\n]+")


def _of_block(text: str, start: int, scalar: Scalar) -> Iterator[Stretch]:
    """Yield the words of a block scalar: they are written as they are, and in the same order."""
    written = _WORD.finditer(text, start, scalar.end)
    for said, there in zip(_WORD.finditer(scalar.value), written, strict=False):
        yield Stretch(said.start(), said.end() - said.start(), *there.span())
