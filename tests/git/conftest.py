"""The real git in a home of its own: this machine's configuration left out, dates and author fixed.

``repo`` is a fresh repository and the current folder, ``life`` the same with the first two years
of a small plan in it: two versions and a commit after them.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BEGAN = datetime(2026, 1, 5, 9, tzinfo=UTC)


def draft(
    name: str = "lac-2030", *, title: str = "Plan", more: str = "", stage: str = "draft"
) -> str:
    """Return a small draft without a fault; *more* are further lines of its one area."""
    return (
        f"format: 1\nname: {name}\ntitle: {title}\nlanguage: en\nstage: {stage}\n"
        f'areas:\n  - id: politics\n    code: "1"\n    title: Politics\n{more}'
        '    objectives:\n      - {id: voices, code: "1.1", title: New voices}\n'
    )


class Repo:
    """A repository to try things in. Each commit or tag is made an hour after the last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.hours = 0

    def git(self, *words: str, text: str | None = None, check: bool = True) -> str:
        """Run git in it and return what it prints, without the last newline."""
        ran = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            input=text,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        if check and ran.returncode:
            raise AssertionError(f"git {' '.join(words)}: {ran.stderr}")
        return ran.stdout.removesuffix("\n")

    def write(self, files: dict[str, str]) -> None:
        """Write texts into its working tree, by path."""
        for path, text in files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())

    def commit(self, message: str, files: dict[str, str] | None = None) -> str:
        """Write *files*, commit the whole working tree and return the commit's id."""
        self.write(files or {})
        self.git("add", "--all")
        self._at_the_next_hour("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def tag(self, name: str, message: str | None = None, revision: str = "HEAD") -> str:
        """Make an annotated tag and return its object id."""
        words = ("--annotate", "--cleanup=verbatim", "--message", message or name)
        self._at_the_next_hour("tag", *words, name, revision)
        return self.git("rev-parse", f"refs/tags/{name}")

    def move(self, old: str, new: str, message: str = "move") -> str:
        """Rename a file, commit that and return the commit's id."""
        (self.folder / new).parent.mkdir(parents=True, exist_ok=True)
        self.git("mv", old, new)
        return self.commit(message)

    def _at_the_next_hour(self, *words: str) -> None:
        self.hours += 1
        when = (BEGAN + timedelta(hours=self.hours)).isoformat()
        dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        subprocess.run(
            ["git", *words], cwd=self.folder, env={**os.environ, **dates}, check=True,
            capture_output=True,
        )  # fmt: skip


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for git and lacplan; its ``.gitconfig`` names who works here."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / ".gitconfig").write_text(
        "[user]\n\tname = Ana Pérez\n\temail = ana@example.org\n"
        "[init]\n\tdefaultBranch = main\n"
        '[protocol "file"]\n\tallow = always\n'
        "[advice]\n\tdetachedHead = false\n"
    )
    for name in [*os.environ]:
        if name.startswith(("GIT_", "LACPLAN_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / ".config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("GIT_TERMINAL_PROMPT", "0")
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("COLUMNS", "80")
    return folder


@pytest.fixture
def new_repo(tmp_path: Path) -> Callable[..., Repo]:
    """Make a repository in a folder of the test's own."""

    def make(name: str = "repo", *words: str) -> Repo:
        subprocess.run(["git", "init", "--quiet", *words, name], cwd=tmp_path, check=True)
        return Repo(tmp_path / name)

    return make


@pytest.fixture
def repo(new_repo: Callable[..., Repo], monkeypatch: pytest.MonkeyPatch) -> Repo:
    """An empty repository; it is the current folder."""
    made = new_repo()
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def life(repo: Repo) -> Repo:
    """``lac-2030`` with versions ``draft-01`` and ``draft-02``, and a commit after them."""
    repo.commit("start", {"drafts/lac-2030.yaml": draft(title="First")})
    repo.tag("lac-2030@draft-01")
    repo.commit("second", {"drafts/lac-2030.yaml": draft(title="Second")})
    repo.tag("lac-2030@draft-02")
    repo.commit("third", {"drafts/lac-2030.yaml": draft(title="Third")})
    return repo


@pytest.fixture
def lacplan_process() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run lacplan as a process of its own, for what an environment or a signal does to it."""

    def run(*words: str, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
        return subprocess.run(
            [sys.executable, "-m", "lacplan", *words],
            cwd=cwd, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run


@pytest.fixture
def do(lacplan) -> Callable[..., str]:
    """Run a command that has to succeed, and return what it answers."""

    def run(*words: str) -> str:
        done = lacplan(*words)
        assert done.status == 0, done.err
        return done.out

    return run
