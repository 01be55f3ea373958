"""``lacplan version create``."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, fail, tell, telling, warn
from lacplan.cli.options import Drafts, complete_ref
from lacplan.errors import Exit, LacplanError

if TYPE_CHECKING:
    from lacplan.history.record import Record
    from lacplan.store.commit import Place
    from lacplan.store.drafts import Source
    from lacplan.store.versions import Readable, Version


def create(
    name: Annotated[
        str,
        typer.Argument(help="The plan's name.", metavar="NAME", autocompletion=complete_ref),
    ],
    label: Annotated[
        str | None,
        typer.Argument(
            help="What to call the version; the next free draft-NN where it is left out.",
            metavar="[LABEL]",
            show_default=False,
        ),
    ] = None,
    message: Annotated[
        str | None, typer.Option("--message", "-m", help="What to say of it.", metavar="TEXT")
    ] = None,
    sign: Annotated[bool, typer.Option("--sign", help="Have git sign the tag.")] = False,
    push: Annotated[bool, typer.Option("--push", help="Share it with the remote at once.")] = False,
    drafts: Drafts = None,
) -> None:
    """Publish the draft of the last commit as a version: the annotated tag NAME@LABEL.

    It is refused where the draft has errors, differs from the last commit or has not changed since
    the version before, where the label is taken, and where a published code has another item. A
    final one is refused while a consultation has a comment without an answer, or an objection that
    blocks: in that commit, since what is not saved yet is not published either.
    """
    from lacplan.history.record import written
    from lacplan.store.commit import open_place
    from lacplan.store.publish import publish
    from lacplan.store.versions import newest, read_versions
    from lacplan.store.worktree import committed

    _check_message(message)
    with open_place(drafts) as place:
        source = committed(place, name, drafts)
        versions = read_versions(place, name)
        label = _label(name, label, versions)
        ref = f"{name}@{label}"
        remote = _remote(place, name, versions) if push else None
        before = newest(place, versions)
        if remote is None:
            _warn_of_lacking(place, source)
        _warn_of_unsaved(place, name)
        _refuse([*_objections(source, label, before, drafts)])
        _warn(place, source, before)
        text, record, summary = _message(ref, source, before, message)
        whole = f"{text}\n{written(record)}"
        with telling():
            publish(place, ref, source.commit or "", whole, record=record, sign=sign)
        answer(f"Published {ref}.\n{summary}\n")
        _share(place, ref, remote)


def _check_message(message: str | None) -> None:
    from lacplan.history.record import forges

    line = forges(message or "")
    if line is not None:
        raise LacplanError(
            f"The message has a line that could pass for lacplan's own record: “{line[:60]}”",
            hint="Begin that line with another word.",
        )


def _label(name: str, asked: str | None, versions: "Sequence[Version]") -> str:
    from lacplan.store.label import check_label, next_label

    taken = [each.tag.label for each in versions]
    if asked is None:
        return next_label(taken)
    check_label(name, asked, taken)
    return asked


def _remote(place: "Place", name: str, versions: "Sequence[Version]") -> str:
    """Return where to share the version, once all that was shared there is here.

    Raises:
        LacplanError: There is no remote, or it has a version that is not here.
    """
    from lacplan.store.publish import remote_of, remote_tags

    remote = remote_of(place.repository)
    here = {each.ref for each in versions}
    for ref in remote_tags(place.repository, name, remote).tags:
        if ref not in here:
            raise LacplanError(
                f"{remote} has the version {ref}, which is not here.",
                hint="Get it, and look at what it changed: git fetch --tags",
            )
    return remote


def _objections(
    source: "Source", label: str, before: "Readable | None", drafts: Path | None
) -> Iterator[LacplanError]:
    """Yield all that stands against publishing: every engine that has a say is asked here."""
    from lacplan.cli.checking import check_plan, errors_in
    from lacplan.history.readiness import Before, objections
    from lacplan.store.versions import published_codes

    errors = errors_in(source, check_plan(source))
    if errors:
        yield errors
        return
    yield from objections(
        source.plan,
        label,
        before=Before(before.version.ref, before.plan) if before else None,
        published=published_codes(source.name or "", drafts),
    )
    yield from _unsettled(source, label)


def _unsettled(source: "Source", label: str) -> Iterator[LacplanError]:
    """Yield what the plan's consultations, as they were committed, have against a final version."""
    from lacplan.history.readiness import FINAL, unsettled
    from lacplan.store.consultations import consultations_beside

    if label == FINAL and source.name:
        for each in consultations_beside(source.beside):
            damaged = sum(line.record is None for line in each.lines)
            yield from unsettled(source.name, each.ledger, damaged=damaged)


def _warn_of_unsaved(place: "Place", name: str) -> None:
    """Say that what lies beside the draft is judged as committed, where it differs from that."""
    from lacplan.cli.save import named
    from lacplan.store.save import unsaved

    files = unsaved(place, name) if place.repository.top else ()
    if files:
        differ = "differs" if len(files) == 1 else "differ"
        warn(
            f"{named(files)} {differ} from the last commit, and it is the commit that is judged "
            f"and published. Save first what is to count: lacplan save {name}"
        )


def _warn_of_lacking(place: "Place", source: "Source") -> None:
    """Say what to fetch where the clone may lack versions, so that a label may be taken elsewhere.

    A repository without a remote that is whole lacks none.
    """
    from lacplan.store.companions import lacking

    repository = place.repository
    if repository.is_shallow or repository.run("remote").strip():
        missing = lacking(source)
        if missing:
            warn(f"Versions that were published may be missing in this clone. {missing}")


def _refuse(objections: Sequence[LacplanError]) -> None:
    for objection in objections:
        fail(objection)
    if objections:
        raise typer.Exit(Exit.UNABLE)


def _message(
    ref: str, source: "Source", before: "Readable | None", note: str | None
) -> "tuple[str, Record, str]":
    """Return what the tag says, what it records, and what it comes to in a line."""
    from lacplan.cli.changes_table import summary
    from lacplan.diff.compare import diff
    from lacplan.history.record import Previous, Record
    from lacplan.model.encode import digest
    from lacplan.render.changes.announcement import announcement, changes_announced
    from lacplan.render.changes.names import Side

    plan = source.plan
    record = Record(plan.format, digest(plan))
    if before is None:
        return announcement(plan, ref, note=note), record, "It is the first version."
    tag = before.version.tag
    old, new = Side(before.version.ref, before.plan), Side(ref, plan)
    found = diff(before.plan, plan)
    record = record._replace(previous=Previous(tag.label, tag.id, digest(before.plan)))
    text = changes_announced(found, old=old, new=new, note=note)
    return text, record, f"Since {tag.label}: {summary(found.changes)}"


def _warn(place: "Place", source: "Source", before: "Readable | None") -> None:
    """Say where the version may not follow the one that it should."""
    repository = place.repository
    if before is None:
        return
    ref, commits = before.version.ref, (before.version.tag.commit or "", source.commit or "")
    if repository.ask("merge-base", "--is-ancestor", *commits) is None:
        warn(
            f"{ref} is not in the history of this branch, and what it changed may be missing; "
            f"“lacplan diff {ref} {source.name}” tells."
        )


def _share(place: "Place", ref: str, remote: str | None) -> None:
    """Push the version, or say how."""
    from lacplan.store.publish import remote_of, share

    if remote is None:
        try:
            how = f"Share it: git push {remote_of(place.repository)} {ref}"
        except LacplanError as error:
            how = f"To share it, there must be a remote. {error.hint}"
        answer(f"It is only here. {how}\n")
        return
    then = f"The version is made, and not shared. Share it later: git push {remote} {ref}"
    with telling(then):
        tell(share(place.repository, ref, remote))
    answer(f"Shared with {remote}.\n")
