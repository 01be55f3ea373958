"""Opening a consultation, for the commands that work on one."""

from typing import TYPE_CHECKING

from lacplan.cli.console import warn
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from pathlib import Path

    from lacplan.model.comment import Comment
    from lacplan.model.group import Group
    from lacplan.store.consultations import ConsultationFolder, Consulted
    from lacplan.store.drafts import Source

_SHOWN = 5
"""How many comments of a submission are named."""


def opened(name: str, id: str | None, drafts: "Path | None") -> "ConsultationFolder":
    """Return the consultation *id* of the plan *name*; its only one at work for ``None``.

    There is a word on standard error where lines of its comments are damaged.

    Raises:
        LacplanError: There is none, or there are several.
    """
    from lacplan.store.consultations import find_consultation
    from lacplan.store.workspace import find_workspace

    plan, at, _ = name.partition("@")
    if at and "/" not in name:
        message = f"“{name}” lies in git's history, and what was recorded there stays as it is."
        raise LacplanError(message, hint=f"Name the plan alone, to work on it as it is now: {plan}")
    workspace = find_workspace(drafts)
    workspace.path(name)  # says so where there is no such plan
    return find_consultation(workspace.folder / name, id)


def looked_at(ref: str, id: str | None, drafts: "Path | None") -> "tuple[Consulted, Source]":
    """Return a consultation as it lies beside the draft that *ref* names, and that draft.

    This is for commands that only read: what lies beside a draft of a commit is that commit's.

    Raises:
        LacplanError: There is none, or there are several.
    """
    from lacplan.store.consultations import chosen, consultations_beside
    from lacplan.store.drafts import fetch

    source = fetch(ref, drafts)
    found = consultations_beside(source.beside)
    name = source.name or source.ref
    if not found and source.commit:
        hint = "Name a later commit, or the working draft, by the name alone."
        raise LacplanError(f"“{ref}” has no consultation in {source.drafts}.", hint=hint)
    if not found and source.name is None:
        hint = "Name the plan, or the path of its plan.yaml: it is looked for beside that."
        raise LacplanError("What comes from standard input has no consultation.", hint=hint)
    if not found:
        hint = f"Open one: lacplan consult open {name} --version draft-01 --closes DATE"
        raise LacplanError(f"“{name}” has no consultation.", hint=hint)
    return chosen(found, ref, id), source


def consulted(
    name: str, id: str | None, drafts: "Path | None"
) -> "tuple[ConsultationFolder, Source]":
    """Return a consultation, as `opened` does, and the version that is consulted.

    Raises:
        LacplanError: There is none, or the version is missing or is not the one that was consulted.
    """
    folder = opened(name, id, drafts)
    return folder, text_asked(folder, name, drafts)


def text_asked(found: "Consulted", name: str, drafts: "Path | None") -> "Source":
    """Return the version of the plan *name* that is consulted.

    Raises:
        LacplanError: It is missing, or it is not the one that was consulted.
    """
    from lacplan.model.encode import digest
    from lacplan.store.drafts import fetch

    asked = found.consultation
    try:
        source = fetch(f"{name}@{asked.version}", drafts)
    except LacplanError as error:
        message = f"The version that was consulted, “{name}@{asked.version}”, is not here."
        hint = "Get its tag back: git fetch --tags. “lacplan version list” tells which are here."
        raise LacplanError(message, hint=hint) from error
    if digest(source.plan) != asked.digest:
        raise LacplanError(
            f"“{name}@{asked.version}” is not what was consulted: its digest is another.",
            hint=f"“lacplan version verify {name}” tells more; get the version that was published.",
        )
    return source


def warn_of_damage(found: "Consulted", ref: str | None = None) -> None:
    """Say on standard error how many lines of a consultation can't be read.

    Args:
        found: The consultation.
        ref: What the user named the plan's draft; the plan's name where left out.
    """
    lines = sum(line.record is None for line in found.lines)
    links = sum(line.link is None for line in found.link_lines)
    for count, what in ((lines, "comments"), (links, "links.csv")):
        if count:
            word = "line" if count == 1 else "lines"
            name = ref or found.beside.name
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
        raise LacplanError(f"There is no comment “{id}”.", hint=which_comment(folder, id))
    return found


def want_living(folder: "ConsultationFolder", id: str) -> "Comment":
    """Return the comment *id* as it reads now; one that was erased can't be worked on.

    Raises:
        LacplanError: There is none, or it was erased.
    """
    found = want_comment(folder, id)
    if found.erased:
        hint = "What was erased stays erased; a new comment is brought in with “consult add”."
        raise LacplanError(f"“{id}” was erased on {found.erased}.", hint=hint)
    return found


def which_comment(folder: "ConsultationFolder", id: str) -> str:
    """Return what to do where no comment is called *id*."""
    inside = folder.ledger.submissions.get(id)
    if inside:
        listed = ", ".join(each.id for each in inside[:_SHOWN])
        return f"“{id}” is a submission, of {listed}{', …' if inside[_SHOWN:] else ''}."
    guess = nearest(id, folder.ledger.by_id)
    if guess:
        return f"Did you mean “{guess}”?"
    return f"“lacplan consult export {folder.plan.name}” lists them."


def group_of(found: "Consulted") -> "Group":
    """Return the group of the plan that is consulted on; an empty one where there is none."""
    from lacplan.model.companions import GROUP
    from lacplan.model.group import Group
    from lacplan.store.companions import companion

    file = companion(found.beside, GROUP)
    value = file.read.value if file else None
    return value if isinstance(value, Group) else Group()
