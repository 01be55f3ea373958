"""``lacplan new``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer
from lacplan.cli.options import Drafts
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from lacplan.model.companions import Companion
    from lacplan.store.workspace import Workspace


def new(
    name: Annotated[str, typer.Argument(help="The plan's name, such as lac-2030.")],
    language: Annotated[
        str | None,
        typer.Option(
            help="The language that it is written in (BCP 47): en if left out, or that of a plan "
            "that is there. In es, pt and fr, the files begin in that language.",
            metavar="TAG",
            show_default=False,
        ),
    ] = None,
    group: Annotated[
        bool, typer.Option("--group", help="Begin group.yaml beside it: who writes the plan.")
    ] = False,
    contributions: Annotated[
        bool,
        typer.Option("--contributions", help="Begin contributions.yaml: what members brought in."),
    ] = False,
    drafts: Drafts = None,
) -> None:
    """Start a new plan: a commented draft that validates clean, to be overwritten bit by bit.

    With --group or --contributions the plan may be there already; one that is a single file is
    moved into a folder.
    """
    from lacplan.model.companions import CONTRIBUTIONS, GROUP
    from lacplan.store.commit import bare_place
    from lacplan.store.workspace import Workspace, find_workspace
    from lacplan.vocab.languages import language_fault

    bare = bare_place(drafts)
    if bare:
        from lacplan.store.worktree import top_of

        top_of(bare.repository)  # which says what to do
    fault = language_fault(language) if language else None
    if fault:
        raise LacplanError(fault, hint="Write a BCP 47 tag, such as es, pt-BR or en.")
    wanted = ((GROUP, group), (CONTRIBUTIONS, contributions))
    beside = [kind for kind, asked in wanted if asked]
    try:
        workspace = find_workspace(drafts)
    except LacplanError:
        workspace = Workspace(drafts or Path("drafts"))
    for kind in beside:
        _spare(workspace.folder / name / kind.file)
    if not beside or not workspace.has(name):
        _begin_plan(workspace, name, language or "en", in_folder=bool(beside))
    for kind in beside:
        _begin_companion(workspace, name, kind, language or _language(workspace, name))
    answer(f"Next: open it, then run “lacplan validate {name}”.\n")


def _spare(path: Path) -> None:
    """Refuse to begin a file that is there.

    Raises:
        LacplanError: It is.
    """
    if path.exists():
        message = f"“{path}” is there already."
        raise LacplanError(message, hint="Go on with it; “lacplan validate” judges it too.")


def _begin_plan(workspace: "Workspace", name: str, language: str, *, in_folder: bool) -> None:
    from lacplan.model.schema import schema
    from lacplan.store.files import write
    from lacplan.store.folder import as_folder
    from lacplan.store.starter import SCHEMA_FILE, starter

    text = starter(name, language)
    if workspace.has(name):
        message = f"There is a plan “{name}” already: {workspace.path(name)}."
        raise LacplanError(
            message, hint=f"Choose another name, or go on with “lacplan show {name}”."
        )
    workspace.create()
    path = workspace.folder / f"{name}.yaml"
    write(path, text.encode(), over=False)
    if in_folder:
        path = as_folder(workspace, name) / "plan.yaml"
    write(workspace.folder / SCHEMA_FILE, _json(schema()))
    answer(f"Wrote {path} and, for editors, {workspace.folder / SCHEMA_FILE}.\n")


def _language(workspace: "Workspace", name: str) -> str:
    """Return the language of the plan *name*: English where that can't be read."""
    from lacplan.store.drafts import fetch

    try:
        return fetch(name, workspace.folder).plan.language
    except LacplanError:
        return "en"


def _begin_companion(workspace: "Workspace", name: str, kind: "Companion", language: str) -> None:
    from lacplan.model.schema import companion_schema
    from lacplan.store.files import write
    from lacplan.store.folder import as_folder
    from lacplan.store.starter import companion_starter, schema_file

    before = workspace.path(name)
    folder = as_folder(workspace, name)
    path = folder / kind.file
    if before != folder / "plan.yaml":
        answer(f"Moved {before} to {folder / 'plan.yaml'}.\n")
    write(path, companion_starter(kind, name, language).encode(), over=False)
    schema = workspace.folder / schema_file(kind)
    write(schema, _json(companion_schema(kind)))
    answer(f"Wrote {path} and, for editors, {schema}.\n")


def _json(schema: object) -> bytes:
    from json import dumps

    return (dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
