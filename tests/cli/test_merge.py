"""``lacplan merge``: references, files, the base that git knows, streams and exit statuses."""

import pytest

from tests.git.conftest import draft

BASE = draft("lac", title="Plan")
OURS = BASE.replace("title: Plan", "title: Our plan")
THEIRS = BASE.replace("New voices", "Newer voices")
BOTH = OURS.replace("New voices", "Newer voices")


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in (("base", BASE), ("ours", OURS), ("theirs", THEIRS)):
        (tmp_path / f"{name}.yaml").write_text(text)
    return tmp_path


def test_files_are_merged_to_standard_output(files, lacplan):
    said = lacplan("merge", "ours.yaml", "theirs.yaml", "--base", "base.yaml")
    assert said == (0, BOTH, "")


def test_the_result_is_written_where_it_is_wanted(files, lacplan):
    said = lacplan("merge", "ours.yaml", "theirs.yaml", "--base", "base.yaml", "-o", "ours.yaml")
    assert (said.status, said.out, said.err) == (0, "", "Wrote ours.yaml.\n")
    assert (files / "ours.yaml").read_text() == BOTH


def test_conflicts_are_told_and_stand_in_the_result(files, lacplan):
    (files / "theirs.yaml").write_text(BASE.replace("title: Plan", "title: Their plan"))
    said = lacplan("merge", "ours.yaml", "theirs.yaml", "--base", "base.yaml")
    assert said.status == 1
    mark = "<<<<<<< ours\ntitle: Our plan\n||||||| base\ntitle: Plan\n=======\ntitle: Their plan\n"
    assert mark in said.out
    assert said.err.splitlines()[0] == "ours.yaml: 1 conflict to decide"
    assert said.err.splitlines()[2].split() == ["the", "plan", "title", "edited", "edited"]


def test_without_a_base_files_that_git_does_not_know_are_refused(files, lacplan):
    said = lacplan("merge", "ours.yaml", "theirs.yaml")
    assert said.status == 2
    assert "--base" in said.err


def test_what_does_not_parse_is_merged_by_lines_and_told(files, lacplan):
    (files / "theirs.yaml").write_text(THEIRS + "x: [\n")
    said = lacplan("merge", "ours.yaml", "theirs.yaml", "--base", "base.yaml")
    assert said.out == BOTH + "x: [\n"
    assert said.err.startswith("ours.yaml: merged line by line, not by meaning: theirs, line")
