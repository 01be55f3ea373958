"""``lacplan merge``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer_raw, say
from lacplan.cli.options import Drafts, OutputFile, complete_ref
from lacplan.cli.printable import printable
from lacplan.errors import Exit

if TYPE_CHECKING:
    from lacplan.store.drafts import Source


def merge(
    ours: Annotated[
        str,
        typer.Argument(
            help="The draft whose layout is kept: NAME, NAME@LABEL, NAME@REVISION, or a path.",
            metavar="OURS",
            autocompletion=complete_ref,
            show_default=False,
        ),
    ],
    theirs: Annotated[
        str,
        typer.Argument(
            help="The other draft, likewise.",
            metavar="THEIRS",
            autocompletion=complete_ref,
            show_default=False,
        ),
    ],
    base: Annotated[
        str | None,
        typer.Option(
            help="The draft that both come from; git is asked where none is named.",
            metavar="BASE",
            autocompletion=complete_ref,
        ),
    ] = None,
    output: OutputFile = None,
    drafts: Drafts = None,
) -> None:
    """Merge two drafts by meaning. Exit with 1 if a person must decide something.

    What that is stands in the result as git's conflict markers, around the field or list entry
    alone, and in a table on standard error.
    """
    from lacplan.cli.conflicts_table import report
    from lacplan.cli.merging import companion_in, merge_drafts
    from lacplan.store.drafts import fetch

    sides = [fetch(ref, drafts) for ref in (ours, theirs)]
    raw = fetch(base, drafts).raw if base is not None else _ancestor(sides, drafts)
    path = sides[0].path
    kind = companion_in(path, sides[0].raw) if path else None
    found = merge_drafts(raw, sides[0].raw, sides[1].raw, kind=kind)
    if output is None or str(output) == "-":
        answer_raw(found.raw)
    else:
        from lacplan.store.files import write

        write(output, found.raw)
        say(f"Wrote {output}.")
    for line in report(found, printable(sides[0].file)):
        say(line)
    raise typer.Exit(Exit.CLEAN if found.is_clean else Exit.FOUND)


def _ancestor(sides: "list[Source]", drafts: Path | None) -> bytes:
    """Return the draft that both sides come from, as git knows it."""
    from lacplan.store.common_ancestor import common_ancestor

    found = common_ancestor(sides[0], sides[1], drafts)
    if found.others:
        say(
            f"The sides have {found.others + 1} commits in common, neither older than the other; "
            f"{found.commit[:12]} is taken for the base. “git merge” joins them."
        )
    return found.raw
