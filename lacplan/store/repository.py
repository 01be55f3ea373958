"""A git repository: the only door to git, and the only module that imports GitPython.

Everything goes through the `git` program, so that worktrees, bare and shallow repositories, hooks'
environments and the user's configuration mean here what they mean to git. Objects are read through
one long-lived ``cat-file --batch``.
"""

import os
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lacplan.document.parse import MAX_BYTES
from lacplan.errors import LacplanError
from lacplan.store.complaint import PARTIAL, advice, gist

if TYPE_CHECKING:
    from git import Git


_CACHED_BY_GIT = "16m"
"""How much of what it unpacked the process that reads objects holds: git's own 96 MB make a walk
through a long history no faster."""

_LONGEST_REVISION = 1000
"""In characters. What people type is shorter, and what a program may be given has an end."""


_ASTRAY = frozenset({b"dangling", b"loop", b"notdir", b"symlink"})
"""How ``cat-file --follow-symlinks`` calls a link that it can't follow."""


class NoRepository(LacplanError):  # noqa: N818  # it says what there is
    """There is no repository, or no git: what needs files only goes on without."""


class GitRefusal(LacplanError):  # noqa: N818  # it says whose
    """Git was asked and said no.

    Args:
        said: What git wrote on standard error.
    """

    def __init__(self, message: str, *, hint: str | None = None, said: str = "") -> None:
        super().__init__(message, hint=hint)
        self.said = said


class Entry(NamedTuple):
    """One entry of a folder in a commit."""

    path: str
    """From the top of the repository, with ``/``."""

    id: str
    """The object id, hexadecimal."""

    is_folder: bool
    is_link: bool = False
    """Whether it is a symbolic link: its content is the path that it leads to."""


class Repository:
    """One repository.

    Args:
        git: GitPython's handle on the `git` program, at work in *start*.
        top: The top of the working tree; ``None`` in a bare repository.
        common: The folder that all its worktrees share (``.git``, or the bare repository itself).
    """

    def __init__(self, git: "Git", top: Path | None, common: Path) -> None:
        self.git = git
        self.top = top
        self.common = common

    def run(self, *words: str, text: bytes | None = None) -> bytes:
        """Return what ``git WORDS`` prints.

        Args:
            words: The arguments. Whatever comes from outside must stand behind ``--`` or
                ``--end-of-options``, or be an object id.
            text: What it reads on standard input.

        Raises:
            GitRefusal: Its exit status is not 0; *said* has what it wrote on standard error.
        """
        return self._run(words, text)[0]

    def act(self, *words: str, text: bytes | None = None) -> str:
        """Do ``git WORDS``, as `run` does, and return what was said on the way.

        That is what git, hooks and the other side of a push wrote on standard error.
        """
        return self._run(words, text, for_hooks=True)[1]

    def ask(self, *words: str) -> bytes | None:
        """Return what ``git WORDS`` prints; ``None`` where its exit status is not 0."""
        status, out, _ = self._call(words, None)
        return None if status else out

    def commit_id(self, revision: str) -> str | None:
        """Return the id of the commit that *revision* names, in any way that git knows.

        Tags are followed. *revision* is data: it never reaches git as an option.
        """
        if not 0 < len(revision) <= _LONGEST_REVISION or re.search(r"[\x00-\x1f\x7f]", revision):
            return None
        said = self.ask(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
        # A range is two lines, and “^HEAD” is one that begins with “^”.
        found = re.fullmatch(r"([0-9a-f]+)\n", said.decode(errors="replace")) if said else None
        return found[1] if found else None

    def entry(self, commit: str, path: str) -> Entry | None:
        """Return what stands at *path* (from the top, with ``/``) in *commit*."""
        return next(iter(self.entries_at(commit, path)), None)

    def entries_at(self, commit: str, *paths: str) -> tuple[Entry, ...]:
        """Return what stands at each of *paths* in *commit*, in no order of theirs."""
        return self._list_tree(commit, "--", *paths) if paths else ()

    def follow(self, commit: str, path: str, kind: str = "blob") -> str | None:
        """Return the id of the *kind* of object that *path* leads to in *commit*, through links.

        A symbolic link that leads out of the repository leads nowhere.
        """
        return self.follow_all([(commit, path)], kind)[0]

    def follow_all(
        self, places: Sequence[tuple[str, str]], kind: str = "blob"
    ) -> tuple[str | None, ...]:
        """Return what `follow` does for each commit and path; one process tells them all."""
        asked = [place for place in places if "\n" not in place[1]]
        if not asked:
            return (None,) * len(places)
        words = ("cat-file", "--batch-check=%(objecttype) %(objectname)", "--follow-symlinks")
        lines = "".join(f"{commit}:{path}\n" for commit, path in asked)
        said = self.run(*words, text=os.fsencode(lines))
        found: dict[tuple[str, str], str | None] = {}
        at = 0
        for place in asked:
            line, at = said[at : (end := said.index(b"\n", at))], end + 1
            told = re.fullmatch(rb"([a-z]+) ([0-9a-f]+)", line)
            if told and told[1] in _ASTRAY:  # its target follows, which may hold line breaks
                at += int(told[2]) + 1
            found[place] = told[2].decode() if told and told[1] == kind.encode() else None
        return tuple(found.get(place) for place in places)

    def entries(self, commit: str, folder: str) -> tuple[Entry, ...]:
        """Return what stands in *folder* in *commit*; ``""`` is the top."""
        return self._list_tree(commit, "--", f"{folder}/") if folder else self._list_tree(commit)

    def read(self, id: str, *, most: int | None = MAX_BYTES + 1) -> bytes:
        """Return the content of the blob *id*.

        Args:
            id: The object id.
            most: How many bytes of it are read; one more than a draft may have where left out.

        Raises:
            LacplanError: It is not there, as in a partial clone that can't reach its remote.
        """
        try:
            _, _, size, stream = self.git.stream_object_data(id)
            return bytes(stream.read(size if most is None else min(size, most)))
        except (ValueError, OSError):
            self.close()  # where an object can't be fetched, the process that reads them ends
            message = f"The object {id[:12]} is not in this repository."
            hint = "“git fsck” tells what else is missing."
            raise LacplanError(message, hint=self._partial_advice() or hint) from None

    def _partial_advice(self) -> str | None:
        """Return what to do about an object that this clone left with its remote, if it did so."""
        remote = self.ask("config", "--get-regexp", r"^remote\..*\.promisor$")
        return PARTIAL if remote else None

    @cached_property
    def is_shallow(self) -> bool:
        """Whether history was cut off when it was cloned."""
        return (self.common / "shallow").exists()

    def shallow_ids(self) -> tuple[str, ...]:
        """Return the ids of the commits that a shallow clone ends at."""
        if not self.is_shallow:
            return ()
        return tuple((self.common / "shallow").read_text().split())

    def path_of(self, file: Path) -> str | None:
        """Return *file* from the top of the working tree, with ``/``; ``None`` where outside.

        Links on the way to it are followed; what it is itself, a link too, is what git tracks.
        """
        if self.top is None:
            return None
        for one in (file.parent.resolve() / file.name, file.resolve()):
            if one.is_relative_to(self.top):
                return one.relative_to(self.top).as_posix()
        return None

    def close(self) -> None:
        """End the processes that read objects."""
        self.git.clear_cache()

    def _list_tree(self, commit: str, *words: str) -> tuple[Entry, ...]:
        said = self.run("ls-tree", "-z", "--full-tree", commit, *words)
        return tuple(
            _entry(line) for line in said.decode(errors="surrogateescape").split("\0")[:-1]
        )

    def _run(
        self, words: Sequence[str], text: bytes | None, *, for_hooks: bool = False
    ) -> tuple[bytes, str]:
        status, out, said = _call(self.git, words, text, for_hooks=for_hooks)
        if status:
            why = gist(said) or f"exit status {status}."
            raise GitRefusal(f"“git {words[0]}” failed: {why}", hint=advice(said), said=said)
        return out, said

    def _call(self, words: Sequence[str], text: bytes | None) -> tuple[int, bytes, str]:
        return _call(self.git, words, text)


class MergedLines(NamedTuple):
    """What git's own merge of texts came to."""

    text: bytes
    conflicts: int
    """How many stand in it, as markers."""


def merge_lines(base: bytes, ours: bytes, theirs: bytes, *, marker: int) -> MergedLines:
    """Merge texts line by line, as git itself does where no driver is.

    Args:
        base: What both sides come from.
        ours: One side.
        theirs: The other.
        marker: How many characters a conflict marker has.

    Raises:
        NoRepository: There is no git.
        GitRefusal: It can't: one of them is no text.
    """
    from tempfile import TemporaryDirectory

    git = _git(Path.cwd())
    with TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for file, content in zip(files, (ours, base, theirs), strict=True):
            file.write_bytes(content)
        labels = [word for file in files for word in ("-L", file.name)]
        words = ("merge-file", "-p", "--diff3", f"--marker-size={marker}", *labels, "--")
        status, out, said = _call(git, (*words, *map(str, files)), None)
    if status > 127:  # fewer are a count of conflicts
        raise GitRefusal(f"Git can't merge them: {gist(said)}", hint="Choose one.")
    return MergedLines(out, status)


def bare_repository() -> Repository | None:
    """Return the bare repository that the current folder belongs to, if it does.

    Git is asked only where the files look like it: most commands need no git.
    """
    here = Path.cwd()
    looks_bare = any(
        (folder / "objects").is_dir() and (folder / "HEAD").is_file()
        for folder in (here, *here.parents)
    )
    if not looks_bare and "GIT_DIR" not in os.environ:
        return None
    try:
        repository = open_repository(here)
    except NoRepository:
        return None
    return None if repository.top else repository


def commits_of(path: Path) -> int:
    """Return how many commits touched *path*; 0 where there is no repository, or no git."""
    try:
        repository = open_repository(path.parent)
        said = repository.run("rev-list", "--count", "--all", "--", str(path.absolute()))
    except LacplanError:
        return 0
    return int(said)


def tracked_under(folder: Path) -> tuple[str, ...]:
    """Return the names of the files in *folder* that git tracks; none without git."""
    if not folder.is_dir():
        return ()
    try:
        repository = open_repository(folder)
        said = repository.run("ls-files", "-z", "--", str(folder.absolute()))
    except LacplanError:
        return ()
    paths = said.decode(errors="surrogateescape").split("\0")[:-1]
    return tuple(path.rpartition("/")[2] for path in paths)


def open_repository(start: Path) -> Repository:
    """Return the repository that git works in at the folder *start*.

    Raises:
        NoRepository: There is none, or there is no git.
        GitRefusal: Git won't work in it, as where it belongs to another user.
    """
    # Where git itself started us, its variables say which repository, counted from here.
    git = _git(Path.cwd() if "GIT_DIR" in os.environ else start)
    git.set_persistent_git_options(c=f"core.deltaBaseCacheLimit={_CACHED_BY_GIT}")
    asked = ("rev-parse", "--path-format=absolute", "--is-bare-repository", "--git-common-dir")
    status, out, said = _call(git, asked, None)
    if status:
        if "not a git repository" in said:
            raise NoRepository(
                f"“{start.absolute()}” lies in no git repository.",
                hint="Make one: git init, git add, git commit.",
            )
        raise GitRefusal(f"Git refused: {gist(said)}", hint=advice(said), said=said)
    bare, common = out.decode(errors="surrogateescape").splitlines()
    top = None
    if bare == "false":
        status, out, _ = _call(git, ("rev-parse", "--show-toplevel"), None)
        top = None if status else Path(out.decode(errors="surrogateescape").rstrip("\n"))
    return Repository(git, top, Path(common))


def date(said: str) -> datetime:
    """Return a date as git tells it; the beginning of 1970 where it is none that can be.

    Whoever makes a commit or a tag may write any number there.
    """
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        return datetime.fromtimestamp(0, tz=UTC)


def _git(start: Path) -> "Git":
    """Return the `git` program, at work in *start*."""
    try:
        from git import Git
    except ImportError:
        raise NoRepository(
            "Git is not installed, or not on the PATH.",
            hint="Install git; drafts in files can be read without it.",
        ) from None
    return Git(str(start))


_ENVIRONMENT = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
"""Git's refusals are looked into; and what only reads leaves no lock behind where it is killed."""

_FOR_HOOKS = {"LC_ALL": "C.UTF-8"}
"""The user's hooks may run, and shall find what they would find without us."""


def _call(
    git: "Git", words: Sequence[str], text: bytes | None, *, for_hooks: bool = False
) -> tuple[int, bytes, str]:
    """Return the exit status of ``git WORDS``, what it printed, and what it complained of."""
    from contextlib import nullcontext
    from tempfile import TemporaryFile

    with TemporaryFile() if text is not None else nullcontext() as file:
        if file is not None and text is not None:
            file.write(text)
            file.seek(0)
        status, out, said = git.execute(
            [git.GIT_PYTHON_GIT_EXECUTABLE or "git", *words],
            istream=file,
            with_extended_output=True,
            with_exceptions=False,
            stdout_as_string=False,
            strip_newline_in_stdout=False,
            env=_FOR_HOOKS if for_hooks else _ENVIRONMENT,
        )
    return int(status), bytes(out), said if isinstance(said, str) else bytes(said).decode()


def _entry(line: str) -> Entry:
    about, path = line.split("\t", 1)
    mode, kind, id = about.split(" ")
    return Entry(path, id, is_folder=kind == "tree", is_link=mode == "120000")
