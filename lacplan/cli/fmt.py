"""``lacplan fmt``."""

from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, fail, progress, say
from lacplan.cli.options import Drafts, complete_ref
from lacplan.errors import Exit, LacplanError

if TYPE_CHECKING:
    from lacplan.document.tree import Document
    from lacplan.store.drafts import Source


def fmt(
    refs: Annotated[
        list[str] | None,
        typer.Argument(
            help="Drafts to format: plans' names, or paths, or - for standard input, which is "
            "then written to standard output. Every draft of the workspace where none is named.",
            metavar="[REF]...",
            autocompletion=complete_ref,
            show_default=False,
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; exit with 1 if a draft would be changed."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; show what would change, line by line.")
    ] = False,
    drafts: Drafts = None,
) -> None:
    """Bring drafts into one canonical layout: same meaning, same comments.

    Fields come in the order of the format, quotes where another reader would need them, and each
    sentence of a longer text begins a line of its own, so that a change in one sentence touches
    that sentence's lines alone. A draft that is laid out so already is not touched.
    """
    from lacplan.store.drafts import workspace_refs

    names = [*dict.fromkeys(refs or workspace_refs(drafts))]
    changed, refused = 0, 0
    with progress("Formatting", len(names)) as step:
        for ref in names:
            try:
                changed += _format(ref, drafts, check=check, diff=diff)
            except LacplanError as error:
                if len(names) == 1 or error.exit is Exit.BUG:
                    raise
                fail(error)
                refused += 1
            step()
    if check or not (diff or refs == ["-"]):
        _sum_up(changed, refused, len(names), check=check)
    if refused:
        raise typer.Exit(Exit.UNABLE)
    raise typer.Exit(Exit.FOUND if check and changed else Exit.CLEAN)


def _format(ref: str, drafts: "Drafts", *, check: bool, diff: bool) -> bool:
    """Format the draft that *ref* names, and tell whether that changes it."""
    from lacplan.cli.editing import open_for_edit, save

    source = open_for_edit(ref, drafts)
    document = _formatted(source)
    is_changed = document is not source.document
    if diff:
        from lacplan.cli.editing import line_diff

        answer(line_diff(source, document) if is_changed else "")
    elif check and is_changed:
        answer(f"{source.file}\n")
    elif not check and (is_changed or source.path is None):
        save(source, document)
        if source.path is not None:
            answer(f"{source.file}\n")
    return is_changed


def _formatted(source: "Source") -> "Document":
    from lacplan.cli.editing import refusal
    from lacplan.edit.format import formatted, obstacle

    _ = source.plan  # or it is no draft
    fault = obstacle(source.document)
    if fault:
        raise refusal(source, fault, "formatted")
    return formatted(source.document)


def _sum_up(changed: int, refused: int, among: int, *, check: bool) -> None:
    """Say on standard error how many drafts were changed, or would be."""
    done = "would be formatted" if check else "formatted"
    parts = [f"{changed} {'draft' if changed == 1 else 'drafts'} {done}"]
    same = among - changed - refused
    if same:
        parts.append(f"{same} laid out so already")
    if refused:
        parts.append(f"{refused} refused")
    say(", ".join(parts))
