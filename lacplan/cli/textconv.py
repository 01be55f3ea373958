"""``lacplan textconv``: what git calls for the line diffs of ``git log -p`` and ``git show``."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from lacplan.cli.console import answer, answer_raw
from lacplan.cli.printable import printable


def textconv(
    file: Annotated[Path, typer.Argument(help="A file that holds a draft.", metavar="FILE")],
) -> None:
    """Print a draft as a line a field, so that a line diff of it is easily read.

    “lacplan setup git” has git call it. In a draft that a merge left open, the lines in conflict
    stand between git's markers. What can't be read as a draft is printed as it is.
    """
    from lacplan.store.files import read

    raw = read(file)
    lines = _lines(raw)
    if lines is None:
        answer_raw(raw)
    else:
        answer("".join(f"{printable(line)}\n" for line in lines))


def _lines(raw: bytes) -> Iterable[str] | None:
    from lacplan.document.conflicts import wordings
    from lacplan.document.parse import parse, parse_bytes
    from lacplan.render.field_lines import render

    document = parse_bytes(raw)
    sides = wordings(document.text)
    if sides is None:
        return render(document)
    ours, theirs = (render(parse(side)) for side in sides)
    return None if ours is None or theirs is None else _both(ours, theirs)


def _both(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    """Yield the lines of both sides, those that differ between git's markers."""
    from difflib import SequenceMatcher

    for kind, start, end, begin, stop in SequenceMatcher(None, ours, theirs, False).get_opcodes():
        if kind == "equal":
            yield from ours[start:end]
        else:
            yield from ("<<<<<<< ours", *ours[start:end], "=======", *theirs[begin:stop])
            yield ">>>>>>> theirs"
