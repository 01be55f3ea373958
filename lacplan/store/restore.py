"""Putting an older draft back into the working tree: whole, and never over unsaved work unasked."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from lacplan.errors import LacplanError
from lacplan.store.drafts import Source, fetch
from lacplan.store.files import read, write
from lacplan.store.repository import Repository
from lacplan.store.workspace import find_workspace
from lacplan.store.worktree import pending, top_of

REPLACED = "lacplan-replaced"
"""The folder in ``.git`` that keeps drafts that were replaced before they were committed."""


class Restored(NamedTuple):
    """What `restore` did."""

    path: Path
    """The file of the draft."""

    changed: bool
    """Whether it said something else before."""

    kept: Path | None = None
    """Where what it said is kept, if no commit has it."""


def restore(ref: str, drafts: Path | None, *, force: bool) -> Restored:
    """Put the draft that *ref* names back where the plan's draft lies in the working tree.

    Args:
        ref: ``NAME@REVISION``.
        drafts: The folder of drafts, where the user named one.
        force: Whether it may take the place of what is in no commit; a copy of that is kept.

    Raises:
        LacplanError: There is no such draft, or it would take the place of what is in no commit.
    """
    source = fetch(ref, drafts) if "@" in ref else None
    if source is None or source.drafts is None:
        raise LacplanError(
            f"“{ref}” is no older draft.", hint="Name one with its version: NAME@draft-01"
        )
    name, repository = ref.partition("@")[0], source.drafts.place.repository
    path = _target(source, name, top_of(repository), drafts)
    content = _content(source, repository)
    if path.exists() and read(path) == content:
        return Restored(path, changed=False)
    kept = _spare(repository, path, name, force=force) if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, content)
    return Restored(path, changed=True, kept=kept)


def _content(source: Source, repository: Repository) -> bytes:
    """Return the draft as git would check it out, with the line ends of this machine."""
    blob = repository.follow(source.commit or "", source.file)
    if blob is None:
        return source.raw
    return repository.run("cat-file", "--filters", f"--path={source.file}", blob)


def _target(source: Source, name: str, top: Path, drafts: Path | None) -> Path:
    """Return where the draft of the plan lies, or where it lay if it is nowhere now.

    Raises:
        LacplanError: It lies in two places.
    """
    try:
        workspace = find_workspace(drafts)
    except LacplanError:
        return top / source.file
    return workspace.path(name) if workspace.has(name) else top / source.file


def _spare(repository: Repository, path: Path, name: str, *, force: bool) -> Path | None:
    """Keep what *path* holds where no commit has it, and return where.

    Raises:
        LacplanError: No commit has it, and *force* does not say to go on.
    """
    tracked = repository.path_of(path)
    if tracked and not pending(repository, tracked, ignored=True):
        return None
    if not force:
        raise LacplanError(
            f"“{path}” differs from the last commit, and would be replaced.",
            hint=f"Save it first (lacplan save {name}), or say --force: a copy is kept.",
        )
    folder = repository.common / REPLACED
    folder.mkdir(exist_ok=True)
    kept = folder / f"{name}-{datetime.now():%Y%m%d-%H%M%S-%f}.yaml"
    write(kept, path.read_bytes(), over=False)
    return kept
