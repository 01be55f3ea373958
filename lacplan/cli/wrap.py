"""Styled text, broken into the lines of a terminal: in any script, and fast over many thousands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from rich.style import Style

Piece = tuple[str, "Style | None"]
"""Text of one style. A line feed in it ends the line; ``BREAK`` is a place where one may end."""

Line = list[Piece]

BREAK = "\u200b"
"""Zero width space."""

_STARTS_NO_LINE = frozenset(
    "、。，．：；？！）」』】》〉〕”’…·ー々％ぁぃぅぇぉっゃゅょァィゥェォッャュョ.,:;?!)]}%"
)
_ENDS_NO_LINE = frozenset("（「『【《〈〔“‘￥＄")
_OPENED = ("[-", "{+")
_CLOSES = ("-]", "+}")


def cells(text: str) -> int:
    """Return how many cells of a terminal *text* takes."""
    return len(text) if text.isascii() else cell_len(text)


def width_of(line: Iterable[Piece]) -> int:
    """Return how many cells a line takes."""
    return sum(cells(text) for text, _ in line)


def broken(pieces: Sequence[Piece], *, first: int, rest: int) -> list[Line]:
    """Return *pieces* as lines of at most *first* cells, and of at most *rest* after that one."""
    if width_of(pieces) <= first and not any("\n" in text or BREAK in text for text, _ in pieces):
        return [list(pieces)]
    lines = _Lines(first, rest)
    for word in _words(pieces):
        lines.add(word)
    return lines.done


class _Word:
    """What must not be broken, with the space before it."""

    __slots__ = ("breaks", "pieces", "space", "width")

    def __init__(self, space: Piece | None = None, *, breaks: bool = False) -> None:
        self.space = space
        self.breaks = breaks
        """Whether it begins a line in any case."""

        self.pieces: Line = []
        self.width = 0


class _Lines:
    """Lines while they are being filled."""

    def __init__(self, first: int, rest: int) -> None:
        self.done: list[Line] = [[]]
        self.room, self.rest = first, rest
        self.left = first

    def add(self, word: _Word) -> None:
        begun = bool(self.done[-1]) or len(self.done) == 1  # what leads the text stays
        space = cells(word.space[0]) if word.space and begun else 0
        if word.breaks or (space + word.width > self.left and self.done[-1]):
            self._next()
            space = 0
        if space and word.space:
            self._put(word.space, space)
        if word.width <= self.left:
            for piece in word.pieces:
                self._put(piece, cells(piece[0]))
        else:
            for text, style in word.pieces:
                self._chop(text, style)

    def _chop(self, text: str, style: Style | None) -> None:
        """Put a word that is longer than a line, letter by letter."""
        for letter in text:
            width = cells(letter)
            if width > self.left and self.done[-1]:
                self._next()
            self._put((letter, style), width)

    def _put(self, piece: Piece, width: int) -> None:
        line = self.done[-1]
        if line and line[-1][1] is piece[1]:
            line[-1] = (line[-1][0] + piece[0], piece[1])
        else:
            line.append(piece)
        self.left -= width

    def _next(self) -> None:
        self.done.append([])
        self.left = self.rest


def _words(pieces: Iterable[Piece]) -> Iterator[_Word]:
    word, before = _Word(), ""
    for text, style in pieces:
        for part in _parts(text):
            if part == "\n":
                if word.pieces or word.breaks:
                    yield word
                word = _Word(breaks=True)
            elif part == BREAK or part[0] == " ":
                if word.pieces:
                    yield word
                    word = _Word()
                if part != BREAK:
                    word.space = (part, style)
            else:
                if word.pieces and _may_break(before, part):
                    yield word
                    word = _Word()
                word.pieces.append((part, style))
                word.width += cells(part)
            before = part
    if word.pieces:
        yield word


@cache
def _splitter() -> Callable[[str], list[str]]:
    return re.compile(f"\n| +|{BREAK}|[^\n {BREAK}]+").findall


def _parts(text: str) -> Iterator[str]:
    """Yield *text* in parts: line feeds, spaces, words, and each wide letter by itself.

    A regular expression that knows the wide letters would take longer to compile than most reports
    take to print.
    """
    for word in _splitter()(text):
        if word.isascii() or cell_len(word) == len(word):
            yield word
        else:
            yield from _letters(word)


def _letters(word: str) -> Iterator[str]:
    part, wide = "", False
    for letter in word:
        width = cell_len(letter)
        if part and width and (wide or width == 2):
            yield part
            part = ""
        part += letter
        wide = width == 2 or (wide and not width)
    yield part


def _may_break(before: str, part: str) -> bool:
    """Tell whether a line may end between two parts that no space stands between."""
    if cells(before[-1]) < 2 and cells(part[0]) < 2:
        return False
    if before[-1] in _ENDS_NO_LINE or before.endswith(_OPENED):
        return False
    return part[0] not in _STARTS_NO_LINE and not part.startswith(_CLOSES)
