"""``lacplan save``."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, console, tell, telling
from lacplan.cli.options import Drafts, complete_ref
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from lacplan.consult.progress import Kept
    from lacplan.store.commit import Place
    from lacplan.store.drafts import Source
    from lacplan.store.repository import Repository
    from lacplan.store.worktree import Pending

_FEW = 3
"""Files that are no more are named, and not counted."""


def save(
    name: Annotated[
        str,
        typer.Argument(help="The plan's name.", metavar="NAME", autocompletion=complete_ref),
    ],
    message: Annotated[
        str | None,
        typer.Option(
            "--message",
            "-m",
            help="What was done; where it is left out, it is made from the changes.",
            metavar="TEXT",
        ),
    ] = None,
    push: Annotated[
        bool, typer.Option("--push", help="Push the branch to its remote, too.")
    ] = False,
    drafts: Drafts = None,
) -> None:
    """Show what changed in a plan and beside it, and commit its files and nothing else.

    These are NAME.yaml, or everything under NAME/. A draft with errors is not saved.
    """
    from lacplan.cli.checking import check, errors_in
    from lacplan.store.commit import open_place
    from lacplan.store.drafts import fetch
    from lacplan.store.save import branch_for, unsaved
    from lacplan.store.save import save as commit

    with open_place(drafts) as place:
        files = unsaved(place, name)
        source = fetch(name, drafts)
        if files:
            branch = branch_for(place.repository)
            errors = errors_in(source, check(source))
            if errors:
                raise errors
            old = _before(source, drafts)
            told = _told(source, old, files, place)
            subject = (message or "").strip() or f"{name}: {told}"
            with telling():
                saved = commit(place.repository, files, subject)
            tell(saved.said)
            answer(f"Saved {named(files)} on {branch} as {saved.commit[:12]}.\n")
        else:
            answer(f"Nothing to save: {name} is as in the last commit.\n")
        if push:
            _push(place.repository)


def _told(
    source: "Source", old: "Source | None", files: "Sequence[Pending]", place: "Place"
) -> str:
    """Print what changed in the draft and beside it, and return it in a few words."""
    draft = place.repository.path_of(source.path) if source.path else None
    others = [each for each in files if each.path not in (draft, old.file if old else None)]
    parts = [_show_changes(source, old)] if draft in [each.path for each in files] else []
    if others:
        parts.append(_show_beside(source, old, others))
    return "; ".join(parts)


def _show_beside(source: "Source", old: "Source | None", files: "Sequence[Pending]") -> str:
    """Print what happened in *files*, which lie beside the draft, and return it in a line."""
    from lacplan.cli.printable import printable
    from lacplan.consult.progress import Kept, progress
    from lacplan.render.community.progress import brief

    steps = brief(progress(_kept(old) if old else Kept(), _kept(source)))
    rest = [each for each in files if not (steps and _is_companion(each.path))]
    told = ", ".join(each for each in (steps, named(rest)) if each)
    answer(f"Beside the draft: {printable(told)}\n\n")
    return told


def _kept(source: "Source") -> "Kept":
    """Return what lies beside the draft of *source*, as far as it can be read."""
    from lacplan.consult.progress import Kept
    from lacplan.model.companions import CONTRIBUTIONS, GROUP
    from lacplan.model.group import Group
    from lacplan.store.companions import companion
    from lacplan.store.consultations import consultations_beside

    group, brought = (companion(source.beside, kind) for kind in (GROUP, CONTRIBUTIONS))
    contributions = brought.read.value if brought else None
    consultations = {}
    for each in consultations_beside(source.beside):
        with suppress(LacplanError):  # the last commit may lack what this one brings back
            consultations[each.id] = each.readable
    return Kept(
        (group.read.value if group else None) or Group(),
        contributions.contributions if contributions else (),
        consultations,
    )


def _is_companion(path: str) -> bool:
    """Tell whether what happens in the file at *path* is told by what it holds."""
    from lacplan.model.companions import COMPANIONS

    names = {each.file for each in COMPANIONS}
    return path.rpartition("/")[2] in names or "/consultations/" in path


def _show_changes(source: "Source", old: "Source | None") -> str:
    """Print what changed in the draft itself since *old*, and return it in a few words."""
    from lacplan.diff.compare import diff
    from lacplan.render.changes.brief import brief
    from lacplan.render.changes.names import Side

    if old is None:
        counts = Counter(item.level for item in source.plan.walk())
        told = ", ".join(
            f"{counts[at]} {level.key}" for at, level in enumerate(source.plan.levels) if counts[at]
        )
        answer(f"New: {source.file}: {told or 'no items'}\n\n")
        return f"begin with {told or 'no items'}"
    found = diff(old.plan, source.plan)
    if not found.changes and old.file != source.file:
        answer(f"{source.file}: moved from {old.file}; it says what it said\n\n")
        return "moved into its folder" if source.beside else f"moved to {source.file}"
    if not found.changes:
        answer(f"{source.file}: comments or layout alone\n\n")
        return "comments and layout"
    from lacplan.cli.changes_table import report

    sides = Side(old.ref, old.plan), Side(source.ref, source.plan)
    for part in report(found, *sides, side_by_side=False):
        console().print(part, crop=False)
    answer("\n")
    return brief(found.changes)


def _before(source: "Source", drafts: Path | None) -> "Source | None":
    """Return the draft of the last commit; ``None`` where it has none that can be read."""
    from lacplan.store.drafts import fetch

    try:
        found = fetch(f"{source.name}@HEAD", drafts)
        _ = found.plan
    except LacplanError:
        return None
    return found


def named(files: "Sequence[Pending]") -> str:
    """Return the paths of a few *files*, or how many there are."""
    if len(files) > _FEW:
        return f"{len(files):,} files"
    return ", ".join(each.path for each in files)


def _push(repository: "Repository") -> None:
    from lacplan.store.save import push

    with telling("What is saved is here, and not shared."):
        tell(push(repository))
