"""The arguments and options that several commands share, and how a shell completes them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from lacplan.errors import LacplanError


def complete_ref(incomplete: str) -> Iterator[str]:
    """Yield the plans of the workspace whose names go on from *incomplete*."""
    import os

    from lacplan.store.workspace import find_workspace

    named = os.environ.get("LACPLAN_DRAFTS")
    try:
        names = find_workspace(Path(named) if named else None).names()
    except LacplanError:
        return
    yield from (name for name in names if name.startswith(incomplete))


Drafts = Annotated[
    Path | None,
    typer.Option("--drafts", help="The folder of drafts.", metavar="DIR", envvar="LACPLAN_DRAFTS"),
]

Ref = Annotated[
    str,
    typer.Argument(
        help="A plan's name, or a path.",
        metavar="REF",
        autocompletion=complete_ref,
        show_default=False,
    ),
]
