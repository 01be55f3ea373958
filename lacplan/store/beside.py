"""The folder of a plan, ``NAME/``, to be read: as it lies in the working tree or in a commit."""

import posixpath
from functools import cache
from pathlib import Path
from typing import Protocol

from lacplan.document.parse import MAX_BYTES
from lacplan.store.commit import CommitDrafts
from lacplan.store.files import read, shown
from lacplan.store.repository import Entry, tracked_under

PLAN_FILE = "plan.yaml"
"""What the draft is called that others may lie beside."""


class Beside(Protocol):
    """The folder of a plan. Paths in it are parted by ``/``."""

    @property
    def name(self) -> str:
        """What the folder is called: the plan's name."""

    def shown(self, file: str) -> str:
        """Return *file* as people and programs see it."""

    def files(self, folder: str) -> tuple[str, ...]:
        """Return the names of the files in *folder*, in order; none where there is no such."""

    def folders(self, folder: str) -> tuple[str, ...]:
        """Return the names of the folders in *folder*, in order; none where there is no such."""

    def read(self, file: str) -> bytes | None:
        """Return what *file* holds, at the most one byte more than a draft may have.

        Returns:
            ``None`` where there is no such file.

        Raises:
            LacplanError: It can't be read.
        """

    def read_whole(self, file: str) -> bytes:
        """Return all that *file*, which is there, holds, however large it is.

        Raises:
            LacplanError: It can't be read.
        """

    def tracked(self, folder: str) -> tuple[str, ...]:
        """Return the names of the files in *folder* that git has."""


class FolderHere(Beside):
    """The folder of a plan in the working tree."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def name(self) -> str:
        """What the folder is called."""
        return self.folder.absolute().name

    def shown(self, file: str) -> str:
        """Return *file* relative to the repository, or to the current folder."""
        return shown(self.folder / file)

    def files(self, folder: str) -> tuple[str, ...]:
        """Return the names of the files in *folder*."""
        return tuple(sorted(each.name for each in self._entries(folder) if each.is_file()))

    def folders(self, folder: str) -> tuple[str, ...]:
        """Return the names of the folders in *folder*."""
        return tuple(sorted(each.name for each in self._entries(folder) if each.is_dir()))

    def read(self, file: str) -> bytes | None:
        """Return what *file* holds."""
        path = self.folder / file
        return read(path) if path.is_file() else None

    def read_whole(self, file: str) -> bytes:
        """Return all that *file* holds."""
        return read(self.folder / file, most=None)

    def tracked(self, folder: str) -> tuple[str, ...]:
        """Return the names of the files in *folder* that git tracks."""
        return tracked_under(self.folder / folder)

    def _entries(self, folder: str) -> list[Path]:
        place = self.folder / folder
        return [*place.iterdir()] if place.is_dir() else []


class FolderThen(Beside):
    """The folder of a plan as it stood in a commit; nothing of it is ever written.

    Args:
        drafts: The drafts of that commit.
        folder: The plan's, from the top of the repository.
    """

    def __init__(self, drafts: CommitDrafts, folder: str) -> None:
        self._repository = drafts.place.repository
        self._commit = drafts.commit
        self.folder = folder
        self._blobs = cache(self._list)

    @property
    def name(self) -> str:
        """What the folder was called."""
        return posixpath.basename(self.folder)

    def shown(self, file: str) -> str:
        """Return *file* from the top of the repository."""
        return posixpath.join(self.folder, file)

    def files(self, folder: str) -> tuple[str, ...]:
        """Return the names of the files in *folder*."""
        return tuple(sorted(name for name, blob in self._blobs(folder).items() if blob))

    def folders(self, folder: str) -> tuple[str, ...]:
        """Return the names of the folders in *folder*."""
        return tuple(sorted(name for name, blob in self._blobs(folder).items() if not blob))

    def read(self, file: str) -> bytes | None:
        """Return what *file* held."""
        blob = self._blob(file)
        return self._content(blob, MAX_BYTES + 1) if blob else None

    def read_whole(self, file: str) -> bytes:
        """Return all that *file* held."""
        return self._content(self._blob(file) or "", None)

    def tracked(self, folder: str) -> tuple[str, ...]:
        """Return the names of the files in *folder*: git had them all."""
        return self.files(folder)

    def _blob(self, file: str) -> str | None:
        folder, name = posixpath.split(file)
        return self._blobs(folder).get(name)

    def _content(self, blob: str, most: int | None) -> bytes:
        try:
            return self._repository.read(blob, most=most)
        finally:
            self._repository.close()

    def _list(self, folder: str) -> dict[str, str | None]:
        """Return what stands in *folder*, by name: the id of each file's blob."""
        path = posixpath.normpath(posixpath.join(self.folder, folder))
        top = self._repository.follow(self._commit, path, "tree")
        entries = self._repository.entries(top, "") if top else ()
        return {each.path: self._of(path, each) for each in entries}

    def _of(self, folder: str, entry: Entry) -> str | None:
        if entry.is_link:
            return self._repository.follow(self._commit, posixpath.join(folder, entry.path))
        return None if entry.is_folder else entry.id
