"""When a draft last changed, as git knows it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lacplan.errors import LacplanError
from lacplan.store.repository import date, open_repository


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
    with suppress(LacplanError):
        repository = open_repository(path.parent)
        file = str(path.absolute())
        if repository.run("status", "--porcelain", "--", file):
            return None
        when = repository.run("log", "-1", "--format=%cI", "--", file).decode().strip()
        return date(when) if when else None
    return None
