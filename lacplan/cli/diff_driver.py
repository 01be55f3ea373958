"""``lacplan diff-driver``: what git calls for ``git diff``."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from lacplan.cli.console import answer, console
from lacplan.cli.printable import printable
from lacplan.errors import Exit, LacplanError

if TYPE_CHECKING:
    from lacplan.model.plan import Plan

_NOTHING = "/dev/null"
"""What git names where there is no file; on every system."""


class Colour(StrEnum):
    """Whether the answer is coloured: git knows, and has to be asked."""

    ALWAYS = "always"
    NEVER = "never"


def diff_driver(
    about: Annotated[
        list[str],
        typer.Argument(
            help="PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE [NEW-PATH MESSAGE].",
            metavar="ABOUT...",
        ),
    ],
    color: Annotated[Colour, typer.Option(help="Whether to colour it.")] = Colour.NEVER,
) -> None:
    """Tell what changed in one draft, called as git calls an external diff command.

    “lacplan setup git” has git call it. Exit with 1 where a side can't be read as a draft: then
    only its lines can be compared, and git does that better.
    """
    if len(about) == 1:
        answer(f"{printable(about[0])}: two sides of a merge are still to be joined.\n")
        return
    if len(about) not in (7, 9):
        raise LacplanError("Git names 7 or 9 things; these are others.", hint="Use lacplan diff.")
    change = _Change.of(about)
    coloured = color is Colour.ALWAYS
    answer(_bold(f"lacplan diff {change.heading}", coloured))
    try:
        old, new = _Side.of(change.old, "old"), _Side.of(change.new, "new")
    except _Unreadable as error:
        answer(f"{error} Its lines:\n")
        raise typer.Exit(Exit.FOUND) from None
    _tell(old, new, coloured)


class _Change(NamedTuple):
    """One changed file, as git tells of it.

    Source: git(1), ``GIT_EXTERNAL_DIFF``; a renaming is told by two words more.
    """

    heading: str
    old: Path | None
    new: Path | None

    @classmethod
    def of(cls, about: list[str]) -> "_Change":
        path, old, _, old_mode, new, _, new_mode, *renaming = about
        heading = printable(path)
        if renaming:
            heading += f" → {printable(renaming[0])}"
        if old == _NOTHING:
            heading += " (new)"
        elif new == _NOTHING:
            heading += " (deleted)"
        elif old_mode != new_mode:
            heading += f" (mode {printable(old_mode)} → {printable(new_mode)})"
        sides = (None if each == _NOTHING else Path(each) for each in (old, new))
        return cls(heading, *sides)


class _Unreadable(Exception):  # noqa: N818  # it says what a side is
    """A side that is no draft, or does not parse."""


class _Side(NamedTuple):
    """One side of the change: a draft, or none."""

    plan: "Plan | None"
    faults: int = 0

    @classmethod
    def of(cls, file: Path | None, which: str) -> "_Side":
        from lacplan.document.parse import parse_bytes
        from lacplan.model.decode import decode
        from lacplan.store.files import read

        if file is None:
            return cls(None)
        document = parse_bytes(read(file))
        decoded = decode(document)
        faults = (*document.faults, *decoded.faults)
        if decoded.plan is None:
            line, column = document.position(faults[0].span.start)
            place = f"The {which} side can't be read as a draft (line {line}, column {column}): "
            raise _Unreadable(place + printable(faults[0].message))
        return cls(decoded.plan, len(faults))


def _tell(old: _Side, new: _Side, coloured: bool) -> None:
    from lacplan.cli import changes_table
    from lacplan.diff.compare import diff
    from lacplan.render.changes.names import Side

    for which, side in (("old", old), ("new", new)):
        if side.faults:
            word = "fault" if side.faults == 1 else "faults"
            answer(f"The {which} side has {side.faults} {word}; what is faulty may be missing.\n")
    some = old.plan or new.plan
    if some is None:
        raise LacplanError("Neither side is a file.", hint="Use lacplan diff.")
    before, after = old.plan or _nothing_of(some), new.plan or _nothing_of(some)
    found = diff(before, after)
    if not found.changes:
        answer("Nothing changed in meaning: layout or comments only.\n\n")
        return
    paper = console(colour=coloured)
    for part in changes_table.report(
        found, Side("old", before), Side("new", after), side_by_side=False
    ):
        paper.print(part, crop=False)
    paper.print()


def _nothing_of(plan: "Plan") -> "Plan":
    """Return the empty plan that all of *plan* was added to, or that is left of it."""
    return type(plan)(
        format=plan.format,
        name=plan.name,
        title="",
        language=plan.language,
        stage=plan.stage,
        levels=plan.levels,
    )


def _bold(text: str, coloured: bool) -> str:
    return f"\x1b[1m{text}\x1b[m\n" if coloured else f"{text}\n"
