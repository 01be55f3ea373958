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
            help="Drafts to format, with what lies beside them: plans' names; or single files by "
            "their paths, or - for standard input, which is then written to standard output. Every "
            "draft of the workspace where none is named.",
            metavar="[REF]...",
            autocompletion=complete_ref,
            show_default=False,
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; exit with 1 if a file would be changed."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; show what would change, line by line.")
    ] = False,
    drafts: Drafts = None,
) -> None:
    """Bring drafts into one canonical layout: same meaning, same comments.

    So are their group, contributions, consultations and issues. Fields come in the order of the
    format, quotes where another reader would need them, and each sentence of a longer text begins
    a line of its own, so that a change in one sentence touches that sentence's lines alone. A file
    that is laid out so already is not touched.
    """
    from lacplan.store.drafts import workspace_refs

    names = [*dict.fromkeys(refs or workspace_refs(drafts))]
    files = [each for ref in names for each in _with_beside(ref, drafts)]
    changed, refused = 0, 0
    with progress("Formatting", len(files)) as step:
        for ref in files:
            try:
                changed += _format(ref, drafts, check=check, diff=diff)
            except LacplanError as error:
                if len(files) == 1 or error.exit is Exit.BUG:
                    raise
                fail(error)
                refused += 1
            step()
    if check or not (diff or refs == ["-"]):
        what = "file" if any(map(_is_companion, files)) else "draft"
        _sum_up(changed, refused, len(files), what, check=check)
    if refused:
        raise typer.Exit(Exit.UNABLE)
    raise typer.Exit(Exit.FOUND if check and changed else Exit.CLEAN)


def _is_companion(ref: str) -> bool:
    from pathlib import Path

    from lacplan.model.companions import kind_of
    from lacplan.store.drafts import is_path

    return is_path(ref) and kind_of(Path(ref)) is not None


def _with_beside(ref: str, drafts: "Drafts") -> list[str]:
    """Return *ref*, and where it is a plan's name, the paths of the files beside its draft."""
    from lacplan.store.companions import companion_paths
    from lacplan.store.drafts import is_path
    from lacplan.store.workspace import find_workspace

    if is_path(ref) or "@" in ref:
        return [ref]
    try:
        folder = find_workspace(drafts).folder / ref
    except LacplanError:  # which opening the draft will tell
        return [ref]
    return [ref, *(str(path.absolute()) for path in companion_paths(folder))]


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
    from lacplan.model.companions import kind_of
    from lacplan.store.companions import CompanionFile

    kind = kind_of(source.path)
    _ = CompanionFile(kind, source.file, source.raw).value if kind else source.plan  # or it is none
    fault = obstacle(source.document)
    if fault:
        raise refusal(source, fault, "formatted")
    return formatted(source.document, kind.record if kind else None)


def _sum_up(changed: int, refused: int, among: int, what: str, *, check: bool) -> None:
    """Say on standard error how many files were changed, or would be."""
    done = "would be formatted" if check else "formatted"
    parts = [f"{changed} {what if changed == 1 else f'{what}s'} {done}"]
    same = among - changed - refused
    if same:
        parts.append(f"{same} laid out so already")
    if refused:
        parts.append(f"{refused} refused")
    say(", ".join(parts))
