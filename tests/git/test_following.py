"""A draft that was renamed or moved is followed, and ``diff`` finds a base of its own."""

import json

import pytest

from lacplan.store.drafts import fetch
from tests.git.conftest import draft


@pytest.fixture
def renamed(repo):
    """A plan that was called otherwise, lay elsewhere, and was moved into a folder at last."""
    repo.commit("start", {"plans/old.yaml": draft("old", title="First")})
    repo.tag("old@draft-01")
    repo.move("plans/old.yaml", "drafts/old.yaml", "moved")
    repo.git("mv", "drafts/old.yaml", "drafts/new.yaml")
    repo.commit("renamed", {"drafts/new.yaml": draft("new", title="First")})
    repo.move("drafts/new.yaml", "drafts/new/plan.yaml", "into a folder")
    repo.commit("second", {"drafts/new/plan.yaml": draft("new", title="Second")})
    return repo


@pytest.mark.parametrize(
    ("revision", "file", "name"),
    [
        ("HEAD", "drafts/new/plan.yaml", "new"),
        ("HEAD~2", "drafts/new.yaml", "new"),
        ("HEAD~3", "drafts/old.yaml", "old"),
        ("HEAD~4", "plans/old.yaml", "old"),
    ],
)
def test_a_draft_is_found_under_its_name_of_then(renamed, lacplan, revision, file, name):
    source = fetch(f"new@{revision}")
    assert (source.file, source.name, source.plan.name) == (file, name, name)
    assert fetch(source.lasting_ref).raw == source.raw
    assert lacplan("validate", f"new@{revision}", "--strict").status == 0


def test_the_plans_beside_it_are_those_of_its_folder_of_then(repo, lacplan):
    repo.commit("start", {
        "plans/one.yaml": draft("one", more="    replaces: [other#politics]\n"),
        "plans/other/plan.yaml": draft("other"),
    })  # fmt: skip
    repo.git("mv", "plans", "drafts")
    repo.commit("moved")
    assert lacplan("validate", "one@HEAD~1", "--strict").status == 0
    assert fetch("other@HEAD~1").neighbour("one") == {"politics", "voices"}


def test_a_version_is_found_under_the_name_of_then(renamed):
    source = fetch("new@draft-01")
    assert (source.label, source.lasting_ref) == ("draft-01", "old@draft-01")
    assert source.plan.title == "First"


def test_in_a_bare_clone_too(renamed, tmp_path, monkeypatch):
    renamed.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    assert fetch("new@draft-01").plan.title == fetch("new@HEAD~3").plan.title == "First"


@pytest.mark.parametrize("new", ["lac-2040.yaml", "lac-2040/plan.yaml"])
def test_a_renaming_that_is_not_committed_is_followed(life, lacplan, new):
    (life.folder / "drafts" / new).parent.mkdir(exist_ok=True)
    life.git("mv", "drafts/lac-2030.yaml", f"drafts/{new}")
    assert fetch("lac-2040@HEAD").plan.title == "Third"
    said = lacplan("diff", "lac-2040", "--stat")
    assert said.err == "Compared with lac-2030@draft-02, its newest version here, of 2026-01-05.\n"


def test_a_plan_that_never_was_there_is_not_found(renamed, lacplan):
    said = lacplan("show", "other@HEAD")
    assert said.status == 2
    assert "There is no plan “other” in “drafts” in commit" in said.err


def changed(result):
    return [(each["field"], each["old"], each["new"]) for each in json.loads(result.out)["changes"]]


def test_a_plan_alone_is_compared_with_its_newest_version(life, lacplan):
    said = lacplan("diff", "lac-2030", "--format", "json")
    assert said.status == 0
    assert said.err == "Compared with lac-2030@draft-02, its newest version here, of 2026-01-05.\n"
    assert changed(said) == [("title", "Second", "Third")]
    assert json.loads(said.out)["old"] == {
        "ref": "lac-2030@draft-02",
        "title": "Second",
        "commit": life.git("rev-parse", "HEAD~1"),
    }
    assert "commit" not in json.loads(said.out)["new"]


def test_without_a_version_it_is_compared_with_the_last_commit(repo, lacplan):
    repo.commit("start", {"drafts/lac.yaml": draft("lac", title="A")})
    repo.write({"drafts/lac.yaml": draft("lac", title="B")})
    said = lacplan("diff", "lac", "--format", "json")
    no_tags = "Compared with lac@HEAD, the last commit. No version of “lac” has been tagged.\n"
    assert said.err == no_tags
    assert changed(said) == [("title", "A", "B")]


def test_a_clone_that_lacks_the_tags_says_so(life, lacplan, tmp_path, monkeypatch):
    life.git("clone", "--quiet", "--no-tags", ".", str(tmp_path / "clone"))
    life.git("clone", "-q", "--depth=1", life.folder.as_uri(), str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "clone")
    assert "tags come with: git fetch --tags" in lacplan("diff", "lac-2030").err
    monkeypatch.chdir(tmp_path / "shallow")
    assert "git fetch --unshallow --tags" in lacplan("diff", "lac-2030").err


def test_a_version_alone_is_compared_with_the_working_tree(life, lacplan):
    life.write({"drafts/lac-2030.yaml": draft(title="Unsaved")})
    said = lacplan("diff", "lac-2030@draft-01", "--format", "json", "--exit-code")
    assert (said.status, said.err) == (1, "")
    assert changed(said) == [("title", "First", "Unsaved")]


def test_in_a_bare_repository_head_stands_for_the_working_tree(
    life, lacplan, tmp_path, monkeypatch
):
    life.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    assert changed(lacplan("diff", "lac-2030", "--format", "json")) == [
        ("title", "Second", "Third")
    ]


@pytest.mark.parametrize("ref", ["drafts/lac-2030.yaml", "-"])
def test_a_path_alone_has_no_base(life, lacplan, ref):
    said = lacplan("diff", ref)
    assert said.status == 2
    assert f"With what is “{ref}” compared?" in said.err


def test_without_a_repository_two_drafts_are_asked_for(tmp_path, lacplan, monkeypatch):
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "lac.yaml").write_text(draft("lac"))
    monkeypatch.chdir(tmp_path)
    said = lacplan("diff", "lac")
    assert said.status == 2
    assert "lies in no git repository. So there is no version to compare with." in said.err
    assert "lacplan diff OLD NEW" in said.err


def test_a_misspelt_plan_is_met_with_the_nearest_first(life, lacplan):
    said = lacplan("diff", "lac-2031")
    assert said.status == 2
    assert "There is no plan “lac-2031” in drafts" in said.err
    assert "Compared" not in said.err


def test_a_plan_that_is_not_committed_yet_has_no_base(life, lacplan):
    life.write({"drafts/new.yaml": draft("new")})
    said = lacplan("diff", "new")
    assert said.status == 2
    assert "“new” is in no version and not in the last commit" in said.err
    assert "lacplan save new" in said.err
    assert "Compared with" not in said.err


def test_before_the_first_commit_there_is_no_base_either(repo, lacplan):
    repo.write({"drafts/lac-2030.yaml": draft()})
    status, out, err = lacplan("diff", "lac-2030")
    assert (status, out) == (2, "")
    assert "nothing to compare with" in err
