"""An older draft put back: whole, and never over unsaved work unasked."""

from pathlib import Path

import pytest

from tests.git.conftest import draft

NAME = "lac-2030"
FILE = "drafts/lac-2030.yaml"


def kept(repo) -> list[Path]:
    return sorted((repo.folder / ".git/lacplan-replaced").glob("*"))


def test_a_version_is_put_back_and_nothing_is_committed(life, lacplan):
    head = life.git("rev-parse", "HEAD")
    status, out, err = lacplan("version", "restore", "lac-2030@draft-01")
    assert (status, err) == (0, "")
    assert out.startswith("drafts/lac-2030.yaml is as in lac-2030@draft-01 again.\n")
    assert (life.folder / FILE).read_text() == draft(title="First")
    assert life.git("rev-parse", "HEAD") == head
    assert life.git("status", "--porcelain") == f" M {FILE}"
    assert kept(life) == []


@pytest.mark.parametrize("revision", ["HEAD~1", "main~2"])
def test_any_revision_may_be_put_back(life, lacplan, revision):
    assert lacplan("version", "restore", f"lac-2030@{revision}").status == 0
    assert (life.folder / FILE).read_text() != draft(title="Third")


def test_what_is_there_already_is_left_alone(life, lacplan):
    before = (life.folder / FILE).stat()
    status, out, _ = lacplan("version", "restore", "lac-2030@HEAD")
    assert (status, out) == (0, "drafts/lac-2030.yaml is as in lac-2030@HEAD already.\n")
    assert (life.folder / FILE).stat() == before


@pytest.mark.parametrize("how", ["edited", "staged", "untracked", "ignored"])
def test_what_is_in_no_commit_is_spared_or_kept(life, lacplan, how):
    mine = draft(title="Mine")
    if how in ("untracked", "ignored"):
        life.git("rm", "-q", "--cached", FILE)
        life.git("commit", "-qm", "away")
    if how == "ignored":
        life.commit("ignore", {".gitignore": "drafts/\n"})
    life.write({FILE: mine})
    if how == "staged":
        life.git("add", FILE)
    status, _, err = lacplan("version", "restore", "lac-2030@draft-01")
    assert status == 2
    assert "differs from the last commit" in err
    assert "--force" in err
    assert (life.folder / FILE).read_text() == mine
    assert kept(life) == []
    status, out, _ = lacplan("version", "restore", "lac-2030@draft-01", "--force")
    assert status == 0
    assert (life.folder / FILE).read_text() == draft(title="First")
    [copy] = kept(life)
    assert copy.read_text() == mine
    assert str(copy) in out


def test_a_copy_never_takes_the_place_of_another(life, lacplan):
    for title in ("One", "Two", "Three"):
        life.write({FILE: draft(title=title)})
        assert lacplan("version", "restore", "lac-2030@draft-01", "--force").status == 0
    assert [each.read_text() for each in kept(life)] == [
        draft(title=title) for title in ("One", "Two", "Three")
    ]


def test_a_draft_that_is_gone_comes_back(life, lacplan):
    life.git("rm", "-q", FILE)
    life.commit("gone")
    assert lacplan("version", "restore", "lac-2030@draft-02").status == 0
    assert (life.folder / FILE).read_text() == draft(title="Second")


def test_it_goes_where_the_draft_lies_now(life, lacplan):
    life.move(FILE, "drafts/lac-2030/plan.yaml")
    assert lacplan("version", "restore", "lac-2030@draft-01").status == 0
    assert (life.folder / "drafts/lac-2030/plan.yaml").read_text() == draft(title="First")
    assert not (life.folder / FILE).exists()


def test_a_draft_from_before_a_renaming_is_found(life, lacplan):
    life.move(FILE, "drafts/region.yaml")
    assert lacplan("version", "restore", "region@HEAD~1").status == 0
    assert (life.folder / "drafts/region.yaml").read_text() == draft(title="Third")


def test_line_ends_are_those_of_a_checkout(life, lacplan):
    life.write({".gitattributes": "*.yaml text eol=crlf\n"})
    lacplan("version", "restore", "lac-2030@draft-01")
    raw = (life.folder / FILE).read_bytes()
    assert raw == draft(title="First").replace("\n", "\r\n").encode()


@pytest.mark.parametrize("ref", ["lac-2030", FILE, "lac-2030@nothing", "none@draft-01"])
def test_what_names_no_older_draft_is_refused(life, lacplan, ref):
    before = (life.folder / FILE).read_text()
    status, out, err = lacplan("version", "restore", ref)
    assert (status, out) == (2, "")
    assert "→" in err
    assert (life.folder / FILE).read_text() == before


def test_a_bare_repository_has_no_place_for_it(life, lacplan, tmp_path, monkeypatch):
    life.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    status, _, err = lacplan("version", "restore", "lac-2030@draft-01")
    assert status == 2
    assert "bare" in err
