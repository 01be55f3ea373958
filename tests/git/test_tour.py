"""``lacplan tour``: a repository in which the life of a plan is replayed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import lacplan as package
from lacplan.cli.tour import STEPS
from lacplan.store.samples import sample
from tests.git.conftest import ROOT, Repo


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """The tour, taken once, and the repository that it left."""
    folder = tmp_path_factory.mktemp("tour") / "my plan"
    ran = subprocess.run(
        [sys.executable, "-m", "lacplan", "tour", str(folder)],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "GIT_DIR": "/nowhere",
            "COLUMNS": "80",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return ran, Repo(folder)


def test_each_command_is_shown_and_ends_well(played):
    ran, _ = played
    assert ran.returncode == 0, ran.stderr
    assert re.findall(r"^\$ (.*)$", ran.stdout, re.MULTILINE) == [step.command for step in STEPS]
    assert all(f"{step.see}\n$ " in ran.stdout for step in STEPS)
    assert ran.stdout.endswith(f"yours to play in: cd '{played[1].folder}'\n")


def test_the_life_is_that_of_the_plan_with_its_dates(played):
    _, repo = played
    assert repo.git("log", "--format=%aI %an %s").splitlines() == [
        "2013-04-11T12:00:00-03:00 LAC working group Who writes it, and what was brought in",
        "2013-04-10T12:00:00-03:00 LAC working group The plan as presented",
        "2013-04-09T12:00:00-03:00 LAC working group Drop objective 1.4",
        "2013-04-08T12:00:00-03:00 LAC working group What the community said",
        "2013-03-20T12:00:00-03:00 LAC working group The first draft",
    ]
    tags = repo.git("for-each-ref", "--format=%(refname:short) %(objecttype) %(taggerdate:short)")
    assert tags.splitlines()[1:] == [
        "lac-2013@draft-01 tag 2013-03-26",
        "lac-2013@draft-02 tag 2013-04-09",
        "lac-2013@final tag 2013-04-10",
    ]
    plan = sample("lac-2013").decode()
    for revision in ("HEAD~1", "HEAD"):
        assert repo.git("show", f"{revision}:drafts/lac-2013/plan.yaml") + "\n" == plan
    assert "private" not in repo.git("ls-files")


def test_what_it_says_is_what_there_is_to_see(played):
    out = played[0].stdout
    assert "1 change: 1 removed; 1 substantive" in out
    assert re.search(r"^final .* 30 ", out, re.MULTILINE)
    assert "all as published" in out
    assert "no longer in the plan" in " ".join(out.split())
    assert "removed 1.4\n" in out
    assert "✖ removed in draft-02" in out
    assert "31 comments taken in, 1 of them late" in out
    assert "✔ Every comment has an answer." in out
    assert "✔ dns-industry in draft-02" in out
    assert "✖ ipv6.description in draft-02: nothing of it changed" in out
    assert "an orphan" in out
    report = (played[1].folder / "report.md").read_text(encoding="utf-8")
    assert "dns-industry" in report
    assert "first published in draft-01" in out


def test_nothing_outside_the_folder_is_touched(played):
    _, repo = played
    assert {file.name for file in repo.folder.parent.iterdir()} == {"my plan"}


def test_whoever_stops_reading_gets_no_complaint():
    command = [sys.executable, "-m", "lacplan", "tour"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 2


def test_a_folder_that_is_taken_is_refused(tmp_path, lacplan):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()
    said = lacplan("tour", str(tmp_path / "full"))
    assert (said.status, said.out) == (2, "")
    assert "full” is not empty" in said.err
    said = lacplan("tour", str(tmp_path / "full" / "x"))
    assert (said.status, said.out) == (2, "")
    assert "can't be used" in said.err


def test_without_git_it_says_so_and_makes_nothing(tmp_path, lacplan, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    said = lacplan("tour", str(tmp_path / "new"))
    assert (said.status, said.out) == (2, "")
    assert "Git is not installed" in said.err
    assert not (tmp_path / "new").exists()


def test_a_wheel_has_the_samples_inside_the_package(tmp_path, monkeypatch):
    (tmp_path / "lacplan" / "drafts").mkdir(parents=True)
    (tmp_path / "lacplan" / "drafts" / "lac-2013.yaml").write_bytes(b"from the wheel")
    monkeypatch.setattr(package, "__file__", str(tmp_path / "lacplan" / "__init__.py"))
    assert sample("lac-2013") == b"from the wheel"
    assert 'drafts" = "lacplan/drafts"' in Path(ROOT, "pyproject.toml").read_text()
