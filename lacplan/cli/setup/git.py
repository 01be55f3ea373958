"""``lacplan setup git``."""

import shlex
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, say
from lacplan.cli.options import Drafts
from lacplan.cli.printable import printable
from lacplan.cli.started import started_with
from lacplan.errors import Exit, LacplanError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lacplan.store.git_setup import Part


def git(
    undo: Annotated[bool, typer.Option("--undo", help="Take it all out again.")] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Only tell what is missing or stale; exit with 1 if anything."
        ),
    ] = False,
    drafts: Drafts = None,
) -> None:
    """Have git speak of drafts by their meaning, in this clone.

    “git diff” then prints what changed in meaning, and so do “git log -p” and “git show” with
    --ext-diff; without it they compare a line a field. It writes lines to .gitattributes, to be
    committed, and keys to this clone's configuration, and nothing else.
    """
    from lacplan.store import git_setup
    from lacplan.store.commit import find_place

    if undo and check:
        raise LacplanError("--undo and --check do not go together.", hint="Leave one out.")
    place = find_place(drafts)
    lacplan = shlex.join(started_with())
    if undo:
        _tell_undone(git_setup.undo(place))
        return
    if not check:
        _tell_written(git_setup.set_up(place, lacplan))
    parts = git_setup.check(place, lacplan)
    if check:
        answer("".join(f"{_sign(part)} {_said(part)}\n" for part in parts))
    wrong = [part for part in parts if part.state is not git_setup.State.THERE]
    if wrong and check and any(part.state is not git_setup.State.OVERRULED for part in wrong):
        say("“lacplan setup git” writes what is missing or stale.")
    for part in wrong:
        if part.state is git_setup.State.OVERRULED:
            say(f"Other attributes overrule “{printable(part.what)}”: see git check-attr -a, and "
                ".gitattributes below the top or .git/info/attributes.")  # fmt: skip
    raise typer.Exit(Exit.FOUND if wrong else Exit.CLEAN)


def _tell_written(parts: "tuple[Part, ...]") -> None:
    if not parts:
        answer("All of it is there already; nothing was written.\n")
        return
    answer(_told(parts, "Wrote to .gitattributes:", "Set in this clone's configuration:"))
    if any(part.in_attributes for part in parts):
        answer(
            "Commit .gitattributes, so that others have it too; each runs “lacplan setup git” "
            "in a clone once.\n"
        )


def _tell_undone(parts: "tuple[Part, ...]") -> None:
    if not parts:
        answer("Nothing of it was there.\n")
        return
    answer(_told(parts, "Took out of .gitattributes:", "Took out of this clone's configuration:"))


def _told(parts: "Iterable[Part]", attributes: str, configuration: str) -> str:
    parts = tuple(parts)
    lines = []
    for in_attributes, heading in ((True, attributes), (False, configuration)):
        of_it = [part for part in parts if part.in_attributes is in_attributes]
        if of_it:
            lines += [heading, *(f"  {_what(part)}" for part in of_it)]
    return "".join(f"{line}\n" for line in lines)


def _what(part: "Part") -> str:
    return printable(f"{part.what} {part.value}" if part.in_attributes else part.what)


def _sign(part: "Part") -> str:
    from lacplan.store.git_setup import State

    return "✔" if part.state is State.THERE else "✖"


def _said(part: "Part") -> str:
    where = ".gitattributes" if part.in_attributes else "configuration"
    return f"{part.state.value:9}  {where:14}  {_what(part)}"
