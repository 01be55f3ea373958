"""The arguments and options that several commands share, and how a shell completes them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from lacplan.errors import LacplanError


def complete_ref(incomplete: str) -> Iterator[str]:
    """Yield the plans, or the versions of the plan, whose references go on from *incomplete*."""
    import os

    from lacplan.store.drafts import version_refs, workspace_refs

    named = os.environ.get("LACPLAN_DRAFTS")
    drafts = Path(named) if named else None
    try:
        name, at, _ = incomplete.partition("@")
        refs = version_refs(name, drafts) if at else workspace_refs(drafts)
    except LacplanError:
        return
    yield from (ref for ref in refs if ref.startswith(incomplete))


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
