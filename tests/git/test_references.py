"""``NAME@REV``: which draft a reference names, in repositories of every shape."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from lacplan.errors import LacplanError
from lacplan.store.drafts import fetch
from tests.git.conftest import draft


def title(ref, drafts=None):
    return fetch(ref, drafts).plan.title


def refused(ref, drafts=None):
    """Return what is said, in one text, of a reference that does not resolve."""
    with pytest.raises(LacplanError) as said:
        fetch(ref, drafts)
    return f"{said.value} {said.value.hint}"


def test_a_version_and_any_revision_name_the_draft_as_it_was(life):
    assert title("lac-2030") == "Third"
    assert title("lac-2030@draft-01") == "First"
    assert title("lac-2030@HEAD~1") == title("lac-2030@draft-02") == "Second"
    assert title("lac-2030@main") == title("lac-2030@@") == "Third"
    assert title(f"lac-2030@{life.git('rev-parse', '--short', 'HEAD~2')}") == "First"
    assert title("lac-2030@lac-2030@draft-01") == "First"
    assert title("lac-2030@HEAD@{1}") == "Second"


def test_the_source_says_commit_and_label(life):
    of_version = fetch("lac-2030@draft-01")
    assert of_version.commit == life.git("rev-parse", "lac-2030@draft-01^{commit}")
    assert (of_version.label, of_version.version) == ("draft-01", "draft-01")
    assert of_version.lasting_ref == "lac-2030@draft-01"
    of_branch = fetch("lac-2030@main")
    assert of_branch.label is None
    assert of_branch.lasting_ref == f"lac-2030@{life.git('rev-parse', 'HEAD')[:12]}"
    assert of_branch.file == "drafts/lac-2030.yaml"
    of_file = fetch("lac-2030")
    assert (of_file.commit, of_file.version, of_file.lasting_ref) == (None, None, "lac-2030")


def test_where_a_label_and_a_branch_share_a_name_the_label_is_meant(life):
    life.git("branch", "draft-01", "HEAD")
    assert title("lac-2030@draft-01") == "First"


def test_a_lightweight_tag_names_a_commit_but_no_version(life):
    life.git("tag", "lac-2030@draft-03", "HEAD~1")
    source = fetch("lac-2030@draft-03")
    assert (source.plan.title, source.label) == ("Second", None)


def test_a_tag_that_names_no_commit_is_refused(life):
    life.tag("lac-2030@draft-03", revision="HEAD:drafts")
    assert "names no commit" in refused("lac-2030@draft-03")


def test_a_folder_with_a_plan_in_it_is_a_draft_too(repo):
    repo.commit("folder", {"drafts/lac/plan.yaml": draft("lac", title="In a folder")})
    source = fetch("lac@HEAD")
    assert (source.plan.title, source.file) == ("In a folder", "drafts/lac/plan.yaml")


def test_two_drafts_of_one_name_in_a_commit_are_refused(repo):
    repo.commit("two", {"drafts/lac.yaml": draft("lac"), "drafts/lac/plan.yaml": draft("lac")})
    repo.git("rm", "-q", "drafts/lac.yaml")
    assert "two drafts of “lac” in commit" in refused("lac@HEAD")


def test_the_plans_beside_it_are_those_of_the_same_commit(repo, lacplan):
    more = "    replaces: [old#gone]\n"
    repo.commit("with", {
        "drafts/old.yaml": draft("old").replace("politics", "gone"),
        "drafts/new.yaml": draft("new", more=more),
    })  # fmt: skip
    repo.git("rm", "-q", "drafts/old.yaml")
    repo.commit("without")
    before, after = lacplan("validate", "new@HEAD~1"), lacplan("validate", "new@HEAD")
    assert before.status == 0
    assert after.status == 1
    assert "“old”" in after.out


# fmt: off
ODD = (
    "", "nope", "-1", "--all", "--help", "--output=x", "HEAD..HEAD~1", "^HEAD", "HEAD:drafts", ":x",
    "HEAD^{tree}", "@{u}", "@{-1}", "..", "HEAD\nHEAD", "HE\x1bAD", "HEAD\x00", "HEAD ", "é",
    "a" * 300_000, "HEAD^@", "HEAD^!", "--end-of-options", "lac-2030@{9}",
)
# fmt: on


@pytest.mark.parametrize("revision", ODD, ids=range(len(ODD)))
def test_a_reference_is_data(life, lacplan, revision):
    outside = {file.name for file in life.folder.parent.iterdir()}
    said = refused(f"lac-2030@{revision}")
    assert "neither a version of “lac-2030”" in said or (not revision and "nothing stands" in said)
    assert {file.name for file in life.folder.parent.iterdir()} == outside
    assert life.git("status", "--porcelain") == ""


@pytest.mark.parametrize("revision", ["../../etc/passwd", ":/third", "--git-dir=/", "x.yaml"])
def test_what_is_a_path_by_the_rule_names_no_revision(life, revision):
    assert f"There is no file “lac-2030@{revision}”" in refused(f"lac-2030@{revision}")


def test_a_branch_with_a_slash_is_met_with_its_commit(life):
    life.git("branch", "ana/words", "HEAD~1")
    commit = life.git("rev-parse", "HEAD~1")[:12]
    assert f"name its commit: lac-2030@{commit}" in refused("lac-2030@ana/words")
    assert title(f"lac-2030@{commit}") == "Second"


@pytest.mark.parametrize("name", ["", "-x", "--help", "..", "LAC", "lac_2030", "a b", "\x1b"])
def test_what_can_name_no_plan_is_refused_before_git_is_asked(life, name):
    assert "neither the name of a plan nor a path" in refused(f"{name}@HEAD")


def test_what_does_not_resolve_is_met_with_the_nearest(life):
    assert "Did you mean “lac-2030@draft-02”?" in refused("lac-2030@draft-20")
    assert "Did you mean “lac-2030@main”?" in refused("lac-2030@mian")
    assert "Versions: draft-01, draft-02." in refused("lac-2030@xyz")
    assert "Did you mean “lac-2030@draft-02”?" in refused("lac-2003@draft-02")
    assert "There is no plan “lac-2031” in “drafts” in commit" in refused("lac-2031@HEAD")
    assert "Did you mean “lac-2030”?" in refused("lac-2031@HEAD")
    life.commit("other", {"drafts/other.yaml": draft("other")})
    assert "No version of “other” has been tagged." in refused("other@xyz")


def test_a_repository_without_a_commit_says_so(repo):
    repo.write({"drafts/lac.yaml": draft("lac")})
    assert "no commit yet" in refused("lac@HEAD")
    assert "no commit yet" in refused("lac@draft-01")


def test_outside_a_repository_files_are_read_and_revisions_refused(tmp_path, monkeypatch):
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "lac.yaml").write_text(draft("lac"))
    monkeypatch.chdir(tmp_path)
    assert title("lac") == "Plan"
    assert "lies in no git repository" in refused("lac@HEAD")


def test_a_detached_head_changes_nothing(life):
    life.git("checkout", "--quiet", "--detach", "HEAD~1")
    assert title("lac-2030@HEAD") == title("lac-2030") == "Second"
    assert title("lac-2030@main") == "Third"


@pytest.mark.parametrize("named", ["option", "variable", "upwards"])
def test_the_folder_of_drafts_may_lie_anywhere(repo, lacplan, monkeypatch, named):
    repo.commit("start", {"a/b/plans/lac.yaml": draft("lac", title="Old")})
    repo.commit("then", {"a/b/plans/lac.yaml": draft("lac", title="New")})
    words = []
    if named == "option":
        words = ["--drafts", "a/b/plans"]
    elif named == "variable":
        monkeypatch.setenv("LACPLAN_DRAFTS", str(repo.folder / "a/b/plans"))
    else:
        repo.move("a/b/plans/lac.yaml", "a/drafts/lac.yaml")
        (repo.folder / "a/c").mkdir()
        monkeypatch.chdir(repo.folder / "a/c")
    revision = "HEAD" if named == "upwards" else "HEAD~1"
    shown = lacplan("show", f"lac@{revision}", *words)
    assert shown.status == 0, shown.err
    assert ("New" if named == "upwards" else "Old") in shown.out


def test_a_folder_that_only_history_has_is_found_there(life):
    life.git("rm", "-qr", "drafts")
    life.commit("all gone")
    assert title("lac-2030@draft-01") == "First"


def test_a_folder_outside_the_repository_is_refused(life, tmp_path, new_repo, monkeypatch):
    (tmp_path / "other").mkdir()
    assert "lies in no git repository" in refused("lac-2030@HEAD", tmp_path / "other")
    life.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    for folder in ("../drafts", "drafts/../..", "/drafts"):
        assert "lies outside the repository" in refused("lac-2030@HEAD", Path(folder))
    assert title("lac-2030", life.folder / "drafts") == "Third"


def test_links_to_the_folder_and_to_a_draft_are_followed(repo, tmp_path, monkeypatch):
    repo.write({"plans/lac.yaml": draft("lac", title="Real")})
    (repo.folder / "drafts").symlink_to("plans")
    (repo.folder / "plans/alias.yaml").symlink_to("lac.yaml")
    (repo.folder / "plans/out.yaml").symlink_to("/etc/passwd")
    repo.commit("links")
    assert title("lac@HEAD") == title("alias@HEAD") == "Real"
    assert "There is no plan “out”" in refused("out@HEAD")
    repo.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare.git"))
    (tmp_path / "elsewhere").symlink_to(repo.folder / "plans")
    assert title("lac@HEAD", tmp_path / "elsewhere") == "Real"
    monkeypatch.chdir(tmp_path / "bare.git")
    assert title("lac") == "Real"
    assert "There are: alias, lac, out." in refused("nothing-like-it")


def test_a_bare_repository_has_its_drafts_at_head(life, lacplan, completed, tmp_path, monkeypatch):
    life.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare.git"))
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "lac-2030.yaml").write_text("not: this\n")
    monkeypatch.chdir(tmp_path / "bare.git" / "objects")
    assert title("lac-2030") == "Third"
    assert title("lac-2030@draft-01") == "First"
    assert lacplan("validate", "--strict").status == 0
    assert "Third" in lacplan().out
    assert completed("lacplan validate l") == ["lac-2030"]


def test_a_bare_repository_without_a_commit_says_so(new_repo, lacplan, monkeypatch):
    monkeypatch.chdir(new_repo("bare.git", "--bare").folder)
    assert "no commit yet" in refused("lac")
    assert "names no commit yet" in lacplan("validate").err


def test_a_linked_worktree_has_the_same_history(life, tmp_path, monkeypatch):
    life.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "beside"), "HEAD~1")
    monkeypatch.chdir(tmp_path / "beside")
    assert title("lac-2030") == title("lac-2030@HEAD") == "Second"
    assert title("lac-2030@main") == "Third"
    assert title("lac-2030@draft-01") == "First"


def test_drafts_in_a_submodule_have_its_history(life, new_repo, monkeypatch):
    outer = new_repo("outer")
    outer.git("submodule", "--quiet", "add", str(life.folder), "plan")
    outer.commit("with a plan")
    monkeypatch.chdir(outer.folder)
    assert title("lac-2030@draft-01", Path("plan/drafts")) == "First"
    assert title("lac-2030@HEAD", Path("plan/drafts")) == "Third"
    monkeypatch.chdir(outer.folder / "plan")
    assert title("lac-2030@HEAD~1") == "Second"


def test_a_clone_without_tags_says_how_to_get_them(life, tmp_path, monkeypatch):
    life.git("clone", "--quiet", "--no-tags", ".", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    assert "No version of “lac-2030” is here; tags come with: git fetch --tags" in refused(
        "lac-2030@draft-01"
    )


def test_a_shallow_clone_says_how_to_get_the_rest(life, tmp_path, monkeypatch):
    url = life.folder.as_uri()
    life.git("clone", "--quiet", "--depth", "1", url, str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    assert title("lac-2030@HEAD") == "Third"
    for revision in ("HEAD~1", "draft-01"):
        assert "git fetch --unshallow --tags" in refused(f"lac-2030@{revision}")
    subprocess.run(["git", "fetch", "-q", "--unshallow", "--tags"], check=True)
    assert title("lac-2030@draft-01") == "First"


@pytest.mark.parametrize("filter", ["blob:none", "tree:0"])
def test_a_partial_clone_fetches_what_it_lacks_or_says_what(life, tmp_path, monkeypatch, filter):
    life.git("config", "uploadpack.allowFilter", "true")
    url = life.folder.as_uri()
    for name in ("clone", "cut"):
        life.git("clone", "--quiet", "--filter", filter, url, str(tmp_path / name))
    monkeypatch.chdir(tmp_path / "clone")
    assert title("lac-2030@draft-01") == "First"
    monkeypatch.chdir(tmp_path / "cut")
    life.folder.rename(tmp_path / "gone")
    said = refused("lac-2030@draft-01")
    assert "partial clone" in said
    assert "git fetch" in said


def test_another_users_repository_is_refused_with_what_to_do(life, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    said = refused("lac-2030@draft-01")
    assert "dubious ownership" in said
    assert "safe.directory" in said
    assert title("lac-2030") == "Third"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_a_repository_that_truly_is_another_users_is_refused_too(life):
    for path in (life.folder, *life.folder.rglob("*")):
        os.chown(path, 65534, 65534)
    assert "git config --global --add safe.directory" in refused("lac-2030@draft-01")
    subprocess.run(
        ["git", "config", "--global", "--add", "safe.directory", str(life.folder)], check=True
    )
    assert title("lac-2030@draft-01") == "First"


def test_a_lock_left_behind_stops_no_reading(life, lacplan):
    for lock in ("index.lock", "HEAD.lock", "packed-refs.lock", "refs/heads/main.lock"):
        (life.folder / ".git" / lock).touch()
    assert title("lac-2030@draft-01") == "First"
    assert lacplan("diff", "lac-2030").status == 0
    assert lacplan().status == 0


def test_where_git_is_missing_files_are_read_and_revisions_refused(life, lacplan_process, tmp_path):
    (tmp_path / "empty").mkdir()
    path = str(tmp_path / "empty")
    assert (
        lacplan_process("validate", "lac-2030", "--strict", cwd=life.folder, PATH=path).returncode
        == 0
    )
    ran = lacplan_process("show", "lac-2030@draft-01", cwd=life.folder, PATH=path)
    assert ran.returncode == 2
    assert ran.stderr.startswith("error: Git is not installed, or not on the PATH.\n")


def test_git_that_starts_lacplan_says_which_repository(life, lacplan_process):
    """A hook's GIT_DIR counts from its own folder, not from that of the drafts."""
    ran = lacplan_process("show", "lac-2030@draft-01", cwd=life.folder, GIT_DIR=".git")
    assert ran.returncode == 0, ran.stderr
    assert "First" in ran.stdout


def test_a_draft_with_conflict_markers_in_history_says_which(repo, lacplan):
    text = draft("lac").replace(
        "title: Plan\n", "<<<<<<< a\ntitle: A\n=======\ntitle: B\n>>>>>>> b\n"
    )
    repo.commit("oops", {"drafts/lac.yaml": text})
    repo.tag("lac@draft-01")
    repo.commit("mended", {"drafts/lac.yaml": draft("lac")})
    said = lacplan("show", "lac@draft-01")
    assert said.status == 2
    assert "drafts/lac.yaml:3:1 (draft-01)" in said.err
    found = json.loads(lacplan("validate", "lac@draft-01", "--format", "json").out)["findings"]
    assert [each["name"] for each in found] == ["conflict-markers"]
    assert lacplan("show", "lac@HEAD").status == 0


def test_a_page_says_which_version_it_was_made_from(life, lacplan):
    page = lacplan("render", "lac-2030@draft-01").out
    assert "| Draft | draft-01 |" in page
    assert page.splitlines()[-1].startswith("Made from `lac-2030@draft-01`, SHA-256 digest ")
    commit = life.git("rev-parse", "HEAD")[:12]
    page = lacplan("render", "lac-2030@main").out
    assert f"| Draft | {commit} |" in page
    assert page.splitlines()[-1].startswith(f"Made from `lac-2030@{commit}`")


def test_a_page_of_a_version_takes_no_drafts_place(life, lacplan):
    refused_page = lacplan("render", "lac-2030@draft-01", "-o", "drafts/lac-2030.yaml")
    assert refused_page.status == 2
    assert "is a draft" in refused_page.err


def test_every_command_that_takes_a_draft_takes_a_version(life, lacplan):
    assert lacplan("validate", "lac-2030@draft-01").status == 0
    assert "First" in lacplan("show", "lac-2030@draft-01").out
    assert json.loads(lacplan("render", "lac-2030@draft-01", "--format", "json").out)["title"]
    changes = json.loads(lacplan("diff", "lac-2030@draft-01", "lac-2030", "--format", "json").out)
    assert [each["new"] for each in changes["changes"]] == ["Third"]
    assert changes["old"]["ref"] == "lac-2030@draft-01"
    assert lacplan("schema", "lac-2030@draft-01").status == 0


def test_a_shell_completes_the_versions_of_a_plan(life, completed):
    assert completed("lacplan show lac-2030@") == ["lac-2030@draft-01", "lac-2030@draft-02"]
    assert completed("lacplan show nope@") == []
