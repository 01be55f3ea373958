"""What of a plan the working tree has, and the last commit has not."""

import re
from pathlib import Path
from typing import NamedTuple

from lacplan.errors import LacplanError
from lacplan.store.commit import Place
from lacplan.store.drafts import Source, fetch
from lacplan.store.repository import Repository
from lacplan.store.workspace import check_name, find_workspace

_LITTER = re.compile(r"(.*/)?\.[^/]+\.\d+\.new")
"""What `lacplan.store.files.write` leaves where it is killed."""


class Pending(NamedTuple):
    """A file that differs from the last commit."""

    path: str
    """From the top of the repository, with ``/``."""

    is_new: bool
    """Whether git does not track it yet."""


def pending(repository: Repository, *paths: str, ignored: bool = False) -> tuple[Pending, ...]:
    """Return the files at or under *paths* that differ from the last commit.

    Args:
        repository: Where the working tree is.
        paths: From the top, with ``/``.
        ignored: Whether files that git was told to ignore are among them.

    Raises:
        LacplanError: There is no working tree.
    """
    top_of(repository)
    words = ("--porcelain", "-z", "--no-renames", "--untracked-files=all")
    more = ("--ignored=matching",) if ignored else ()
    said = repository.run("status", *words, *more, "--", *map(literal, paths))
    lines = said.decode(errors="surrogateescape").split("\0")[:-1]
    found = (Pending(line[3:], is_new=line[:2] in ("??", "!!")) for line in lines)
    return tuple(each for each in found if not _LITTER.fullmatch(each.path))


def literal(path: str) -> str:
    """Return the pathspec that means exactly what stands at *path*, from the top."""
    return f":(top,literal){path}"


def top_of(repository: Repository) -> Path:
    """Return the top of the working tree.

    Raises:
        LacplanError: There is none.
    """
    if repository.top is None:
        raise LacplanError(
            "This repository is bare: it has no working tree.", hint="Do it in a clone of it."
        )
    return repository.top


def committed(place: Place, name: str, drafts: Path | None) -> Source:
    """Return the draft of the plan *name* as the last commit has it, which the file must equal.

    Raises:
        LacplanError: There is no commit, or the file differs from it.
    """
    check_name(name)
    repository = place.repository
    head = repository.commit_id("HEAD")
    save = f"Save it first: lacplan save {name}"
    if head is None:
        raise LacplanError("There is no commit yet that could be published.", hint=save)
    if repository.top:
        path = find_workspace(drafts).path(name)
        tracked = repository.path_of(path)
        if tracked and pending(repository, tracked, ignored=True):
            raise LacplanError(f"“{path}” differs from the last commit.", hint=save)
    return fetch(f"{name}@{head}", drafts)
