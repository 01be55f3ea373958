"""A server that refuses a push with a faulty draft: real hooks in a real bare repository."""

import subprocess
import sys

import pytest

from tests.git.conftest import ROOT, draft

README = (ROOT / "README.md").read_text(encoding="utf-8")

HOOKS = {
    "update": README.partition("```bash\n#!/bin/sh\n")[2].partition("```")[0],
    "pre-receive": 'while read -r _ new _; do lacplan validate "lac-2030@$new" || exit 1; done\n',
}


@pytest.fixture(params=HOOKS)
def server(request, life, tmp_path):
    """A bare repository behind ``life``, with a hook that checks what is pushed."""
    folder = tmp_path / "server.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(folder)], check=True)
    hook = folder / "hooks" / request.param
    command = f"PYTHONPATH='{ROOT}' '{sys.executable}' -m lacplan"
    hook.write_text(f'#!/bin/sh\nlacplan() {{ {command} "$@"; }}\n' + HOOKS[request.param])
    hook.chmod(0o755)
    life.git("remote", "add", "origin", str(folder))
    return folder


def push(repo, *words):
    ran = subprocess.run(
        ["git", "push", "origin", *words], cwd=repo.folder, capture_output=True, text=True
    )
    return ran.returncode, ran.stderr


def test_a_sound_draft_is_taken_and_a_faulty_one_refused(server, life):
    assert push(life, "main")[0] == 0
    life.commit("faulty", {"drafts/lac-2030.yaml": draft().replace("title: Plan\n", "")})
    status, said = push(life, "main")
    assert status == 1
    assert "remote: drafts/lac-2030.yaml" in said
    assert "FORM001" in said
    assert "hook declined" in said
    life.commit("mended", {"drafts/lac-2030.yaml": draft()})
    assert push(life, "main")[0] == 0


def test_a_draft_in_a_folder_is_checked_by_the_readmes_hook_too(server, life):
    if not (server / "hooks" / "update").exists():
        pytest.skip("the other hook knows one plan")
    life.commit("folder", {"drafts/other/plan.yaml": draft("othr")})
    status, said = push(life, "main")
    assert status == 1
    assert "FORM013" in said
    assert push(life, "lac-2030@draft-01")[0] == 0


def test_a_draft_that_does_not_parse_is_refused(server, life):
    life.commit("broken", {"drafts/lac-2030.yaml": "title: ["})
    status, said = push(life, "main:proposal")
    assert status == 1
    assert "READ003" in said


def test_a_commit_hook_of_a_working_tree_reads_the_right_repository(life, tmp_path):
    """Git sets GIT_DIR and GIT_INDEX_FILE for it; in a linked worktree both are absolute."""
    beside = tmp_path / "beside"
    life.git("worktree", "add", "-q", str(beside), "-b", "beside")
    hook = life.folder / ".git" / "hooks" / "pre-commit"
    command = f"PYTHONPATH='{ROOT}' '{sys.executable}' -m lacplan"
    hook.write_text(
        f"#!/bin/sh\n{command} diff lac-2030 --exit-code && exit 1\n{command} validate\n"
    )
    hook.chmod(0o755)
    (beside / "drafts" / "lac-2030.yaml").write_text(draft(title="Mine"))
    ran = subprocess.run(
        ["git", "commit", "-am", "mine"], cwd=beside, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "Compared with lac-2030@draft-02" in ran.stderr
    assert "1 change: 1 edited" in ran.stderr


def test_a_commit_hook_sees_what_is_about_to_be_committed(life):
    hook = life.folder / ".git" / "hooks" / "pre-commit"
    hook.write_text(f"#!/bin/sh\nPYTHONPATH='{ROOT}' '{sys.executable}' -m lacplan diff new\n")
    hook.chmod(0o755)
    life.git("mv", "drafts/lac-2030.yaml", "drafts/new.yaml")
    ran = subprocess.run(
        ["git", "commit", "-m", "renamed"], cwd=life.folder, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert "Compared with lac-2030@draft-02" in ran.stderr
