"""A server that refuses a push with a faulty draft: real hooks in a real bare repository."""

import subprocess
import sys

import pytest

from tests.git.conftest import ROOT, draft

HOOKS = {
    "update": """\
[ "$3" = 0000000000000000000000000000000000000000 ] || lacplan validate "lac-2030@$3"
""",
    "pre-receive": """\
while read -r old new ref; do
    names=$(git ls-tree --name-only "$new" drafts/ | sed -n 's:^drafts/\\(.*\\)[.]yaml$:\\1:p')
    for name in $names; do lacplan validate "$name@$new" || exit 1; done
done
""",
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
