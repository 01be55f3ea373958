"""When a draft last changed, as git knows it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LastChange:
    """When a file last changed."""

    when: datetime
    committed: bool
    """Whether git has that change; otherwise it is the file system's word."""


def last_change(path: Path) -> LastChange:
    """Return when the file at *path* last changed.

    Where there is no git, no repository or no commit of the file, the file system is asked.
    """
    committed = _last_commit(path)
    if committed is not None:
        return LastChange(committed, committed=True)
    modified = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
    return LastChange(modified, committed=False)


def _last_commit(path: Path) -> datetime | None:
    """Return the date of the newest commit of *path*, if it is committed as it stands."""
    with suppress(ImportError):  # GitPython can't be imported where there is no git
        from git import Repo
        from git.exc import GitError

        with (
            suppress(GitError, ValueError, OSError),
            Repo(path.parent, search_parent_directories=True) as repo,
        ):
            file = str(path.absolute())
            if repo.git.status("--porcelain", "--", file):
                return None
            newest = next(repo.iter_commits(paths=file, max_count=1), None)
            return newest.committed_datetime if newest else None
    return None
