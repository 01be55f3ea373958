"""What the commands about the life of a plan share: how it is named, and what is told of it."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.options import complete_ref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lacplan.history.log import Entry
    from lacplan.render.history.as_json import Subject, Versions
    from lacplan.store.lifetime import Lifetime
    from lacplan.store.tags import VersionTag


class Output(StrEnum):
    """How history is told."""

    TABLE = "table"
    JSON = "json"


PlanRef = Annotated[
    str,
    typer.Argument(
        help="The plan: NAME, or NAME@LABEL or NAME@REVISION to look back from there.",
        metavar="NAME",
        autocompletion=complete_ref,
        show_default=False,
    ),
]


def entries_of(life: "Lifetime") -> "list[Entry]":
    """Return what every commit meant, newest first, with a bar while it takes long."""
    from lacplan.cli.console import progress
    from lacplan.history.log import read_log

    entries = []
    with progress("Reading history", len(life.walk.commits)) as step:
        for entry in read_log(life.walk.commits, life.past):
            entries.append(entry)
            step()
    return entries


def tell_cut(life: "Lifetime") -> None:
    """Say on standard error that history goes further back than this clone, where it does."""
    from lacplan.cli.console import warn

    if life.is_cut:
        warn(
            "This clone is shallow, and what came before is not known here; it comes with: "
            "git fetch --unshallow --tags"
        )


def tell_gaps(life: "Lifetime", entries: "Iterable[Entry]") -> None:
    """Say on standard error what history at hand does not tell: what is cut off or unreadable.

    What a commit that can't be read changed is told of the next that can be, and may be another's.
    """
    from lacplan.cli.console import warn

    tell_cut(life)
    unread = [entry.commit.id[:7] for entry in entries if entry.fault is not None]
    if unread:
        which = f"{len(unread)} commits" if len(unread) > 1 else f"Commit {unread[0]}"
        warn(
            f"{which} can't be read; what changed there is told of the next that can be. "
            f"“lacplan log {life.ref}” says why."
        )


def subject(life: "Lifetime") -> "Subject":
    """Return whose history it is."""
    from lacplan.render.history.as_json import Subject

    return Subject(life.ref, life.name, life.is_cut)


def versions(life: "Lifetime") -> "Versions":
    """Return where the versions of the plan stand among its commits."""
    from lacplan.render.history.as_json import Versions

    published: dict[str, tuple[str, ...]] = {}
    for tag, commit in life.walk.versions:
        published[commit] = (*published.get(commit, ()), _called(tag, life.name))
    first = {commit: _called(tag, life.name) for commit, tag in life.walk.first.items()}
    return Versions(published, first)


def _called(tag: "VersionTag", name: str) -> str:
    """Return what a version is called: its label, or where the plan had another name all of it."""
    return tag.label if tag.name == name else tag.ref
