"""Opening a draft that is to be edited, and saving it."""

from pathlib import Path
from typing import TYPE_CHECKING

from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from lacplan.document.fault import Fault
    from lacplan.document.tree import Document
    from lacplan.store.drafts import Source


def open_for_edit(ref: str, drafts: Path | None) -> "Source":
    """Return the draft that *ref* names, which lies in a file or comes from standard input.

    Raises:
        LacplanError: There is no such draft, or it is a past one.
    """
    from lacplan.store.drafts import fetch, is_path

    if "@" in ref and not is_path(ref):
        name = ref.partition("@")[0]
        message = f"“{ref}” lies in git's history, and what was recorded there stays as it is."
        raise LacplanError(message, hint=f"Edit the draft of the working tree: {name}.")
    source = fetch(ref, drafts)
    if source.commit:
        message = f"“{ref}” is read from git's history: a bare repository has no files to edit."
        raise LacplanError(message, hint="Clone the repository, and edit the draft there.")
    return source


def refusal(source: "Source", fault: "Fault", what: str) -> LacplanError:
    """Return the error that the draft of *source* can't be edited because of *fault*."""
    line, column = source.document.position(fault.span.start)
    message = f"{source.file}:{line}:{column}: {fault.message} So it can't be {what}."
    hint = f"{fault.hint or ''} “lacplan validate {source.ref}” tells all.".strip()
    return LacplanError(message, hint=hint)


def save(source: "Source", document: "Document") -> None:
    """Write *document* to the file of *source*, or to standard output where it came from none."""
    from lacplan.cli.console import answer
    from lacplan.document.tree import unparse
    from lacplan.store.files import write

    if source.path is None:
        answer(unparse(document))
    else:
        write(source.path, unparse(document).encode())


def line_diff(source: "Source", document: "Document") -> str:
    """Return what *document* does to the lines of *source*, as a unified diff."""
    from lacplan.document.tree import unparse
    from lacplan.render.line_diff import render

    return render(source.file, unparse(source.document), unparse(document))
