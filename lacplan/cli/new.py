"""``lacplan new``."""

from pathlib import Path
from typing import Annotated

import typer

from lacplan.cli.console import answer
from lacplan.cli.options import Drafts
from lacplan.errors import LacplanError


def new(
    name: Annotated[str, typer.Argument(help="The plan's name, such as lac-2030.")],
    language: Annotated[
        str, typer.Option(help="The language that it is written in (BCP 47).", metavar="TAG")
    ] = "en",
    drafts: Drafts = None,
) -> None:
    """Start a new plan: a commented draft that validates clean, to be overwritten bit by bit."""
    from json import dumps

    from lacplan.model.schema import schema
    from lacplan.store.files import write
    from lacplan.store.starter import SCHEMA_FILE, starter
    from lacplan.store.workspace import Workspace, find_workspace
    from lacplan.vocab.languages import language_fault

    fault = language_fault(language)
    if fault:
        raise LacplanError(fault, hint="Write a BCP 47 tag, such as es, pt-BR or en.")
    text = starter(name, language)
    try:
        workspace = find_workspace(drafts)
    except LacplanError:
        workspace = Workspace(drafts or Path("drafts"))
    if workspace.has(name):
        message = f"There is a plan “{name}” already: {workspace.path(name)}."
        raise LacplanError(
            message, hint=f"Choose another name, or go on with “lacplan show {name}”."
        )
    workspace.create()
    path = workspace.folder / f"{name}.yaml"
    write(path, text.encode(), over=False)
    write(
        workspace.folder / SCHEMA_FILE,
        (dumps(schema(), ensure_ascii=False, indent=1) + "\n").encode(),
    )
    answer(f"Wrote {path} and, for editors, {workspace.folder / SCHEMA_FILE}.\n")
    answer(f"Next: open it, then run “lacplan validate {name}”.\n")
