"""Killed at any moment, or two at once: a version is whole or absent, a draft old or new."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lacplan.history.record import record_in, tag_text
from tests.git.conftest import ROOT, Repo, draft

NAME = "lac-2030"
FILE = "drafts/lac-2030.yaml"
KILLS = 60 if os.environ.get("LACPLAN_LONG") else 2


def start(repo: Repo, *words: str) -> subprocess.Popen:
    """Start lacplan in a group of its own, so that the git that it starts is killed with it."""
    return subprocess.Popen(
        [sys.executable, "-m", "lacplan", *words],
        cwd=repo.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def kill(process: subprocess.Popen, after: float) -> None:
    """Kill *process* and all that it started *after* so many seconds."""
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def seconds(repo: Repo, *words: str) -> float:
    """Return how long lacplan takes."""
    began = time.monotonic()
    process = start(repo, *words)
    assert process.communicate()
    assert process.returncode == 0
    return time.monotonic() - began


def locks(repo: Repo) -> list[Path]:
    return [*(repo.folder / ".git").rglob("*.lock")]


@pytest.fixture
def begun(repo: Repo) -> Repo:
    repo.commit("start", {FILE: draft(title="Start")})
    return repo


def test_a_version_is_whole_or_absent_wherever_it_is_killed(begun, lacplan):
    whole = seconds(begun, "version", "create", NAME, "whole")
    chance = random.Random(4)
    made = 0
    for number in range(KILLS):
        begun.commit("next", {FILE: draft(title=f"Number {number}")})
        kill(start(begun, "version", "create", NAME, f"n{number}"), chance.uniform(0, 1.1 * whole))
        ref = f"lac-2030@n{number}"
        if begun.git("tag", "--list", ref):
            made += 1
            raw = begun.git("cat-file", "tag", ref) + "\n"
            assert record_in(tag_text(raw.encode()).message)
        for lock in locks(begun):  # what git leaves is named, and can be removed
            status, _, err = lacplan("version", "create", NAME, f"n{number}")
            assert (status, str(lock) in err) == (2, True)
            lock.unlink()
    begun.commit("last", {FILE: draft(title="Last")})
    assert lacplan("version", "create", NAME, "last").status == 0
    assert lacplan("version", "verify", NAME).status == 0
    begun.git("fsck", "--strict")
    assert made < KILLS or KILLS < 10


def test_a_draft_is_old_or_new_wherever_restoring_is_killed(begun):
    more = "".join(f'    x-{number}: "{"words " * 30}"\n' for number in range(2000))
    texts = [draft(title=title, more=more) for title in ("Old", "New")]
    for text in texts:
        begun.commit("next", {FILE: text})
    refs = ["lac-2030@HEAD~1", "lac-2030@HEAD"]
    whole = seconds(begun, "version", "restore", refs[0])
    chance = random.Random(5)
    for number in range(KILLS):
        ref = refs[(number + 1) % 2]
        kill(start(begun, "version", "restore", ref, "--force"), chance.uniform(0, 1.1 * whole))
        assert (begun.folder / FILE).read_text() in texts


def test_what_forcing_replaces_is_never_lost_wherever_it_is_killed(begun):
    whole = 0.5
    chance = random.Random(6)
    for number in range(KILLS):
        mine = draft(title=f"Mine {number}")
        begun.write({FILE: mine})
        kill(start(begun, "version", "restore", "lac-2030@HEAD", "--force"),
             chance.uniform(0, 1.5 * whole))  # fmt: skip
        kept = [*(begun.folder / ".git").glob("lacplan-replaced/*.yaml")]
        held = [(begun.folder / FILE).read_text(), *(each.read_text() for each in kept)]
        assert mine in held


def test_of_two_who_publish_at_once_one_is_told_to_choose_again(begun):
    begun.commit("next", {FILE: draft(title="Next")})
    both = [start(begun, "version", "create", NAME) for _ in range(2)]
    said = [process.communicate() for process in both]
    assert sorted(process.returncode for process in both) == [0, 2]
    assert all("Traceback" not in err and "lacplan itself" not in err for _, err in said)
    assert begun.git("tag") == "lac-2030@draft-01"


def test_of_two_who_save_at_once_each_change_is_committed_once(begun):
    begun.write({FILE: draft(title="Next")})
    both = [start(begun, "save", NAME) for _ in range(2)]
    said = [process.communicate() for process in both]
    assert min(process.returncode for process in both) == 0
    assert all("Traceback" not in err and "lacplan itself" not in err for _, err in said)
    assert begun.git("rev-list", "--count", "HEAD") == "2"
    assert begun.git("status", "--porcelain") == ""


def test_two_who_restore_at_once_leave_one_of_the_two(begun):
    texts = [draft(title=title) for title in ("One", "Two", "Now")]
    for text in texts:
        begun.commit("next", {FILE: text})
    both = [
        start(begun, "version", "restore", f"lac-2030@HEAD~{back}", "--force") for back in (1, 2)
    ]
    for process in both:
        process.communicate()
    assert (begun.folder / FILE).read_text() in texts[:2]
