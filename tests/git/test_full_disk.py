"""An import when the disk fills up, or the process dies, at any step: all is there or nothing."""

import errno
import os
import resource
import signal
import subprocess
import sys
from itertools import count

import pytest

from tests.git.conftest import ROOT, draft

FOLDER = "drafts/lac-2030/consultations/draft-01"
TABLE = "Comentario;Correo\n" + "".join(f"Comment {n};p{n}@example.org\n" for n in range(5))
STEPS = ("fsync", "replace", "mkdir")
"""What a disk without room refuses: to sync what was written, and to take a name into a folder."""


@pytest.fixture
def round_1(repo, lacplan, monkeypatch):
    """A consultation with one comment, and a table of five; files of comments hold two."""
    monkeypatch.setattr("lacplan.store.comments.SHARD_LINES", 2)
    monkeypatch.setattr(os, "fsync", lambda handle: None)  # nobody pulls the plug here
    repo.commit("start", {"drafts/lac-2030.yaml": draft(), "in.csv": TABLE})
    for words in (
        ("version", "create", "lac-2030"),
        ("consult", "open", "lac-2030", "--version", "draft-01", "--opens", "2026-01-06",
         "--closes", "2099-01-31"),
        ("consult", "add", "lac-2030", "Before"),
    ):  # fmt: skip
        assert lacplan(*words).status == 0
    repo.commit("opened")
    return repo


def comments(lacplan):
    done = lacplan("consult", "export", "lac-2030", "--format", "jsonl")
    assert done.status == 0, done.err
    return done.out.count("\n")


def litter(repo):
    return [
        each
        for each in (repo.folder / FOLDER).rglob("*")
        if each.name.endswith((".new", ".incoming")) or each.name == "incoming.json"
    ]


def test_wherever_the_disk_fills_up_nothing_is_half_imported(round_1, lacplan, monkeypatch):
    for step in count():
        round_1.git("clean", "--quiet", "--force", "-d", "-x", "drafts")
        round_1.git("checkout", "--quiet", "--", "drafts")
        with monkeypatch.context() as disk:
            steps = count()
            for name in STEPS:
                disk.setattr(os, name, failing(getattr(os, name), steps, step))
            done = lacplan("consult", "import", "lac-2030", "in.csv")
        if done.status == 0:
            break
        assert (done.status, done.out) == (2, "")
        said = " ".join(done.err.split())
        assert "No space left on device" in said or "The disk is full" in said
        assert "room" in said
        assert "run it again" in said
        assert comments(lacplan) in (1, 6)
        again = lacplan("consult", "import", "lac-2030", "in.csv")
        assert again.status == 0, again.err
        assert comments(lacplan) == 6
        assert litter(round_1) == []
        contacts = (round_1.folder / FOLDER / "private/contacts.csv").read_text()
        assert contacts.count("@example.org") == 5
    assert step > 8, "it takes more steps than that to import"


def failing(real, steps, first):
    """Return *real*, which fails for want of room from step *first* on."""

    def step(*words, **named):
        if next(steps) >= first:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*words, **named)

    return step


@pytest.mark.skipif(os.name == "nt", reason="there is no limit to the size of files")
def test_a_file_that_the_system_lets_grow_no_further_is_told_and_left_out(round_1, lacplan):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (800, 800))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    before = comments(lacplan)
    done = subprocess.run(
        [sys.executable, "-m", "lacplan", "consult", "import", "lac-2030", "in.csv"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "can't be written: File too large" in " ".join(done.stderr.split())
    assert comments(lacplan) == before
    assert lacplan("consult", "import", "lac-2030", "in.csv").status == 0
    assert comments(lacplan) == before + 5


@pytest.mark.skipif(os.name == "nt", reason="it forks")
def test_wherever_an_import_dies_it_is_whole_or_absent(round_1, lacplan):
    for step in count(step=1 if os.environ.get("LACPLAN_LONG") else 4):
        round_1.git("clean", "--quiet", "--force", "-d", "-x", "drafts")
        round_1.git("checkout", "--quiet", "--", "drafts")
        if not dies_at(step):
            break
        assert comments(lacplan) in (1, 6)
        assert lacplan("consult", "import", "lac-2030", "in.csv").status == 0
        assert comments(lacplan) == 6
        assert [each for each in litter(round_1) if not each.name.startswith(".")] == []
    assert step > 8, "it takes more steps than that to import"


DYING = """
import os, sys
from itertools import count
from lacplan.store import comments
comments.SHARD_LINES = 2
steps, last = count(), int(sys.argv[1])
def dying(real):
    def step(*words, **named):
        if next(steps) == last:
            os._exit(9)
        return real(*words, **named)
    return step
os.fsync = lambda handle: None
for name in ("fsync", "replace", "mkdir"):
    setattr(os, name, dying(getattr(os, name)))
sys.argv[1:] = ["consult", "import", "lac-2030", "in.csv"]
from lacplan.cli.app import run
run()
"""


def dies_at(step):
    """Import in a process that dies before *step*; tell whether it did."""
    done = subprocess.run(
        [sys.executable, "-c", DYING, str(step)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 9), done.stderr
    return done.returncode == 9


def test_of_two_imports_at_once_nothing_is_lost_and_nothing_twice(round_1, lacplan):
    round_1.write({"other.csv": TABLE.replace("Comment", "Remark")})
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "lacplan", "consult", "import", "lac-2030", *files],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for files in (["in.csv", "other.csv"], ["in.csv"], ["other.csv"])
    ]
    for process in both:
        _, err = process.communicate()
        assert (process.returncode, err) == (0, "")
    assert comments(lacplan) == 11
