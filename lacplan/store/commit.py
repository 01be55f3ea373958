"""The drafts as they stood in one commit."""

import posixpath
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from lacplan.errors import LacplanError, nearest
from lacplan.model.fields import NAME
from lacplan.store.repository import Entry, Repository, bare_repository, open_repository
from lacplan.store.workspace import find_workspace


class Place(NamedTuple):
    """The folder of drafts in the history of a repository."""

    repository: Repository
    folder: str
    """From the top of the repository, with ``/``; ``""`` is the top itself."""

    def path(self, *names: str) -> str:
        """Return the path of something in the folder, from the top of the repository."""
        return posixpath.join(self.folder, *names)


class CommitDrafts(NamedTuple):
    """The folder of drafts in one commit."""

    place: Place
    commit: str
    """The commit's id, whole."""

    def names(self) -> tuple[str, ...]:
        """Return the names of its plans, in order."""
        repository, folder = self.place.repository, self.place.folder
        top = repository.follow(self.commit, folder, "tree")
        entries = repository.entries(top, "") if top else ()
        found = {each.path.removesuffix(".yaml") for each in entries if _is_draft(each)}
        folders = [f"{each.path}/plan.yaml" for each in entries if each.is_folder]
        if top and folders:
            plans = repository.entries_at(top, *folders)
            found |= {posixpath.dirname(each.path) for each in plans if not each.is_folder}
        return tuple(sorted(name for name in found if re.fullmatch(NAME.pattern, name)))

    def find(self, name: str) -> "CommitDraft | None":
        """Return the draft of the plan *name*; ``None`` where there is none.

        Raises:
            LacplanError: There are two.
        """
        place, repository = self.place, self.place.repository
        paths = place.path(f"{name}.yaml"), place.path(name, "plan.yaml")
        found = {
            each.path: each.id
            for each in repository.entries_at(self.commit, *paths)
            if not each.is_folder and not each.is_link
        }
        for path in paths if not found else ():
            if (id := repository.follow(self.commit, path)) is not None:
                found[path] = id
        if len(found) == 2:
            message = f"There are two drafts of “{name}” in {self}: {paths[0]} and {paths[1]}."
            raise LacplanError(message, hint="Read another commit, where there is one of them.")
        return next((CommitDraft(path, id) for path, id in found.items()), None)

    def raw(self, name: str) -> bytes | None:
        """Return the text of the plan *name*; ``None`` where there is none."""
        found = self.find(name)
        return self.read(found) if found else None

    def read(self, draft: "CommitDraft") -> bytes:
        """Return the text of *draft*; the process that reads it is ended, as one is seldom more.

        Raises:
            LacplanError: The repository lacks it.
        """
        try:
            return self.place.repository.read(draft.id)
        finally:
            self.place.repository.close()

    def missing(self, name: str) -> LacplanError:
        """Return the error that tells that there is no plan *name*."""
        names = self.names()
        guess = nearest(name, names)
        hint = f"Did you mean “{guess}”?" if guess else f"There are: {', '.join(names)}."
        if not names:
            hint = "There is no draft at all; name another folder with --drafts."
        where = f"“{self.place.folder or '.'}” in {self}"
        return LacplanError(f"There is no plan “{name}” in {where}.", hint=hint)

    def __str__(self) -> str:
        return f"commit {self.commit[:12]}"


class CommitDraft(NamedTuple):
    """One draft in a commit."""

    path: str
    """From the top of the repository, with ``/``."""

    id: str
    """Of its blob."""

    @property
    def name(self) -> str:
        """What its file or folder is called."""
        return posixpath.basename(self._entry).removesuffix(".yaml")

    @property
    def folder(self) -> str:
        """The folder of drafts that it lies in."""
        return posixpath.dirname(self._entry)

    @property
    def _entry(self) -> str:
        """The path of what stands for it in the folder of drafts."""
        folder, file = posixpath.split(self.path)
        return folder if file == "plan.yaml" else self.path


def find_place(drafts: Path | None = None) -> Place:
    """Return where drafts lie in the history of the repository that we are in.

    Args:
        drafts: The folder of drafts, where the user named one. In a bare repository, and where the
            working tree has no such folder, it is counted from the top.

    Raises:
        LacplanError: There is no repository, or *drafts* lies outside it.
    """
    bare = bare_place(drafts)
    if bare:
        return bare
    try:
        workspace = find_workspace(drafts)
    except LacplanError:
        repository = open_repository(Path.cwd())
        return Place(repository, _inside(drafts))
    repository = open_repository(workspace.folder)
    folder = repository.path_of(workspace.folder.resolve())
    if folder is None and drafts:
        raise _outside(drafts)
    return Place(repository, _inside(None) if folder is None else folder.removeprefix("."))


@contextmanager
def open_place(drafts: Path | None = None) -> Iterator[Place]:
    """Give what `find_place` returns, and end the processes that read from it afterwards."""
    place = find_place(drafts)
    try:
        yield place
    finally:
        place.repository.close()


def bare_place(drafts: Path | None) -> Place | None:
    """Return where drafts lie if we are in a bare repository and *drafts* is no folder of files."""
    repository = None if drafts and drafts.is_dir() else bare_repository()
    return Place(repository, _inside(drafts)) if repository else None


def _inside(folder: Path | None) -> str:
    """Return *folder* as a path from the top of the repository."""
    path = posixpath.normpath((folder or Path("drafts")).as_posix())
    if path.startswith(("/", "../")) or path == "..":
        raise _outside(path)
    return "" if path == "." else path


def _outside(folder: Path | str) -> LacplanError:
    hint = "Name one in it, counted from its top."
    return LacplanError(f"The folder “{folder}” lies outside the repository.", hint=hint)


def _is_draft(entry: Entry) -> bool:
    return entry.path.endswith(".yaml") and not entry.is_folder
