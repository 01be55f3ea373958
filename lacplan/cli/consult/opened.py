"""Opening a consultation, for the commands that work on one."""

from typing import TYPE_CHECKING

from lacplan.cli.console import warn
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from pathlib import Path

    from lacplan.model.comment import Comment
    from lacplan.model.group import Group
    from lacplan.store.consultations import ConsultationFolder
    from lacplan.store.drafts import Source


def opened(name: str, id: str | None, drafts: "Path | None") -> "ConsultationFolder":
    """Return the consultation *id* of the plan *name*; its only one at work for ``None``.

    There is a word on standard error where lines of its comments are damaged.

    Raises:
        LacplanError: There is none, or there are several.
    """
    from lacplan.store.consultations import find_consultation
    from lacplan.store.workspace import find_workspace

    workspace = find_workspace(drafts)
    workspace.path(name)  # says so where there is no such plan
    return find_consultation(workspace.folder / name, id)


def consulted(
    name: str, id: str | None, drafts: "Path | None"
) -> "tuple[ConsultationFolder, Source]":
    """Return a consultation, as `opened` does, and the version that is consulted.

    Raises:
        LacplanError: There is none, or the version is missing or is not the one that was consulted.
    """
    from lacplan.model.encode import digest
    from lacplan.store.drafts import fetch

    folder = opened(name, id, drafts)
    asked = folder.consultation
    source = fetch(f"{name}@{asked.version}", drafts)
    if digest(source.plan) != asked.digest:
        raise LacplanError(
            f"“{name}@{asked.version}” is not what was consulted: its digest is another.",
            hint=f"“lacplan version verify {name}” tells more; get the version that was published.",
        )
    return folder, source


def warn_of_damage(folder: "ConsultationFolder") -> None:
    """Say on standard error how many lines of a consultation can't be read."""
    lines = sum(line.record is None for line in folder.lines)
    links = sum(line.link is None for line in folder.link_lines)
    for count, what in ((lines, "comments"), (links, "links.csv")):
        if count:
            word = "line" if count == 1 else "lines"
            name = folder.plan.name
            warn(
                f"{count} {word} of {what} can't be read and {'is' if count == 1 else 'are'} left "
                f"out; “lacplan consult check {name}” tells which."
            )


def want_comment(folder: "ConsultationFolder", id: str) -> "Comment":
    """Return the comment *id* as it reads now.

    Raises:
        LacplanError: There is none; the nearest is offered.
    """
    found = folder.ledger.by_id.get(id)
    if found is None:
        guess = nearest(id, folder.ledger.by_id)
        hint = f"Did you mean “{guess}”?" if guess else "“lacplan consult export” lists them."
        raise LacplanError(f"There is no comment “{id}”.", hint=hint)
    return found


def group_of(folder: "ConsultationFolder") -> "Group":
    """Return the group of the plan that is consulted on; an empty one where there is none."""
    from lacplan.model.companions import GROUP
    from lacplan.model.group import Group
    from lacplan.store.companions import CompanionFile
    from lacplan.store.files import read, shown

    path = folder.plan / GROUP.file
    if not path.is_file():
        return Group()
    found = CompanionFile(GROUP, shown(path), read(path)).read.value
    return found if isinstance(found, Group) else Group()
