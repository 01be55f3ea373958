"""When a draft last changed, as git knows it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as Day  # noqa: N812  # “date” reads what git tells
from pathlib import Path

from lacplan.errors import LacplanError
from lacplan.store.commit import CommitDrafts
from lacplan.store.drafts import Source
from lacplan.store.repository import Repository, date, open_repository
from lacplan.store.worktree import literal


@dataclass(frozen=True, slots=True)
class LastChange:
    """When a file last changed."""

    when: datetime
    committed: bool
    """Whether git has that change; otherwise it is the file system's word."""


def last_change(source: Source) -> LastChange | None:
    """Return when the draft of *source* last changed; ``None`` of one on standard input.

    Where there is no git, no repository or no commit of the file, the file system is asked.
    """
    if source.drafts:
        when = _committed(source.drafts.place.repository, source.drafts.commit, source.file)
        return LastChange(when, committed=True) if when else None
    if source.path is None:
        return None
    committed = _last_commit(source.path)
    if committed is not None:
        return LastChange(committed, committed=True)
    modified = datetime.fromtimestamp(source.path.stat().st_mtime, tz=UTC)
    return LastChange(modified, committed=False)


def committed_on(drafts: CommitDrafts) -> Day:
    """Return the day on which the commit of *drafts* was made, where it was made."""
    said = drafts.place.repository.run("show", "--no-patch", "--format=%cI", drafts.commit)
    return date(said.decode().strip()).date()


def _last_commit(path: Path) -> datetime | None:
    """Return the date of the newest commit of *path*, if it is committed as it stands."""
    with suppress(LacplanError):
        repository = open_repository(path.parent)
        file = repository.path_of(path)
        if file is None or repository.run("status", "--porcelain", "--", literal(file)):
            return None
        return _committed(repository, "HEAD", file)
    return None


def _committed(repository: Repository, commit: str, file: str) -> datetime | None:
    """Return the date of the newest commit of *file* at or before *commit*."""
    when = repository.run("log", "-1", "--format=%cI", commit, "--", literal(file)).decode()
    return date(when.strip()) if when.strip() else None
