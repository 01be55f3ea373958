"""The part of a merged text that has conflicts: the rest is the same whichever side is chosen."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from lacplan.document.line import line_start
from lacplan.merge.pieces import Piece
from lacplan.merge.side import Side


class Excerpt(NamedTuple):
    """A text, decided for theirs, with those outermost items only that have a conflict in them."""

    text: str
    left_out: frozenset[str]
    """The keys of the outermost items that are not in it."""


def excerpt(pieces: Sequence[Piece], merged: Side) -> Excerpt:
    """Return what is to be proved besides *merged*, which is *pieces* decided for ours."""
    areas = [thing for thing in merged.things.values() if thing.holder is None]
    starts = [line_start(merged.text, thing.node.start) for thing in areas]
    starts.append(_end(merged, starts))
    kept = {place for at, _ in _regions(pieces) for place in _around(at, starts)}
    parts: list[str] = []
    at = 0
    for piece in pieces:
        if isinstance(piece, str):
            parts += _cut(piece, at, starts, kept)
            at += len(piece)
        else:
            parts.append(piece.theirs)
            at += len(piece.ours)
    left_out = {thing.key for place, thing in enumerate(areas) if place not in kept}
    return Excerpt("".join(parts), frozenset(left_out))


def _end(merged: Side, starts: list[int]) -> int:
    """Return where the outermost items end."""
    if not starts:
        return 0
    after = [key.start for key, _ in merged.root.entries if key.start > starts[-1]]
    return line_start(merged.text, after[0]) if after else len(merged.text)


def _regions(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Return from where to where ours has each conflict."""
    found: list[tuple[int, int]] = []
    at = 0
    for piece in pieces:
        text = piece if isinstance(piece, str) else piece.ours
        if not isinstance(piece, str):
            found.append((at, at + len(text)))
        at += len(text)
    return found


def _around(at: int, starts: list[int]) -> set[int]:
    """Return which items the place *at* is in, or between."""
    return {bisect_right(starts, each) - 1 for each in (at, at - 1)}


def _cut(text: str, at: int, starts: list[int], kept: set[int]) -> list[str]:
    """Return *text*, which stands at *at*, without what belongs to items that are not kept."""
    parts: list[str] = []
    end = at + len(text)
    place = bisect_right(starts, at) - 1
    while at < end:
        until = min(end, starts[place + 1]) if place + 1 < len(starts) else end
        if place < 0 or place in kept or place == len(starts) - 1:
            parts.append(text[len(text) - (end - at) : len(text) - (end - until)])
        at = until
        place += 1
    return parts
