"""The draft that two drafts come from, as git knows it."""

from pathlib import Path
from typing import NamedTuple

from lacplan.errors import LacplanError
from lacplan.store.commit import CommitDraft, CommitDrafts, Place, find_place
from lacplan.store.drafts import Source
from lacplan.store.follow import former_draft
from lacplan.store.repository import NoRepository


class Ancestor(NamedTuple):
    """The text that two drafts come from."""

    raw: bytes
    """Empty where the common commit has no such draft."""

    commit: str
    others: int = 0
    """How many other commits would do as well."""


def common_ancestor(ours: Source, theirs: Source, drafts: Path | None = None) -> Ancestor:
    """Return the draft as of the commit that both sides come from.

    A draft of the working tree comes from HEAD.

    Raises:
        LacplanError: One of the two is no draft of the history, they have nothing in common, or
            they are drafts of two plans.
    """
    for source in (ours, theirs):
        if source.name is None or (source.commit is None and source.workspace is None):
            raise _unknown(source)
    try:
        place = find_place(drafts)
    except NoRepository:
        raise _unknown(ours) from None
    commits = [_commit(place, source) for source in (ours, theirs)]
    said = place.repository.ask("merge-base", "--all", *commits) or b""
    bases = said.decode().split()
    if not bases:
        raise LacplanError(
            f"“{ours.ref}” and “{theirs.ref}” have no commit in common.",
            hint="Name what both come from with --base, or an empty file.",
        )
    drafts_then = CommitDrafts(place, bases[0])
    found, other = (_draft(drafts_then, source) for source in (ours, theirs))
    if ours.name != theirs.name and _is_another(theirs, found, other):
        raise LacplanError(
            f"“{ours.ref}” and “{theirs.ref}” are drafts of two plans, which come from none.",
            hint="Name the draft that both sides come from with --base.",
        )
    return Ancestor(drafts_then.read(found) if found else b"", bases[0], len(bases) - 1)


def _commit(place: Place, source: Source) -> str:
    """Return the commit that *source* comes from."""
    if source.commit is not None:
        return source.commit
    head = place.repository.commit_id("HEAD")
    path = place.repository.path_of(source.path) if source.path else None
    if head is None or path is None:
        raise _unknown(source)
    return head


def _draft(drafts: CommitDrafts, source: Source) -> CommitDraft | None:
    """Return what *source* was then, under whatever name."""
    name = source.name or ""
    return drafts.find(name) or former_draft(drafts, name)


def _is_another(theirs: Source, found: CommitDraft | None, other: CommitDraft | None) -> bool:
    """Tell whether *theirs* is another plan than the one that was *found* for ours."""
    if other is None:  # on a branch of its own it may have got its name since
        return theirs.commit is None
    return found is not None and other.path != found.path


def _unknown(source: Source) -> LacplanError:
    return LacplanError(
        f"Git does not know where “{source.ref}” comes from.",
        hint="Name the draft that both sides come from with --base.",
    )
