"""Opening a draft that is to be edited, and saving it."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lacplan.cli.console import answer, console, say, tell, warn
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lacplan.document.fault import Fault
    from lacplan.document.tree import Document
    from lacplan.model.finding import Finding
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
        hint = (
            f"Edit the draft of the working tree: {name}. "
            f"“lacplan version restore {ref}” puts this one there."
        )
        raise LacplanError(message, hint=hint)
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


def finish(
    source: "Source",
    document: "Document",
    *,
    dry_run: bool,
    spared: tuple[str, ...] = (),
    shown: bool = False,
) -> None:
    """Judge an edited draft, show what changed, and save it.

    A draft that was in the canonical layout stays in it.

    Args:
        source: The draft before.
        document: The draft after.
        dry_run: Whether it is only shown.
        spared: The beginnings of the codes of rules that it may newly break.
        shown: Whether what changed has been shown already.

    Raises:
        LacplanError: It breaks a rule that it did not break before, and that is an error.
    """
    from lacplan.document.tree import unparse
    from lacplan.edit.format import kept_formatted

    document = kept_formatted(source.document, document)
    raw = unparse(document).encode()
    after = replace(source, raw=raw)
    if raw != source.raw:
        found = _new_findings(source, after)
        _refuse_errors((each for file, each in found if file == source.file), spared)
        if not shown and (source.path is not None or dry_run):
            _show_changes(source, after)
        for comment in _lost(source.document, document):
            tell(f"Lost: {comment}")
        for file, finding in found:
            if finding.severity != "info":
                where = f"{file}: " if file != source.file else ""
                warn(f"{where}{finding.code}: {finding.message} {finding.hint or ''}".rstrip())
    if dry_run:
        say("Nothing was written.")
    elif source.path is None:
        save(source, document)
    elif raw == source.raw:
        say("Nothing to change.")
    else:
        save(source, document)
        say(f"Wrote {source.file}.")


def _lost(before: "Document", after: "Document") -> "Iterator[str]":
    """Yield the comments of *before* that *after* has no more."""
    from lacplan.document.comments import comments

    left = Counter(each.text.rstrip() for each in comments(after))
    for each in comments(before):
        left[each.text.rstrip()] -= 1
        if left[each.text.rstrip()] < 0:
            yield each.text.rstrip()


def _new_findings(before: "Source", after: "Source") -> "list[tuple[str, Finding]]":
    """Return what the rules find with *after* and did not find with *before*, with its file.

    What lies beside a plan is judged along with it: it may speak of what an edit takes away.
    """
    known = Counter((file, each.code, each.message) for file, each in _findings(before))
    new = []
    for file, each in _findings(after):
        known[file, each.code, each.message] -= 1
        if known[file, each.code, each.message] < 0:
            new.append((file, each))
    return new


def _findings(source: "Source") -> "Iterator[tuple[str, Finding]]":
    from lacplan.cli.checking import check

    for checked in check(source):
        for finding in checked.findings:
            yield checked.file, finding


def _refuse_errors(found: "Iterable[Finding]", spared: tuple[str, ...]) -> None:
    errors = [
        each
        for each in found
        if each.severity == "error" and not each.code.startswith(spared or ("-",))
    ]
    if errors:
        first = errors[0]
        more = f" (and {len(errors) - 1} more like it)" if len(errors) > 1 else ""
        message = f"Nothing was changed, since it would be an error: {first.message}{more}"
        raise LacplanError(message, hint=first.hint or f"“lacplan rule {first.code}” tells why.")


def _show_changes(before: "Source", after: "Source") -> None:
    from lacplan.cli import changes_table
    from lacplan.diff.compare import diff
    from lacplan.render.changes.names import Side

    old, new = Side(before.ref, before.plan), Side(after.ref, after.plan)
    found = diff(old.plan, new.plan)
    if not found.changes:
        return
    paper = console()
    for part in changes_table.report(found, old, new, side_by_side=False):
        paper.print(part, crop=False)
