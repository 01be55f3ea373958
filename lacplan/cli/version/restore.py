"""``lacplan version restore``."""

from typing import Annotated

import typer

from lacplan.cli.console import answer
from lacplan.cli.options import Drafts, complete_ref


def restore(
    ref: Annotated[
        str,
        typer.Argument(
            help="The older draft: NAME@LABEL, or NAME@REVISION.",
            metavar="REF",
            autocompletion=complete_ref,
            show_default=False,
        ),
    ],
    force: Annotated[
        bool,
        typer.Option("--force", help="Even over what is in no commit; a copy of that is kept."),
    ] = False,
    drafts: Drafts = None,
) -> None:
    """Put an older draft back into the working tree. Nothing is committed."""
    from lacplan.store.restore import restore as put_back

    done = put_back(ref, drafts, force=force)
    name = ref.partition("@")[0]
    if not done.changed:
        answer(f"{done.path} is as in {ref} already.\n")
        return
    answer(f"{done.path} is as in {ref} again.\n")
    if done.kept:
        answer(f"What it held before is kept in {done.kept}\n")
    answer(f"Next: lacplan diff {name}@HEAD {name}, then lacplan save {name}\n")
