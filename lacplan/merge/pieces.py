"""The merged text in pieces: text that is settled, and regions that a person must decide."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from lacplan.document.line import depth, lines

World = Literal["merged", "ours", "theirs"]
"""The text with its conflicts, or what it is once each is decided for one side."""


class Region(NamedTuple):
    """A conflict: whole lines, as each side and the base have them."""

    ours: str
    base: str
    theirs: str


Piece = str | Region


def decided(pieces: Iterable[Piece], world: World) -> str:
    """Return *pieces* as text, each conflict decided for one side."""
    return "".join(
        piece if isinstance(piece, str) else piece.theirs if world == "theirs" else piece.ours
        for piece in pieces
    )


def marked(pieces: Iterable[Piece], size: int, newline: str) -> str:
    """Return *pieces* as text, with git's markers of *size* characters around each conflict.

    Source: git-merge(1), “How conflicts are presented”, the style ``diff3``.
    """
    parts: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            parts.append(piece)
            continue
        named = (("<", " ours", ""), ("|", " base", piece.ours), ("=", "", piece.base))
        for mark, label, above in named:
            parts += [above, f"{mark * size}{label}{newline}"]
        parts += [piece.theirs, f"{'>' * size} theirs{newline}"]
    return "".join(parts)


def region(ours: str, base: str, theirs: str, world: World) -> list[Piece]:
    """Return what stands where the sides differ: one of them, or the conflict."""
    if world != "merged":
        found = ours if world == "ours" else theirs
        return [found] if found else []
    return [Region(ours, base, theirs)]


def shifted(text: str, start: int, to: int, newline: str) -> str:
    """Return whole lines moved from column *start* to column *to*, with other line ends.

    Only comments, and lines that go on inside brackets or quotes, may stand less deep.
    """
    if not text:
        return ""
    moved = []
    for line in lines(text):
        now = depth(line)
        then = now + to - start if now >= start else min(now, to)
        moved.append(" " * then + line[now:] if line.strip(" ") else "")
    return newline.join([*moved, ""])


def shifted_pieces(
    pieces: Iterable[Piece], start: int, to: int, newline: str, *, always: bool = False
) -> list[Piece]:
    """Return *pieces* moved to another column, as `shifted` does.

    Where that is the same they stay as they are, unless *always* other line ends are wanted.
    """
    if start == to and not always:
        return list(pieces)
    return [
        shifted(piece, start, to, newline)
        if isinstance(piece, str)
        else Region(*(shifted(part, start, to, newline) for part in piece))
        for piece in pieces
    ]
