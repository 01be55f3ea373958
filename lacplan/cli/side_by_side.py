"""An edited text twice: the old state on the left, the new one on the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.segment import Segment

from lacplan.cli.paper import DIM, Paper
from lacplan.cli.printable import printable
from lacplan.cli.wrap import Line, broken, width_of
from lacplan.diff.change import Mark, Run

_NARROWEST = 80
"""With fewer cells the two states stand one below the other."""

_INDENT = 2
_RULE = " │ "


def head(old: str, new: str, paper: Paper) -> Iterator[Segment]:
    """Yield the line that says which draft stands on which side."""
    if paper.width < _NARROWEST:
        yield from paper.head()
        return
    left, right = (Line([(printable(ref), None)]) for ref in (old, new))
    for line in _beside(left, right, paper):
        yield from line
    yield Segment(f"{'─' * paper.width}\n", DIM)


def columns(runs: Sequence[Run], paper: Paper) -> Iterator[Segment]:
    """Yield what *runs* tell of a text: paragraph by paragraph, where there is room for two."""
    if paper.width < _NARROWEST:
        for name, text in zip(("old", "new"), _states(runs, paper), strict=True):
            body = [(f"{' ' * _INDENT}{name}: ", DIM), *text]
            yield from paper.row(body, hang=2 * _INDENT)
        return
    for block in _blocks(runs):
        for line in _beside(*_states(block, paper), paper):
            yield from line


def _states(runs: Sequence[Run], paper: Paper) -> tuple[Line, Line]:
    """Return the old text with what is gone from it, and the new one with what is new in it."""
    return (
        paper.pieces(run for run in runs if run.mark is not Mark.ADDED),
        paper.pieces(run for run in runs if run.mark is not Mark.DELETED),
    )


def _beside(left: Line, right: Line, paper: Paper) -> Iterator[list[Segment]]:
    margin = paper.margin + _INDENT
    half = (paper.width - margin - len(_RULE)) // 2
    olds, news = (broken(each, first=half, rest=half) for each in (left, right))
    for old, new in zip_longest(olds, news, fillvalue=Line()):
        yield [
            Segment(" " * margin),
            *(Segment(*piece) for piece in old),
            Segment(" " * (half - width_of(old))),
            Segment(_RULE.rstrip() if not new else _RULE, DIM),
            *(Segment(*piece) for piece in new),
            Segment("\n"),
        ]


def _blocks(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield *runs* paragraph by paragraph, parted where both states have a blank line."""
    block: list[Run] = []
    for run in runs:
        if run.mark is not Mark.KEPT:
            block.append(run)
            continue
        first, *others = _paragraphs(run.text)
        block.append(Run(Mark.KEPT, first))
        for other in others:
            yield block
            block = [Run(Mark.KEPT, other)]
    if any(run.text for run in block):
        yield block


def _paragraphs(text: str) -> list[str]:
    parts = [""]
    for line in text.splitlines(keepends=True):
        if line.strip() or not parts[-1].endswith("\n"):
            parts[-1] += line
        else:
            parts.append("")
    return [part.strip("\n") if len(parts) > 1 else part for part in parts]
