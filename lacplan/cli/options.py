"""The arguments and options that several commands share, and how a shell completes them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from lacplan.errors import LacplanError


def complete_ref(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """Yield the plans, or the versions of the plan, whose references go on from *incomplete*."""
    from lacplan.store.drafts import version_refs, workspace_refs

    drafts = _drafts(ctx)
    try:
        name, at, _ = incomplete.partition("@")
        refs = version_refs(name, drafts) if at else workspace_refs(drafts)
    except (LacplanError, OSError):
        return
    yield from (ref for ref in refs if ref.startswith(incomplete))


def _drafts(ctx: typer.Context) -> Path | None:
    """Return the folder of drafts that was named on either side of the command, if one was."""
    at: typer.Context | None = ctx
    while at is not None:
        if named := at.params.get("drafts"):
            return Path(named)
        at = at.parent  # type: ignore[assignment]  # it is one of Typer's own, too
    named = os.environ.get("LACPLAN_DRAFTS")
    return Path(named) if named else None


Drafts = Annotated[
    Path | None,
    typer.Option("--drafts", help="The folder of drafts.", metavar="DIR", envvar="LACPLAN_DRAFTS"),
]

Ref = Annotated[
    str,
    typer.Argument(
        help="A draft: NAME, NAME@LABEL, NAME@REVISION, a path, or - for standard input.",
        metavar="REF",
        autocompletion=complete_ref,
        show_default=False,
    ),
]

Name = Annotated[
    str,
    typer.Argument(
        help="The plan's name.",
        metavar="NAME",
        autocompletion=complete_ref,
        show_default=False,
    ),
]

OutputFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="The file to write; else standard output."),
]

InConsultation = Annotated[
    str | None,
    typer.Option(
        "--consultation",
        help="Which consultation, where the plan has several at work.",
        metavar="ID",
        show_default=False,
    ),
]
